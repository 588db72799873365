/** The records that figures count, and how they are found. */
import type { Knex } from 'knex';
import type { Split, Source } from '../../../domain/returns/figures/catalogue.ts';
import type { Counted } from '../../../domain/returns/figures/occurrences.ts';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { dayOf } from '../../database/day-columns.ts';
import type { Row } from '../../journey/reader/columns.ts';
import { sessionOf } from '../../journey/reader/journey-of.ts';

/** Rows of one table, each counted by itself, with the person they belong to. */
export interface RowSource {
	/** Joins the rows, as `row`, to `referral` and `mentee`; or the other way round where not every row has a person. */
	from: (knex: Knex) => Knex.QueryBuilder;
	/** The contract of a row. */
	contract: string;
	/** The column that names the person, where not every row has one. */
	person?: string;
	/** The Contract Package Area of a row, for whoever has not moved. */
	cpa: string;
	/** The day that decides when a row counts, where a single column tells it. */
	day?: string;
	/** Columns of `row`, or of what is joined. */
	columns: Readonly<Record<string, string>>;
	/** Splits that the row itself tells. */
	facts?: Readonly<Partial<Record<Split, string>>>;
	counted: (row: Row) => Counted;
}

const ofPeople = (knex: Knex) =>
	knex('referrals as referral')
		.leftJoin('mentees as mentee', 'mentee.referral', 'referral.id')
		.leftJoin('erasures as erasure', 'erasure.referral', 'referral.id');

const ofMentees = (table: string) => (knex: Knex) => ofPeople(knex).join(`${table} as row`, 'row.mentee', 'mentee.id');

const OF_REFERRAL = 'referral.contract';

const PEOPLE: RowSource = {
	from: ofPeople,
	contract: OF_REFERRAL,
	cpa: 'referral.cpa',
	columns: {},
	counted: () => ({}),
};

export const ROWS: Readonly<Partial<Record<Source, RowSource>>> = {
	people: PEOPLE,
	sessions: {
		from: ofMentees('sessions'),
		contract: OF_REFERRAL,
		cpa: 'referral.cpa',
		day: 'row.held_on',
		columns: { held_on: 'row.held_on', attendance: 'row.attendance' },
		facts: { session_mode: 'row.mode' },
		counted: (row) => ({ session: sessionOf(row) }),
	},
	support: {
		from: ofMentees('support_engagements'),
		contract: OF_REFERRAL,
		cpa: 'referral.cpa',
		day: 'row.entered_on',
		columns: { on: 'row.entered_on' },
		facts: { support_kind: 'row.kind' },
		counted: datedOf,
	},
	actions: {
		from: (knex) =>
			ofPeople(knex)
				.join('action_plans as plan', 'plan.mentee', 'mentee.id')
				.join('actions as row', 'row.action_plan', 'plan.id'),
		contract: OF_REFERRAL,
		cpa: 'referral.cpa',
		day: 'plan.agreed_on',
		columns: { on: 'plan.agreed_on' },
		facts: { action_status: 'row.status' },
		counted: datedOf,
	},
	clocks: {
		from: (knex) =>
			knex('service_level_clocks as row')
				.leftJoin('referrals as referral', 'referral.id', 'row.referral')
				.leftJoin('mentees as mentee', 'mentee.referral', 'referral.id')
				.leftJoin('erasures as erasure', 'erasure.referral', 'referral.id'),
		contract: 'row.contract',
		person: 'row.referral',
		cpa: 'row.cpa',
		columns: { started_on: 'row.started_on', due_on: 'row.due_on', met_on: 'row.met_on' },
		facts: { service_level: 'row.service_level' },
		counted: ({ started_on, due_on, met_on }) => ({
			clock: {
				started_on: dayOf(started_on) as CalendarDay,
				due_on: dayOf(due_on) as CalendarDay,
				met_on: dayOf(met_on),
			},
		}),
	},
};

/** The session's day is never empty; a row without a day counts nowhere. */
function datedOf({ on }: Row): Counted {
	return { dated: { on: dayOf(on), amount: 1 } };
}
