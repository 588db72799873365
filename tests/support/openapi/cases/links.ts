import sharp from 'sharp';
import { today } from '../../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { MOST_BYTES } from '../../../../extensions/peer-mentoring/src/domain/journey/signature-photo.ts';
import { jsonOf } from '../asking.ts';
import type { Cases, Found } from '../found.ts';
import { NOBODY } from '../found.ts';
import { planOf } from './journey.ts';

/** As many links that never were as somebody may try in an hour. */
export const UNKNOWN_LINKS = 10;
const HTML = 'text/html';
const WRONG = { token: '0'.repeat(40) };
const PERSON = {
	...{ first_name: 'Outside', last_name: 'Test-Person', phone: '01632 960 001', email: 'outside@example.org' },
	...{ preferred_language: 'cy-GB', aged_18_or_over: 'yes' },
};
const COACH = {
	...{ ...PERSON, route: 'jobcentre_plus', work_coach: 'Test Coach', referrer_phone: '01632 960 002' },
	referrer_email: 'coach@example.org',
};
const CHARITY = {
	...PERSON,
	third_party_type: 'charity',
	third_party_contact: 'Test Contact',
	permission_obtained: true,
};

/** What is opened by a secret address, and who makes it. */
export const links: Cases = {
	'POST /calendar-feed': () => [
		{ as: 'Peer Mentor', status: 200 },
		{ as: 'Administrator', status: 403 },
	],
	'GET /calendar-feed': () => [{ as: 'Peer Mentor', status: 200 }],
	'GET /calendar-feed/{file}': async (found) => {
		const answer = await found.ask('Peer Mentor', 'POST /calendar-feed');
		const file = String(jsonOf(answer).data.url).split('/').at(-1) ?? '';
		return [
			{ as: null, status: 200, places: { file } },
			{ as: null, status: 404, places: { file: 'none.ics' } },
			{ as: null, status: 404, places: { file: 'none' }, accept: HTML },
			// Whoever tries as many as may be tried in an hour is held back, and nobody who has one that works.
			...Array.from({ length: UNKNOWN_LINKS - 2 }, () => ({ as: null, status: 404, places: { file: 'none' } })),
			{ as: null, status: 429, places: { file: 'none' } },
			{ as: null, status: 200, places: { file } },
		];
	},
	'DELETE /calendar-feed': () => [{ as: 'Peer Mentor', status: 204 }],
	'POST /signature-photo/{id}': async (found) => {
		const places = await signedPlan(found);
		return [
			{ as: 'Peer Mentor', status: 200, places, parts: { photo: await photo() } },
			{ as: 'Peer Mentor', status: 400, places, parts: { photo: 'words' } },
			{ as: 'Peer Mentor', status: 413, places, parts: { photo: Buffer.alloc(MOST_BYTES + 1) } },
			{ as: 'Peer Mentor', status: 415, places },
			{ as: 'Supplier MI', status: 403, places, parts: { photo: await photo() } },
		];
	},
	'GET /signature-photo/{id}': async (found) => [
		{ as: 'Supplier Manager', status: 200, places: await signedPlan(found) },
		{ as: 'Buyer', status: 403, places: await signedPlan(found) },
	],
	'DELETE /signature-photo/{id}': async (found) => [
		{ as: 'Supplier MI', status: 403, places: await signedPlan(found) },
		{ as: 'Peer Mentor', status: 204, places: await signedPlan(found) },
	],
	'POST /plan-confirmation/links/{id}': async (found) => [
		{ as: 'Peer Mentor', status: 200, places: { id: await planOf(found) } },
		{ as: 'Supplier Manager', status: 200, places: { id: await planOf(found) }, json: { send: true } },
		{ as: 'Peer Mentor', status: 403, places: { id: NOBODY } },
	],
	'GET /plan-confirmation/{token}': async (found) => {
		const places = await planLink(found);
		return [
			{ as: null, status: 200, places },
			{ as: null, status: 200, places, accept: HTML, query: 'lang=cy' },
			{ as: null, status: 404, places: WRONG },
			{ as: null, status: 404, places: WRONG, accept: HTML },
		];
	},
	'POST /plan-confirmation/{token}': async (found) => {
		const [places, changed] = [await planLink(found), await changedPlan(found)];
		return [
			{ as: null, status: 400, places, json: {} },
			{ as: null, status: 400, places, form: { answer: 'change_asked' }, accept: HTML },
			{ as: null, status: 413, places, json: { answer: 'agreed', asked_change: 'x'.repeat(30_000) } },
			{ as: null, status: 415, places, parts: { answer: 'agreed' } },
			{ as: null, status: 200, places, form: { switch_to: 'cy-GB' }, accept: HTML },
			{ as: null, status: 409, places: changed, json: { answer: 'agreed' } },
			{ as: null, status: 200, places, json: { answer: 'agreed' } },
			{ as: null, status: 404, places, json: { answer: 'agreed' } },
		];
	},
	'GET /refer': () => [
		{ as: 'Referrer', status: 200, accept: HTML },
		{ as: null, status: 401, accept: HTML },
		{ as: 'Administrator', status: 403 },
	],
	'POST /refer': async (found) => {
		const json = { ...COACH, jobcentre_office: await office(found) };
		const { permission_obtained: _, ...form } = { ...json, permission_obtained: undefined };
		return [
			{ as: 'Referrer', status: 200, json },
			{ as: 'Referrer', status: 200, form, accept: HTML },
			{ as: 'Referrer', status: 200, form: { switch_to: 'cy-GB' }, accept: HTML },
			{ as: 'Referrer', status: 400, json: {} },
			{ as: 'Referrer', status: 400, form: {}, accept: HTML },
			{ as: 'Referrer', status: 413, json: { work_coach: 'x'.repeat(30_000) } },
			{ as: 'Referrer', status: 415, parts: { route: 'x' } },
		];
	},
	'GET /refer/results': () => [
		{ as: 'Referrer', status: 200 },
		{ as: 'Referrer', status: 200, accept: HTML, query: 'lang=cy' },
	],
	'POST /refer/links/{id}': async (found) => [
		{ as: 'Supplier Manager', status: 200, places: { id: await referralLink(found) } },
		{ as: 'Supplier Manager', status: 403, places: { id: NOBODY } },
	],
	'GET /refer/{token}': async (found) => [
		{ as: null, status: 200, places: await referralToken(found), accept: HTML },
		{ as: null, status: 404, places: WRONG },
	],
	'POST /refer/{token}': async (found) => {
		const places = await referralToken(found);
		return [
			{ as: null, status: 200, places, json: CHARITY },
			{ as: null, status: 400, places, json: {} },
			{ as: null, status: 413, places, json: { third_party_contact: 'x'.repeat(30_000) } },
			{ as: null, status: 415, places, parts: { route: 'x' } },
			{ as: null, status: 404, places: WRONG, json: CHARITY },
		];
	},
	'GET /refer/{token}/results': async (found) => {
		const places = await referralToken(found);
		return [
			{ as: null, status: 200, places },
			{ as: null, status: 200, places, accept: HTML },
			{ as: null, status: 404, places: WRONG },
		];
	},
};

