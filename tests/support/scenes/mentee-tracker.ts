/** Mentees of every kind, of whom a tracker speaks or is silent. */
import type { Knex } from 'knex';
import { expect } from 'vitest';
import { decryptWorkbook, rowsOf } from '../agile.ts';
import { csv } from '../csv.ts';
import { databaseOf } from '../database.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';
import { INTERVIEWED, PLANNED } from '../complete-forms.ts';

export type Row = Record<string, unknown>;

export const PASSWORD = 'otter violin ladder plum';
export const NORTH = '/mentee-tracker/TEST-9/2024-06.xlsx';
export const TEXT = '=HYPERLINK("http://example.org")';
export let server: TestServer;
export let world: World;
export let knex: Knex;
export let mi: Client;
export let mentor: Client;
const NO_CUSTOMER = { dwp_customer: 'no', route: 'third_party', benefit_type: null };

/** People by the import, who agreed to start on 22 April. */
export async function load(
	client: Client,
	contract: string,
	cpa: number,
	mentor_email: string,
	people: Record<string, string | null>[],
): Promise<void> {
	const rows = people.map((person) => ({
		contract,
		cpa,
		mentor_email,
		route: 'jobcentre_plus',
		received_on: '2024-04-15',
		first_name: 'Test',
		last_name: `Person-${person.reference}`,
		aged_18_or_over: 'yes',
		preferred_language: 'en-GB',
		dwp_customer: 'yes',
		benefit_type: 'UC',
		initial_meeting_on: '2024-04-22',
		initial_meeting_outcome: 'start',
		...person,
	}));
	const { status, body } = await client.upload('/caseload/import', { caseload: csv('caseload', rows) });
	expect([status, body.errors]).toEqual([200, undefined]);
}

export async function menteeOf(reference: string): Promise<string> {
	return (await knex('mentees').where({ reference }).first('id')).id;
}

export async function add(collection: string, record: Row, client = mentor): Promise<void> {
	const { status, body } = await client.post(`/items/${collection}`, record);
	expect([status, body.errors]).toEqual([200, undefined]);
}

/** Everything that the tracker can say of somebody, and what comes after June. */
async function tellEverything(): Promise<void> {
	const mentee = await menteeOf('FULL');
	const { status, body } = await mentor.patch(`/items/mentees/${mentee}`, {
		substances: ['heroin', 'alcohol'],
		employment_status: 'looking_for_work',
		unemployment_length: 'from_36_months',
		benefits: ['universal_credit', 'personal_independence_payment'],
		disclosure: 'disclosed_after_joining',
		disclosed_on: '2024-05-20',
	});
	expect([status, body.errors]).toEqual([200, undefined]);
	await add('diagnostic_interviews', {
		mentee,
		held_on: '2024-05-06',
		...INTERVIEWED,
		barriers: ['other_health', 'housing', 'other'],
		health_needs: ['mental_health'],
		housing: 'urgent_problem',
		other_barriers: ['debt'],
		barrier_detail: TEXT,
	});
	await add('action_plans', { mentee, agreed_on: '2024-05-13', evidence: 'wet', ...PLANNED });
	const held = [
		['2024-05-06', 'attended'],
		['2024-05-13', 'attended'],
		['2024-05-20', 'missed'],
		['2024-05-27', 'cancelled_on_the_day'],
		['2024-06-03', 'cancelled_by_mentor'],
		['2024-06-30', 'attended'],
		['2024-07-01', 'attended'],
		['2024-07-02', 'missed'],
	];
	for (const [held_on, attendance] of held) {
		await add('sessions', { mentee, held_on, attendance, mode: 'face_to_face', minutes: 60 });
	}
	for (const [status, since_on] of [
		['in_treatment', '2024-06-12'],
		['referred', '2024-05-10'],
		['completed', '2024-07-03'],
	]) {
		await add('treatment_statuses', { mentee, status, since_on });
	}
	const treatment = { referred_on: '2024-05-10', entered_on: '2024-06-12', ended_on: '2024-07-03' };
	await add('support_engagements', { mentee, kind: 'treatment', ...treatment, treatment_result: 'dropped_out' });
	const programme = { kind: 'buyer_programme', programme: 'restart_scheme' };
	await add('support_engagements', { mentee, ...programme, referred_on: '2024-06-04', entered_on: '2024-06-18' });
	const training = { kind: 'training', training_type: 'vocational' };
	await add('support_engagements', { mentee, ...training, entered_on: '2024-06-20' });
	const job = { kind: 'employment', sector: 'construction' };
	await add('support_engagements', { mentee, ...job, entered_on: '2024-07-08' });
	await mentor.patch(`/items/mentees/${mentee}`, { ended_on: '2024-07-10', end_reason: 'started_work' });
}

async function leaveOut(): Promise<void> {
	const decision = async (reference: string, word: string) => {
		const { id } = await knex('referrals').where({ reference }).first('id');
		await add('consents', { referral: id, decision: word, decided_on: '2024-07-05' });
	};
	await decision('WITHDREW', 'withdrawn');
	await decision('REFUSED', 'refused');
	const officer = (await world.user('Data Protection Officer', 'officer@example.org')).client;
	const { id } = await knex('referrals').where({ reference: 'ERASED' }).first('id');
	await add('erasures', { referral: id, requested_on: '2024-07-05', reason: 'Article 17' }, officer);
	// No form lets anybody write this: the tracker must not rely on that.
	await knex('mentees').where({ reference: 'CONSENT' }).update({ nino: 'QQ999999A' });
}

export async function tracker(client: Client, path = NORTH): Promise<Row[]> {
	const { status, content } = await client.download(path, { password: PASSWORD });
	expect([status, status === 200 ? '' : content.toString()]).toEqual([200, '']);
	return rowsOf(decryptWorkbook(content, PASSWORD), 'Mentee Tracker');
}

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	knex = databaseOf(server);
	({ mi } = world.north);
	mentor = world.north.mentors[0]!.client;
	await world.admin.patch(`/items/call_off_contracts/${world.north.contract}`, { consent_required_to_start: false });
	await load(mi, 'TEST-9', 9, world.north.mentors[0]!.email, [
		{ reference: 'FULL', start_on: '2024-05-06', nino: 'QQ123456A', benefit_type: 'UC' },
		{ reference: 'CONSENT', start_on: '2024-06-28', ...NO_CUSTOMER, consent_given_on: '2024-04-15' },
		{ reference: 'WITHDREW', start_on: '2024-05-06', ...NO_CUSTOMER, consent_given_on: '2024-04-15' },
		{ reference: 'REFUSED', start_on: '2024-05-06', ...NO_CUSTOMER },
		{ reference: 'ERASED', start_on: '2024-05-06' },
		{ reference: 'LATER', start_on: '2024-07-01' },
		{ reference: 'AGREED', start_on: null },
	]);
	await load(mi, 'TEST-9', 9, world.north.mentors[1]!.email, [{ reference: 'OTHER', start_on: '2024-06-10' }]);
	await load(world.west.mi, 'TEST-1', 1, world.west.mentors[0]!.email, [{ reference: 'WEST', start_on: '2024-06-11' }]);
	await tellEverything();
	await leaveOut();
}

export async function end(): Promise<void> {
	await knex.destroy();
	await server.stop();
}
