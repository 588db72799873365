import type { Knex } from 'knex';
import type { CalendarDay } from '../../../../domain/calendar/calendar-day.ts';
import { benefitContradictions } from '../../../../domain/journey/benefits.ts';
import { contactProblems } from '../../../../domain/journey/contact.ts';
import {
	journeyProblems,
	omissions,
	sessionAfterEnd,
	sessionProblems,
} from '../../../../domain/journey/journey-rules.ts';
import { meetingPlaceProblems } from '../../../../domain/journey/meeting-place.ts';
import { eligibilityProblems } from '../../../../domain/journey/eligibility.ts';
import { complaintProblems, type Complaint } from '../../../../domain/people/complaints.ts';
import type { Problem, ProblemCode } from '../../../../domain/problems.ts';
import { permissionProblems, recordProblems } from '../../../../domain/journey/record-rules.ts';
import { today } from '../../../../clock/today.ts';
import { managerOf } from '../../../../storage/writer/complete.ts';
import { keyIn, uuidIn } from '../../../../storage/database/keys.ts';
import { readContracts, type StoredContract } from '../../../../storage/contract/contracts.ts';
import { journeyWith, newJourney, sessionOf, type StoredJourney } from '../../../../storage/journey/journeys.ts';
import { attendanceAtOffice } from '../../../shared/attendance.ts';
import { RecordRefused } from '../../../shared/errors.ts';
import { mentorProblems } from '../../../shared/named-mentor.ts';
import { plainRecord, type Payload } from '../../../shared/plain-record.ts';
import { howTheyMet, placeOf } from './meeting-places.ts';
import { serviceProblems } from './local-service.ts';
import { claimProblemsOf } from './travel-claim.ts';
import { surveyProblemsOf } from './survey.ts';
import { actionProblemsOf, planProblemsOf } from './plan.ts';
import { FACTS, OF_CONSENT } from './tables.ts';

/** A record as it would become, and the fields of it that are being written. */
export interface Held {
	collection: string;
	/** With its parent and, where it is there already, its `id`. */
	record: Payload;
	written: readonly string[];
	/** The referral that it belongs to; a new referral belongs to none. */
	referral?: string;
	/** The keys of all records that the same change is made to. */
	together?: readonly unknown[];
}

/**
 * Refuses a record with which a rule would be broken. The journey is the one in the database with the record in its
 * place, so the answer is the same for a form, a batch, a nested write and an import.
 */
export async function refuseAgainstRules(knex: Knex, held: Held): Promise<void> {
	const { collection, written, referral } = held;
	const record = plainRecord(held.record);
	const problems: Problem[] = recordProblems(collection, record, today());
	if (collection === 'referrals' && (!referral || writes(written, ['route', 'permission_obtained']))) {
		problems.push(...permissionProblems(record));
	}
	problems.push(...typedConsent(collection, written));
	problems.push(...contactProblems(collection, record, written));
	problems.push(...(await areaProblems(knex, collection, record, written)));
	problems.push(...(await attendanceProblemsOf(knex, collection, record)));
	problems.push(...(await serviceProblems(knex, record)));
	if (collection === 'baseline_surveys') problems.push(...(await surveyProblemsOf(knex, record, written)));
	if (collection === 'working_wishes') problems.push(...(await mentorProblems(knex, record, 'peer_mentor')));
	if (collection === 'complaints') problems.push(...(await mentorProblems(knex, record, 'complained_of')));
	if (collection === 'complaints')
		problems.push(...complaintProblems(record as unknown as Complaint, (await managerOf(knex, record)) !== null));
	if (collection === 'travel_claims') problems.push(...(await claimProblemsOf(knex, record, written)));
	if (collection === 'initial_meetings') problems.push(...(await eligibilityProblemsOf(knex, record)));
	if (collection === 'action_plans') problems.push(...(await planProblemsOf(knex, record)));
	if (collection === 'actions') {
		const change = Object.fromEntries(written.map((field) => [field, record[field]]));
		problems.push(...(await actionProblemsOf(knex, record, { together: held.together ?? [], change })));
	}
	if (collection in FACTS) problems.push(...(await journeyProblemsOf(knex, { ...held, record })));
	if (problems.length > 0) throw new RecordRefused(collection, problems);
}

/** 2.26, 2.28: the days on a person's record follow from the decisions, each with its statement. */
function typedConsent(collection: string, written: readonly string[]): Problem[] {
	if (collection !== 'mentees' && collection !== 'referrals') return [];
	return OF_CONSENT.filter((field) => written.includes(field)).map((field) => ({
		field,
		code: 'consent_is_a_decision',
	}));
}

/** 1.18: a Delivery Area is one of the Contract Package Area in which somebody is supported. */
async function areaProblems(knex: Knex, collection: string, record: Payload, written: readonly string[]) {
	const id = keyIn(record.delivery_area);
	if (!written.includes('delivery_area') || id === undefined) return [];
	const mentee = collection === 'allocations' && uuidIn(record.mentee);
	const there = mentee ? await knex('mentees').where({ id: mentee }).first('cpa') : undefined;
	const cpa = Number(keyIn(record.cpa) ?? there?.cpa);
	const area = await knex('delivery_areas').where({ id }).first('cpa');
	if (Number(area?.cpa) === cpa) return [];
	return [{ field: 'delivery_area', code: 'area_elsewhere', params: { cpa } } satisfies Problem];
}