async function planLink(found: Found, id?: string) {
	const places = { id: id ?? (await planOf(found)) };
	const answer = await found.ask('Peer Mentor', 'POST /plan-confirmation/links/{id}', { places });
	return { token: String(jsonOf(answer).data.url).split('/').at(-1) ?? '' };
}

/** A link whose plan reads otherwise by now. A new link to a plan ends the one before it: this is another's. */
async function changedPlan(found: Found) {
	const id = await planOf(found, 1);
	const places = await planLink(found, id);
	const { body } = await found.as('Peer Mentor').patch(`/items/action_plans/${id}`, { goal: 'Another goal' });
	if (body.errors) throw new Error(JSON.stringify(body));
	return places;
}

const office = (found: Found) => found.key('Administrator', 'jobcentre_offices', 'filter[delivery_area][cpa][_eq]=9');

async function referralLink(found: Found): Promise<string> {
	found.kept.link ??= await found.made('Supplier Manager', 'referral_links', {
		contract: await found.key('Supplier Manager', 'call_off_contracts', 'filter[reference][_eq]=PM-CPA9'),
		...{ route: 'third_party', organisation: 'Test Recovery Charity', expires_on: addDays(today(), 30) },
	});
	return found.kept.link;
}

async function referralToken(found: Found) {
	const places = { id: await referralLink(found) };
	const answer = await found.ask('Supplier Manager', 'POST /refer/links/{id}', { places });
	return { token: String(jsonOf(answer).data.url).split('/').at(-1) ?? '' };
}

/** A plan with a wet signature, and a photo of it. */
async function signedPlan(found: Found): Promise<{ id: string }> {
	const id = await planOf(found, 1);
	const client = found.as('Peer Mentor');
	await client.patch(`/items/action_plans/${id}`, { evidence: 'wet' });
	const { status, body } = await client.upload(`/signature-photo/${id}`, { photo: await photo() });
	if (status !== 200) throw new Error(JSON.stringify(body));
	return { id };
}

const photo = () =>
	sharp({ create: { width: 40, height: 20, channels: 3, background: '#fff' } })
		.jpeg()
		.toBuffer();
