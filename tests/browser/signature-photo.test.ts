/** A Peer Mentor takes a photo of the signature under a plan, on a phone, and sees it again. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMentee, begin, browser, end, MENTOR, mentor, server, shared } from '../support/scenes/caseload.ts';
import { MentorApp } from '../support/scenes/mentor-app.ts';
import { PHONE, Studio } from '../support/studio.ts';

beforeAll(begin);
afterAll(end);

const WORDS = {
	'en-GB': {
		wet: 'Wet signature',
		goal: 'Goal',
		action: [
			'What will be done (Specific)',
			'How we will know (Measurable)',
			'What makes it possible',
			'Why it matters now',
		],
		photo: 'Photo of the signature',
		take: 'Take or choose a photo: Photo of the signature',
		replace: 'Take or choose another photo: Photo of the signature',
		remove: 'Remove the photo',
		unsent: 'This photo is sent when you save.',
		stored: 'This photo is on record.',
		save: 'Save the plan',
		saved: 'Plan saved.',
		again: 'SMART Action Plan',
		heic: /Most Compatible/,
		draft: 'You began this earlier. What you typed is still here.',
	},
	'cy-GB': {
		wet: 'Llofnod ag inc',
		goal: 'Nod',
		action: [],
		photo: 'Llun o’r llofnod',
		take: 'Tynnu neu ddewis llun: Llun o’r llofnod',
		replace: 'Tynnu neu ddewis llun arall: Llun o’r llofnod',
		remove: 'Tynnu’r llun oddi yma',
		unsent: 'Caiff y llun hwn ei anfon pan fyddwch yn cadw.',
		stored: 'Mae’r llun hwn ar gofnod.',
		save: 'Cadw’r cynllun',
		saved: 'Cadwyd y cynllun.',
		again: 'Cynllun gweithredu SMART',
		heic: /Most Compatible/,
		draft: 'Dechreuoch hyn yn gynharach. Mae’r hyn a deipioch yma o hyd.',
	},
};

/** A photo larger than a poor connection carries, as a phone takes it. */
async function taken(name: string, background: string): Promise<string> {
	const path = join(server.data, name);
	const noise = { type: 'gaussian', mean: 200, sigma: 30 } as const;
	const grain = await sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#fff', noise } })
		.png()
		.toBuffer();
	await sharp(grain).tint(background).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toFile(path);
	return path;
}

const sizeOf = (page: Page) =>
	page.locator('.photo img').evaluate((image) => {
		const { naturalWidth: width, naturalHeight: height } = image as HTMLImageElement;
		return { width, height };
	});

describe.each(['en-GB', 'cy-GB'] as const)('on a phone in %s', (language) => {
	const words = WORDS[language];

	it('a photo is taken, kept with the draft, saved, seen again, replaced and removed', async () => {
		const mentee = await addMentee(mentor, 'Ink', language);
		const actions = [
			{ what: 'Ring', measure: 'Rung', achievable: 'Free', relevance: 'Now', due_on: '2026-12-24', status: 'open' },
		];
		const made = await mentor.post('/items/action_plans', { mentee, goal: 'A job', actions });
		const plan = made.body.data.id as string;
		const of = async () => (await mentor.get(`/items/action_plans/${plan}?fields=signature_photo,evidence`)).body.data;
		const app = await MentorApp.signIn(browser, server, MENTOR, { locale: language });
		const { page } = app;
		if (language === 'cy-GB') await page.getByRole('button', { name: 'Cymraeg' }).click();
		await app.go(`steps/plan/${mentee}`);
		// Agreement waits folded up until somebody comes to it.
		await page.locator('details.part summary').first().click();
		expect(await page.getByLabel(words.take).count()).toBe(0);
		await page.getByLabel(words.wet).check();
		await page.getByLabel(words.take).setInputFiles(await taken('first.jpg', '#7090ff'));
		await page.getByText(words.unsent).waitFor();
		expect(await sizeOf(page)).toEqual({ width: expect.any(Number), height: 1600 });
		expect(await app.faults()).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);

		await page.getByLabel(words.replace).setInputFiles({
			...{ name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0', 'latin1') },
		});
		await page.getByRole('alert').getByText(words.heic).waitFor();
		await page.waitForTimeout(500);
		page.once('dialog', (dialog) => void dialog.accept());
		await page.reload();
		await page.getByText(words.draft).waitFor();
		await page.getByText(words.unsent).waitFor();
		const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/steps/plan'));
		await page.getByRole('button', { name: words.save }).click();
		expect((await sent).postData()!.length).toBeLessThan(420_000);
		await page.getByText(words.saved).waitFor();
		const first = await of();
		expect(first).toEqual({ evidence: 'wet', signature_photo: expect.any(String) });

		await page.getByRole('link', { name: words.again, exact: true }).click();
		await page.getByText(words.stored).waitFor();
		expect(await sizeOf(page)).toMatchObject({ height: 1600 });
		await page.getByLabel(words.replace).setInputFiles(await taken('second.jpg', '#ff9070'));
		await page.getByText(words.unsent).waitFor();
		await page.getByRole('button', { name: words.save }).click();
		await page.getByText(words.saved).waitFor();
		const second = await of();
		expect([second.evidence, second.signature_photo === first.signature_photo]).toEqual(['wet', false]);

		await page.getByRole('link', { name: words.again, exact: true }).click();
		await page.getByText(words.stored).waitFor();
		await page.getByRole('button', { name: words.remove }).click();
		await page.getByLabel(words.take).waitFor();
		await page.getByRole('button', { name: words.save }).click();
		await page.getByText(words.saved).waitFor();
		expect(await of()).toEqual({ evidence: 'wet', signature_photo: null });
		await page.context().close();
	});
});
