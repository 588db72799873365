/** What a Peer Mentor records from the caseload, on a phone: sessions, and what is due. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { addMentee, begin, browser, end, LONG_AGO, MENTOR, mentor, server, until } from '../support/scenes/caseload.ts';
import { demoPassword, PHONE, Studio } from '../support/studio.ts';
import { Thumb } from '../support/thumb.ts';
import { INTERVIEWED, SMART_ACTION } from '../support/complete-forms.ts';

const sessionsOf = async (mentee: string) =>
	(await mentor.get(`/items/sessions?filter[mentee][_eq]=${mentee}&fields=held_on,minutes,attendance,mode,note`)).body
		.data;

beforeAll(begin);
afterAll(end);

describe('from the sign-in page to a saved session on a phone', () => {
	it.each<[string, number, (thumb: Thumb, page: Page, name: string) => Promise<void>]>([
		[
			'with the big button',
			8,
			async (thumb, page, name) => {
				await thumb.tap(page.getByRole('link', { name: 'Record a session', exact: true }));
				await thumb.pick(page.getByLabel('Mentee', { exact: true }), name);
			},
		],
		[
			'from the row of the Mentee',
			6,
			async (thumb, page, name) => {
				await thumb.tap(page.getByRole('link', { name: `Record a session with ${name}` }));
			},
		],
	])('%s takes at most %i taps', async (way, most, open) => {
		const name = `Tap ${way}`;
		const mentee = await addMentee(mentor, 'Tap', way);
		const studio = await Studio.signInPage(browser, server, PHONE);
		const { page } = studio;
		const thumb = new Thumb(page);
		await thumb.type(page.locator('input[type=email]'), MENTOR);
		await thumb.type(page.locator('input[type=password]'), demoPassword(server));
		await thumb.tap(page.locator('button[type=submit]'));
		await page.waitForURL('**/mentor/');
		await studio.open('/caseload');
		await open(thumb, page, name);
		await thumb.tap(page.getByRole('button', { name: 'Save the session' }));
		await page.getByRole('status').getByText(`Saved: session 1 of 8 with ${name}`).waitFor();
		expect(thumb.taps).toBeLessThanOrEqual(most);
		expect(await sessionsOf(mentee)).toEqual([
			{ held_on: today(), minutes: 60, attendance: 'attended', mode: 'face_to_face', note: null },
		]);
	});
});

describe('recording a session', () => {
	it('says beside the field what cannot be, and keeps what was typed when the network fails', async () => {
		const mentee = await addMentee(mentor, 'Gwen', 'Evans-Refused');
		const studio = await Studio.enter(browser, server, MENTOR, PHONE);
		const { page } = studio;
		await studio.open(`/caseload/session?mentee=${mentee}`);
		await page.getByLabel('Cancelled by the mentee earlier').check();
		await page.getByLabel('Note (optional)').fill('Rang to say so');
		const year = page.getByRole('group', { name: 'Date' }).getByLabel('Year');
		await year.fill('2031');
		await page.getByRole('button', { name: 'Save the session' }).click();
		await page.getByRole('alert').getByText('is in the future').waitFor();
		expect(await sessionsOf(mentee)).toEqual([]);

		await year.fill(today().slice(0, 4));
		await page.route('**/items/sessions*', (route) => route.abort());
		await page.getByRole('button', { name: 'Save the session' }).click();
		await until(page, 'The server did not answer.');
		await page.unroute('**/items/sessions*');
		await page.getByRole('button', { name: 'Save the session' }).click();
		await until(page, 'This session with Gwen Evans-Refused does not count; 0 of 8 held so far.');
		expect(await sessionsOf(mentee)).toEqual([
			{
				held_on: today(),
				minutes: null,
				attendance: 'cancelled_earlier',
				mode: 'face_to_face',
				note: 'Rang to say so',
			},
		]);
	});

	it('does not call a session that is stored a failure when only its number could not be asked for', async () => {
		const mentee = await addMentee(mentor, 'Gwen', 'Evans-Counted');
		const studio = await Studio.enter(browser, server, MENTOR, PHONE);
		const { page } = studio;
		await studio.open(`/caseload/session?mentee=${mentee}`);
		await page.route('**/items/mentees/*', (route) => route.abort());
		await page.getByRole('button', { name: 'Save the session' }).click();
		await page.getByRole('status').getByText('The session is saved.').waitFor();
		expect(await sessionsOf(mentee)).toHaveLength(1);
	});

	it('asks for the Mentee before anything is sent', async () => {
		const studio = await Studio.enter(browser, server, MENTOR, PHONE);
		await studio.open('/caseload/session');
		await studio.page.getByRole('button', { name: 'Save the session' }).click();
		await studio.page.getByRole('alert').getByText('Choose the Mentee whom you met.').waitFor();
	});
});

