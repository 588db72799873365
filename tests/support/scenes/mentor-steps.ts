/** A Peer Mentor who records everything in the mentors' app, step by step. */
import { randomUUID } from 'node:crypto';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { signIn } from '../client.ts';
import { PASSWORD, worldOf, type World } from '../world.ts';
import { INTERVIEWED, SMART_ACTION, STARTS, STATEMENT } from '../complete-forms.ts';

export let server: TestServer;
export let world: World;
export let mentor: Client;
export let colleague: Client;

export type Row = Record<string, unknown>;
type Values = Record<string, Row | Row[]>;

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	mentor = world.north.mentors[0]!.client;
	colleague = world.north.mentors[1]!.client;
}

export const end = () => server.stop();

/** The other mentor of the same Supplier, who reads Welsh from here on. */
export async function inWelsh(): Promise<Client> {
	const { email, user } = world.north.mentors[1]!;
	await world.admin.patch(`/users/${user}`, { language: 'cy-GB' });
	return signIn(server.url, { email, password: PASSWORD });
}

export const send = (
	step: string,
	about: string | null,
	values: Values,
	{ key = randomUUID() as string, who = mentor } = {},
) => who.post(`/mentor/api/steps/${step}`, { key, about, values });

/** Saves a step that is right. */
export async function saved(step: string, about: string | null, values: Values, who = mentor): Promise<Row> {
	const { status, body } = await send(step, about, values, { who });
	if (status !== 200) throw new Error(`${step}: ${JSON.stringify(body)}`);
	return body.data.records;
}

export const opened = async (step: string, about?: string, who = mentor) =>
	(await who.get(`/mentor/api/steps/${step}${about ? `/${about}` : ''}`)).body.data;

/** What was refused, as `part.field` or `part.row.field`. */
export function places(body: { errors: { extensions: Row }[] }): string[] {
	return body.errors.map(({ extensions: { part, row, field } }) =>
		[part, row, field].filter((each) => each !== undefined).join('.'),
	);
}

const NAMED = { first_name: 'Test', last_name: 'Person' };
const REFERRAL = { ...NAMED, route: 'jobcentre_plus', dwp_customer: 'no', received_on: '2023-10-02' };
const SESSIONS = ['2023-10-16', '2023-10-23', '2023-10-30', '2023-11-06'];
const CONSENT = { decision: 'given', decided_on: '2023-10-16', ...STATEMENT };
const CLAIMANT = { ...STARTS, benefit_position: 'unemployed_without_benefits' };
const AGREED = { agreed_on: '2023-10-27', evidence: 'electronic' };

export const COMPLETION = {
	ended_on: '2024-01-15',
	end_reason: 'completed',
	final_review_on: '2024-01-15',
	next_steps: 'College',
	shorter_support_reason: 'Found work',
};
/** Five weeks and more after the last session. */
export const DROPOUT = { ended_on: '2024-01-15', end_reason: 'dropout', end_reason_detail: 'Did not answer' };

export async function referredByStep(more: Row = {}, who = mentor): Promise<string> {
	return (await saved('add-referral', null, { referral: { ...REFERRAL, ...more } }, who)).referral as string;
}

/** A whole journey by the steps of the app alone. */
export async function bySteps(leaving: Row): Promise<string> {
	const about = await referredByStep();
	await saved('initial-meeting', about, {
		meeting: { held_on: '2023-10-09', ...CLAIMANT },
		next: { next_appointment_on: '2023-10-16', next_appointment_at: '10:00' },
	});
	await saved('start', about, {
		consent: CONSENT,
		start: { start_on: '2023-10-16' },
		survey: { completed_on: '2023-10-16' },
	});
	await saved('diagnostic-interview', about, { interview: { held_on: '2023-10-16', ...INTERVIEWED } });
	await saved('plan', about, { plan: { goal: 'A job' }, actions: [SMART_ACTION], agreement: AGREED });
	for (const held_on of SESSIONS)
		await saved('session', about, { session: { held_on, mode: 'face_to_face', minutes: 60 } });
	await saved('missed-session', about, {
		session: { held_on: '2023-11-13', mode: 'face_to_face', attendance: 'missed' },
	});
	const { values } = await opened('leaving', about);
	await saved('leaving', about, {
		leaving,
		actions: values.actions.map(({ id }: Row) => ({ id, status: 'handed_on' })),
		told: { told_to: 'work_coach', about: 'left_early', told_on: '2024-01-16' },
	});
	return about;
}

