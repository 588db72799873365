import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { addDays } from '../../domain/calendar/calendar-day.ts';
import { interviewsOf, nextFocusGroupDueOn, type Participation } from '../../domain/contract/evaluation.ts';
import { mondayOf } from '../../domain/calendar/week.ts';
import { menteesPerFte, twelveMonthsTo } from '../../domain/people/mentor-load.ts';
import { asOnePersonEach } from '../../domain/people/one-person.ts';
import { attendanceInWeek } from '../../domain/people/attendance.ts';
import { officeWeeks, type DedicatedOffice } from '../../domain/people/presence.ts';
import { dayColumn, dayOf, isSqlite } from '../database/day-columns.ts';
import { lockInOrder } from '../database/locks.ts';
import { readPatterns } from './attendance.ts';
import { readAssignmentsOf } from './fte.ts';
import { settleLastDays } from './last-days.ts';
import { settleMentorOutstanding } from './mentor-outstanding.ts';

/** A quarter: as far back as a gap in presence is worth looking at in a list. */
const WEEKS = 13;

/**
 * Settles what the records of Peer Mentors come to: weekly presence at their offices, Mentees for each FTE, interviews, and what
 * their managers still have to see to.
 * @param mentors whose records have changed, or all of them
 */
export async function settlePeerMentors(
	knex: Knex,
	mentors: readonly string[] | undefined,
	today: CalendarDay,
): Promise<void> {
	if (mentors?.length === 0) return;
	await lockMentors(knex, mentors);
	await settleOfficeWeeks(knex, mentors, today);
	await settleLoad(knex, mentors, today);
	await settleLastDays(knex, mentors, today);
	await settleMentorOutstanding(knex, mentors, today);
}

/** Two requests about people of one Peer Mentor must not both write what the mentor comes to. */
async function lockMentors(knex: Knex, mentors: readonly string[] | undefined): Promise<void> {
	if (isSqlite(knex)) return;
	await lockInOrder(knex, 'mentor', mentors ?? ((await knex('peer_mentors').pluck('id')) as string[]));
}

/** The Peer Mentors who hold or have held these people: what they come to changes with every session. */
export async function mentorsOf(knex: Knex, referrals: readonly string[]): Promise<string[]> {
	const rows = await knex('allocations as allocation')
		.join('mentees as mentee', 'mentee.id', 'allocation.mentee')
		.whereIn('mentee.referral', referrals)
		.whereNotNull('allocation.peer_mentor')
		.distinct('allocation.peer_mentor as mentor');
	return rows.map(({ mentor }) => mentor);
}

/** A condition that narrows a query to these keys, or to nothing where all are meant. */
function only(keys: readonly string[] | undefined, column: string) {
	return (query: Knex.QueryBuilder) => void (keys && query.whereIn(column, keys as string[]));
}

async function settleOfficeWeeks(
	knex: Knex,
	mentors: readonly string[] | undefined,
	today: CalendarDay,
): Promise<void> {
	const assigned = await knex('fte_assignments_offices as link')
		.join('fte_assignments as assignment', 'assignment.id', 'link.fte_assignment')
		.join('peer_mentors as mentor', 'mentor.id', 'assignment.peer_mentor')
		.join('jobcentre_offices as office', 'office.id', 'link.jobcentre_office')
		.where(only(mentors, 'mentor.id'))
		.select(
			'mentor.id as mentor',
			'mentor.user',
			'mentor.supplier',
			'link.jobcentre_office as office',
			'assignment.contract',
			'assignment.starts_on',
			'assignment.ends_on',
			'office.calendar',
		);
	const offices: DedicatedOffice[] = assigned.map((row) => ({
		mentor: row.mentor,
		office: row.office,
		from: dayOf(row.starts_on) as CalendarDay,
		to: dayOf(row.ends_on),
	}));
	const since = addDays(mondayOf(today), -7 * WEEKS);
	const visits = await knex('office_visits')
		.where('visited_on', '>=', dayColumn(knex, since))
		.where(only(mentors, 'peer_mentor'))
		.select('peer_mentor as mentor', 'jobcentre_office as office', 'visited_on');
	const held = visits.map(({ mentor, office, visited_on }) => ({
		mentor,
		office,
		on: dayOf(visited_on) as CalendarDay,
	}));
	const weeks = officeWeeks(offices, held, WEEKS, today);
	const at = ({ mentor, office }: { mentor: string; office: string }) => `${mentor} ${office}`;
	const patterns = Map.groupBy(await readPatterns(knex, mentors), at);
	const visited = Map.groupBy(held, at);
	const closed = await readClosedDays(knex, since);

	const key = (mentor: string, office: string, week: unknown) => `${mentor} ${office} ${dayOf(week)}`;
	const found = new Map(
		(
			await knex('office_visit_weeks')
				.where(only(mentors, 'peer_mentor'))
				.select('id', 'peer_mentor', 'jobcentre_office', 'week_starts_on', 'visits', 'gap', 'planned', 'missed')
		).map((row) => [key(row.peer_mentor, row.jobcentre_office, row.week_starts_on), row]),
	);
	const owners = new Map(assigned.map((row) => [at(row), row]));
	const added = [];
	for (const { mentor, office, week_starts_on, visits: number, gap } of weeks) {
		const there = found.get(key(mentor, office, week_starts_on));
		const place = at({ mentor, office });
		const { contract, supplier, user, calendar } = owners.get(place) as (typeof assigned)[number];
		const days = new Set(visited.get(place)?.map(({ on }) => on));
		const shut = closed.get(calendar) ?? new Set();
		const counted = {
			visits: number,
			...attendanceInWeek(week_starts_on, patterns.get(place) ?? [], days, shut, today),
		};
		if (there) {
			if (Boolean(there.gap) === gap && !differs(counted, there)) continue;
			await knex('office_visit_weeks')
				.where({ id: there.id })
				.update({ ...counted, gap });
			continue;
		}
		added.push({
			id: randomUUID(),
			peer_mentor: mentor,
			jobcentre_office: office,
			week_starts_on: dayColumn(knex, week_starts_on),
			...counted,
			gap,
			contract,
			supplier,
			mentor_user: user,
		});
	}
	if (added.length > 0) await knex.batchInsert('office_visit_weeks', added, 100);
}

