/** Reads the records that the Mentee Tracker of a contract shows, page by page (3.5). */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { isCustomerOn } from '../../domain/journey/customer.ts';
import { consentRefused, type ConsentDecision } from '../../domain/privacy/consent.ts';
import { listIn } from '../../domain/journey/record-rules.ts';
import { trackerRow, type TrackerRow } from '../../domain/returns/tracker/columns.ts';
import type { Engagement, TrackerRecord } from '../../domain/returns/tracker/record.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import { withMore, type PersonRows, type Row } from '../journey/reader/columns.ts';
import { journeyOf, only, sessionOf } from '../journey/reader/journey-of.ts';
import { readLists } from '../language/lists.ts';
import { streamJourneys, type Reading } from '../journey/reader/read-journeys.ts';

export interface TrackerScope {
	contract: StoredContract;
	cutOff: CalendarDay;
	/** The account of the Peer Mentor whose Mentees alone are meant (3.6). */
	mentorUser?: string;
	/** Told of each Mentee who is shown, by the key of their record. */
	shown?: (mentee: string) => void;
}

/**
 * One row for each Mentee ever started by the cut-off, by start day, without those who withdrew or refused consent or
 * were erased, as far as is known now (2.25, 2.26).
 */
export async function* trackerRows(knex: Knex, scope: TrackerScope): AsyncGenerator<TrackerRow> {
	const { cutOff, contract } = scope;
	const moment = { cutOff, terms: contract.terms, lists: await readLists(knex) };
	const selection = { where: whoIsIn(knex, scope), by: ['mentee.start_on', 'mentee.id'] };
	for await (const { mentee, refused, record } of streamJourneys(knex, TRACKED_PERSON, selection)) {
		// 2.28: from the day that somebody becomes a DWP customer, it is no longer a matter of consent.
		if (refused && !isCustomerOn(record, scope.cutOff)) continue;
		scope.shown?.(mentee);
		yield trackerRow(record, moment);
	}
}

function whoIsIn(knex: Knex, { contract, cutOff, mentorUser }: TrackerScope) {
	const ownContracts = knex('call_off_contracts').where({ supplier: contract.supplier }).select('id');
	return (people: Knex.QueryBuilder) => {
		people
			.where('mentee.supplier', contract.supplier)
			.where({ 'mentee.restricted': false, 'referral.restricted': false })
			.where('mentee.start_on', '<=', dayColumn(knex, cutOff))
			// Somebody who has moved in from another Supplier is where the contract now covers them (2.6).
			.where((theirs) =>
				theirs
					.where('referral.contract', contract.id)
					.orWhere((moved) =>
						moved.whereNotIn('referral.contract', ownContracts.clone()).whereIn('mentee.cpa', contract.cpas),
					),
			);
		if (mentorUser !== undefined) people.where('mentee.mentor_user', mentorUser);
		return people;
	};
}

const RECORDED = ['id', 'date_created'];

/** A journey with all else that the tracker shows, and whether the person refused consent. */
const TRACKED_PERSON: Reading<{ mentee: string; refused: boolean; record: TrackerRecord }> = {
	columns: withMore({
		mentees: [
			'id',
			'nino',
			'substances',
			'employment_status',
			'unemployment_length',
			'benefits_at_start',
			'benefits',
			'disclosure',
			'disclosed_on',
		],
		diagnostic_interviews: ['date_created', 'barriers', 'health_needs', 'housing', 'other_barriers', 'barrier_detail'],
		sessions: ['mode'],
		treatment_statuses: [...RECORDED, 'status', 'since_on'],
		support_engagements: [
			...RECORDED,
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
		consents: ['decision', 'decided_on'],
	}),
	of: (rows) => ({
		mentee: String(only(rows, 'mentees')?.id),
		refused: consentRefused((rows.consents ?? []).map(decisionOf)),
		record: recordOf(rows),
	}),
};

function decisionOf({ decision, decided_on }: Row): ConsentDecision {
	return { decision: decision as ConsentDecision['decision'], decided_on: dayOf(decided_on) as CalendarDay };
}

function recordOf(rows: PersonRows): TrackerRecord {
	const journey = journeyOf(rows);
	const mentee = only(rows, 'mentees') as Row;
	return {
		// Field by field: nothing that names the person goes any further (3.5).
		route: journey.route,
		start_on: journey.start_on,
		diagnostic_interview_on: journey.diagnostic_interview_on,
		action_plan_agreed_on: journey.action_plan_agreed_on,
		action_plan_evidence: journey.action_plan_evidence,
		ended_on: journey.ended_on,
		end_reason: journey.end_reason,
		dwp_customer: mentee.dwp_customer,
		customer_since_on: dayOf(mentee.customer_since_on),
		nino: mentee.nino,
		disclosure: mentee.disclosure,
		employment_status: mentee.employment_status,
		unemployment_length: mentee.unemployment_length,
		disclosed_on: dayOf(mentee.disclosed_on),
		substances: listIn(mentee.substances),
		benefits_at_start: listIn(mentee.benefits_at_start),
		benefits: listIn(mentee.benefits),
		interviews: recorded(rows, 'diagnostic_interviews').map(interviewOf),
		sessions: (rows.sessions ?? []).map(sessionOf),
		treatment_changes: recorded(rows, 'treatment_statuses').map(changeOf),
		engagements: recorded(rows, 'support_engagements').map(engagementOf),
	} as TrackerRecord;
}

/** Rows in the order in which they were recorded, which decides between those of one day. */
function recorded(rows: PersonRows, table: string): Row[] {
	const key = ({ date_created: at }: Row) => (at ?? '') as string | number;
	return (rows[table] ?? []).toSorted((a, b) => {
		if (key(a) !== key(b)) return key(a) < key(b) ? -1 : 1;
		return String(a.id) < String(b.id) ? -1 : 1;
	});
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

function changeOf({ status, since_on }: Row) {
	return { status, since_on: dayOf(since_on) } as TrackerRecord['treatment_changes'][number];
}

function engagementOf({ id: _id, date_created: _at, referred_on, entered_on, ended_on, ...rest }: Row): Engagement {
	return {
		...rest,
		referred_on: dayOf(referred_on),
		entered_on: dayOf(entered_on),
		ended_on: dayOf(ended_on),
	} as Engagement;
}
