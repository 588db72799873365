/** A Peer Mentor without a connection: what was loaded is there, what is recorded is kept, and sent once there is one. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { addMentee, begin, browser, end, MENTOR, mentor, server } from '../support/scenes/caseload.ts';
import { MentorApp } from '../support/scenes/mentor-app.ts';

beforeAll(begin);
afterAll(end);

const sessionsOf = async (mentee: string) =>
	(await mentor.get(`/items/sessions?filter[mentee][_eq]=${mentee}&fields=held_on,note&sort=held_on`)).body.data;

async function opened(): Promise<{ app: MentorApp; page: Page }> {
	const app = await MentorApp.signIn(browser, server, MENTOR);
	await app.page.locator('.people').first().waitFor();
	await app.isKeptOnDevice();
	return { app, page: app.page };
}

it('two sessions recorded without a connection are two sessions once it is back', async () => {
	const [one, two] = [await addMentee(mentor, 'Offline', 'One'), await addMentee(mentor, 'Offline', 'Two')];
	const { app, page } = await opened();
	await page.context().setOffline(true);
	await app.go('');
	await page.getByText('This is what was last loaded').waitFor();
	for (const name of ['Offline One', 'Offline Two']) {
		await page.getByRole('link', { name: `Record a session with ${name}` }).click();
		await page.getByLabel('Note').fill(`With ${name}`);
		await page.getByRole('button', { name: 'Save the session' }).click();
		await page.getByText(`${name}: Kept on this phone.`).waitFor();
		await page.getByRole('link', { name: 'Mentor', exact: true }).click();
		await page.locator('.people').first().waitFor();
	}
	await page.getByText('2 records wait to be sent').waitFor();
	await page.reload();
	await page.getByText('2 records wait to be sent').waitFor();
	expect([...(await sessionsOf(one)), ...(await sessionsOf(two))]).toEqual([]);

	await page.context().setOffline(false);
	await page.getByText('Sent. Offline Two: Session recorded.').waitFor();
	await expect.poll(() => page.getByText('wait to be sent').count()).toBe(0);
	await page.reload();
	await page.locator('.people').first().waitFor();
	expect(await sessionsOf(one)).toEqual([{ held_on: today(), note: 'With Offline One' }]);
	expect(await sessionsOf(two)).toEqual([{ held_on: today(), note: 'With Offline Two' }]);
});

it('is stored once where the answer was lost on its way back', async () => {
	const mentee = await addMentee(mentor, 'Lost', 'Answer');
	const { app, page } = await opened();
	await app.go(`steps/session/${mentee}`);
	await page.getByLabel('Note').fill('Once');
	await page.route('**/mentor/api/steps/session', async (route) => {
		await route.fetch();
		// The test may be done with the route by now, which ends it too.
		await route.abort().catch(() => undefined);
	});
	await page.getByRole('button', { name: 'Save the session' }).click();
	await page.getByText('Kept on this phone.').waitFor();
	expect(await sessionsOf(mentee)).toHaveLength(1);
	await page.unroute('**/mentor/api/steps/session');
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await page.getByText('Sent. Lost Answer: Session recorded.').waitFor();
	expect(await sessionsOf(mentee)).toEqual([{ held_on: today(), note: 'Once' }]);
});

it('what is refused later is shown, kept, mended and sent', async () => {
	const mentee = await addMentee(mentor, 'Later', 'Refused');
	const { app, page } = await opened();
	await page.getByRole('link', { name: 'Record a session with Later Refused' }).click();
	await page.getByLabel('Note').waitFor();
	await page.context().setOffline(true);
	await app.day('Date', addDays(today(), 20));
	await page.getByLabel('Note').fill('Of next month');
	await page.getByRole('button', { name: 'Save the session' }).click();
	await page.getByText('Kept on this phone.').waitFor();
	await page.context().setOffline(false);
	await page.getByText('1 record was not accepted').waitFor();
	await page.getByRole('link', { name: 'Look at them' }).click();
	await page.getByRole('heading', { name: 'Session, Later Refused' }).waitFor();
	await page.getByText(/future/).waitFor();
	await page.reload();
	await page.getByRole('button', { name: 'Mend and send again' }).click();
	expect(await page.getByLabel('Note').inputValue()).toBe('Of next month');
	await page
		.getByRole('alert')
		.getByText(/future/)
		.waitFor();
	await page
		.locator('.field.faulty')
		.getByText(/future/)
		.waitFor();
	await page.getByRole('button', { name: 'Today, for: Date' }).click();
	await page.getByRole('button', { name: 'Save the session' }).click();
	await page.getByText('Session recorded.').waitFor();
	expect(await sessionsOf(mentee)).toEqual([{ held_on: today(), note: 'Of next month' }]);
	await app.go('unsent');
	await page.getByText('Everything is saved.').waitFor();
});

it('signing out with something unsent asks first, and takes it away', async () => {
	await addMentee(mentor, 'Never', 'Sent');
	const { page } = await opened();
	await page.getByRole('link', { name: 'Record a session with Never Sent' }).click();
	await page.getByLabel('Note').waitFor();
	await page.context().setOffline(true);
	await page.getByRole('button', { name: 'Save the session' }).click();
	await page.getByText('Kept on this phone.').waitFor();
	await page.getByText('Menu').click();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.getByRole('alert').getByText('One record has not been sent.').waitFor();
	await page.getByRole('button', { name: 'Sign out and remove' }).click();
	await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
	await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
	await page.reload();
	await page.getByRole('heading', { name: 'The server cannot be reached' }).waitFor();
	expect(await page.locator('body').innerText()).not.toContain('Never');
});
