import type { Knex } from 'knex';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { interviewsOf, type Participation } from '../../domain/contract/evaluation.ts';
import { coverage, inForce, type CpaFte, type FteAssignment } from '../../domain/people/fte.ts';
import { menteesPerFte, twelveMonthsTo } from '../../domain/people/mentor-load.ts';
import type { Period } from '../../domain/returns/periodic/periodic.ts';
import type { Counted, Tally, TallyTable } from '../../domain/returns/success-factors/success-factors.ts';
import { countCohort, type CohortCount } from './cohort.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import { readAssignments, readCpaFte } from '../people/fte.ts';

/** What the success factors of a contract count over some days (Annex A). Restricted records are in no figure (2.25). */
export async function countFactors(knex: Knex, contract: StoredContract, period: Period): Promise<Counted> {
	const assignments = await readAssignments(knex, contract.id);
	const cpas = await readCpaFte(knex, contract.cpas);
	const { tables, met } = await countCohort(knex, contract, period);
	return {
		period,
		tables: {
			...tables,
			fte_days: fteDays(contract, assignments, cpas, period),
			mentees_per_fte: load(contract, met, assignments, period),
			...(await mentors(knex, contract, assignments, period)),
			...(await upskilling(knex, contract, period)),
			...(await supplierTakesPart(knex, contract, period)),
		},
	};
}

/** SF1: the days on which each area had its minimum, and on which all had (C1.2). */
function fteDays(
	{ implementation_end_date: implemented, end_date: end }: StoredContract,
	assignments: readonly FteAssignment[],
	cpas: readonly CpaFte[],
	period: Period,
): TallyTable {
	const from = implemented >= period.from ? addDays(implemented, 1) : period.from;
	const to = end !== null && end < period.to ? end : period.to;
	if (from > to) return tableOf(cpas.map(({ cpa }) => [cpa, { number: 0, of: 0 }]));
	const below = coverage(assignments, cpas, from, to).filter(({ gap }) => gap > 0);
	const days = daysOf(from, to);
	const met = (ranges: typeof below) =>
		days.filter((day) => !ranges.some((range) => range.from <= day && day <= range.to)).length;
	return {
		total: { number: met(below), of: days.length },
		cpas: cpas.map(({ cpa }) => ({
			cpa,
			number: met(below.filter((range) => range.cpa === cpa)),
			of: days.length,
		})),
	};
}

/** SF2: Mentees met in the twelve months to the last day, against the average FTE in post (2.11). */
function load(
	contract: StoredContract,
	met: CohortCount['met'],
	assignments: readonly FteAssignment[],
	{ to }: Period,
): TallyTable {
	const tally = (number: number, own: readonly FteAssignment[]): Tally => ({
		number,
		per_fte: menteesPerFte(number, own, twelveMonthsTo(to), to),
	});
	return {
		total: tally(met.total, assignments),
		cpas: contract.cpas.map((cpa) => {
			const own = assignments.filter((each) => each.cpa === cpa);
			return { cpa, ...tally(met.cpas.get(cpa) ?? 0, own) };
		}),
	};
}

/** SF1 and SF10: who of the Peer Mentors in post on the last day is trained, and has been interviewed (2.17, 1.28). */
async function mentors(
	knex: Knex,
	contract: StoredContract,
	assignments: readonly FteAssignment[],
	{ to }: Period,
): Promise<Counted['tables']> {
	const trained = await knex('training_records as training')
		.join('peer_mentors as mentor', 'mentor.id', 'training.peer_mentor')
		.where('mentor.supplier', contract.supplier)
		.where('training.completed_on', '<=', dayColumn(knex, to))
		.distinct('mentor.reference');
	const taken = await knex('evaluation_participation as taken')
		.join('peer_mentors as mentor', 'mentor.id', 'taken.peer_mentor')
		.where('taken.contract', contract.id)
		.where('taken.held_on', '<=', dayColumn(knex, to))
		.select('mentor.reference', 'taken.kind', 'taken.held_on', 'taken.minutes');
	const interviews = Map.groupBy(taken as (Participation & { reference: string })[], ({ reference }) => reference);
	const isTrained = new Set(trained.map(({ reference }) => reference as string));
	const inPost = assignments.filter((each) => inForce(each, to));
	const count = (has: (mentor: string) => boolean) => {
		const tally = (own: readonly FteAssignment[]): Tally => {
			const people = [...new Set(own.map(({ mentor }) => mentor))];
			return { number: people.filter(has).length, of: people.length };
		};
		return {
			total: tally(inPost),
			cpas: contract.cpas.map((cpa) => ({ cpa, ...tally(inPost.filter((each) => each.cpa === cpa)) })),
		};
	};
	return {
		mentors_trained: count((mentor) => isTrained.has(mentor)),
		mentor_interviews: count((mentor) => interviewsOf('peer_mentor', interviews.get(mentor) ?? []).missing === 0),
	};
}

