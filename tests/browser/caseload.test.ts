/** The page where a Peer Mentor arrives: who is due, what is overdue, in English and Welsh. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { day } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { addReferral, begin, browser, end, MENTOR, mentor, server, until, world } from '../support/scenes/caseload.ts';
import { PHONE, Studio, demoPassword } from '../support/studio.ts';
import { PASSWORD } from '../support/world.ts';

const people = (page: Page) => page.locator('.person-row .name').allInnerTexts();

beforeAll(begin);
afterAll(end);

describe('a Peer Mentor who signs in', () => {
	it('arrives at the mentors’ app, whatever page was left last, and goes on to the Studio by its link', async () => {
		await mentor.patch('/users/me/track/page', { last_page: '/content/referrals' });
		const { page } = await Studio.signInPage(browser, server, PHONE);
		await page.fill('input[type=email]', MENTOR);
		await page.fill('input[type=password]', demoPassword(server));
		await page.click('button[type=submit]');
		await page.waitForURL('**/mentor/');
		await page.getByRole('heading', { name: 'My caseload', level: 1 }).waitFor();
		await page.locator('.menu summary').click();
		await page.locator('.menu').getByRole('link', { name: 'All records (the full system)' }).click();
		await page.waitForURL('**/admin/caseload');
		await page.getByRole('heading', { name: 'My people' }).waitFor();
		expect(new URL(page.url()).pathname).toBe('/admin/caseload');
		const onTop = () => page.evaluate(() => document.elementFromPoint(60, 400)?.closest('main') != null);
		await expect.poll(onTop, { timeout: 30_000 }).toBe(true);
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
