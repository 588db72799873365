import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, day, type CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { startTestServer, type Client, type TestServer } from '../support/server.ts';
import { demoPassword, openBrowser, PHONE, Studio } from '../support/studio.ts';
import { Thumb } from '../support/thumb.ts';
import { makeWorld, PASSWORD, type World } from '../support/world.ts';

const MENTOR = 'mentor1@example.org';
const LONG_AGO = addDays(today(), -40);

let server: TestServer;
let browser: Browser;
let world: World;
let mentor: Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	browser = await openBrowser();
	world = await makeWorld(server);
	mentor = await server.login(MENTOR);
});
afterAll(async () => {
	await browser?.close();
	await server?.stop();
});

async function addReferral(by: Client, first: string, last: string, received: CalendarDay = LONG_AGO): Promise<string> {
	const referral = {
		first_name: first,
		last_name: last,
		received_on: received,
		route: 'third_party',
		permission_obtained: true,
	};
	const { status, body } = await by.post('/items/referrals?fields=id', referral);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.data.id;
}

/** Somebody who agreed to start, long enough ago for the Diagnostic Interview to be overdue. */
async function addMentee(by: Client, first: string, last: string): Promise<string> {
	const referral = await addReferral(by, first, last);
	const held_on = addDays(LONG_AGO, 2);
	await by.post('/items/initial_meetings?fields=id', { referral, held_on, outcome: 'start' });
	const { body } = await by.get(`/items/mentees?filter[referral][_eq]=${referral}&fields=id`);
	return body.data[0].id;
}

const sessionsOf = async (mentee: string) =>
	(await mentor.get(`/items/sessions?filter[mentee][_eq]=${mentee}&fields=held_on,minutes,attendance,mode,note`)).body
		.data;

const people = (page: Page) => page.locator('.person-row .name').allInnerTexts();

const until = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

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
		const { page } = await Studio.signInPage(browser, server, PHONE);
		const thumb = new Thumb(page);
		await thumb.type(page.locator('input[type=email]'), MENTOR);
		await thumb.type(page.locator('input[type=password]'), demoPassword(server));
		await thumb.tap(page.locator('button[type=submit]'));
		await page.waitForURL('**/admin/caseload');
		await open(thumb, page, name);
		await thumb.tap(page.getByRole('button', { name: 'Save the session' }));
		await page.getByRole('status').getByText(`Saved: session 1 of 8 with ${name}`).waitFor();
		expect(thumb.taps).toBeLessThanOrEqual(most);
		expect(await sessionsOf(mentee)).toEqual([
			{ held_on: today(), minutes: 60, attendance: 'attended', mode: 'face_to_face', note: null },
		]);
	});
});

describe('a Peer Mentor who signs in', () => {
	it('arrives at the caseload, whatever page was left last, with nothing lying over it', async () => {
		await mentor.patch('/users/me/track/page', { last_page: '/content/referrals' });
		const { page } = await Studio.signIn(browser, server, MENTOR, PHONE);
		await page.waitForURL('**/admin/caseload');
		await page.getByRole('heading', { name: 'My people' }).waitFor();
		const onTop = () => page.evaluate(() => document.elementFromPoint(60, 400)?.closest('main') != null);
		await expect.poll(onTop, { timeout: 5000 }).toBe(true);
	});

	it('is told what is overdue and by how many days, and finds Siân by typing sian', async () => {
		await addReferral(mentor, 'Siân', 'Môn-Test', day('2026-03-02'));
		const { page } = await Studio.signIn(browser, server, MENTOR);
		await until(page, /^Initial meeting with Siân Môn-Test: \d+ days late, due on Monday 16 March/);
		await page.getByLabel('Search by name').fill('sian mon');
		expect(await people(page)).toEqual(['Siân Môn-Test']);
		await page.getByLabel('Search by name').fill('nobody at all');
		await until(page, 'Nobody’s name has “nobody at all” in it.');
	});

	it('sees people who have left only when asking for them', async () => {
		const left = await mentor.get('/items/mentees?filter[stage][_eq]=left&fields=name&limit=1');
		const [{ name }] = left.body.data;
		const { page } = await Studio.signIn(browser, server, MENTOR);
		await page.getByRole('heading', { name: 'My people' }).waitFor();
		expect(await people(page)).not.toContain(name);
		await page.getByLabel('Show people who have left').check();
		await page.locator('.person-row .name', { hasText: name }).first().waitFor();
	});

	it('reads a kind word when nothing is due', async () => {
		const { email } = world.north.mentors[0]!;
		const { page } = await Studio.signIn(browser, server, email, PHONE, PASSWORD);
		await until(page, 'Nothing is due this week.');
		await until(page, 'Nobody is on your caseload yet.');
	});

	it('with more people than a page holds pages through them, and searches them all', async () => {
		const { client, email } = world.north.mentors[1]!;
		const many = Array.from({ length: 204 }, (_, index) => ({
			first_name: 'Person',
			last_name: `Number-${String(index).padStart(3, '0')}`,
			received_on: today(),
			route: 'third_party',
			permission_obtained: true,
		}));
		await client.post('/items/referrals?fields=id', [...many, { ...many[0], first_name: 'Siân', last_name: 'Zed' }]);
		const { page } = await Studio.signIn(browser, server, email, PHONE, PASSWORD);
		await until(page, 'Referrals, not Mentees yet (200)');
		await page.getByLabel('Search by name').fill('sian z');
		await page.locator('.person-row .name', { hasText: 'Siân Zed' }).waitFor();
		await page.getByLabel('Search by name').fill('');
		await page.getByRole('button', { name: 'Show more people' }).click();
		await until(page, 'Referrals, not Mentees yet (205)');
	});
});

