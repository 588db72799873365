/** The address of a Peer Mentor's calendar, made and taken away in their app. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { CALENDAR_TEXTS } from '../../extensions/peer-mentoring/src/mentor/calendar/texts.ts';
import { addMentee, begin, browser, end, MENTOR, mentor, server } from '../support/scenes/caseload.ts';
import { MentorApp } from '../support/scenes/mentor-app.ts';

beforeAll(begin);
afterAll(end);

it.each(['en-GB', 'cy-GB'] as const)('in %s: made, renewed and taken away', async (language) => {
	const texts = CALENDAR_TEXTS[language];
	await mentor.patch('/users/me', { language });
	const mentee = await addMentee(mentor, 'Xan', 'Quill');
	await mentor.patch(`/items/mentees/${mentee}`, { next_appointment_on: addDays(today(), 2) });
	const { page } = await MentorApp.signIn(browser, server, MENTOR, { locale: language });
	await page.locator('main').getByRole('link', { name: texts.title, exact: true }).click();
	await page.getByText(texts.none).waitFor();
	await page.getByRole('button', { name: texts.make }).click();
	await page.getByRole('heading', { name: texts.made }).waitFor();
	const shown = () => page.getByLabel(texts.address, { exact: true }).inputValue();
	const first = await shown();
	expect(await (await fetch(first)).text()).toContain('SUMMARY:XQ: ');

	await page.reload();
	await page.locator('.inset').waitFor();
	expect(await page.locator('body').innerText()).not.toContain(first);
	await page.getByRole('button', { name: texts.renew }).click();
	await page.getByRole('heading', { name: texts.made }).waitFor();
	expect([(await fetch(first)).status, (await fetch(await shown())).status]).toEqual([404, 200]);

	const second = await shown();
	await page.getByRole('button', { name: texts.remove }).click();
	await page.getByText(texts.removed).waitFor();
	expect((await fetch(second)).status).toBe(404);

	await page.context().setOffline(true);
	await page.getByRole('button', { name: texts.make }).click();
	await page.getByRole('alert').getByText(texts.no_connection).waitFor();
});
