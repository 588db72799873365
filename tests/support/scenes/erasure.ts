/** Somebody of whom every table says something, and somebody else who stays. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { databaseOf } from '../database.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { everyTable } from '../tables.ts';
import { worldOf, type World } from '../world.ts';
import { INTERVIEWED, SMART_ACTION, STARTS, STATEMENT } from '../complete-forms.ts';

export let server: TestServer;
export let world: World;
export let admin: Client;
export let mentor: Client;
export let officer: Client;
/** In every text that is written about the person, beside what identifies them. */
export const MARK = 'Wdihwfrost';
export const WORDS = ['Zebedee', 'Quillfeather', '900417', 'QQ765432D', 'zebedee.q@', MARK];
/** The keys of the person's rows, by collection. */
export const own: Record<string, string> = {};
/** Somebody of the same Peer Mentor, who stays. */
export const other: Record<string, string> = {};
export let reference: string;

async function add(collection: string, record: object, keys = own, who = admin): Promise<string> {
	const { status, body } = await who.post(`/items/${collection}?fields=id`, record);
	if (status !== 200) throw new Error(`${collection}: ${JSON.stringify(body)}`);
	return (keys[collection] = body.data.id);
}

async function change(collection: string, record: object, who = admin): Promise<void> {
	const { status, body } = await who.patch(`/items/${collection}/${own[collection]}`, record);
	if (status !== 200) throw new Error(`${collection}: ${JSON.stringify(body)}`);
}

/** A person who went all the way, on time and with nothing missing. */
async function journey(keys: Record<string, string>, person: object, mark: string): Promise<void> {
	await add(
		'referrals',
		{ ...person, route: 'third_party', permission_obtained: true, received_on: '2023-10-02' },
		keys,
		mentor,
	);
	await add('initial_meetings', { referral: keys.referrals, held_on: '2023-10-09', ...STARTS }, keys, mentor);
	const { body } = await mentor.get(`/items/mentees?filter[referral][_eq]=${keys.referrals}&fields=id`);
	const mentee = (keys.mentees = body.data[0].id);
	await add('diagnostic_interviews', { mentee, held_on: '2023-10-16', ...INTERVIEWED }, keys, mentor);
	await add(
		'action_plans',
		{ mentee, agreed_on: '2023-10-20', evidence: 'wet', goal: `${mark} goal`, actions: [SMART_ACTION] },
		keys,
		mentor,
	);
	await add('baseline_surveys', { mentee, completed_on: '2023-10-16' }, keys, mentor);
	for (const held_on of ['2023-10-16', '2023-10-23', '2023-10-30', '2023-11-06']) {
		const session = { mentee, held_on, mode: 'face_to_face', attendance: 'attended', minutes: 60 };
		await add('sessions', { ...session, note: `${mark} talked` }, keys, mentor);
	}
}

/** What every record can say of a person, said. */
async function everythingElse(): Promise<void> {
	const { referrals: referral, mentees: mentee } = own;
	const supplier = world.north.id;
	await change('referrals', { work_coach: `${MARK} coach`, third_party_organisation: `${MARK} House` });
	await change('initial_meetings', { notes: `${MARK} meeting`, assurance: `${MARK} sure` });
	await change('mentees', {
		start_on: '2023-10-16',
		nino: 'QQ 76 54 32 D',
		dwp_customer: 'yes',
		benefits: ['universal_credit'],
	});
	await change('mentees', { substances: ['heroin', 'alcohol'], next_steps: `${MARK} onward` });
	await change('mentees', { ended_on: '2023-12-01', end_reason: 'health' });
	await change('diagnostic_interviews', { needs: `${MARK} needs`, barrier_detail: `${MARK} detail` });
	await change('baseline_surveys', { notes: `${MARK} survey` });
	await add('actions', { supplier, action_plan: own.action_plans, what: `${MARK} action`, due_on: '2023-12-01' });
	await add('plan_reviews', {
		supplier,
		action_plan: own.action_plans,
		reviewed_on: '2023-11-01',
		summary: `${MARK} review`,
	});
	await add('consents', {
		supplier,
		referral,
		mentee,
		...STATEMENT,
		decision: await choice('consents', 'decision'),
		decided_on: '2023-10-09',
	});
	await add('notifications_to_jobcentre', {
		supplier,
		referral,
		mentee,
		told_to: await choice('notifications_to_jobcentre', 'told_to'),
		about: await choice('notifications_to_jobcentre', 'about'),
		result: await choice('notifications_to_jobcentre', 'result'),
		told_on: '2023-10-10',
	});
	const kind = await choice('support_engagements', 'kind');
	await add('support_engagements', {
		supplier,
		mentee,
		kind,
		programme: await choice('support_engagements', 'programme'),
	});
	const status = await choice('treatment_statuses', 'status');
	await add('treatment_statuses', { supplier, mentee, status, since_on: '2023-10-16' });
	await add('travel_claims', {
		supplier,
		mentee,
		session: own.sessions,
		travelled_to: await choice('travel_claims', 'travelled_to'),
		interview: `${MARK} Ltd`,
		travelled_on: '2023-11-06',
		amount_pence: 320,
	});
	await add('complaints', { supplier, mentee, received_on: '2023-11-01', complaint: `${MARK} complaint` });
	const concern = { about: 'mentee', mentee, raised_on: '2023-11-01', concern: `${MARK} concern` };
	await add('safeguarding_concerns', { ...concern, handling: `${MARK} handled`, referred_to: `${MARK} care` });
	const peer_mentor = world.north.mentors[1]?.id;
	await add('allocations', { mentee, peer_mentor, because: 'other', reason: `${MARK} reason`, from_on: '2023-10-09' });
	await add('working_wishes', {
		mentee,
		peer_mentor: world.north.mentors[0]?.id,
		side: 'mentee',
		reason: `${MARK} wish`,
	});
	const quarter = await admin.post('/items/plan_sample_draws', { contract: world.north.contract, quarter: '2023-Q4' });
	expect(quarter.status).toBe(200);
	const { body: drawn } = await admin.get(`/items/plan_samples?filter[action_plan][_eq]=${own.action_plans}`);
	own.plan_samples = drawn.data[0].id;
	const redactions = [`${MARK} goal`];
	expect((await admin.patch(`/plan-samples/${own.plan_samples}`, { redactions })).status).toBe(200);
	// Written with the row above it, so that this one's revision holds what the item says.
	await add('sample_requests', {
		supplier,
		contract: world.north.contract,
		requested_on: '2024-01-08',
		activity: await choice('sample_requests', 'activity'),
		size: 1,
		sample_items: [{ supplier, position: 1, referral, reference, response: `${MARK} sample` }],
	});
}

