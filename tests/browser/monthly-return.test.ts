/** The page of a month’s return: what is missing, submission, correction, and the records behind a figure. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
	begin,
	browser,
	cells,
	confirm,
	end,
	fits,
	mentor,
	MI,
	openReturn,
	referred,
	rows,
	server,
	startedLate,
	unfinished,
	WELSH_MI,
	world,
} from '../support/scenes/monthly-return.ts';
import { DESK, PHONE, Studio } from '../support/studio.ts';
import { PASSWORD } from '../support/world.ts';

/** A whole journey, on a machine that does other things as well. */
vi.setConfig({ testTimeout: 180_000 });

beforeAll(begin, 180_000);
afterAll(end);

describe('the MI lead', () => {
	let studio: Studio;
	let page: Page;

	beforeAll(async () => {
		studio = await Studio.enter(browser, server, MI, DESK, PASSWORD);
		({ page } = studio);
	});

	it('is told what is missing, follows it to its record, declares, explains, submits and has the receipt', async () => {
		await openReturn(studio, '2024-03');
		await page.getByRole('button', { name: 'Check the return' }).click();
		await page.getByRole('status').getByText('9 things are missing:').waitFor();
		const submit = page.getByRole('button', { name: 'Submit the return' });
		const part = (name: string) => page.getByRole('group', { name });

		const toMend = part('Outcome of the initial meeting missing');
		await toMend.getByText('Has to be put right in the record.').waitFor();
		const link = toMend.getByRole('link', { name: unfinished.reference });
		await link.click();
		await page.waitForURL(`**/content/referrals/${unfinished.id}`);
		await page.getByText(unfinished.reference).first().waitFor();
		const [meeting] = await rows(mentor, 'initial_meetings', `filter[referral][_eq]=${unfinished.id}&fields=id`);
		expect((await mentor.patch(`/items/initial_meetings/${meeting!.id}`, { outcome: 'declined' })).status).toBe(200);
		await page.goBack();

		await page.getByRole('button', { name: 'Check the return' }).click();
		await page.getByRole('status').getByText('8 things are missing:').waitFor();
		expect(await toMend.count()).toBe(0);
		const record = part('SME spend').getByRole('link', { name: 'Record it' });
		expect(await record.getAttribute('href')).toMatch(/\/content\/spend_entries\/\+$/);
		await part('SME spend').getByRole('checkbox', { name: 'Declare that there is none' }).click();
		await part('Subcontractor spend').getByRole('checkbox', { name: 'Declare that there is none' }).click();
		for (const name of ['Spend against profile', 'Mitigations where', 'Results achieved', 'Remedial plans']) {
			await part(name).getByRole('checkbox', { name: 'Nothing to report' }).click();
		}
		await studio.field('recruitment').locator('textarea').fill('Two mentors joined.');
		await page.getByRole('status').getByText('7 things are missing:').waitFor();
		expect(await submit.isDisabled()).toBe(true);
		await page.getByText('It can be submitted once everything above is put right').waitFor();
		const late = part('First session not on the start date');
		await late.getByRole('link', { name: startedLate.reference }).waitFor();
		await late.getByLabel('Why the return is right without it').fill('Met at the start, session two days later');

		await confirm(studio, 'Submit the return');
		await page.getByText(/Submitted on \d+ \w+ \d{4}, \d\d:\d\d\. It was late/).waitFor();
		const filter = `filter[contract][_eq]=${world.north.contract}&filter[month][_eq]=2024-03`;
		const fields = 'fields=status,sha256,versions.version,versions.acknowledged,versions.submitted_by.email';
		const [stored] = await rows(world.admin, 'mi_returns', `${filter}&${fields}`);
		expect(stored).toMatchObject({
			status: 'submitted',
			versions: [
				{
					version: 1,
					submitted_by: { email: MI },
					acknowledged: [{ code: 'first_session_not_on_start', reason: 'Met at the start, session two days later' }],
				},
			],
		});
		await page.getByText(`SHA-256 of its workbook: ${stored!.sha256}`).waitFor();
		await studio.field('status').getByText('Submitted', { exact: true }).waitFor();
		expect(await studio.field('recruitment').locator('textarea').inputValue()).toBe('Two mentors joined.');
		const parts = await rows(world.north.mi, 'periodic_returns', `${filter}&fields=status,nil_declared`);
		expect(parts).toEqual([
			{ status: 'submitted', nil_declared: true },
			{ status: 'submitted', nil_declared: true },
		]);
	});

	it('records that it was sent through Jaggaer, with its receipt', async () => {
		const sending = page.getByRole('region', { name: 'Sent to the Buyer' });
		await sending.getByText('Submitted, not yet sent.').waitFor();
		await sending.getByRole('button', { name: 'Download the archive to send' }).waitFor();
		const record = sending.getByRole('button', { name: 'Record it as sent' });
		expect(await record.isDisabled()).toBe(true);
		await sending.getByLabel('Jaggaer reference').fill('ITT-2024-3');
		const receipt = { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') };
		await sending.locator('input[type=file]').setInputFiles(receipt);
		await sending.getByText('Receipt chosen: receipt.pdf').waitFor();
		await record.click();
		await sending.getByText(/Sent through Jaggaer on \d+ \w+ \d{4}, reference ITT-2024-3\./).waitFor();
		await sending.getByRole('button', { name: 'Download the receipt' }).waitFor();
		await sending.getByRole('button', { name: 'Correct this' }).waitFor();
	});

	it('corrects it with a reason once a figure has changed, and sees what has changed', async () => {
		await openReturn(studio, '2024-03');
		const why = page.getByLabel('Why it is corrected');
		const submit = page.getByRole('button', { name: 'Submit a correction' });
		await page.getByRole('heading', { name: 'Correct this return' }).waitFor();
		await page.getByRole('button', { name: 'Check the return' }).click();
		await page.getByLabel('Why the return is right without it').fill('As before');
		expect(await submit.isDisabled()).toBe(true);
		await why.fill('A referral was entered late');
		await confirm(studio, 'Submit a correction');
		await page.getByText('no figure has changed since: there is nothing to correct').waitFor();
		expect(await why.inputValue()).toBe('A referral was entered late');

		await referred('2024-03-11');
		await confirm(studio, 'Submit a correction');
		const versions = studio.field('versions');
		await versions.getByText('2', { exact: true }).click();
		const changed = page.locator('[data-field="differences"] table');
		expect(await cells(changed)).toEqual([
			['Total referrals: Jobcentre Plus', '2', '3'],
			['Total referrals: Total', '2', '3'],
			['New referrals: Jobcentre Plus', '1', '2'],
			['New referrals: Total', '1', '2'],
			['Initial meetings within 10 Working Days of the referral: Service level: of how many', '2', '3'],
			['Initial meetings within 10 Working Days of the referral: Service level: percent', '100', '66.7'],
		]);
		expect(await studio.field('reason').locator('textarea').inputValue()).toBe('A referral was entered late');
	});

	it('opens the records behind a figure below it, and closes them again', async () => {
		await openReturn(studio, '2024-03');
		await page.getByRole('button', { name: 'Show the figures' }).click();
		const starts = page.getByRole('button', { name: 'Total starts: 1.' });
		await starts.click();
		const behind = page.getByRole('region', { name: 'The records behind: Total starts' });
		expect(await cells(behind.getByRole('table'))).toEqual([[startedLate.reference, '6 February 2024', 'Counted']]);
		expect(await starts.getAttribute('aria-expanded')).toBe('true');
		const below = (await behind.boundingBox())!.y - (await starts.boundingBox())!.y;
		expect(below).toBeLessThan(100);
		await page.getByRole('button', { name: 'Total completions: 0.' }).click();
		await page.getByRole('region', { name: 'The records behind: Total completions' }).getByText('No record.').waitFor();
		expect(await behind.count()).toBe(0);
		await starts.click();
		await behind.getByRole('link', { name: startedLate.reference }).click();
		await page.waitForURL(`**/content/referrals/${startedLate.id}`);
	});
});

it('all of it is in Welsh and fits a phone', async () => {
	const studio = await Studio.enter(browser, server, WELSH_MI, PHONE, PASSWORD);
	const { page } = studio;
	await openReturn(studio, '2024-02');
	await page.getByRole('button', { name: 'Gwirio’r adroddiad' }).click();
	await page.getByRole('status').getByText('Pethau sydd ar goll: 6').waitFor();
	const part = page.getByRole('group', { name: 'Sesiwn gyntaf heb fod ar y dyddiad dechrau' });
	await part.getByRole('link', { name: startedLate.reference }).waitFor();
	await page.getByText('Gellir ei gyflwyno ar ôl i bopeth uchod').waitFor();
	await page.getByRole('button', { name: 'Dangos y ffigurau' }).click();
	await page.getByRole('button', { name: 'Cyfanswm yr atgyfeiriadau: 1.' }).click();
	await page.getByRole('region', { name: 'Y cofnodion y tu ôl i: Cyfanswm yr atgyfeiriadau' }).waitFor();
	await fits(studio);
	const english = /\b(missing|Submit|return|record|figure|Measure|Referrals|starts|Counted|Draft|Month|week)\b/i;
	expect(await page.locator('main').innerText()).not.toMatch(english);
	await part.getByLabel('Pam mae’r adroddiad yn gywir hebddo').fill('Cyfarfod ar y dechrau');
	for (const each of await page.getByRole('checkbox', { name: 'Dim byd i’w adrodd' }).all()) await each.click();
	await confirm(studio, 'Cyflwyno’r adroddiad');
	await page.getByText(/Cyflwynwyd ar \d+ \S+ \d{4}, \d\d:\d\d\. Roedd yn hwyr/).waitFor();
	await studio.field('status').getByText('Wedi’i gyflwyno', { exact: true }).waitFor();

	await page.getByRole('button', { name: 'Gwirio’r adroddiad' }).click();
	await page.getByLabel('Pam mae’r adroddiad yn gywir hebddo').fill('Fel o’r blaen');
	await page.getByLabel('Pam y caiff ei gywiro').fill('Cofnodwyd atgyfeiriad yn hwyr');
	await referred('2024-02-12');
	await confirm(studio, 'Cyflwyno cywiriad');
	await studio.field('versions').getByText('2', { exact: true }).click();
	const changed = page.locator('[data-field="differences"] table');
	expect((await cells(changed))[1]).toEqual(['Cyfanswm yr atgyfeiriadau: Cyfanswm', '1', '2']);
	await fits(studio);
	const checksum = page.locator('[data-field="sha256"] .fact').last();
	expect(await checksum.evaluate((text) => text.scrollWidth <= text.clientWidth)).toBe(true);
});
