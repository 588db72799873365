import type { Knex } from 'knex';
import { twelveMonthsTo } from '../../domain/people/mentor-load.ts';
import type { Period } from '../../domain/returns/periodic/periodic.ts';
import {
	areaOfStart,
	areasMetIn,
	COHORT_FACTS,
	type CohortRecord,
} from '../../domain/returns/success-factors/cohort.ts';
import type { Counted, Tally } from '../../domain/returns/success-factors/success-factors.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { dayOf } from '../database/day-columns.ts';
import { readStays } from '../journey/allocations.ts';
import { withMore, type PersonRows } from '../journey/reader/columns.ts';
import { journeyOf, only } from '../journey/reader/journey-of.ts';
import { streamJourneys, type Reading } from '../journey/reader/read-journeys.ts';

const COHORT: Reading<CohortRecord & { referral: string }> = {
	columns: withMore({
		mentees: ['disclosure', 'disclosed_on'],
		support_engagements: ['kind', 'entered_on'],
	}),
	of: recordOf,
};

/** What the people of a contract come to in the success factors. */
export interface CohortCount {
	/** Of those who started within the period, how many had what by its end. */
	tables: Counted['tables'];
	/** Mentees met in the twelve months to the last day of the period, in all and by area (SF2). */
	met: { total: number; cpas: ReadonlyMap<number, number> };
}

type Key = keyof typeof COHORT_FACTS;
const KEYS = Object.keys(COHORT_FACTS) as Key[];

/** Counts everybody who started where they started; whoever withdrew or was erased is nowhere (2.25). */
export async function countCohort(knex: Knex, contract: StoredContract, period: Period): Promise<CohortCount> {
	const { from, to } = period;
	const moment = { to, terms: contract.terms };
	const starts = new Map<number, number>();
	const facts = new Map(KEYS.map((key) => [key, new Map<number, number>()]));
	const met = { total: 0, cpas: new Map<number, number>() };
	const stays = await readStays(knex, contract.id);
	for await (const person of streamJourneys(knex, COHORT, {
		where: (people) => people.where({ 'referral.contract': contract.id, 'mentee.restricted': false }),
	})) {
		const record: CohortRecord = { ...person, stays: stays.get(person.referral) };
		const areas = areasMetIn(record, twelveMonthsTo(to), to);
		if (areas.length > 0) met.total += 1;
		for (const cpa of areas) addOne(met.cpas, cpa);
		const { start_on } = record;
		if (start_on === null || start_on < from || start_on > to) continue;
		const cpa = areaOfStart(record, start_on);
		addOne(starts, cpa);
		for (const [key, numbers] of facts) if (COHORT_FACTS[key](record, moment)) addOne(numbers, cpa);
	}
	const tables = [...facts].map(([key, numbers]) => [key, tableOf(contract.cpas, starts, numbers)]);
	return { tables: Object.fromEntries(tables), met };
}

function addOne(numbers: Map<number, number>, cpa: number): void {
	numbers.set(cpa, (numbers.get(cpa) ?? 0) + 1);
}

function tableOf(areas: readonly number[], starts: ReadonlyMap<number, number>, numbers: ReadonlyMap<number, number>) {
	const tally = (cpa: number) => ({ number: numbers.get(cpa) ?? 0, of: starts.get(cpa) ?? 0 });
	const cpas = areas.map((cpa) => ({ cpa, ...tally(cpa) }));
	const total = cpas.reduce<Tally & { of: number }>(
		(sum, { number, of }) => ({ number: sum.number + number, of: sum.of + of }),
		{ number: 0, of: 0 },
	);
	return { total, cpas };
}

function recordOf(rows: PersonRows): CohortRecord & { referral: string } {
	const mentee = only(rows, 'mentees');
	return {
		...journeyOf(rows),
		disclosure: (mentee?.disclosure ?? null) as CohortRecord['disclosure'],
		disclosed_on: dayOf(mentee?.disclosed_on),
		engagements: (rows.support_engagements ?? []).map(({ kind, entered_on }) => ({
			kind: kind as CohortRecord['engagements'][number]['kind'],
			entered_on: dayOf(entered_on),
		})),
	};
}
