/** Which measures the return of one Call-Off Contract has, in which order and under which names (3.8). */
import type { CalendarMonth } from '../../calendar/calendar-day.ts';
import type { Terms } from '../../contract/terms.ts';
import type { Texts } from '../../language/text.ts';
import type { Asked } from '../figures/asked.ts';
import { askedProblem } from '../figures/asked.ts';
import type { FigureKey, Unit } from '../figures/catalogue.ts';
import { areFilters, type Filter } from '../figures/chosen.ts';
import { measureName } from './measure-names.ts';
import type { PmiMeasures } from './measures.ts';

export type MeasureKey = keyof PmiMeasures;

/** The measures of 3.8 by their keys, in its order: the first has the number 1. */
export const MEASURE_KEYS = [
	'personnel_changes',
	'referrals_total',
	'referrals_new',
	'starts_total',
	'starts_new',
	'completions_total',
	'length_on_provision',
	'initial_meetings',
	'initial_meetings_on_time',
	'diagnostic_interviews',
	'diagnostic_interviews_on_time',
	'action_plans',
	'action_plans_on_time',
	'four_sessions',
	'four_sessions_on_time',
	'eight_sessions',
	'subcontractor_spend',
	'sme_spend',
	'contract_cost_register',
	'ipr_log',
] as const satisfies readonly MeasureKey[];

/** A line as the contract keeps it: a measure of 3.8, or a figure of the catalogue, which needs names of its own. */
export interface ListedMeasure {
	measure?: MeasureKey | null;
	count?: FigureKey | null;
	where?: Filter[] | null;
	name_en?: string | null;
	name_cy?: string | null;
}

/** How many, of how many; a figure without a share has neither `of` nor `percent`. */
export interface Counted {
	number: number;
	of?: number;
	percent?: number | null;
}

/** A line that counts a figure of the catalogue, with what it came to. */
export interface OwnMeasure {
	count: FigureKey;
	where: Asked['where'];
	unit: Unit;
	names: Texts;
	/** What is counted, and of whom alone. */
	definition: Texts;
	/** `null` where it is only ever read at one moment, is not told apart by area, or there is nothing to average. */
	cumulative: Counted | null;
	in_month: Counted | null;
}

/** A line as a return shows it. */
export type MeasureLine = { measure: MeasureKey; names?: Texts } | OwnMeasure;

/** What is wrong with the list, at which line, from 1. */
export interface ListProblem {
	code:
		| 'measures_too_many'
		| 'measure_unknown'
		| 'measure_twice'
		| 'measure_not_named'
		| 'measure_name_long'
		| 'measure_not_countable';
	params: { number: number; most?: number };
}

export const MOST_MEASURES = 40;
export const LONGEST_NAME = 120;
const ANY_MONTH = '2024-01' as CalendarMonth;

/** The first thing wrong with a list, or nothing. An empty one stands for the twenty measures of 3.8. */
export function measureListProblem(list: unknown): ListProblem | undefined {
	if (list === null || list === undefined) return undefined;
	if (!Array.isArray(list)) return { code: 'measure_unknown', params: { number: 1 } };
	if (list.length > MOST_MEASURES) {
		return { code: 'measures_too_many', params: { number: MOST_MEASURES + 1, most: MOST_MEASURES } };
	}
	for (const [index, line] of list.entries()) {
		const code = lineProblem(line, list.slice(0, index));
		if (code) {
			const params = { number: index + 1, ...(code === 'measure_name_long' && { most: LONGEST_NAME }) };
			return { code, params };
		}
	}
	return undefined;
}

function lineProblem(line: unknown, before: readonly ListedMeasure[]): ListProblem['code'] | undefined {
	if (typeof line !== 'object' || line === null) return 'measure_unknown';
	const { measure, count, where, name_en, name_cy } = line as ListedMeasure;
	const names = [name_en, name_cy].map((name) => name ?? '');
	if (names.some((name) => typeof name !== 'string' || name.length > LONGEST_NAME)) return 'measure_name_long';
	const named = names.filter((name) => name.trim() !== '').length;
	if (Boolean(measure) === Boolean(count)) return 'measure_unknown';
	if (measure) {
		if (!MEASURE_KEYS.includes(measure)) return 'measure_unknown';
		if (before.some((each) => each.measure === measure)) return 'measure_twice';
		// Its own name in both languages, or that of 3.8.
		return named === 1 ? 'measure_not_named' : undefined;
	}
	if (named < names.length) return 'measure_not_named';
	const asked = { count: String(count), from: ANY_MONTH, to: ANY_MONTH, by: [], where: filtersIn(where) ?? {} };
	const isAskable = filtersIn(where) !== undefined && askedProblem(asked, false) === undefined;
	return isAskable ? undefined : 'measure_not_countable';
}

function filtersIn(where: unknown): Asked['where'] | undefined {
	if (where === null || where === undefined) return {};
	return areFilters(where) ? Object.fromEntries(where.map(({ split, values }) => [split, values])) : undefined;
}

/** The lines of a list that has no problem, before anything is counted. */
export function measureLines(
	list: readonly ListedMeasure[],
): ({ measure: MeasureKey; names?: Texts } | Pick<OwnMeasure, 'count' | 'where' | 'names'>)[] {
	return list.map(({ measure, count, where, name_en, name_cy }) => {
		const names = { 'en-GB': name_en?.trim() ?? '', 'cy-GB': name_cy?.trim() ?? '' };
		if (measure) return { measure, ...(names['en-GB'] && { names }) };
		return { count: count as FigureKey, where: filtersIn(where) ?? {}, names };
	});
}

/** One line as everybody numbers and names it: a measure of 3.8 keeps its number, one's own come after the twenty. */
export interface NumberedLine {
	number: number;
	names: Texts;
	measure?: MeasureKey;
	own?: OwnMeasure;
}

/** @param lines left out where the return is that of 3.8 */
export function numberedLines(lines: readonly MeasureLine[] | undefined, terms: Terms): NumberedLine[] {
	let own = MEASURE_KEYS.length;
	return (lines ?? MEASURE_KEYS.map((measure): MeasureLine => ({ measure }))).map((line) => {
		if (!('measure' in line)) return { number: ++own, names: line.names, own: line };
		const number = MEASURE_KEYS.indexOf(line.measure) + 1;
		const names = line.names ?? measureName(number, terms);
		return { number, names, measure: line.measure };
	});
}

/** The name of each measure of 3.8, whether it is listed or not: other parts of the return speak of them too. */
export function namesOfMeasures(lines: readonly MeasureLine[] | undefined, terms: Terms): readonly Texts[] {
	const listed = new Map(numberedLines(lines, terms).map(({ number, names }) => [number, names]));
	return MEASURE_KEYS.map((_, index) => listed.get(index + 1) ?? measureName(index + 1, terms));
}
