/** What may count for a figure of a contract, as cheaply as the figure allows. */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { Stay } from '../../../domain/journey/journey.ts';
import { FIGURES, type FigureKey, type Split } from '../../../domain/returns/figures/catalogue.ts';
import type { Facts, Value } from '../../../domain/returns/figures/cells.ts';
import { placeOn, type Counted, type Moment } from '../../../domain/returns/figures/occurrences.ts';
import type { StoredContract } from '../../contract/contracts.ts';
import { readStays } from '../../journey/allocations.ts';
import { withMore, type PersonRows } from '../../journey/reader/columns.ts';
import { journeyOf, type ReadJourney } from '../../journey/reader/journey-of.ts';
import { streamJourneys } from '../../journey/reader/read-journeys.ts';
import { factColumns, factsIn } from './facts.ts';
import { readGroups, type Grouping, type Whose } from './grouped.ts';
import { OF_THE_CONTRACT } from './of-the-contract.ts';
import { ROWS, type RowSource } from './sources.ts';

/** One record that may count, or several alike. */
export interface Found {
	counted: Counted;
	factsOn: (on: CalendarDay) => Facts;
	times: number;
	person: { referral: string | null; reference: string | null };
}

export interface Which {
	contract: StoredContract;
	splits: readonly Split[];
	moment: Moment;
	/** Whether each record is told apart. */
	named: boolean;
	/** Where only what belongs to people is asked about, or only what belongs to none. */
	whose?: Whose;
}

/** What else decides whether and when a record counts, of figures that need more than their source always tells. */
const DECIDED_BY: Readonly<Partial<Record<FigureKey, Pick<Grouping, 'person' | 'row'> & { day?: string }>>> = {
	referrals: { person: { referrals: ['received_on'] }, day: 'referral.received_on' },
	starts: { person: { mentees: ['start_on'] }, day: 'mentee.start_on' },
	completions: { person: { mentees: ['ended_on', 'end_reason'] }, day: 'mentee.ended_on' },
	dropouts: { person: { mentees: ['ended_on', 'end_reason'] }, day: 'mentee.ended_on' },
	leavers: { person: { mentees: ['ended_on'] }, day: 'mentee.ended_on' },
	in_support: { person: { mentees: ['start_on', 'ended_on'] } },
	session_hours: { row: { minutes: 'row.minutes' } },
};

const NOBODY = { referral: null, reference: null };

/** What may count, as cheaply as the figure allows: rows of the contract, groups of rows alike, or whole journeys. */
export async function* countedIn(knex: Knex, key: FigureKey, which: Which): AsyncGenerator<Found> {
	const { contract, moment, splits } = which;
	const ofContract = OF_THE_CONTRACT[key];
	if (ofContract) {
		for (const { on, amount, facts } of await ofContract(knex, contract, moment.ends)) {
			yield { counted: { dated: { on, amount } }, factsOn: () => facts, times: 1, person: NOBODY };
		}
		return;
	}
	const source = ROWS[FIGURES[key].source];
	if (source === undefined || splits.some((split) => split === 'barrier' || split === 'treatment')) {
		yield* journeysIn(knex, which);
		return;
	}
	const stays = await staysFor(knex, which);
	yield* groups(knex, key, source, which, stays);
	// The day of an old referral without one is that of its first event, which its whole record tells (3.8).
	if (key === 'referrals') yield* journeys(knex, which, stays, (people) => people.whereNull('referral.received_on'));
}

/** Everybody's whole journey: from one reading of them, any figure of people can be counted. */
export async function* journeysIn(knex: Knex, which: Which): AsyncGenerator<Found> {
	yield* journeys(knex, which, await staysFor(knex, which));
}

/** Who has moved, and where they were: read where a figure is split by place. */
function staysFor(knex: Knex, { contract, splits }: Which): Promise<Map<string, Stay[]>> | Map<string, Stay[]> {
	const places = splits.some((split) => split === 'cpa' || split === 'delivery_area');
	return places ? readStays(knex, contract.id) : new Map();
}

async function* groups(
	knex: Knex,
	key: FigureKey,
	source: RowSource,
	{ contract, moment, splits, named, whose }: Which,
	stays: ReadonlyMap<string, Stay[]>,
): AsyncGenerator<Found> {
	const moved = [...stays.keys()];
	const { day = source.day, ...decided } = DECIDED_BY[key] ?? {};
	const within = day === undefined ? undefined : { day, from: moment.from, to: moment.to };
	const grouping = { contract: contract.id, source, splits, within, whose, ...decided };
	const others = await readGroups(knex, { ...grouping, byReferral: named, without: moved });
	const ofMoved = moved.length === 0 ? [] : await readGroups(knex, { ...grouping, byReferral: true, only: moved });
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
