/** A return that wants something, and the page on which it is made. */
import type { Knex } from 'knex';
import type { Browser, Locator } from 'playwright-core';
import { expect } from 'vitest';
import { databaseOf } from '../database.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { openBrowser, PHONE, Studio } from '../studio.ts';
import { worldOf, type World } from '../world.ts';
import { INTERVIEWED, STARTS } from '../complete-forms.ts';

export const MI = 'test-9-mi@example.org';
export const WELSH_MI = 'welsh-mi@example.org';
export let server: TestServer;
export let browser: Browser;
export let world: World;
let knex: Knex;
export let mentor: Client;
/** Whose initial meeting has no outcome, which only the record can mend. */
export let unfinished: Record<'id' | 'reference', string>;
/** Whose first session was not on the start date, which can be acknowledged. */
export let startedLate: Record<'id' | 'reference', string>;

export async function rows(client: Client, collection: string, query: string): Promise<Record<string, string>[]> {
	return (await client.get(`/items/${collection}?${query}`)).body.data;
}

export async function referred(received_on: string, met_on?: string, outcome?: string) {
	const person = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', received_on };
	const { status, body } = await mentor.post('/items/referrals?fields=id,reference', person);
	expect([status, body.errors]).toEqual([200, undefined]);
	if (met_on) {
		const meeting = { referral: body.data.id, held_on: met_on, ...(outcome === 'start' ? STARTS : { outcome }) };
		expect((await mentor.post('/items/initial_meetings?fields=id', meeting)).status).toBe(200);
	}
	return body.data as Record<'id' | 'reference', string>;
}

export async function openReturn(studio: Studio, month: string): Promise<void> {
	const filter = `filter[contract][_eq]=${world.north.contract}&filter[month][_eq]=${month}`;
	const [row] = await rows(world.north.mi, 'mi_returns', `${filter}&fields=id`);
	await studio.open(`/content/mi_returns/${row!.id}`);
}

/** What is pressed in the form is pressed again where the form asks whether it is meant. */
export async function confirm({ page }: Studio, name: string): Promise<void> {
	await page.getByRole('button', { name }).click();
	await page.getByRole('alertdialog').getByRole('button', { name }).click();
}

export const fits = async ({ page }: Studio) =>
	expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(PHONE.width);

export async function cells(table: Locator): Promise<string[][]> {
	await table.waitFor();
	return table
		.locator('tbody tr')
		.evaluateAll((found) =>
			found.map((row) => [...row.querySelectorAll('td')].map(({ innerText }) => innerText.trim())),
		);
}

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	browser = await openBrowser();
	world = await worldOf(server);
	knex = databaseOf(server);
	mentor = world.north.mentors[0]!.client;
	await world.user('Supplier MI', WELSH_MI, world.north.id, 'cy-GB');
	startedLate = await referred('2024-02-01', '2024-02-05', 'start');
	const [mentee] = await rows(mentor, 'mentees', `filter[referral][_eq]=${startedLate.id}&fields=id`);
	await mentor.patch(`/items/mentees/${mentee!.id}?fields=id`, { start_on: '2024-02-06' });
	const interview = { mentee: mentee!.id, held_on: '2024-02-06', ...INTERVIEWED };
	expect((await mentor.post('/items/diagnostic_interviews?fields=id', interview)).status).toBe(200);
	const session = { mentee: mentee!.id, held_on: '2024-02-08', minutes: 60, attendance: 'attended' };
	expect((await mentor.post('/items/sessions?fields=id', { ...session, mode: 'face_to_face' })).status).toBe(200);
	unfinished = await referred('2024-03-04', '2024-03-06', 'declined');
	// As an import of old records can leave it: no form lets anybody save it so.
	await knex('initial_meetings').where({ referral: unfinished.id }).update({ outcome: null });
}

export async function end(): Promise<void> {
	await browser?.close();
	await knex?.destroy();
	await server?.stop();
}
