/** Ninety people of one Supplier, of whom something else is true of everybody, and what is done around them. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { expect } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { csv } from '../csv.ts';
import { databaseOf } from '../database.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

const PEOPLE = 90;
const AREAS = ['flintshire', 'wrexham', 'denbighshire'];
export const PERIOD = 'from=2024-01&to=2024-06';
let server: TestServer;
export let world: World;
export let knex: Knex;
export let manager: Client;

/** Two languages, three areas, two routes, and something else of everybody. */
function files() {
	const people = Array.from({ length: PEOPLE }, (_, number) => ({
		number,
		received: addDays(day('2024-01-02'), number),
	}));
	const caseload = people.map(({ number, received }) => ({
		reference: `Q-${number}`,
		contract: world.north.reference,
		cpa: 9,
		route: number % 3 === 0 ? 'third_party' : 'jobcentre_plus',
		received_on: received,
		mentor_email: world.north.mentors[0]!.email,
		first_name: 'Example',
		last_name: `Person-${number}`,
		aged_18_or_over: 'yes',
		preferred_language: number % 5 === 4 ? null : number % 2 === 0 ? 'cy-GB' : 'en-GB',
		benefit_type: number % 4 === 0 ? 'universal_credit' : null,
		initial_meeting_on: addDays(received, 3),
		initial_meeting_outcome: number % 10 === 9 ? 'declined' : 'start',
		...(number % 10 === 9
			? {}
			: {
					start_on: addDays(received, 5),
					diagnostic_interview_on: addDays(received, 5),
					action_plan_agreed_on: addDays(received, number % 7 === 0 ? 40 : 9),
					action_plan_evidence: 'electronic',
					consent_given_on: addDays(received, 5),
					consent_withdrawn_on: number % 15 === 0 ? addDays(received, 50) : null,
					ended_on: number % 4 === 0 ? addDays(received, 60) : null,
					end_reason: number % 4 === 0 ? (number % 8 === 0 ? 'completed' : 'dropout') : null,
				}),
	}));
	const sessions = people
		.filter(({ number }) => number % 10 !== 9)
		.flatMap(({ number, received }) =>
			Array.from({ length: number % 9 }, (_, count) => ({
				reference: `Q-${number}`,
				held_on: addDays(received, 5 + 6 * count),
				minutes: 60 + 15 * (count % 2),
				mode: count % 3 === 2 ? 'digital' : 'face_to_face',
				attendance: count % 4 === 3 ? 'missed' : 'attended',
			})),
		);
	return { caseload: csv('caseload', caseload), sessions: csv('sessions', sessions) };
}

/** What the files do not carry. */
async function spread(): Promise<void> {
	const people = await knex('referrals as referral')
		.leftJoin('mentees as mentee', 'mentee.referral', 'referral.id')
		.where('referral.reference', 'like', 'Q-%')
		.select('referral.id', 'referral.reference', 'mentee.id as mentee');
	const own = { supplier: world.north.id };
	const on = (text: string) => dayColumn(knex, day(text));
	for (const { id, reference, mentee } of people) {
		const number = Number(reference.slice(2));
		const delivery_area = AREAS[number % 3]!;
		await knex('referrals').where({ id }).update({ delivery_area });
		const substances = JSON.stringify(number % 2 === 0 ? ['heroin', 'alcohol'] : ['alcohol']);
		if (!mentee) continue;
		await knex('mentees').where({ id: mentee }).update({ delivery_area, substances });
		if (number % 4 !== 1) continue;
		const kind = number % 8 === 1 ? 'treatment' : 'training';
		await knex('support_engagements').insert({ id: randomUUID(), ...own, mentee, kind, entered_on: on('2024-03-04') });
	}
	const peer_mentor = world.north.mentors[0]!.id;
	const offices = await knex('jobcentre_offices').whereIn('delivery_area', AREAS).orderBy('id').select('id');
	for (const [index, { id }] of offices.entries()) {
		const at = { ...own, peer_mentor, jobcentre_office: id };
		const visit = { visited_on: on(`2024-0${index + 2}-05`), arrived_at: '09:00:00', left_at: '12:30:00' };
		await knex('office_visits').insert({ id: randomUUID(), ...at, ...visit });
		const direction = index === 0 ? 'to_mentors' : 'to_jobcentre';
		const held = { held_on: on('2024-02-06'), attendees: 3 + index, topic: 'Recovery', direction };
		await knex('upskilling_sessions').insert({ id: randomUUID(), ...at, ...held });
	}
	for (const [index, kind] of ['subcontractor', 'sme'].entries()) {
		const entry = { kind, organisation: 'Example', spent_on: on('2024-02-06'), amount_pence: 12_345 + index };
		await knex('spend_entries').insert({ id: randomUUID(), ...own, contract: world.north.contract, ...entry });
	}
}

interface Answered {
	by: string[];
	rows: Record<string, unknown>[];
	total: number | null;
}

export async function ask(query: string, who = manager): Promise<Answered> {
	const { status, body } = await who.get(`/figures?${PERIOD}&${query}`);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data;
}

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	({ manager } = world.north);
	knex = databaseOf(server);
	const { status, body } = await world.admin.upload('/caseload/import', files());
	expect([status, body.errors]).toEqual([200, undefined]);
	await spread();
}

export async function end(): Promise<void> {
	await knex.destroy();
	await server.stop();
}
