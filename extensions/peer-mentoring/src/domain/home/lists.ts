/** The lists behind the first screens: what is counted on Home is what its link opens, by one and the same filter. */
import { addDays, type CalendarDay } from '../calendar/calendar-day.ts';
import { WELSH_CPA } from '../people/welsh.ts';

/** A filter as Directus writes it down. */
export type Filter = Readonly<Record<string, unknown>>;

interface List {
	collection: string;
	/** Which records, on a day; all of them where nothing is said. */
	filter?: (today: CalendarDay) => Filter;
}

/** How far ahead *this week* reaches, in days; the shared bookmark says the same. */
export const WEEK = 7;
/** How far back what happened lately reaches, in days. */
export const LATELY = 90;
/** How far back readings and exports are counted, in days. */
export const READ_LATELY = 30;

const NO_DAY = { _null: true };
const PRESENT = { ended_on: NO_DAY };
/** What ran out for somebody who has left, or will not start, cannot be done any more. */
const OF_THE_PRESENT = {
	_or: [{ referral: { _null: true } }, { referral: { stage: { _nin: ['left', 'not_starting'] } } }],
};
const open = (...more: Filter[]): Filter => ({ _and: [{ met_on: NO_DAY }, OF_THE_PRESENT, ...more] });
const all = (...parts: Filter[]): Filter => ({ _and: parts });

export const LISTS = {
	overdue: { collection: 'service_level_clocks', filter: () => open({ status: { _eq: 'missed' } }) },
	due_this_week: {
		collection: 'service_level_clocks',
		filter: (today) => open({ status: { _eq: 'pending' } }, { due_on: { _lte: addDays(today, WEEK) } }),
	},
	/** Not met for as long as makes a Dropout, five weeks by the specification (Annex E). */
	not_met: { collection: 'mentees', filter: (today) => all(PRESENT, { dropout_due_on: { _lte: today } }) },
	no_appointment: {
		collection: 'mentees',
		filter: (today) =>
			all(PRESENT, { _or: [{ next_appointment_on: NO_DAY }, { next_appointment_on: { _lt: today } }] }),
	},
	/** New referrals that nobody has been given (2.6). */
	without_mentor: {
		collection: 'referrals',
		filter: () => all({ peer_mentor: { _null: true } }, { stage: { _nin: ['left', 'not_starting'] } }),
	},
	/** As `lacksWelshMentor` says it (2.25). */
	without_welsh: {
		collection: 'mentees',
		filter: () =>
			all(
				PRESENT,
				{ cpa: { _eq: WELSH_CPA }, preferred_language: { _eq: 'cy-GB' } },
				{
					_or: [
						{ peer_mentor: { _null: true } },
						{ peer_mentor: { works_in_welsh: { _null: true } } },
						{ peer_mentor: { works_in_welsh: { _neq: 'yes' } } },
					],
				},
			),
	},
	in_post: {
		collection: 'fte_assignments',
		filter: (today) =>
			all(
				{ starts_on: { _lte: addDays(today, LATELY) } },
				{ _or: [{ ends_on: NO_DAY }, { ends_on: { _gte: today } }] },
			),
	},
	plans_to_write: { collection: 'performance_improvement_plans', filter: () => ({ status: { _eq: 'to_be_written' } }) },
	complaints_open: { collection: 'complaints', filter: () => ({ stage: { _nin: ['resolved', 'closed'] } }) },
	safeguarding_open: { collection: 'safeguarding_concerns', filter: () => ({ stage: { _neq: 'closed' } }) },
	requests_open: { collection: 'information_requests', filter: () => ({ answered_on: NO_DAY }) },
	mentors_incomplete: { collection: 'peer_mentors', filter: () => ({ 'count(outstanding)': { _gt: 0 } }) },
	returns_missing: {
		collection: 'mi_returns',
		filter: (today) => all({ status: { _eq: 'draft' } }, { due_on: { _lt: today } }),
	},
	/** Submitted here and not yet sent through the Buyer's system (3.4). */
	returns_to_send: {
		collection: 'mi_returns',
		filter: () => all({ status: { _eq: 'submitted' } }, { sent_on: NO_DAY }),
	},
	results: { collection: 'service_level_results' },
	returns: { collection: 'mi_returns' },
	payments: { collection: 'payments' },
	plans_open: {
		collection: 'performance_improvement_plans',
		filter: () => ({ status: { _nin: ['completed', 'not_needed'] } }),
	},
	milestones: { collection: 'milestones' },
	consents_withdrawn: {
		collection: 'consents',
		filter: (today) => all({ decision: { _eq: 'withdrawn' } }, { decided_on: { _gte: addDays(today, -LATELY) } }),
	},
	erasures_lately: { collection: 'erasures', filter: (today) => ({ erased_on: { _gte: addDays(today, -LATELY) } }) },
	/** Kept and not used since consent was withdrawn, and deleted when the person asks (2.25). */
	kept_unused: {
		collection: 'referrals',
		filter: () => all({ restricted: { _eq: true } }, { first_name: { _nnull: true } }),
	},
	read_by: { collection: 'access_log', filter: (today) => ({ at: { _gte: addDays(today, -READ_LATELY) } }) },
} as const satisfies Record<string, List>;

export type ListName = keyof typeof LISTS;

/** What a list can be narrowed to, and the field that says it. */
const NARROWED_BY = {
	mentor: 'mentor_user',
	cpa: 'cpa',
	contract: 'contract',
	month: 'month',
	level: 'service_level',
	user: 'user',
} as const;

export type Narrowing = Partial<Record<keyof typeof NARROWED_BY, string | number | null>>;

/** Stands in an address for those records that have none. */
const NONE = 'none';

export const isListName = (name: unknown): name is ListName => typeof name === 'string' && Object.hasOwn(LISTS, name);

/** The filter of a list on a day, narrowed. */
export function filterOf(name: ListName, today: CalendarDay, narrowing: Narrowing = {}): Filter {
	const { filter }: List = LISTS[name];
	const narrowed = Object.entries(NARROWED_BY).flatMap(([key, field]) => {
		const value = narrowing[key as keyof Narrowing];
		if (value === undefined) return [];
		return [{ [field]: value === null ? { _null: true } : { _eq: value } }];
	});
	return { _and: [...(filter ? [filter(today)] : []), ...narrowed] };
}

/** The query of the Studio's list for it, `list=overdue&mentor=...`: keys only, never a name. */
export function queryOf(name: ListName, narrowing: Narrowing = {}): Record<string, string> {
	const narrowed = Object.entries(narrowing).filter(([, value]) => value !== undefined);
	return { list: name, ...Object.fromEntries(narrowed.map(([key, value]) => [key, String(value ?? NONE)])) };
}

/** The inverse of {@link queryOf}; nothing where an address names no list of this collection. */
export function listIn(
	collection: string,
	query: Readonly<Record<string, unknown>>,
): { name: ListName; narrowing: Narrowing } | undefined {
	const { list: name } = query;
	if (!isListName(name) || LISTS[name].collection !== collection) return undefined;
	const keys = Object.keys(NARROWED_BY) as (keyof Narrowing)[];
	const narrowed = keys.filter((key) => typeof query[key] === 'string');
	return {
		name,
		narrowing: Object.fromEntries(narrowed.map((key) => [key, query[key] === NONE ? null : (query[key] as string)])),
	};
}