/** 2.1 to 2.3: the decision to start, against what the meeting said before. */
async function eligibilityProblemsOf(knex: Knex, record: Payload): Promise<Problem[]> {
	const id = uuidIn(record.id);
	return eligibilityProblems(id && (await knex('initial_meetings').where({ id }).first()), record);
}

const writes = (written: readonly string[], fields: readonly string[]) =>
	fields.some((field) => written.includes(field));

async function journeyProblemsOf(knex: Knex, { collection, record, written, referral }: Held): Promise<Problem[]> {
	const found = referral ? await journeyWith(knex, referral, { table: collection, row: record }) : newJourney(record);
	if (!found) return [];
	const journey = collection === 'diagnostic_interviews' ? withInterview(found, record) : found;
	const [contract] = (await readContracts(knex, [journey.contract])) as [StoredContract];
	if (collection === 'sessions') {
		const session = sessionOf(record);
		const typed = writes(written, ['held_on', 'attendance']) ? sessionAfterEnd(session, journey) : [];
		const met = await howTheyMet(knex, { record, written, contract: contract.id });
		return [...sessionProblems(session, journey, today()), ...typed, ...met];
	}
	const place =
		collection === 'initial_meetings' && writes(written, ['place', 'elsewhere_reason'])
			? meetingPlaceProblems(journey.route, placeOf(record))
			: [];
	const names = Object.entries(FACTS[collection] ?? {});
	const fieldOf = (fact: string) => names.find(([, name]) => name === fact)?.[0] ?? fact;
	const problems = [
		...journeyProblems(journey, contract, today()),
		...omissions(withConsentOf(journey, record), contract),
		...benefitContradictions({
			...journey,
			// What somebody claims later says nothing against what the initial meeting found.
			benefit_position:
				journey.start_on === null || collection === 'initial_meetings' ? journey.benefit_position : null,
		}).map((problem) => besideAnswer(problem, collection)),
	];
	return problems
		.filter(({ code }) => !(code in ASKED_WITH) || writes(asking(code, written, record), ASKED_WITH[code] as string[]))
		.map((problem) => ({ ...problem, beside: fieldOf(problem.field) }))
		.concat(place.map((problem) => ({ ...problem, beside: problem.field })));
}

/** An unfinished interview decides nothing yet, but its day is held against the others all the same. */
function withInterview(journey: StoredJourney, { held_on }: Payload): StoredJourney {
	return { ...journey, diagnostic_interview_on: journey.diagnostic_interview_on ?? (held_on as CalendarDay | null) };
}

const START = ['start_on', 'dwp_customer'];
const BENEFITS = ['dwp_customer', 'benefits', 'benefit_position'];
const COMPLETION = ['ended_on', 'end_reason', 'final_review_on', 'next_steps'];

/** What is asked only with the fields it is about: a record of old can still be given a new phone number. */
const ASKED_WITH: Readonly<Partial<Record<ProblemCode, readonly string[]>>> = {
	consent_missing: START,
	consent_after_start: START,
	completion_needs_review: COMPLETION,
	completion_needs_next_steps: COMPLETION,
	end_needs_words: ['ended_on', 'end_reason', 'end_reason_detail'],
	ends_before_session: ['ended_on'],
	listed_benefit_is_customer: ['dwp_customer', 'benefits'],
	claims_without_benefits: BENEFITS,
	unemployed_with_benefits: BENEFITS,
	unemployed_customer: BENEFITS,
};

/** Somebody who becomes a DWP customer is not asked for consent any more (2.28). */
function asking(code: ProblemCode, written: readonly string[], { dwp_customer }: Payload): readonly string[] {
	const becomes = ASKED_WITH[code] === START && dwp_customer === 'yes';
	return becomes ? written.filter((field) => field !== 'dwp_customer') : written;
}

/** Of two records that contradict each other, the answer is refused that is being written. */
function besideAnswer(problem: Problem, collection: string): Problem {
	if (problem.field !== 'benefit_position' || collection === 'initial_meetings') return problem;
	return { ...problem, field: problem.code === 'unemployed_customer' ? 'dwp_customer' : 'benefits' };
}

/** Consent that is recorded in the same save as the start counts for it. */
function withConsentOf(journey: StoredJourney, { consents }: Payload): StoredJourney {
	if (journey.consent_given_on !== null || typeof consents !== 'object' || consents === null) return journey;
	const created = (
		Array.isArray(consents) ? consents : ((consents as { create?: unknown[] }).create ?? [])
	) as Payload[];
	const given = created.find((each) => each?.decision === 'given');
	return given ? { ...journey, consent_given_on: (given.decided_on ?? today()) as CalendarDay } : journey;
}

/** An appointment has no end of its own. */
const ARRANGED = { day: 'meeting_arranged_on', from: 'meeting_arranged_at', to: 'meeting_arranged_until' };
const HELD = { day: 'held_on', from: 'started_at', to: 'finished_at' };

/** 1.11: meetings on Jobcentre Plus premises are held, and arranged, in opening hours. */
async function attendanceProblemsOf(knex: Knex, collection: string, record: Payload): Promise<Problem[]> {
	if (collection === 'initial_meetings' && record.place === 'jobcentre_plus') {
		return attendanceAtOffice(knex, record, 'jobcentre_office', HELD);
	}
	if (collection === 'referrals' && record.meeting_arranged_place === 'jobcentre_plus') {
		return attendanceAtOffice(knex, record, 'meeting_arranged_office', ARRANGED);
	}
	return [];
}
