import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { SelfReport } from '../../domain/returns/success-factors/cohort.ts';
import { dayOf } from '../database/day-columns.ts';

/** What the Mentees of a contract said of themselves (SF6, SF7), by referral. */
export async function readSelfReports(knex: Knex, contract: string): Promise<Map<string, SelfReport[]>> {
	const first = await knex('diagnostic_interviews as interview')
		.join('mentees as mentee', 'mentee.id', 'interview.mentee')
		.where({ 'mentee.contract': contract, 'mentee.restricted': false })
		.whereNotNull('interview.work_readiness')
		.select('mentee.referral', 'interview.held_on as on', 'interview.work_readiness');
	const later = await knex('plan_reviews as review')
		.join('action_plans as plan', 'plan.id', 'review.action_plan')
		.join('mentees as mentee', 'mentee.id', 'plan.mentee')
		.where({ 'mentee.contract': contract, 'mentee.restricted': false })
		.select('mentee.referral', 'review.reviewed_on as on')
		.select('review.work_readiness', 'review.trusts_jobcentre', 'review.trusts_mentor');
	const found = Map.groupBy([...first, ...later], ({ referral }) => referral as string);
	return new Map([...found].map(([referral, rows]) => [referral, rows.map(reportOf)]));
}

function reportOf(row: Record<string, unknown>): SelfReport {
	const said = (column: keyof SelfReport) => (row[column] ?? null) as never;
	return {
		on: dayOf(row.on) as CalendarDay,
		work_readiness: said('work_readiness'),
		trusts_jobcentre: said('trusts_jobcentre'),
		trusts_mentor: said('trusts_mentor'),
	};
}