/** The first choice of a field. */
async function choice(collection: string, field: string): Promise<string> {
	const { body } = await admin.get(`/fields/${collection}/${field}`);
	return body.data.meta.options.choices[0].value;
}

/** What Directus itself keeps of people: comments, notifications, searches. */
async function tracesInDirectus(): Promise<void> {
	const { body: me } = await admin.get('/users/me?fields=id');
	const item = { collection: 'mentees', item: own.mentees };
	for (const [path, record] of [
		['/comments', { ...item, comment: `${MARK} comment` }],
		['/notifications', { ...item, recipient: me.data.id, subject: `Zebedee`, message: `${MARK} message` }],
		['/notifications', { recipient: me.data.id, subject: 'Due', message: `- Initial meeting: ${reference}\n- other` }],
		['/presets', { collection: 'mentees', user: me.data.id, search: 'Quillfeather' }],
	] as const) {
		expect((await admin.post(path, record)).status, path).toBe(200);
	}
}

export const erasure = (keys = own, more = {}) => ({
	referral: keys.referrals,
	requested_on: '2026-01-05',
	reason: 'Article 17(1)(b)',
	...more,
});

/** The tables in which any of these words still stands. */
export async function whereFound(words: readonly string[]): Promise<string[]> {
	const found = [...(await everyTable(server.env))].flatMap(([table, rows]) =>
		rows.flatMap((row) => words.filter((word) => row.includes(word)).map((word) => `${table}: ${word}`)),
	);
	return [...new Set(found)];
}

export function whereInFiles(words: readonly string[]): string[] {
	const files = ['database.sqlite', 'database.sqlite-wal'].map((name) => join(server.data, name));
	return files
		.filter((path) => existsSync(path))
		.flatMap((path) => {
			const bytes = readFileSync(path);
			return words.filter((word) => bytes.includes(word)).map((word) => `${path}: ${word}`);
		});
}

/** Every row that names the person who stays. */
export async function rowsOfOther(): Promise<string[]> {
	return [...(await everyTable(server.env)).values()].flat().filter((row) => row.includes(other.mentees!));
}

export async function figures(month: string): Promise<unknown> {
	const { status, body } = await world.north.mi.get(`/pmi/${world.north.reference}/${month}`);
	expect(status).toBe(200);
	return { ...body.data, as_known_at: '' };
}

/** Keeps the figures of a month as they are now, as a submitted return does. */
export async function submit(month: string): Promise<void> {
	const knex = databaseOf(server);
	const frozen = { status: 'submitted', figures: JSON.stringify(await figures(month)) };
	await knex('mi_returns').where({ contract: world.north.contract, month }).update(frozen);
	await knex.destroy();
}

export async function submitted(): Promise<string[]> {
	const returns = (await everyTable(server.env)).get('mi_returns') ?? [];
	return returns.filter((row) => JSON.parse(row).status === 'submitted');
}

export const MONTHS = ['2023-10', '2023-11', '2023-12', '2024-03'];

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world', own: true });
	world = await worldOf(server);
	({ admin } = world);
	mentor = world.north.mentors[0]?.client as Client;
	officer = (await world.user('Data Protection Officer', 'officer-test@example.org')).client;
	const contact = { phone: '07700 900417', email: 'zebedee.q@example.org' };
	await journey(
		own,
		{ first_name: 'Zebedee', last_name: 'Quillfeather', ...contact, preferred_language: 'cy-GB' },
		MARK,
	);
	await journey(other, { first_name: 'Stays', last_name: 'Here' }, 'Somebody');
	reference = (await admin.get(`/items/referrals/${own.referrals}?fields=reference`)).body.data.reference;
	await everythingElse();
	await tracesInDirectus();
}

export const end = () => server.stop();
