/** Reads the records that the Mentee Tracker of a contract shows, page by page (3.5). */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { consentRefused, type ConsentDecision } from '../../domain/privacy/consent.ts';
import { listIn } from '../../domain/journey/record-rules.ts';
import { trackerRow, type TrackerRow } from '../../domain/returns/tracker/columns.ts';
import type { Engagement, TrackerRecord } from '../../domain/returns/tracker/record.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import { sessionOf } from '../journey/journeys.ts';

export interface TrackerScope {
	contract: StoredContract;
	cutOff: CalendarDay;
	/** The account of the Peer Mentor whose Mentees alone are meant (3.6). */
	mentorUser?: string;
}

type Row = Record<string, unknown>;

/** Few enough for memory to stay small, for SQLite's number of parameters, and for others to be answered in between. */
const PAGE = 400;

/**
 * One row for each Mentee ever started by the cut-off, by start day, without those who withdrew or refused consent or
 * were erased, as far as is known now (2.25, 2.26).
 */
export async function* trackerRows(knex: Knex, scope: TrackerScope): AsyncGenerator<TrackerRow> {
	const moment = { cutOff: scope.cutOff, minimumMinutes: scope.contract.minimum_session_minutes };
	const ownContracts = await knex('call_off_contracts').where({ supplier: scope.contract.supplier }).pluck('id');
	let last: Row | undefined;
	for (;;) {
		const page = await pageAfter(knex, scope, ownContracts, last);
		for (const record of await assemble(knex, page)) yield trackerRow(record, moment);
		if (page.length < PAGE) return;
		last = page.at(-1);
	}
}

const MENTEE = [
	'id',
	'referral',
	'start_on',
	'dwp_customer',
	'nino',
	'substances',
	'employment_status',
	'unemployment_length',
	'benefits_at_start',
	'benefits',
	'disclosure',
	'disclosed_on',
	'ended_on',
	'end_reason',
];

async function pageAfter(
	knex: Knex,
	{ contract, cutOff, mentorUser }: TrackerScope,
	ownContracts: readonly string[],
	last: Row | undefined,
): Promise<Row[]> {
	const query = knex('mentees as mentee')
		.join('referrals as referral', 'referral.id', 'mentee.referral')
		.where('mentee.supplier', contract.supplier)
		.where('mentee.restricted', false)
		.where('referral.restricted', false)
		.where('mentee.start_on', '<=', dayColumn(knex, cutOff))
		// Somebody who has moved in from another Supplier is where the contract now covers them (2.6).
		.where((theirs) =>
			theirs
				.where('referral.contract', contract.id)
				.orWhere((moved) => moved.whereNotIn('referral.contract', ownContracts).whereIn('mentee.cpa', contract.cpas)),
		)
		.orderBy(['mentee.start_on', 'mentee.id'])
		.limit(PAGE)
		.select('referral.route', ...MENTEE.map((column) => `mentee.${column}`));
	if (mentorUser !== undefined) query.where('mentee.mentor_user', mentorUser);
	if (last) {
		const start = dayColumn(knex, dayOf(last.start_on) as CalendarDay);
		// The first condition says no more than the second, but it leads straight to the place in the index.
		query
			.where('mentee.start_on', '>=', start)
			.where((later) => later.where('mentee.start_on', '>', start).orWhere('mentee.id', '>', last.id as string));
	}
	return query;
}

/** What each child table gives, in the order it was recorded where that decides. */
const CHILDREN = {
	diagnostic_interviews: ['held_on', 'barriers', 'health_needs', 'housing', 'other_barriers', 'barrier_detail'],
	action_plans: ['agreed_on', 'evidence'],
	sessions: ['held_on', 'minutes', 'mode', 'attendance', 'one_to_one'],
	treatment_statuses: ['status', 'since_on'],
	support_engagements: [
		'kind',
		'referred_on',
		'entered_on',
		'ended_on',
		'programme',
		'training_type',
		'volunteering_type',
		'education_type',
		'sector',
		'treatment_result',
		'reason_left',
	],
} as const;

async function assemble(knex: Knex, page: readonly Row[]): Promise<TrackerRecord[]> {
	const refusing = await thoseWhoRefuse(knex, page);
	const mentees = page.filter(({ referral }) => !refusing.has(referral));
	const keys = mentees.map(({ id }) => id as string);
	const childrenOf = async (table: keyof typeof CHILDREN) => {
		const rows = (await knex(table)
			.whereIn('mentee', keys)
			.orderBy(['date_created', 'id'])
			.select('mentee', ...CHILDREN[table])) as Row[];
		const byMentee = Map.groupBy(rows, (row) => row.mentee);
		return (mentee: Row) => byMentee.get(mentee.id) ?? [];
	};
	const interviews = await childrenOf('diagnostic_interviews');
	const plans = await childrenOf('action_plans');
	const sessions = await childrenOf('sessions');
	const changes = await childrenOf('treatment_statuses');
	const engagements = await childrenOf('support_engagements');
	return mentees.map((mentee) =>
		recordOf(mentee, {
			interviews: interviews(mentee).map(interviewOf),
			plans: plans(mentee).map(planOf),
			sessions: sessions(mentee).map(sessionOf),
			treatment_changes: changes(mentee).map(changeOf),
			engagements: engagements(mentee).map(engagementOf),
		}),
	);
}

async function thoseWhoRefuse(knex: Knex, page: readonly Row[]): Promise<Set<unknown>> {
	const rows = await knex('consents')
		.whereIn(
			'referral',
			page.map(({ referral }) => referral as string),
		)
		.whereIn('decision', ['given', 'refused'])
		.select('referral', 'decision', 'decided_on');
	const decisionOf = (row: Row) => ({ ...row, decided_on: dayOf(row.decided_on) }) as unknown as ConsentDecision;
	const byReferral = Map.groupBy(rows, (row) => row.referral as unknown);
	return new Set(
		[...byReferral].filter(([, own]) => consentRefused(own.map(decisionOf))).map(([referral]) => referral),
	);
}

type Records = Pick<TrackerRecord, 'interviews' | 'plans' | 'sessions' | 'treatment_changes' | 'engagements'>;

function recordOf(mentee: Row, records: Records): TrackerRecord {
	const { id: _id, referral: _referral, ...person } = mentee;
	return {
		...person,
		start_on: dayOf(mentee.start_on),
		disclosed_on: dayOf(mentee.disclosed_on),
		ended_on: dayOf(mentee.ended_on),
		substances: listIn(mentee.substances),
		benefits_at_start: listIn(mentee.benefits_at_start),
		benefits: listIn(mentee.benefits),
		...records,
	} as unknown as TrackerRecord;
}

function interviewOf({ held_on, barriers, health_needs, housing, other_barriers, barrier_detail }: Row) {
	return {
		held_on: dayOf(held_on),
		barriers: barriers === null ? null : listIn(barriers),
		health_needs: listIn(health_needs),
		housing,
		other_barriers: listIn(other_barriers),
		barrier_detail,
	} as TrackerRecord['interviews'][number];
}

function planOf({ agreed_on, evidence }: Row) {
	return { agreed_on: dayOf(agreed_on), evidence } as TrackerRecord['plans'][number];
}

function changeOf({ status, since_on }: Row) {
	return { status, since_on: dayOf(since_on) } as TrackerRecord['treatment_changes'][number];
}

function engagementOf({ mentee: _mentee, referred_on, entered_on, ended_on, ...rest }: Row): Engagement {
	return {
		...rest,
		referred_on: dayOf(referred_on),
		entered_on: dayOf(entered_on),
		ended_on: dayOf(ended_on),
	} as Engagement;
}
