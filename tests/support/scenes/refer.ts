/** Somebody who refers, with an account or by a link. */
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Client } from '../client.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

export const PERSON = {
	first_name: 'Outside',
	last_name: 'Test-Person',
	phone: '01632 960 001',
	email: 'outside.person@example.org',
	preferred_language: 'cy-GB',
	aged_18_or_over: 'yes',
};

export const COACH = {
	...PERSON,
	route: 'jobcentre_plus',
	jobcentre_office: 'wrexham',
	work_coach: 'Test Coach',
	referrer_phone: '01632 960 002',
	referrer_email: 'coach@example.org',
};

export const CHARITY = {
	...PERSON,
	third_party_type: 'charity',
	third_party_contact: 'Test Contact',
	permission_obtained: true,
};

export let server: TestServer;
export let world: World;
export let referrer: Client;
export let referrerId: string;
export const inDays = (days: number) => addDays(today(), days);

export async function makeLink(change: object = {}, who = world.north.manager): Promise<string> {
	const { status, body } = await who.post('/items/referral_links', {
		contract: world.north.contract,
		route: 'third_party',
		organisation: 'Test Recovery Charity',
		expires_on: inDays(30),
		...change,
	});
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.data.id;
}

/** The path of a link's form: what the address holds after the name of the server. */
export async function issue(id: string, who = world.north.manager): Promise<string> {
	const { status, body } = await who.post(`/refer/links/${id}`);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return new URL(body.data.url).pathname;
}

export const linkPath = async (change: object = {}) => issue(await makeLink(change));

export async function ask(path: string, init: RequestInit = {}) {
	const response = await fetch(server.url + path, { redirect: 'manual', ...init });
	return { status: response.status, headers: response.headers, text: await response.text() };
}

export const sendForm = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
	ask(path, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'text/html', ...headers } });

export async function stored(reference: string) {
	const { body } = await world.admin.get(`/items/referrals?filter[reference][_eq]=${reference}`);
	return body.data;
}

/** @param env for the server, where it is to be another than that of most tests */
export async function begin(env: Record<string, string> = {}): Promise<void> {
	server = await startTestServer({ seed: 'world', env });
	world = await worldOf(server);
	const made = await world.user('Referrer', 'referrer-test@example.org');
	[referrer, referrerId] = [made.client, made.id];
	const offices = await world.admin.get('/items/jobcentre_offices?filter[delivery_area][cpa][_eq]=9&fields=id,name');
	COACH.jobcentre_office = offices.body.data[0].id;
}

export const end = () => server.stop();
