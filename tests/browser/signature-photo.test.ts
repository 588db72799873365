/** A Peer Mentor takes a photo of the signature under a plan, on a phone and at a desk, and sees it again. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMentee, begin, browser, end, MENTOR, mentor, server } from '../support/scenes/caseload.ts';
import { MentorApp } from '../support/scenes/mentor-app.ts';
import { DESK, PHONE, Studio } from '../support/studio.ts';

beforeAll(begin);
afterAll(end);

const WORDS = {
	'en-GB': {
		wet: 'Wet signature',
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
		studio: {
			take: 'Take or choose a photo',
			sent: 'The photo is stored with the plan.',
			remove: 'Remove the photo',
			save: 'Save',
		},
	},
	'cy-GB': {
		wet: 'Llofnod ag inc',
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
		studio: {
			...{ take: 'Tynnu neu ddewis llun', sent: 'Mae’r llun wedi’i gadw gyda’r cynllun.' },
			remove: 'Tynnu’r llun oddi yma',
		},
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

async function planOf(name: string, more: object = {}): Promise<{ mentee: string; plan: string }> {
	const mentee = await addMentee(mentor, 'Ink', name);
	const actions = [
		{ what: 'Ring', measure: 'Rung', achievable: 'Free', relevance: 'Now', due_on: '2026-12-24', status: 'open' },
	];
	const { body } = await mentor.post('/items/action_plans', { mentee, goal: 'A job', actions, ...more });
	return { mentee, plan: body.data.id };
}

/** For whoever wants to look at it: `SHOTS=folder`. */
async function look(page: Page, name: string): Promise<void> {
	if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true });
}

const sizeOf = (page: Page) =>
	page.locator('.photo img').evaluate((image) => {
		const { naturalWidth: width, naturalHeight: height } = image as HTMLImageElement;
		return { width, height };
	});

describe.each(['en-GB', 'cy-GB'] as const)('on a phone in %s', (language) => {
	const words = WORDS[language];

	it('a photo is taken, kept with the draft, saved, seen again, replaced and removed', async () => {
		await mentor.patch('/users/me', { language });
		const { mentee, plan } = await planOf(language);
		const of = async () => (await mentor.get(`/items/action_plans/${plan}?fields=signature_photo,evidence`)).body.data;
		const app = await MentorApp.signIn(browser, server, MENTOR, { locale: language });
		const { page } = app;
		await app.go(`steps/plan/${mentee}`);
		await page.getByLabel(words.wet).waitFor();
		expect(await page.getByLabel(words.take).count()).toBe(0);
		await page.getByLabel(words.wet).check();
		await page.getByLabel(words.take).setInputFiles(await taken('first.jpg', '#7090ff'));
		await page.getByText(words.unsent).waitFor();
		expect(await sizeOf(page)).toEqual({ width: expect.any(Number), height: 1600 });
		await look(page, `app-${language}-390`);
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

	it('the Studio shows the photo on the form of the plan, and takes another', async () => {
		await mentor.patch('/users/me', { language });
		const { plan } = await planOf(`Studio ${language}`, { evidence: 'wet' });
		const studio = await Studio.enter(browser, server, MENTOR);
		const { page } = studio;
		await studio.open(`/content/action_plans/${plan}`);
		const field = studio.field('signature_photo');
		await field.getByRole('button', { name: words.studio.take }).waitFor();
		for (const name of ['third.jpg', 'fourth.jpg']) {
			const before = name === 'third.jpg' ? null : await field.locator('img').getAttribute('src');
			await field.locator('input[type=file]').setInputFiles(await taken(name, '#90ff70'));
			await field.getByText(words.studio.sent).waitFor();
			await expect.poll(() => field.locator('img').getAttribute('src')).not.toBe(before);
			expect(await sizeOf(page)).toEqual({ width: 1200, height: 1600 });
		}
		await look(page, `studio-${language}-1440`);
		await page.setViewportSize(PHONE);
		await field.scrollIntoViewIfNeeded();
		await look(page, `studio-${language}-390`);
		await page.setViewportSize(DESK);
		// Saving the form says nothing of the photo, which is stored already.
		await studio.field('goal').locator('textarea').fill('Another job');
		const sent = page.waitForRequest((request) => request.method() === 'PATCH');
		await studio.save();
		expect((await sent).postDataJSON()).toEqual({ goal: 'Another job' });
		await studio.open(`/content/action_plans/${plan}`);
		await field.getByText(words.studio.sent).waitFor();
		await field.locator('img').waitFor();
		await field.getByRole('button', { name: words.studio.remove }).click();
		await field.getByRole('button', { name: words.studio.take }).waitFor();
		const { body } = await mentor.get(`/items/action_plans/${plan}?fields=signature_photo`);
		expect(body.data.signature_photo).toBeNull();
		await page.context().close();
	});
});