describe('one tap on what is due', () => {
	it('opens the form that answers it, of the right person, and what is refused is said beside the field', async () => {
		const mentee = await addMentee(mentor, 'Tap', 'Interview-Test');
		const studio = await Studio.signIn(browser, server, MENTOR);
		const { page } = studio;
		await page.getByRole('link', { name: /^Diagnostic Interview with Tap Interview-Test/ }).click();
		await page.getByRole('heading', { name: 'Tap Interview-Test', exact: true }).waitFor();
		await page.locator('[data-field="aspirations"] textarea').fill('A job with animals');
		await page.locator('[data-field="needs"] textarea').fill('Company');
		await page.locator('[data-field="barriers"]').getByText('None of these', { exact: true }).click();
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await until(page, 'Value is required');
		await studio.day('held_on', '2031-03-02');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await until(page, /is in the future/);
		await studio.day('held_on', today());
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.getByRole('status').getByText('Saved: Diagnostic Interview, Tap Interview-Test').waitFor();
		const { body } = await mentor.get(
			`/items/diagnostic_interviews?filter[mentee][_eq]=${mentee}&fields=held_on,aspirations`,
		);
		expect(body.data).toEqual([{ held_on: today(), aspirations: 'A job with animals' }]);
		expect(await page.getByRole('link', { name: /^Diagnostic Interview with Tap Interview-Test/ }).count()).toBe(0);
	});

	it('opens the plan that was begun instead of a second one', async () => {
		const mentee = await addMentee(mentor, 'Tap', 'Plan-Test');
		const held_on = addDays(LONG_AGO, 3);
		await mentor.post('/items/diagnostic_interviews?fields=id', { mentee, held_on, ...INTERVIEWED });
		await mentor.post('/items/action_plans?fields=id', { mentee, goal: 'Begun before', actions: [SMART_ACTION] });
		const studio = await Studio.signIn(browser, server, MENTOR);
		const { page } = studio;
		await page.getByRole('link', { name: /^SMART Action Plan with Tap Plan-Test/ }).click();
		await studio.day('agreed_on', today());
		expect(await page.locator('[data-field="goal"] textarea').inputValue()).toBe('Begun before');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await page.getByRole('status').getByText('Saved: SMART Action Plan, Tap Plan-Test').waitFor();
		const { body } = await mentor.get(`/items/action_plans?filter[mentee][_eq]=${mentee}&fields=agreed_on,goal`);
		expect(body.data).toEqual([{ agreed_on: today(), goal: 'Begun before' }]);
	});
});

it('what has no due date stands below what has, a few at first, one tap from the record that answers it', async () => {
	const name = 'Aaron Aardvark-Test';
	const mentee = await addMentee(mentor, 'Aaron', 'Aardvark-Test');
	const tell = `Tell whoever referred ${name} the result`;
	const studio = await Studio.signIn(browser, server, MENTOR, PHONE);
	const { page } = studio;
	const list = page.getByRole('region', { name: /^To complete/ });
	await list.waitFor();
	expect(await list.getByRole('listitem').count()).toBe(5);
	await list.getByRole('button', { name: /^Show all \d+$/ }).click();
	await list.getByRole('link', { name: tell }).click();
	await page.getByRole('heading', { name, exact: true }).waitFor();
	await studio.day('told_on', today());
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByRole('status').getByText(`Saved: Who was told the result, ${name}`).waitFor();
	const { body } = await mentor.get(
		`/items/notifications_to_jobcentre?filter[mentee][_eq]=${mentee}&fields=told_to,about,result,told_on`,
	);
	expect(body.data).toEqual([
		{ told_to: 'third_party', about: 'referral_result', result: 'will_start', told_on: today() },
	]);
	await list.getByRole('button', { name: /^Show all/ }).click();
	expect(await list.getByRole('link', { name: tell }).count()).toBe(0);
});

it('a digital session beyond the share that may be digital is warned of, and asks whether it was agreed', async () => {
	const mentee = await addMentee(mentor, 'Gwen', 'Evans-Digital');
	const held_on = addDays(today(), -1);
	await mentor.patch(`/items/mentees/${mentee}?fields=id`, { start_on: held_on });
	const session = { mentee, held_on, minutes: 60, attendance: 'attended', mode: 'face_to_face' };
	await mentor.post('/items/sessions?fields=id', session);
	const studio = await Studio.enter(browser, server, MENTOR, PHONE);
	const { page } = studio;
	await studio.open(`/caseload/session?mentee=${mentee}`);
	await page.getByLabel('Digital').check();
	await until(page, 'One more digital session with Gwen Evans-Digital passes the share that may be digital');
	await page.getByLabel('The Mentee agreed to meet digitally').check();
	await page.getByRole('button', { name: 'Save the session' }).click();
	await page.getByRole('status').getByText('Saved: session 2 of 8').waitFor();
	const { body } = await mentor.get(
		`/items/sessions?filter[mentee][_eq]=${mentee}&sort=-held_on&fields=mode,digital_agreed`,
	);
	expect(body.data[0]).toEqual({ mode: 'digital', digital_agreed: true });
});