describe('recording a session', () => {
	it('says beside the field what cannot be, and keeps what was typed when the network fails', async () => {
		const mentee = await addMentee(mentor, 'Gwen', 'Evans-Refused');
		const studio = await Studio.signIn(browser, server, MENTOR, PHONE);
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
		const studio = await Studio.signIn(browser, server, MENTOR, PHONE);
		const { page } = studio;
		await studio.open(`/caseload/session?mentee=${mentee}`);
		await page.route('**/items/mentees/*', (route) => route.abort());
		await page.getByRole('button', { name: 'Save the session' }).click();
		await page.getByRole('status').getByText('The session is saved.').waitFor();
		expect(await sessionsOf(mentee)).toHaveLength(1);
	});

	it('asks for the Mentee before anything is sent', async () => {
		const studio = await Studio.signIn(browser, server, MENTOR, PHONE);
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
		await mentor.post('/items/diagnostic_interviews?fields=id', { mentee, held_on });
		await mentor.post('/items/action_plans?fields=id', { mentee, goal: 'Begun before' });
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
	const studio = await Studio.signIn(browser, server, MENTOR, PHONE);
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

it('all of it is in Welsh for a Peer Mentor who works in Welsh', async () => {
	const welsh = await server.login('mentor2@example.org');
	await addReferral(welsh, 'Anna', 'Prawf', day('2026-03-02'));
	const studio = await Studio.signIn(browser, server, 'mentor2@example.org', PHONE);
	const { page } = studio;
	await page.getByRole('heading', { name: 'Fy llwyth achosion' }).waitFor();
	await until(
		page,
		/^Cyfarfod cychwynnol gydag Anna Prawf: \d+ diwrnod yn hwyr, y dyddiad cau oedd dydd Llun 16 Mawrth/,
	);
	const text = await page.locator('main').innerText();
	expect(text).not.toMatch(/\b(Overdue|late|sessions|Mentees|Referred|Next due|Search|Record)\b/);
	await studio.open('/caseload/session');
	await page.getByText('Wedi mynychu').waitFor();
	await page.getByRole('button', { name: 'Cadw’r sesiwn' }).click();
	await until(page, 'Dewiswch y mentorai');
	expect(await page.locator('main').innerText()).not.toMatch(/\b(Date|Attended|Length|Note|Save|Cancel|Choose)\b/);
});

it('a manager has no such page, nor an icon that leads to it', async () => {
	const studio = await Studio.signIn(browser, server, 'manager@example.org');
	await studio.page.locator('.module-bar a[href$="/content"]').first().waitFor();
	expect(await studio.page.locator('.module-bar a[href$="/caseload"]').count()).toBe(0);
	await studio.open('/caseload');
	await until(studio.page, 'Page Not Found');
});
