import type { CalendarDay, CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import type { ListName } from '../../../domain/home/lists.ts';
import type { MonthCell } from '../../../domain/home/performance.ts';
import type { DueReturn, ReturnState } from '../../../domain/home/returns.ts';
import type { Slipping } from '../../../domain/home/slips.ts';
import type { CodeOf } from '../../../domain/language/code-lists.ts';

/** What `GET /home` answers: of each section, whether the caller has it. */
export interface HomeAnswer {
	today: CalendarDay;
	manager: ManagersHome | null;
	returns: ReturnsHome | null;
	performance: PerformanceHome | null;
	protection: ProtectionHome | null;
	accounts: AccountsHome | null;
}

export type Slip = 'overdue' | 'due_this_week' | 'not_met' | 'no_appointment';

export interface ManagersHome {
	slips: Omit<Slipping<Slip>, 'mentors'> & {
		mentors: (Slipping<Slip>['mentors'][number] & { name: string | null })[];
	};
	waiting: { list: Waiting; count: number }[];
	fte: FteBelow[];
	incomplete: { id: string; name: string; outstanding: CodeOf<'mentor_outstanding'>[] }[];
	leaving: { id: string; name: string; leaves_on: CalendarDay; mentees: number }[];
	/** Away now or soon; without a last day while nobody knows it. */
	away: { id: string; name: string; away_from_on: CalendarDay; away_until_on: CalendarDay | null; mentees: number }[];
}

export type Waiting = Extract<
	ListName,
	'without_mentor' | 'without_welsh' | 'safeguarding_open' | 'complaints_open' | 'plans_to_write' | 'requests_open'
>;

export interface FteBelow {
	contract: string;
	reference: string;
	cpa: number;
	district: string;
	from: CalendarDay;
	to: CalendarDay;
	fte_in_post: number;
	minimum: number;
	gap: number;
	/** Whether it lasts for as long as was looked ahead. */
	goes_on: boolean;
}

export interface ReturnsHome {
	month: CalendarMonth;
	entries: (DueReturn & {
		id: string;
		collection: 'mi_returns' | 'periodic_returns';
		state: ReturnState;
		sent_on: CalendarDay | null;
	})[];
	missing: number;
	to_send: number;
	receipts: {
		part: CodeOf<'sending_part'>;
		contract: string;
		month: CalendarMonth;
		sent_on: CalendarDay;
		reference: string | null;
		mi_return: string;
	}[];
	coming: DueReturn[];
}

export interface PerformanceHome {
	months: CalendarMonth[];
	contracts: ContractPerformance[];
}

/** Of each month in the order of the months; nothing of one that was not submitted. */
export interface ContractPerformance {
	id: string;
	reference: string;
	whole: (MonthCell | null)[];
	areas: { cpa: number; district: string; cells: (MonthCell | null)[] }[];
	returns: ('on_time' | 'late' | null)[];
	payments: ({ amount: number; deferred: number } | null)[];
	plans: number;
	milestone: { milestone: CodeOf<'milestone'>; due_on: CalendarDay } | null;
}

export interface ProtectionHome {
	requests: {
		id: string;
		kind: CodeOf<'information_request_kind'>;
		due_on: CalendarDay | null;
		contract: string | null;
		days_left: number | null;
	}[];
	withdrawn: number;
	erased: number;
	/** Whose records are kept and not used, until they ask for their deletion. */
	kept_unused: number;
	/** Hours of the last days in which somebody read in an unusual way, the latest first. */
	unusual: {
		user: string;
		email: string | null;
		day: CalendarDay;
		hour: number;
		why: CodeOf<'unusual_reading'>[];
		records: number;
		read: string;
	}[];
	readers: { user: string | null; name: string | null; times: number; records: number }[];
}

export interface AccountsHome {
	/** The longest unused first; of many, the first ones. */
	unused: { id: string; email: string | null; role: string | null; last_on: CalendarDay | null }[];
	more: number;
	/** Requests to reset a second factor. */
	lost: number;
}