/** SF9: sessions at the offices of the contract's areas in which Jobcentre staff were upskilled, not mentors (2.16). */
async function upskilling(knex: Knex, contract: StoredContract, { from, to }: Period): Promise<Counted['tables']> {
	const held: Record<string, unknown>[] = await knex('upskilling_sessions as held')
		.join('jobcentre_offices as office', 'office.id', 'held.jobcentre_office')
		.join('delivery_areas as area', 'area.id', 'office.delivery_area')
		.where('held.supplier', contract.supplier)
		.whereIn('area.cpa', contract.cpas)
		.where((direction) => direction.whereNull('held.direction').orWhere('held.direction', 'to_jobcentre'))
		.whereBetween('held.held_on', [dayColumn(knex, from), dayColumn(knex, to)])
		.groupBy('area.cpa')
		.select('area.cpa')
		.count({ sessions: '*' })
		.sum({ attendees: 'held.attendees' })
		.countDistinct({ offices: 'office.id' });
	const offices: Record<string, unknown>[] = await knex('jobcentre_offices as office')
		.join('delivery_areas as area', 'area.id', 'office.delivery_area')
		.whereIn('area.cpa', contract.cpas)
		.groupBy('area.cpa')
		.select('area.cpa')
		.count({ number: '*' });
	const of = new Map(offices.map(({ cpa, number }) => [Number(cpa), Number(number)]));
	const found = new Map(held.map((row) => [Number(row.cpa), row]));
	const number = (cpa: number, column: string) => Number(found.get(cpa)?.[column] ?? 0);
	return {
		upskilling_sessions: tableOf(contract.cpas.map((cpa) => [cpa, { number: number(cpa, 'sessions') }])),
		upskilling_attendees: tableOf(contract.cpas.map((cpa) => [cpa, { number: number(cpa, 'attendees') }])),
		offices_upskilled: tableOf(
			contract.cpas.map((cpa) => [cpa, { number: number(cpa, 'offices'), of: of.get(cpa) ?? 0 }]),
		),
	};
}

/** SF10: what the Supplier itself takes part in, which belongs to no area (1.28). */
async function supplierTakesPart(
	knex: Knex,
	contract: StoredContract,
	{ from, to }: Period,
): Promise<Counted['tables']> {
	const rows = (await knex('evaluation_participation')
		.where({ contract: contract.id })
		.whereBetween('held_on', [dayColumn(knex, from), dayColumn(knex, to)])
		.select('kind', 'held_on', 'minutes', 'taken_by', 'peer_mentor')) as Record<string, unknown>[];
	const representatives = rows
		.filter(({ taken_by }) => taken_by === 'supplier_representative')
		.map((row) => ({ ...row, held_on: dayOf(row.held_on) as CalendarDay }) as Participation);
	const groups = new Set(rows.filter(({ kind }) => kind === 'focus_group').map(({ held_on }) => dayOf(held_on)));
	return {
		supplier_interviews: {
			total: { number: interviewsOf('supplier_representative', representatives).held },
			cpas: [],
		},
		focus_groups: { total: { number: groups.size }, cpas: [] },
	};
}

/** A table whose total is the sum of its areas. */
function tableOf(cpas: readonly (readonly [cpa: number, tally: Tally])[]): TallyTable {
	const tallies = cpas.map(([, tally]) => tally);
	const whole = tallies.some(({ of }) => of !== undefined) ? { of: sum(tallies.map(({ of }) => of ?? 0)) } : {};
	return {
		total: { number: sum(tallies.map(({ number }) => number)), ...whole },
		cpas: cpas.map(([cpa, tally]) => ({ cpa, ...tally })),
	};
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, each) => total + each, 0);
}

function daysOf(from: CalendarDay, to: CalendarDay): CalendarDay[] {
	const days: CalendarDay[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
	return days;
}
