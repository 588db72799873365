import type { CaseloadRecord } from '../../import/caseload.ts';
import type { Located } from '../../import/form-reader.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { dayColumn } from '../database/day-columns.ts';
import type { StoredJourney } from '../journey/journeys.ts';
import type { Loading } from './context.ts';
import type { StoredMentor } from './mentors.ts';
import type { Row } from './rows.ts';

/** The keys of the rows that make up a journey: those on record, and new ones for what is not. */
export interface JourneyKeys {
	referrals: string;
	mentees: string;
	initial_meetings: string;
	diagnostic_interviews: string;
	action_plans: string;
	baseline_surveys: string;
}

interface Place {
	contract: StoredContract;
	mentor: StoredMentor | null;
	there: StoredJourney | undefined;
	keys: JourneyKeys;
	/** A session that the person attended comes with the same import. */
	attends: boolean;
}

export interface JourneyRow {
	table: keyof JourneyKeys;
	row: Row;
	isNew: boolean;
}

/** One line of the caseload as the rows it stands for; unknown values are `null`. */
export function journeyRows(loading: Loading, record: Located<CaseloadRecord>, place: Place): JourneyRow[] {
	const { contract, mentor, there, keys } = place;
	const day = (value: CaseloadRecord['start_on']) => dayColumn(loading.knex, value);
	const own: Row = { supplier: contract.supplier, mentor_user: mentor?.user ?? there?.mentor_user ?? null };
	const person = { ...personColumns(record), ...(there ? {} : consentColumns(loading, record)) };
	const assigned: Row = {
		...own,
		contract: contract.id,
		cpa: record.cpa,
		peer_mentor: mentor?.id ?? there?.peer_mentor ?? null,
	};
	const rows: JourneyRow[] = [
		{
			table: 'referrals',
			row: {
				...person,
				...assigned,
				reference: record.reference,
				route: record.route,
				received_on: day(record.received_on),
				aged_18_or_over: record.aged_18_or_over,
				// The referral counts where it was made; a Mentee goes on in another area (2.6).
				...(there?.mentee ? { cpa: null } : {}),
			},
			isNew: !there,
		},
	];
	const add = (table: keyof JourneyKeys, known: unknown, present: boolean, row: Row) => {
		if (present || known) rows.push({ table, row: { ...row, ...own }, isNew: !known });
	};
	const known = there?.rows;
	const metOrMissed = record.initial_meeting_on !== null || record.initial_meeting_outcome !== null;
	add('initial_meetings', known?.initial_meeting, metOrMissed, {
		referral: keys.referrals,
		held_on: day(record.initial_meeting_on),
		outcome: record.initial_meeting_outcome,
	});

	const outcome = record.initial_meeting_outcome ?? there?.initial_meeting_outcome ?? null;
	const attends = place.attends && outcome === null;
	if (!there?.mentee && !attends && !startedOrAgreed(record)) {
		if (record.nino !== null) {
			const message = 'the National Insurance number was left out: it is kept of people who start (2.6)';
			loading.notice({ code: 'VALUE_LEFT_OUT', ...record.source, column: 'nino', message });
		}
		return rows;
	}
	add('mentees', there?.mentee, true, {
		...person,
		...assigned,
		...(there?.mentee ? { contract: null } : {}),
		referral: keys.referrals,
		reference: record.reference,
		nino: record.nino,
		start_on: day(record.start_on),
		ended_on: day(record.ended_on),
		end_reason: record.end_reason,
	});
	const mentee = keys.mentees;
	add('diagnostic_interviews', known?.diagnostic_interview, record.diagnostic_interview_on !== null, {
		mentee,
		held_on: day(record.diagnostic_interview_on),
	});
	add(
		'action_plans',
		known?.action_plan,
		record.action_plan_agreed_on !== null || record.action_plan_evidence !== null,
		{
			mentee,
			agreed_on: day(record.action_plan_agreed_on),
			evidence: record.action_plan_evidence,
		},
	);
	add('baseline_surveys', known?.baseline_survey, record.baseline_survey_on !== null, {
		mentee,
		completed_on: day(record.baseline_survey_on),
	});
	return rows;
}

function personColumns(record: CaseloadRecord): Row {
	const { first_name, last_name } = record;
	return {
		first_name,
		last_name,
		phone: record.phone,
		email: record.email,
		preferred_language: record.preferred_language,
		dwp_customer: record.dwp_customer,
		benefits: record.benefit_type && JSON.stringify(record.benefit_type),
	};
}

/** Of somebody new: the decisions behind the dates follow. Of somebody on record, decisions are what there is. */
function consentColumns({ knex }: Loading, record: CaseloadRecord): Row {
	return {
		consent_given_on: dayColumn(knex, record.consent_given_on),
		consent_withdrawn_on: dayColumn(knex, record.consent_withdrawn_on),
	};
}

/** Whether the line shows a Mentee: someone who agreed to start, or of whom something is recorded that needs a start. */
function startedOrAgreed(record: CaseloadRecord): boolean {
	return (
		record.initial_meeting_outcome === 'start' ||
		[
			record.start_on,
			record.diagnostic_interview_on,
			record.action_plan_agreed_on,
			record.baseline_survey_on,
			record.ended_on,
		].some((day) => day !== null)
	);
}
