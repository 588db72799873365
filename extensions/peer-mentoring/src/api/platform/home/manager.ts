import type { Knex } from 'knex';
import { addDays, type CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { LATELY, type ListName } from '../../../domain/home/lists.ts';
import { slipping, type Counted } from '../../../domain/home/slips.ts';
import { isAbsentBy } from '../../../domain/people/absence.ts';
import { coverage } from '../../../domain/people/fte.ts';
import { asOnePersonEach } from '../../../domain/people/one-person.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { readAssignmentsOf, readCpaFte } from '../../../storage/people/fte.ts';
import type { Reading } from './reading.ts';

const SLIPS = ['overdue', 'due_this_week', 'not_met', 'no_appointment'] as const satisfies ListName[];
const WAITING = [
	'without_mentor',
	'without_welsh',
	'safeguarding_open',
	'complaints_open',
	'plans_to_write',
	'requests_open',
] as const satisfies ListName[];

/** As far as an absence that lies ahead is told of. */
const AHEAD_DAYS = 14;

/** What slips before it is late, what waits for an answer, and who is missing. */
export async function managersHome(knex: Knex, reading: Reading, contracts: readonly StoredContract[]) {
	const counted = await Promise.all(SLIPS.map((list) => reading.countBy(list, ['mentor_user', 'cpa'])));
	const counts = await Promise.all(WAITING.map((list) => reading.count(list)));
	const fields = ['id', 'name', 'user', 'outstanding', 'leaves_on', 'away_from_on', 'away_until_on', 'mentees_now'];
	const mentors = await reading.rows('peer_mentors', { fields, sort: ['name'] });
	const names = new Map(mentors.map(({ user, name }) => [user as string | null, name as string]));
	const slips = slipping(
		Object.fromEntries(SLIPS.map((list, index) => [list, (counted[index] ?? []).map(countedRow)])) as Record<
			(typeof SLIPS)[number],
			Counted[]
		>,
	);
	return {
		slips: {
			...slips,
			mentors: slips.mentors.map((each) => ({
				...each,
				name: each.mentor === null ? null : (names.get(each.mentor) ?? null),
			})),
		},
		waiting: WAITING.map((list, index) => ({ list, count: counts[index] ?? 0 })),
		fte: await fteBelow(knex, reading.today, contracts),
		incomplete: mentors
			.filter(({ outstanding }) => ((outstanding as unknown[] | null)?.length ?? 0) > 0)
			.map(({ id, name, outstanding }) => ({ id, name, outstanding })),
		leaving: mentors
			.filter(({ leaves_on, mentees_now }) => leaves_on !== null && Number(mentees_now) > 0)
			.map(({ id, name, leaves_on, mentees_now }) => ({ id, name, leaves_on, mentees: Number(mentees_now) })),
		away: mentors
			.filter((mentor) => isAbsentBy(mentor as never, reading.today, addDays(reading.today, AHEAD_DAYS)))
			.map(({ id, name, away_from_on, away_until_on, mentees_now }) => ({
				...{ id, name, away_from_on, away_until_on },
				mentees: Number(mentees_now),
			})),
	};
}

function countedRow({ mentor_user, cpa, count }: Record<string, unknown>): Counted {
	return { mentor: mentor_user as string | null, cpa: cpa === null ? null : Number(cpa), count: Number(count) };
}

/** The days, today and as far as can be planned, on which an area has less than its minimum (2.26, Annex C). */
async function fteBelow(knex: Knex, today: CalendarDay, contracts: readonly StoredContract[]) {
	const running = contracts.filter(({ end_date }) => end_date === null || end_date >= today);
	const areas = await readCpaFte(knex, [...new Set(running.flatMap(({ cpas }) => cpas))]);
	// Each Supplier counts its mentors' references by itself: over all of them, a person is their key.
	const stored = await readAssignmentsOf(knex, undefined);
	const assignments = asOnePersonEach(stored.map((each) => ({ ...each, mentor: each.peer_mentor })));
	return running.flatMap(({ id, reference, cpas, end_date }) => {
		const last = addDays(today, LATELY);
		const until = end_date !== null && end_date < last ? end_date : last;
		const own = assignments.filter(({ contract }) => contract === id);
		const cpaAreas = areas.filter(({ cpa }) => cpas.includes(cpa));
		return coverage(own, cpaAreas, today, until)
			.filter(({ gap }) => gap > 0)
			.map(({ cpa, from, to, fte_in_post, minimum, gap }) => ({
				contract: id,
				reference,
				...{ cpa, district: areas.find((area) => area.cpa === cpa)?.district ?? '' },
				...{ from, to, fte_in_post, minimum, gap },
				goes_on: to === until,
			}));
	});
}
