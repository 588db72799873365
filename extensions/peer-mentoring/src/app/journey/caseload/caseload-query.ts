import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { Server } from '../../shared/use-server.ts';
import {
	menteeOf,
	toDoOf,
	toDosOf,
	type Mentee,
	type OpenClock,
	type Person,
	type Place,
	type StoredMentee,
	type Unfinished,
} from '../../../domain/home/caseload/people.ts';
import { spellings } from '../../../domain/home/caseload/search.ts';
import type { ToDo } from '../../../domain/home/caseload/to-dos.ts';

export interface CaseloadQuery {
	/** Only people whose name has this in it; empty for all. */
	name: string;
	/** People who have left, or will not start, as well. */
	withLeft: boolean;
	/** The longest list of Mentees, and of referrals, to answer with. */
	limit: number;
	/** What is due up to this day. */
	until: CalendarDay;
}

export interface Caseload {
	mentees: Mentee[];
	/** Referrals that have no Mentee record. */
	referrals: Person[];
	toDos: ToDo[];
}

interface Answer {
	mentees: StoredMentee[];
	referrals: Person[];
	service_level_clocks: OpenClock[];
	unfinished: Unfinished[];
}

const MENTEE = `id name stage next_due_on sessions_counted digital_limit_reached contract { id }
	sessions(filter: {attendance: {_eq: "attended"}}, sort: ["-held_on"], limit: 1) { held_on place { id } }`;

export const CASELOAD = `query ($mentees: mentees_filter, $referrals: referrals_filter, $limit: Int, $until: String) {
	mentees(filter: $mentees, sort: ["name"], limit: $limit) { ${MENTEE} }
	referrals(filter: $referrals, sort: ["name"], limit: $limit) { id name stage next_due_on }
	service_level_clocks(
		filter: {met_on: {_null: true}, due_on: {_lte: $until}, referral: {stage: {_nin: ["left", "not_starting"]}}}
		limit: -1
	) { service_level due_on mentee { id } referral { id name } }
	unfinished: mentees(filter: {outstanding_func: {count: {_gt: 0}}}, limit: -1) { id name outstanding ended_on referral { id } }
}`;

export const MENTEES = `query {
	mentees(filter: {ended_on: {_null: true}}, limit: -1) { ${MENTEE} }
	session_places(sort: ["name"], limit: -1) { id name approved_on contract { id } }
}`;

/** Everything that the caseload shows, in one request, and of each record no more than is shown. */
export async function readCaseload(server: Server, { name, withLeft, limit, until }: CaseloadQuery): Promise<Caseload> {
	const byName = name ? [{ _or: spellings(name).map((each) => ({ name: { _icontains: each } })) }] : [];
	const answer = await ask<Answer>(server, CASELOAD, {
		mentees: { _and: [...byName, ...(withLeft ? [] : [{ ended_on: { _null: true } }])] },
		referrals: {
			_and: [
				...byName,
				{ mentees_func: { count: { _eq: 0 } } },
				...(withLeft ? [] : [{ stage: { _neq: 'not_starting' } }]),
			],
		},
		limit,
		until,
	});
	const { mentees, referrals, service_level_clocks: clocks, unfinished } = answer;
	const toDos = [...clocks.map(toDoOf), ...unfinished.flatMap(toDosOf)];
	return { mentees: mentees.map(menteeOf), referrals, toDos };
}

/** Everybody with whom a session can be held, however many, and where. */
export async function readMentees(server: Server): Promise<{ mentees: Mentee[]; places: Place[] }> {
	const answer = await ask<{ mentees: StoredMentee[]; session_places: Place[] }>(server, MENTEES);
	return { mentees: answer.mentees.map(menteeOf), places: answer.session_places };
}

function ask<Asked>(server: Server, query: string, variables = {}): Promise<Asked> {
	return server.post<Asked>('/graphql', { query, variables });
}
