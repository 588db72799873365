/** Nothing that a Peer Mentor has typed is lost: not by a reload, by Back, or by a session that ends. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMentee, begin, browser, end, MENTOR, mentor, server } from '../support/scenes/caseload.ts';
import { MentorApp } from '../support/scenes/mentor-app.ts';

beforeAll(begin);
afterAll(end);

const NOTE = 'Met at the library, spoke about the course';
const note = (page: Page) => page.getByLabel('Note');
const sessionsOf = async (mentee: string) =>
	(await mentor.get(`/items/sessions?filter[mentee][_eq]=${mentee}&fields=note`)).body.data;

/** What is kept on the device, as a script that got into the page could read it. */
const onDevice = (page: Page) =>
	page.evaluate(async () => {
		const found: string[] = [];
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await new Promise<IDBDatabase>((done) => {
				const request = indexedDB.open(name);
				request.onsuccess = () => done(request.result);
			});
			for (const store of database.objectStoreNames) {
				const all = await new Promise<unknown[]>((done) => {
					const request = database.transaction(store).objectStore(store).getAll();
					request.onsuccess = () => done(request.result);
				});
				const texts = all.map((each) => {
					const { text } = each as { text?: ArrayBuffer };
					return text ? new TextDecoder('latin1').decode(text) : String(each);
				});
				found.push(...texts);
			}
			database.close();
		}
		return [...found, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join('\n');
	});

async function typed(): Promise<{ app: MentorApp; page: Page; mentee: string; name: string }> {
	const name = `Draft-${Math.random().toString(36).slice(2, 8)}`;
	const mentee = await addMentee(mentor, 'Gwen', name);
	const app = await MentorApp.signIn(browser, server, MENTOR);
	await app.go(`steps/session/${mentee}`);
	await note(app.page).fill(NOTE);
	await app.page.waitForTimeout(500);
	return { app, page: app.page, mentee, name: `Gwen ${name}` };
}

it('a draft survives a reload, and is gone once it is saved', async () => {
	const { page, mentee } = await typed();
	page.on('dialog', (dialog) => dialog.accept());
	await page.reload();
	await page.getByText('You began this earlier').waitFor();
	expect(await note(page).inputValue()).toBe(NOTE);
	await page.getByRole('button', { name: 'Save the session' }).click();
	await page.getByText('Session recorded.').waitFor();
	expect(await sessionsOf(mentee)).toEqual([{ note: NOTE }]);
	await page.getByRole('link', { name: 'Session', exact: true }).click();
	await expect.poll(() => note(page).inputValue()).toBe('');
});

it('asks before a page with something typed is left, by a link and by Back', async () => {
	const { page, mentee, name } = await typed();
	await page.getByRole('link', { name }).click();
	const dialog = page.getByRole('dialog', { name: 'You have not saved this' });
	await dialog.getByRole('button', { name: 'Stay and go on' }).click();
	expect(await note(page).inputValue()).toBe(NOTE);
	await page.getByRole('link', { name }).click();
	await dialog.getByRole('button', { name: 'Leave and keep what I typed' }).click();
	await page.getByRole('heading', { name, level: 1 }).waitFor();
	await page.getByRole('link', { name: 'Session', exact: true }).click();
	await expect.poll(() => note(page).inputValue()).toBe(NOTE);
	await note(page).fill(`${NOTE}, again`);
	await page.goBack();
	await dialog.getByRole('button', { name: 'Leave and throw it away' }).click();
	await page.getByRole('heading', { name, level: 1 }).waitFor();
	await page.getByRole('link', { name: 'Session', exact: true }).click();
	await expect.poll(() => note(page).inputValue()).toBe('');
	expect(await sessionsOf(mentee)).toEqual([]);
});

it('a session that ends leads to signing in again, and back to the page with everything in it', async () => {
	const { app, page, mentee } = await typed();
	await page.context().clearCookies();
	await page.getByRole('button', { name: 'Save the session' }).click();
	await page.getByRole('heading', { name: 'Sign in again' }).waitFor();
	expect(await page.locator('body').innerText()).not.toContain('Gwen');
	await app.signInAs(MENTOR);
	await page.getByText('You began this earlier').waitFor();
	expect(await note(page).inputValue()).toBe(NOTE);
	await page.getByRole('button', { name: 'Save the session' }).click();
	await page.getByText('Session recorded.').waitFor();
	expect(await sessionsOf(mentee)).toEqual([{ note: NOTE }]);
});

it('is unreadable on the device, and gone from it after signing out', async () => {
	const { app, page, name } = await typed();
	const kept = await onDevice(page);
	expect(kept).toContain('CryptoKey');
	expect(kept.length).toBeGreaterThan(1000);
	for (const secret of [NOTE, name, 'Demo']) expect(kept).not.toContain(secret);

	await page.getByText('Menu').click();
	await page.getByRole('button', { name: 'Sign out' }).click();
	await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
	await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
	await app.signInAs(MENTOR);
	await page.getByRole('button', { name: 'Save the session' }).waitFor();
	expect(await note(page).inputValue()).toBe('');
});

it('is gone from a device on which the app was not used for a day', async () => {
	const { page } = await typed();
	page.on('dialog', (dialog) => dialog.accept());
	await page.clock.install({ time: Date.now() + 25 * 60 * 60_000 });
	await page.reload();
	await page.getByRole('button', { name: 'Save the session' }).waitFor();
	expect(await note(page).inputValue()).toBe('');
});

it('nobody who signs in after another finds what they have typed', async () => {
	const { app, page } = await typed();
	await page.context().clearCookies();
	await page.getByRole('button', { name: 'Save the session' }).click();
	await page.getByRole('heading', { name: 'Sign in again' }).waitFor();
	await app.signInAs('mentor2@example.org');
	await page.getByText('Nid yw’r ffurflen hon yno').waitFor();
	await app.go('unsent');
	await page.getByText('Mae popeth wedi’i gadw.').waitFor();
});
