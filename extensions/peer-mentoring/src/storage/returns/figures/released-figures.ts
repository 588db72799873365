/**
 * What the Buyer's figures are counted from (5.4): a contract's figures as they stood when its last return was submitted.
 * They change with a submission and with nothing else, so that nobody can tell from them who has withdrawn or was erased
 * since, whatever is asked and however often.
 */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual, promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Knex } from 'knex';
import { lastDay, monthOf, type CalendarDay, type CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { monthsIn, type Asked } from '../../../domain/returns/figures/asked.ts';
import { FIGURES, type FigureKey } from '../../../domain/returns/figures/catalogue.ts';
import type { Cells } from '../../../domain/returns/figures/cells.ts';
import { occurrencesOf, type Moment } from '../../../domain/returns/figures/occurrences.ts';
import {
	gatherFigure,
	releasedOccurrences,
	releasedSplits,
	type Gathering,
	type ReleasedFigure,
} from '../../../domain/returns/figures/released.ts';
import { coarsePeriod, type Counted } from '../../../domain/returns/success-factors/success-factors.ts';
import { readHolidays } from '../../calendar/holidays.ts';
import { readContracts, type StoredContract } from '../../contract/contracts.ts';
import { dayColumn } from '../../database/day-columns.ts';
import { countFactors } from '../success-factors.ts';
import { countedIn, journeysIn, type Found, type Which } from './found.ts';
import type { Whose } from './grouped.ts';
import { OF_THE_CONTRACT } from './of-the-contract.ts';

const TABLE = 'released_figures';
/** Beside the figures of the catalogue, what the success factors count of Mentees. */
const SUCCESS_FACTORS = 'success_factors';
const KEYS = Object.keys(FIGURES) as FigureKey[];
const isOfPeople = (key: FigureKey) => ['people', 'timed'].includes(FIGURES[key].source);
/** Figures of the same rows are counted in one reading of them, with whatever any of the figures looks at. */
const SAME_ROWS: readonly { read: FigureKey; count: readonly FigureKey[] }[] = [
	{ read: 'session_hours', count: ['sessions_attended', 'sessions_missed', 'session_hours'] },
	{ read: 'clocks_met', count: ['clocks_met', 'clocks_late', 'clocks_met_share', 'clocks_running'] },
];
/** Clocks are of people and of contracts: a submission itself decides one of these. */
const OF_BOTH: FigureKey = 'clocks_met';
const isShared = (key: FigureKey) => SAME_ROWS.some(({ count }) => count.includes(key));

type Months = Pick<Asked, 'from' | 'to'>;

/** What a release will say of people, counted before it. */
export interface CountedPeople {
	contract: string;
	months: Months;
	today: CalendarDay;
	/** The release that stood when they were counted; `null` where none did. */
	after: string | null;
	figures: ReadonlyMap<FigureKey, Gathering>;
	factors: Counted | undefined;
}

/**
 * Counts what a submission of a month will release of people, which takes long: before its transaction, for nobody to
 * wait for. Everything of one moment, so give it a snapshot; then that is the moment of the submission.
 */
export async function countPeople(
	snapshot: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	today: CalendarDay,
): Promise<CountedPeople> {
	const sent = await snapshot('mi_returns')
		.where({ contract: contract.id, status: 'submitted' })
		.min({ from: 'month' })
		.max({ to: 'month' })
		.first();
	const { from, to } = { from: sent?.from ?? month, to: sent?.to ?? month };
	const months = { from: month < from ? month : from, to: month > to ? month : to };
	return count(snapshot, contract, months, today);
}

/**
 * Releases the figures of every contract with a submitted month of which none are released yet.
 * @param contracts of these contracts, or of all of them
 * @param counted what was counted before, as long as it is of the same months and day; else it is counted now
 */
export async function releaseFigures(
	knex: Knex,
	contracts: readonly string[] | undefined,
	today: CalendarDay,
	counted?: CountedPeople,
): Promise<void> {
	const query = knex('mi_returns as sent')
		.where({ 'sent.status': 'submitted' })
		.whereNotExists(knex(TABLE).whereRaw('?? = ??', [`${TABLE}.contract`, 'sent.contract']))
		.groupBy('sent.contract')
		.select('sent.contract')
		.min({ from: 'sent.month' })
		.max({ to: 'sent.month' });
	const rows: unknown = await (contracts ? query.whereIn('sent.contract', [...contracts]) : query);
	const missing = rows as ({ contract: string } & Months)[];
	if (missing.length === 0) return;
	const known = new Map((await readContracts(knex)).map((contract) => [contract.id, contract]));
	for (const { contract: id, ...months } of missing) {
		const contract = known.get(id);
		if (!contract) continue;
		const isOfThese = counted?.contract === id && counted.today === today && isDeepStrictEqual(counted.months, months);
		await release(knex, contract, isOfThese ? counted : await count(knex, contract, months, today));
	}
}

/**
 * Takes a contract's figures back: what is settled after its next submission releases them anew.
 * @returns which release that was
 */
export async function takeBackFigures(knex: Knex, contract: string): Promise<string | null> {
	const mark = await markOf(knex, contract);
	await knex(TABLE).where({ contract }).delete();
	return mark;
}

/** Tells one release of a contract from another. */
async function markOf(knex: Knex, contract: string): Promise<string | null> {
	const first = await knex(TABLE).where({ contract }).orderBy('id').first('id');
	return first?.id ?? null;
}

async function count(knex: Knex, contract: StoredContract, months: Months, today: CalendarDay): Promise<CountedPeople> {
	const figures = new Map(KEYS.map((key) => [key, gatherFigure(key)]));
	const { which, gather } = await gathering(knex, contract, { months, today, figures, whose: 'people' });
	const ofPeople = KEYS.filter(isOfPeople);
	const alone = KEYS.filter((key) => !isOfPeople(key) && !isShared(key) && !OF_THE_CONTRACT[key]);
	// All of them can be split by the same: one reading of the journeys serves every one.
	const [first] = ofPeople;
	if (first) for await (const found of journeysIn(knex, which(first))) gather(ofPeople, found);
	for (const { read, count } of [...SAME_ROWS, ...alone.map((key) => ({ read: key, count: [key] }))]) {
		for await (const found of countedIn(knex, read, which(read))) gather(count, found);
	}
	const period = coarsePeriod(contract.start_date, today);
	const factors = period ? await countFactors(knex, contract, period) : undefined;
	return { contract: contract.id, months, today, after: await markOf(knex, contract.id), figures, factors };
}

/** Adds what belongs to no person, of which there is little and of which a submission decides some, and writes it all. */
async function release(
	knex: Knex,
	contract: StoredContract,
	{ months, today, figures, factors }: CountedPeople,
): Promise<void> {
	const { which, gather } = await gathering(knex, contract, { months, today, figures, whose: 'contract' });
	const ofBoth = SAME_ROWS.filter(({ read }) => read === OF_BOTH);
	const own = (Object.keys(OF_THE_CONTRACT) as FigureKey[]).map((key) => ({ read: key, count: [key] }));
	for (const { read, count } of [...ofBoth, ...own]) {
		for await (const found of countedIn(knex, read, which(read))) gather(count, found);
	}
	const add = async (name: string, counts: unknown) =>
		knex(TABLE).insert({
			id: randomUUID(),
			contract: contract.id,
			name,
			released_on: dayColumn(knex, today),
			counts: await packed(counts),
		});
	for (const [key, gathered] of figures) await add(key, gathered.result());
	if (factors) await add(SUCCESS_FACTORS, factors);
}

interface Gathered extends Pick<CountedPeople, 'months' | 'today' | 'figures'> {
	whose: Whose;
}

/** How a figure of a contract is asked for, and how what is found of it is gathered. */
async function gathering(knex: Knex, contract: StoredContract, { months, today, figures, whose }: Gathered) {
	const holidays = await readHolidays(knex, contract.calendar);
	const moment: Moment = { contract, ...months, ends: monthsIn(months).map(lastDay), knownOn: today, holidays };
	return {
		which: (key: FigureKey): Which => ({ contract, splits: releasedSplits(key), moment, named: false, whose }),
		gather: (keys: readonly FigureKey[], { counted, factsOn, times }: Found) => {
			for (const key of keys) {
				for (const each of occurrencesOf(key, counted, moment)) {
					(figures.get(key) as Gathering).add(each, factsOn(each.on), times);
				}
			}
		},
	};
}

/** Of which contracts, and whether a month of one counts. */
export interface Closed {
	contracts: readonly StoredContract[];
	isClosed: (contract: string, month: CalendarMonth) => boolean;
}

/** Adds to each of the tallies what is asked about, as it was released. */
export async function addReleased(
	knex: Knex,
	asked: Asked,
	{ contracts, isClosed }: Closed,
	tallies: readonly Cells[],
): Promise<void> {
	for (const { id, reference } of contracts) {
		const row = await knex(TABLE).where({ contract: id, name: asked.count }).first('counts');
		if (!row) continue;
		for (const { occurrence, facts } of releasedOccurrences(await unpacked<ReleasedFigure>(row.counts), asked)) {
			if (!isClosed(id, monthOf(occurrence.on))) continue;
			for (const tally of tallies) tally.add(occurrence, { ...facts, contract: reference }, 1);
		}
	}
}

/** What the success factors counted of Mentees; nothing before the first quarter was over. */
export async function readReleasedFactors(knex: Knex, contract: string): Promise<Counted | undefined> {
	const row = await knex(TABLE).where({ contract, name: SUCCESS_FACTORS }).first('counts');
	return row && unpacked<Counted>(row.counts);
}

const packed = async (counts: unknown) => (await promisify(gzip)(JSON.stringify(counts))).toString('base64');
const unpacked = async <Counts>(counts: string): Promise<Counts> =>
	JSON.parse((await promisify(gunzip)(Buffer.from(counts, 'base64'))).toString('utf8'));
