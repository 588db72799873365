/** The answer to a question of the catalogue, from the records as they are now (3.12). */
import type { Knex } from 'knex';
import { monthOf, type CalendarDay, type CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import type { Stay } from '../../../domain/journey/journey.ts';
import { endsOf, type Asked } from '../../../domain/returns/figures/asked.ts';
import { FIGURES, isTime, type FigureKey, type Split } from '../../../domain/returns/figures/catalogue.ts';
import { tallyCells, type Cells, type Facts, type Value } from '../../../domain/returns/figures/cells.ts';
import {
	occurrencesOf,
	placeOn,
	type Counted,
	type Moment,
	type Occurrence,
} from '../../../domain/returns/figures/occurrences.ts';
import type { StoredContract } from '../../contract/contracts.ts';
import { readHolidays } from '../../calendar/holidays.ts';
import { readStays } from '../../journey/allocations.ts';
import { withMore, type PersonRows } from '../../journey/reader/columns.ts';
import { journeyOf, type ReadJourney } from '../../journey/reader/journey-of.ts';
import { streamJourneys } from '../../journey/reader/read-journeys.ts';
import { factColumns, factsIn } from './facts.ts';
import { readGroups } from './grouped.ts';
import { OF_THE_CONTRACT } from './of-the-contract.ts';
import { ROWS, type RowSource } from './sources.ts';

/** One counted record, for whoever may see whose it is. */
export interface Behind extends Occurrence {
	contract: string;
	referral: string | null;
	reference: string | null;
}

export interface Reading {
	contracts: readonly StoredContract[];
	today: CalendarDay;
	/** Whether a month of a contract counts; left out where all do. */
	isClosed?: (contract: string, month: CalendarMonth) => boolean;
	/** Told of each record that counts. */
	behind?: (record: Behind) => void;
}

/** Counts what is asked about in all of these contracts. @param by the splits whose combinations are told apart */
export async function readFigure(knex: Knex, asked: Asked, by: readonly Split[], reading: Reading): Promise<Cells> {
	const cells = tallyCells(asked, by);
	const splits = [...by, ...(Object.keys(asked.where) as Split[])].filter((split) => !isTime(split));
	const { today: knownOn, isClosed, behind } = reading;
	for (const contract of reading.contracts) {
		const holidays = await readHolidays(knex, contract.calendar);
		const moment: Moment = { contract, from: asked.from, to: asked.to, ends: endsOf(asked), knownOn, holidays };
		const counts = ({ on }: Occurrence) => isClosed?.(contract.id, monthOf(on)) ?? true;
		const found = countedIn(knex, asked.count, { contract, splits: [...new Set(splits)], moment, named: !!behind });
		for await (const { counted, factsOn, times, person } of found) {
			for (const occurrence of occurrencesOf(asked.count, counted, moment).filter(counts)) {
				const { on } = occurrence;
				const isIn = cells.add(occurrence, { ...factsOn(on), contract: contract.reference }, times);
				if (isIn) behind?.({ ...occurrence, ...person, contract: contract.reference });
			}
		}
	}
	return cells;
}

interface Found {
	counted: Counted;
	factsOn: (on: CalendarDay) => Facts;
	times: number;
	person: Pick<Behind, 'referral' | 'reference'>;
}

interface Which {
	contract: StoredContract;
	splits: readonly Split[];
	moment: Moment;
	/** Whether each record is told apart. */
	named: boolean;
}

/** Columns of a person that decide when they count, of figures that nothing else decides. */
const DECIDED_BY: Readonly<Partial<Record<FigureKey, Readonly<Record<string, readonly string[]>>>>> = {
	referrals: { referrals: ['received_on'] },
	starts: { mentees: ['start_on'] },
	completions: { mentees: ['ended_on', 'end_reason'] },
	dropouts: { mentees: ['ended_on', 'end_reason'] },
	leavers: { mentees: ['ended_on'] },
	in_support: { mentees: ['start_on', 'ended_on'] },
};

const NOBODY = { referral: null, reference: null };

/** What may count, as cheaply as the figure allows: rows of the contract, groups of rows alike, or whole journeys. */
async function* countedIn(knex: Knex, key: FigureKey, which: Which): AsyncGenerator<Found> {
	const { contract, moment, splits } = which;
	const ofContract = OF_THE_CONTRACT[key];
	if (ofContract) {
		for (const { on, amount, facts } of await ofContract(knex, contract, moment.ends)) {
			yield { counted: { dated: { on, amount } }, factsOn: () => facts, times: 1, person: NOBODY };
		}
		return;
	}
	const places = splits.some((split) => split === 'cpa' || split === 'delivery_area');
	const stays = places ? await readStays(knex, contract.id) : new Map<string, Stay[]>();
	const source = ROWS[FIGURES[key].source];
	if (source === undefined || splits.some((split) => split === 'barrier' || split === 'treatment')) {
		yield* journeys(knex, which, stays);
		return;
	}
	yield* groups(knex, key, source, which, stays);
	// The day of an old referral without one is that of its first event, which its whole record tells (3.8).
	if (key === 'referrals') yield* journeys(knex, which, stays, (people) => people.whereNull('referral.received_on'));
}

async function* groups(
	knex: Knex,
	key: FigureKey,
	source: RowSource,
	{ contract, splits, named }: Which,
	stays: ReadonlyMap<string, Stay[]>,
): AsyncGenerator<Found> {
	const moved = [...stays.keys()];
	const person = DECIDED_BY[key] ?? {};
	const dated = (query: Knex.QueryBuilder) =>
		key === 'referrals' ? query.whereNotNull('referral.received_on') : query;
	const grouping = { contract: contract.id, source, person, splits, byReferral: named };
	const others = await readGroups(knex, {
		...grouping,
		where: (query) => dated(query).where((who) => who.whereNull('referral.id').orWhereNotIn('referral.id', moved)),
	});
	const ofMoved =
		moved.length === 0
			? []
			: await readGroups(knex, {
					...grouping,
					byReferral: true,
					where: (query) => dated(query).whereIn('referral.id', moved),
				});
	for (const { person: rows, row, times } of [...others, ...ofMoved]) {
		const journey = { ...journeyOf(rows), cpa: Number(row.cpa) };
		const found = foundOf(journey, factsIn(rows, splits), stays);
		const own = Object.fromEntries(
			splits.map((split) => [split, source.facts?.[split] && row[split]]).filter(([, value]) => value),
		);
		yield {
			...found,
			counted: { journey, ...source.counted(row) },
			factsOn: (on) => ({ ...found.factsOn(on), ...own }),
			times,
		};
	}
}

async function* journeys(
	knex: Knex,
	{ contract, splits }: Which,
	stays: ReadonlyMap<string, Stay[]>,
	some: (people: Knex.QueryBuilder) => Knex.QueryBuilder = (people) => people,
): AsyncGenerator<Found> {
	const of = (rows: PersonRows) => ({ journey: journeyOf(rows), facts: factsIn(rows, splits) });
	const people = streamJourneys(
		knex,
		{ columns: withMore(factColumns(splits)), of },
		{ where: (query) => some(query.where('referral.contract', contract.id)) },
	);
	for await (const { journey, facts } of people) yield foundOf(journey, facts, stays);
}

function foundOf(journey: ReadJourney, facts: Facts, stays: ReadonlyMap<string, Stay[]>): Found {
	const { referral = null, reference = null } = journey;
	const own = { ...journey, stays: referral === null ? undefined : stays.get(referral) };
	return {
		counted: { journey },
		factsOn: (on) => {
			const { cpa, delivery_area } = placeOn(own, on, (facts.delivery_area ?? null) as Value);
			return { ...facts, cpa: String(cpa), delivery_area };
		},
		times: 1,
		person: { referral, reference },
	};
}
