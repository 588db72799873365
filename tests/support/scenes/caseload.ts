/** A Peer Mentor with a telephone. */
import type { Browser, Page } from 'playwright-core';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays, type CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { openBrowser } from '../studio.ts';
import { makeWorld, worldOf, type World } from '../world.ts';
import { STARTS } from '../complete-forms.ts';

export const MENTOR = 'mentor1@example.org';
export const LONG_AGO = addDays(today(), -40);
export let server: TestServer;
export let browser: Browser;
export let world: World;
export let mentor: Client;

export async function addReferral(
	by: Client,
	first: string,
	last: string,
	received: CalendarDay = LONG_AGO,
): Promise<string> {
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
export async function addMentee(by: Client, first: string, last: string): Promise<string> {
	const referral = await addReferral(by, first, last);
	const held_on = addDays(LONG_AGO, 2);
	await by.post('/items/initial_meetings?fields=id', { referral, held_on, ...STARTS });
	const { body } = await by.get(`/items/mentees?filter[referral][_eq]=${referral}&fields=id`);
	return body.data[0].id;
}

export const until = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'demo' });
	browser = await openBrowser();
	await makeWorld(server.url, server.data);
	world = await worldOf(server);
	mentor = await server.login(MENTOR);
}

export async function end(): Promise<void> {
	await browser?.close();
	await server?.stop();
}
