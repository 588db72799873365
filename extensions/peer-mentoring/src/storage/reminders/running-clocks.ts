import type { Knex } from 'knex';
import type { CalendarDay, CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import type { ClockCode } from '../../domain/service-levels/clock.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';

/** A clock that somebody can still do something about, and whose it is. */
export interface RunningClock {
	id: string;
	service_level: ClockCode;
	/** Of the person's record, or of the contract for its own deadlines. */
	reference: string;
	/** The contract's. */
	contract_reference: string;
	referral: string | null;
	mentee: string | null;
	subject: string | null;
	is_contracts: boolean;
	due_on: CalendarDay;
	/** The month that a return reports. */
	month: CalendarMonth | null;
	/** The contract's key. */
	contract: string;
	cpa: number | null;
	supplier: string;
	mentor_user: string | null;
}

export interface ClockQuery {
	/** Running out, or run out with nothing done. */
	status: 'pending' | 'missed';
	/** Due on this day at the latest. */
	until: CalendarDay;
	/** Due on this day at the earliest; whenever where left out. */
	from?: CalendarDay;
	/** The contracts' keys; all where left out. */
	contracts?: readonly string[];
	clocks?: readonly string[];
}

/** What is still asked about somebody whose support is over (1.26). */
const AFTER_SUPPORT: readonly ClockCode[] = ['survey_six_months', 'survey_twelve_months'];

type StoredClock = Omit<RunningClock, 'reference' | 'is_contracts' | 'due_on'> & {
	due_on: unknown;
	referral_reference: string | null;
};

/**
 * The clocks that run out, or have run out, with nothing done. One query. Left out is whoever has withdrawn consent
 * (2.25), and what nobody can do any more because the person has left or is not starting.
 */
export async function runningClocks(knex: Knex, asked: ClockQuery): Promise<RunningClock[]> {
	const rows: StoredClock[] = await queryOf(knex, asked)
		.select(
			'clock.id',
			'clock.service_level',
			'clock.due_on',
			'clock.month',
			'clock.contract',
			'clock.cpa',
			'clock.supplier',
			'clock.mentor_user',
			'clock.referral',
			'clock.mentee',
			'clock.subject',
			'referral.reference as referral_reference',
			'contract.reference as contract_reference',
		)
		.orderBy(['clock.due_on', 'clock.id']);
	return rows.map(({ referral_reference, ...row }) => ({
		...row,
		due_on: dayOf(row.due_on) as CalendarDay,
		cpa: row.cpa === null ? null : Number(row.cpa),
		reference: referral_reference ?? row.contract_reference,
		is_contracts: row.referral === null,
	}));
}

/** How many of them there are by service level, counted where they are stored. */
export async function countRunningClocks(knex: Knex, asked: ClockQuery): Promise<Map<ClockCode, number>> {
	const rows: { service_level: ClockCode; number: number | string }[] = await queryOf(knex, asked)
		.groupBy('clock.service_level')
		.select('clock.service_level')
		.count('* as number');
	return new Map(rows.map(({ service_level, number }) => [service_level, Number(number)]));
}

function queryOf(knex: Knex, { status, until, from, contracts, clocks }: ClockQuery): Knex.QueryBuilder {
	const query = knex('service_level_clocks as clock')
		.join('call_off_contracts as contract', 'contract.id', 'clock.contract')
		.leftJoin('referrals as referral', 'referral.id', 'clock.referral')
		.where({ 'clock.status': status, 'clock.restricted': false })
		.whereNull('clock.met_on')
		.where('clock.due_on', '<=', dayColumn(knex, until))
		.where((still) =>
			still
				.whereNull('clock.referral')
				.orWhereIn('clock.service_level', [...AFTER_SUPPORT])
				.orWhereNotIn('referral.stage', ['left', 'not_starting']),
		);
	if (from) query.where('clock.due_on', '>=', dayColumn(knex, from));
	if (contracts) query.whereIn('clock.contract', [...contracts]);
	if (clocks) query.whereIn('clock.service_level', [...clocks]);
	return query;
}
