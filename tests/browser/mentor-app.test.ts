/** What a Peer Mentor does in a day with their own app, on a phone: taps are counted, and held. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { INTERVIEWED } from '../support/complete-forms.ts';
import {
	addMentee,
	addReferral,
	begin,
	browser,
	end,
	LONG_AGO,
	MENTOR,
	mentor,
	server,
} from '../support/scenes/caseload.ts';
import { MentorApp } from '../support/scenes/mentor-app.ts';
import { PHONE } from '../support/studio.ts';
import { Thumb } from '../support/thumb.ts';

beforeAll(begin);
afterAll(end);

const rowOf = (page: Page, name: string) => page.locator('.people .person', { hasText: name });
const ofMentee = async (collection: string, mentee: string, fields: string) =>
	(await mentor.get(`/items/${collection}?filter[mentee][_eq]=${mentee}&fields=${fields}`)).body.data;

async function openCaseload(): Promise<{ app: MentorApp; page: Page; thumb: Thumb }> {
	const app = await MentorApp.signIn(browser, server, MENTOR);
	await app.page.locator('.people').first().waitFor();
	return { app, page: app.page, thumb: new Thumb(app.page) };
}

describe('taps', () => {
	it('a session takes two from the row of a person', async () => {
		const mentee = await addMentee(mentor, 'Two', 'Taps');
		const { page, thumb } = await openCaseload();
		await thumb.tap(page.getByRole('link', { name: 'Record a session with Two Taps' }));
		await thumb.tap(page.getByRole('button', { name: 'Save the session' }));
		await page.getByRole('status').getByText('Two Taps: Session recorded.').waitFor();
		expect(thumb.taps).toBe(2);
		expect(await ofMentee('sessions', mentee, 'held_on,minutes,attendance,mode')).toEqual([
			{ held_on: today(), minutes: 60, attendance: 'attended', mode: 'face_to_face' },
		]);
	});

	it('a plan with one action takes eight at most, from My caseload', async () => {
		const mentee = await addMentee(mentor, 'Eight', 'Taps');
		const held_on = addDays(LONG_AGO, 5);
		await mentor.post('/items/diagnostic_interviews', { mentee, held_on, ...INTERVIEWED });
		const { page, thumb } = await openCaseload();
		await thumb.tap(page.getByRole('link', { name: /SMART Action Plan with Eight Taps/ }));
		await thumb.type(page.getByLabel('Goal'), 'A job in a kitchen');
		await thumb.type(page.getByLabel('What will be done (Specific)'), 'Ring the college');
		await thumb.type(page.getByLabel('How we will know (Measurable)'), 'A place on the course');
		await thumb.type(page.getByLabel('What makes it possible'), 'It is free');
		await thumb.type(page.getByLabel('Why it matters now'), 'Without it nothing');
		await thumb.tap(page.getByLabel('Electronic confirmation'));
		await thumb.tap(page.getByRole('button', { name: 'Save the plan' }));
		await page.getByRole('status').getByText('Eight Taps: Plan saved.').waitFor();
		expect(thumb.taps).toBeLessThanOrEqual(8);
		const [plan] = await ofMentee('action_plans', mentee, 'goal,agreed_on,evidence,actions.what,actions.due_on');
		expect(plan).toEqual({
			...{ goal: 'A job in a kitchen', agreed_on: today(), evidence: 'electronic' },
			actions: [{ what: 'Ring the college', due_on: addDays(today(), 14) }],
		});
	});

	it('leaving takes ten at most, from My caseload', async () => {
		const mentee = await addMentee(mentor, 'Ten', 'Taps');
		const { page, thumb } = await openCaseload();
		await thumb.tap(page.getByRole('link', { name: /^Ten Taps/ }));
		await thumb.tap(page.getByRole('link', { name: 'Leaving', exact: true }));
		await thumb.pick(page.getByLabel('Reason for leaving'), 'Moved out of the area');
		await thumb.type(page.getByLabel('Next steps'), 'Knows whom to ring');
		await thumb.tap(page.getByLabel('No further support'));
		await thumb.tap(page.getByRole('group', { name: 'Who was told' }).getByLabel('Work Coach'));
		await thumb.tap(page.getByLabel('Left early'));
		await thumb.tap(page.getByRole('button', { name: 'Save the leaving' }));
		await page.getByRole('status').getByText('End of support recorded.').waitFor();
		expect(thumb.taps).toBeLessThanOrEqual(10);
		const { body } = await mentor.get(`/items/mentees/${mentee}?fields=ended_on,end_reason,destination`);
		expect(body.data).toEqual({ ended_on: today(), end_reason: 'moved_away', destination: 'no_further_support' });
		expect(await ofMentee('notifications_to_jobcentre', mentee, 'told_to,about,told_on')).toEqual([
			{ told_to: 'work_coach', about: 'left_early', told_on: today() },
		]);
	});
});

it('actions of a plan are added, moved and taken away in place', async () => {
	const mentee = await addMentee(mentor, 'Many', 'Actions');
	const { app, page } = await openCaseload();
	await app.go(`steps/plan/${mentee}`);
	const what = (number: number) =>
		page.getByRole('group', { name: `Actions: ${number}` }).getByLabel('What will be done (Specific)');
	await page.getByLabel('Goal').fill('A home');
	await what(1).fill('Second');
	for (const [number, text] of [
		[2, 'First'],
		[3, 'Not at all'],
	] as const) {
		await page.getByRole('button', { name: 'Add another action' }).click();
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe(`answer-actions-${number - 1}-what`);
		await what(number).fill(text);
	}
	await page.getByRole('button', { name: 'Move up: Actions 2' }).click();
	await page.getByRole('button', { name: 'Remove Actions 3' }).click();
	expect([await what(1).inputValue(), await what(2).inputValue()]).toEqual(['First', 'Second']);
	await page.getByRole('button', { name: 'Save the plan' }).click();
	await page.getByText('Many Actions: Plan saved.').waitFor();
	await page.getByRole('link', { name: 'SMART Action Plan', exact: true }).click();
	await expect.poll(() => page.locator('.row-head h3').allInnerTexts()).toEqual(['First', 'Second']);
	await page.getByText('First', { exact: true }).click();
	await page.getByRole('group', { name: 'Progress' }).first().getByLabel('Done').check();
	await page.getByRole('button', { name: 'Save the plan' }).click();
	await page.getByText('Many Actions: Plan saved.').waitFor();
	const { body } = await mentor.get(
		`/items/actions?filter[action_plan][mentee][_eq]=${mentee}&fields=what,status&sort=what`,
	);
	expect(body.data).toEqual([
		{ what: 'First', status: 'done' },
		{ what: 'Second', status: 'open' },
	]);
});

describe('My caseload', () => {
	it('puts what can still be saved first, and whoever was not heard of for half a year last', async () => {
		await addReferral(mentor, 'Still', 'Saved', addDays(today(), -12));
		await addReferral(mentor, 'Long', 'Lost', addDays(today(), -250));
		const { page } = await openCaseload();
		const heads = await page.locator('.to-dos h2').allInnerTexts();
		expect(heads[0]).toMatch(/^(Due today|Due within seven days) \(/);
		expect(heads.findIndex((head) => head.startsWith('Overdue'))).toBeGreaterThan(0);
		expect(heads.at(-1)).toMatch(/^Not heard of for half a year/);
		const ghost = page.locator('.ghost', { hasText: 'Long Lost' });
		await ghost.getByRole('link', { name: 'Could not reach Long Lost' }).click();
		await page.getByRole('heading', { name: 'Initial meeting', level: 1 }).waitFor();
		await page.goBack();
		await page.locator('.ghost').first().waitFor();
		await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Could not reach');
	});

	it('finds a name without its accents, and shows who has left when asked', async () => {
		await addMentee(mentor, 'Siân', 'Ŵyr-Search');
		const { page } = await openCaseload();
		await page.getByLabel('Search by name').fill('sian wyr');
		await expect.poll(() => page.locator('.people .person').allInnerTexts()).toHaveLength(1);
		await rowOf(page, 'Siân Ŵyr-Search').waitFor();
		await page.getByLabel('Search by name').fill('Ten Taps');
		await page.getByText('Nobody’s name has “Ten Taps” in it.').waitFor();
		await page.getByLabel('Show people who have left').check();
		await rowOf(page, 'Ten Taps').waitFor();
	});
});

describe('one person', () => {
	it('has name, stage, next due and the first thing to do in the first third of the screen', async () => {
		const mentee = await addMentee(mentor, 'First', 'Third');
		const { app, page } = await openCaseload();
		await app.go(`people/${mentee}`);
		for (const what of [
			page.getByRole('heading', { name: 'First Third', level: 1 }),
			page.getByText('Agreed to start'),
			page.locator('.standing').getByText('Next due:'),
			page.getByText(/Diagnostic Interview with First Third/),
		]) {
			await what.waitFor();
			const { y = PHONE.height } = (await what.boundingBox()) ?? {};
			expect(y).toBeLessThan(PHONE.height / 3);
		}
		expect(await page.locator('.timeline li strong').allInnerTexts()).toEqual(['Initial meeting', 'Referral received']);
	});

	it('is nobody else’s', async () => {
		const other = await server.login('mentor3@example.org');
		const { body } = await other.get('/mentor/api/caseload');
		const { app, page } = await openCaseload();
		await app.go(`people/${body.data.people[0].id}`);
		await page.getByRole('alert').getByText('This person is not on your caseload').waitFor();
		await app.go(`steps/session/${body.data.people[0].id}`);
		await page.getByText('This form is not there').waitFor();
	});
});

it('what the server refuses stands in the summary and beside its field, and a link leads there', async () => {
	const mentee = await addMentee(mentor, 'Refused', 'Twice');
	const { app, page } = await openCaseload();
	await app.go(`steps/session/${mentee}`);
	await app.day('Date', '2099-01-01');
	await page.getByLabel('Length in minutes').fill('900');
	await page.getByRole('button', { name: 'Save the session' }).click();
	const summary = page.getByRole('alert');
	await expect.poll(() => summary.locator('li').allInnerTexts()).toHaveLength(2);
	await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
	for (const message of await summary.locator('li').allInnerTexts()) {
		expect(message).not.toMatch(/[a-z]+_[a-z]+|null|undefined|invalid/i);
		await page.locator('.field.faulty', { hasText: message }).waitFor();
	}
	await summary.getByRole('link').first().click();
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer-session-held_on');
	expect(await ofMentee('sessions', mentee, 'id')).toEqual([]);
	await page.getByRole('button', { name: 'Today, for: Date' }).click();
	await page.getByLabel('Length in minutes').fill('45');
	await page.getByRole('button', { name: 'Save the session' }).click();
	await page.getByText('Refused Twice: Session recorded.').waitFor();
});
