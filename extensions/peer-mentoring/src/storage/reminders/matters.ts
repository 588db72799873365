import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Matter, ReminderKind } from '../../domain/service-levels/reminders.ts';
import {
	dueSoon,
	isOtherOfContract,
	isPersons,
	isPmi,
	isReturn,
	isSurvey,
	isTracker,
	overdue,
} from './clock-matters.ts';
import {
	documentsOfHalfYear,
	fteGap,
	fteGapAhead,
	planOpened,
	planSample,
	returnNotSent,
	returnsIncomplete,
	returnsOpened,
	spendOfQuarter,
} from './contract-matters.ts';
import { evidenceLacking } from './evidence-matters.ts';
import { undelivered } from '../platform/mail.ts';
import { consentMissing, disengaged, dropoutProposed, officeVisitMissing } from './people-matters.ts';
import { ownMatters } from './own-matters.ts';
import { administered, administratorsUsed } from './administration.ts';
import { unusuallyRead } from './unusual-reading.ts';
import { mentorIncomplete, safeguardingDue, welshMentorMissing } from './supplier-matters.ts';

/** How many Working Days before a day its reminders go out. */
export const DUE_SOON_STAGES = [3, 1] as const;
/** A survey takes an appointment to be arranged: two weeks. */
const SURVEY_STAGES = [10] as const;
const NEXT_WORKING_DAY = [1] as const;

interface When {
	today: CalendarDay;
	now: Date;
	/** For what is due soon, in Working Days. */
	stages: readonly number[];
}

const READERS: Record<ReminderKind, (knex: Knex, when: When) => Promise<Matter[]>> = {
	return_not_sent: (knex, { today }) => returnNotSent(knex, today),
	due_soon: (knex, { today, stages }) => dueSoon(knex, 'due_soon', stages, isPersons, today),
	overdue: (knex, { today }) => overdue(knex, 'overdue', isPersons, today),
	own: (knex, { today }) => ownMatters(knex, today),
	surveys_due: (knex, { today }) => dueSoon(knex, 'surveys_due', SURVEY_STAGES, isSurvey, today),
	disengaged: (knex, { today }) => disengaged(knex, today),
	dropout_proposed: (knex, { today }) => dropoutProposed(knex, today),
	consent_missing: (knex, { today }) => consentMissing(knex, today),
	office_visit_missing: (knex, { today }) => officeVisitMissing(knex, today),
	safeguarding_due: (knex, { today }) => safeguardingDue(knex, today),
	mentor_incomplete: (knex, { today }) => mentorIncomplete(knex, today),
	welsh_mentor_missing: (knex) => welshMentorMissing(knex),
	fte_gap: (knex, { today }) => fteGap(knex, today),
	fte_gap_ahead: (knex, { today }) => fteGapAhead(knex, today),
	plan_opened: (knex, { today }) => planOpened(knex, today),
	evidence_missing: (knex, { today }) => evidenceLacking(knex, today),
	contract_due_soon: (knex, { today, stages }) => dueSoon(knex, 'contract_due_soon', stages, isOtherOfContract, today),
	contract_overdue: (knex, { today }) => overdue(knex, 'contract_overdue', isOtherOfContract, today),
	returns_opened: (knex, { today }) => returnsOpened(knex, today),
	returns_incomplete: (knex, { today }) => returnsIncomplete(knex, today),
	returns_due: (knex, { today }) => dueSoon(knex, 'returns_due', NEXT_WORKING_DAY, isReturn, today),
	returns_late: (knex, { today }) => overdue(knex, 'returns_late', isPmi, today),
	tracker_late: (knex, { today }) => overdue(knex, 'tracker_late', isTracker, today),
	quarterly_spend: (knex, { today }) => spendOfQuarter(knex, today),
	six_monthly_documents: (knex, { today }) => documentsOfHalfYear(knex, today),
	plan_sample: (knex, { today }) => planSample(knex, today),
	unusual_reading: (knex, { today }) => unusuallyRead(knex, today),
	administrator_used: (knex, { today }) => administratorsUsed(knex, today),
	administration: (knex, { today }) => administered(knex, today),
	// What comes of all the others, once it is known who can be told of them.
	nobody_to_tell: () => Promise.resolve([]),
	mail_failed: (knex, { today, now }) => undelivered(knex, today, now),
};

/** Everything of one kind that is to be told today, told before or not. */
export function mattersOf(knex: Knex, kind: ReminderKind, when: When): Promise<Matter[]> {
	return READERS[kind](knex, when);
}