/** The same journey, record by record, as the Studio's forms write it. */
export async function byForms(leaving: Row): Promise<string> {
	const post = async (collection: string, record: Row) => {
		const { status, body } = await mentor.post(`/items/${collection}`, record);
		if (status !== 200) throw new Error(`${collection}: ${JSON.stringify(body)}`);
		return body.data.id as string;
	};
	const referral = await post('referrals', REFERRAL);
	await post('initial_meetings', { referral, held_on: '2023-10-09', ...CLAIMANT });
	const { body } = await mentor.get(`/items/mentees?filter[referral][_eq]=${referral}&fields=id`);
	const mentee = body.data[0].id as string;
	const change = async (record: Row) => {
		const { status, body } = await mentor.patch(`/items/mentees/${mentee}`, record);
		if (status !== 200) throw new Error(JSON.stringify(body));
	};
	await change({ next_appointment_on: '2023-10-16', next_appointment_at: '10:00' });
	await post('consents', { mentee, ...CONSENT });
	await change({ start_on: '2023-10-16' });
	await post('baseline_surveys', { mentee, completed_on: '2023-10-16' });
	await post('diagnostic_interviews', { mentee, held_on: '2023-10-16', ...INTERVIEWED });
	const plan = await post('action_plans', { mentee, goal: 'A job', actions: [SMART_ACTION], ...AGREED });
	for (const held_on of SESSIONS) await post('sessions', { mentee, held_on, mode: 'face_to_face', minutes: 60 });
	await post('sessions', { mentee, held_on: '2023-11-13', mode: 'face_to_face', attendance: 'missed', minutes: null });
	await change(leaving);
	const actions = await mentor.get(`/items/actions?filter[action_plan][_eq]=${plan}&fields=id`);
	await mentor.patch(`/items/actions/${actions.body.data[0].id}`, { status: 'handed_on' });
	await post('notifications_to_jobcentre', {
		mentee,
		told_to: 'work_coach',
		about: 'left_early',
		told_on: '2024-01-16',
	});
	return referral;
}

/** Every record of a person as a mentor reads it, without what tells two people apart. */
export async function recordsOf(referral: string): Promise<Record<string, Row[]>> {
	const of: Record<string, object> = {
		referrals: { id: { _eq: referral } },
		mentees: { referral: { _eq: referral } },
		...Object.fromEntries(
			['initial_meetings', 'consents', 'notifications_to_jobcentre', 'service_level_clocks'].map((name) => [
				name,
				{ referral: { _eq: referral } },
			]),
		),
		...Object.fromEntries(
			['diagnostic_interviews', 'action_plans', 'sessions', 'baseline_surveys'].map((name) => [
				name,
				{ mentee: { referral: { _eq: referral } } },
			]),
		),
		actions: { action_plan: { mentee: { referral: { _eq: referral } } } },
	};
	const records: Record<string, Row[]> = {};
	for (const [collection, filter] of Object.entries(of)) {
		const query = { filter, fields: ['*'], limit: -1 };
		const { body } = await world.admin.search(`/items/${collection}`, { query });
		records[collection] = body.data
			.map(plain)
			.sort((a: Row, b: Row) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
	}
	return records;
}

const OWN = /^(id|reference|referral|mentee|action_plan|first_session|user_updated|plan_then|date_\w+|\w+_at)$/;
const KEY = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

function plain(row: Row): Row {
	const isOfRecords = (value: unknown) => Array.isArray(value) && value.some((each) => KEY.test(String(each)));
	const told = Object.entries(row).filter(([field, value]) => !OWN.test(field) && !isOfRecords(value));
	return Object.fromEntries(told.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const CUSTOMER = { dwp_customer: 'yes' };

/** Somebody who agreed to start, referred by the app. */
export async function agreed(more: Row = CUSTOMER): Promise<string> {
	const about = await referredByStep(more);
	await saved('initial-meeting', about, { meeting: { held_on: '2023-10-09', ...STARTS } });
	return about;
}

/** Somebody with an agreed plan. */
export async function planned(): Promise<string> {
	const about = await agreed();
	await saved('start', about, { start: { start_on: '2023-10-16' } });
	await saved('plan', about, {
		plan: { goal: 'A job' },
		actions: [SMART_ACTION],
		agreement: { agreed_on: '2023-10-27', evidence: 'wet' },
	});
	return about;
}

export const countOf = async (collection: string, filter: object) => {
	const query = { filter, fields: ['id'], limit: -1 };
	return (await world.admin.search(`/items/${collection}`, { query })).body.data.length as number;
};
export const sessionsOf = (referral: string) => countOf('sessions', { mentee: { referral: { _eq: referral } } });