/** The bank holidays of each nation's offices, from a day on (1.11). */
async function readClosedDays(knex: Knex, since: CalendarDay): Promise<Map<unknown, Set<CalendarDay>>> {
	const rows = await knex('bank_holidays').where('day', '>=', dayColumn(knex, since)).select('calendar', 'day');
	const byCalendar = Map.groupBy(rows, ({ calendar }) => calendar as unknown);
	return new Map(
		[...byCalendar].map(([calendar, own]) => [calendar, new Set(own.map(({ day }) => dayOf(day) as CalendarDay))]),
	);
}

/**
 * 2.11 and 1.28: Mentees met in the last twelve months by average FTE, and interviews taken part in. Everybody's at once,
 * so SQL repeats `metWithin`; `sql-and-rules.test.ts` holds the two together.
 */
async function settleLoad(knex: Knex, ids: readonly string[] | undefined, today: CalendarDay): Promise<void> {
	const from = twelveMonthsTo(today);
	// The first session that is found of a Mentee is enough: most have many.
	const mentees = await knex('mentees as mentee')
		.whereNotNull('mentee.peer_mentor')
		.where(only(ids, 'mentee.peer_mentor'))
		.whereExists(
			knex('sessions as session')
				.whereRaw('session.mentee = mentee.id')
				.whereBetween('session.held_on', [dayColumn(knex, from), dayColumn(knex, today)])
				.where({ 'session.attendance': 'attended', 'session.restricted': false }),
		)
		.groupBy('mentee.peer_mentor')
		.select('mentee.peer_mentor as mentor')
		.count({ number: '*' });
	const counts = numbers(mentees);
	const assignments = Map.groupBy(await readAssignmentsOf(knex, ids), ({ peer_mentor }) => peer_mentor);
	const mentors = await knex('peer_mentors')
		.where(only(ids, 'id'))
		.orderBy('id')
		.select('id', 'mentees_in_12_months', 'mentees_per_fte', 'evaluation_interviews', 'evaluation_interviews_missing');
	const taken = Map.groupBy(await readParticipation(knex), ({ peer_mentor }) => peer_mentor);
	for (const { id, ...there } of mentors) {
		const number = counts.get(id) ?? 0;
		const interviews = interviewsOf('peer_mentor', taken.get(id) ?? []);
		const wanted = {
			mentees_in_12_months: number,
			mentees_per_fte: menteesPerFte(number, asOnePersonEach(assignments.get(id) ?? []), from, today),
			evaluation_interviews: interviews.held,
			evaluation_interviews_missing: interviews.missing,
		};
		if (differs(wanted, there)) await knex('peer_mentors').where({ id }).update(wanted);
	}
}

/**
 * Settles what contracts still owe the Evaluation, beside the interviews of their Peer Mentors (1.28).
 * @param ids the contracts, or all of them
 */
export async function settleEvaluation(knex: Knex, ids: readonly string[] | undefined): Promise<void> {
	const taken = Map.groupBy(await readParticipation(knex), ({ contract }) => contract);
	const contracts = await knex('call_off_contracts')
		.where(only(ids, 'id'))
		.select('id', 'start_date', 'representative_interviews_missing', 'focus_group_due_on');
	for (const { id, start_date, representative_interviews_missing, focus_group_due_on } of contracts) {
		const own = taken.get(id) ?? [];
		const others = own.filter(({ peer_mentor }) => peer_mentor === null);
		const { missing } = interviewsOf('supplier_representative', others);
		const due = nextFocusGroupDueOn(own, dayOf(start_date) as CalendarDay);
		if (representative_interviews_missing === missing && dayOf(focus_group_due_on) === due) continue;
		const wanted = { representative_interviews_missing: missing, focus_group_due_on: dayColumn(knex, due) };
		await knex('call_off_contracts').where({ id }).update(wanted);
	}
}

type StoredParticipation = Participation & { contract: string; peer_mentor: string | null };

async function readParticipation(knex: Knex): Promise<StoredParticipation[]> {
	const columns = ['contract', 'peer_mentor', 'kind', 'held_on', 'minutes'];
	const rows = await knex('evaluation_participation').select(columns);
	return rows.map((row) => ({ ...row, held_on: dayOf(row.held_on) as CalendarDay }));
}

/** PostgreSQL gives decimals as text. */
function differs(wanted: Record<string, number | null>, there: Record<string, unknown>): boolean {
	return Object.entries(wanted).some(([column, value]) => {
		const found = there[column];
		return (found === null ? null : Number(found)) !== value;
	});
}

function numbers(rows: Record<string, unknown>[]): Map<unknown, number> {
	return new Map(rows.map(({ mentor, number }) => [mentor, Number(number)]));
}
