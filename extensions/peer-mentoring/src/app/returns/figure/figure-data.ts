/** An answer of `GET /figures` as a chart or a table shows it. */
import { addMonths, firstDay, monthsBetween, type CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import { isTime, type Split, type Unit } from '../../../domain/returns/figures/catalogue.ts';
import type { Language } from '../../../domain/language/text.ts';
import { shortMonthText } from '../../shared/date-names.ts';

export interface Shown {
	value: number | null;
	hidden?: true;
	number?: number;
	of?: number;
}

export type FigureRow = Shown & Partial<Record<Split, string | number | null>>;

export interface FigureAnswer extends Omit<Shown, 'value'> {
	name: string;
	definition: string;
	unit: Unit;
	paragraph: string;
	from: CalendarMonth;
	to: CalendarMonth;
	by: Split[];
	where: Partial<Record<Split, string[]>>;
	rows: FigureRow[];
	total: number | null;
	/** What people read instead of the values that the answer is filtered by. */
	filterLabels?: Partial<Record<Split, Record<string, string>>>;
	labels: Partial<Record<Split, Record<string, string>>>;
	splits: Partial<Record<Split, string>>;
}

/** One line, or one colour of bars: a value of the second split, or all of the figure. */
export interface Series {
	label: string;
	/** One for each place along the first split; nothing counted is 0, but of a share, and hidden is `null`. */
	points: (FigureRow | undefined)[];
}

export interface Pivot {
	/** The values of the first split, in order, with what people read. */
	places: { value: string | null; label: string }[];
	series: Series[];
}

type Words = { not_recorded: string };

/** The rows of an answer along its first split, told apart by its second. Months without any are there as well. */
export function pivotOf(answer: FigureAnswer, language: Language, words: Words): Pivot {
	const [first, second] = answer.by;
	if (first === undefined) return { places: [], series: [] };
	const keyOf = (row: FigureRow, split: Split) => textOf(row[split]);
	const places = first === 'month' ? monthsIn(answer) : distinct(answer.rows.map((row) => keyOf(row, first)));
	const groups = second === undefined ? [null] : distinct(answer.rows.map((row) => keyOf(row, second)));
	const label = (split: Split, value: string | null) =>
		value === null
			? words.not_recorded
			: split === 'month'
				? shortMonthText(firstDay(value as CalendarMonth), language)
				: (answer.labels[split]?.[value] ?? value);
	return {
		places: places.map((value) => ({ value, label: label(first, value) })),
		series: groups.map((group) => ({
			label: second === undefined ? answer.name : label(second, group),
			points: places.map((place) =>
				answer.rows.find(
					(row) => keyOf(row, first) === place && (second === undefined || keyOf(row, second) === group),
				),
			),
		})),
	};
}

/** The number to draw: a month in which nothing was counted is nought, a share or an average of nothing is a gap. */
export function drawnValue(point: Shown | undefined, unit: Unit): number | null {
	return point === undefined ? (unit === 'percent' || unit === 'days' ? null : 0) : point.value;
}

/** Every month asked about, from the first in which anything was counted. */
function monthsIn({ rows, from, to }: FigureAnswer): string[] {
	const first = rows.map(({ month }) => String(month)).sort()[0] ?? from;
	const start = monthsBetween(from, to) > 12 && first > from ? (first as CalendarMonth) : from;
	return Array.from({ length: monthsBetween(start, to) + 1 }, (_, index) => addMonths(start, index));
}

const textOf = (value: string | number | null | undefined) =>
	value === null || value === undefined ? null : String(value);

const distinct = (values: (string | null)[]) => [...new Set(values)];

/** A number with its unit, as people read it. */
export function numberText(value: number | null, unit: Unit, language: Language): string {
	if (value === null) return '–';
	const locale = language === 'cy-GB' ? 'cy' : 'en-GB';
	if (unit === 'pounds') return new Intl.NumberFormat(locale, { style: 'currency', currency: 'GBP' }).format(value);
	const text = new Intl.NumberFormat(locale, { maximumFractionDigits: unit === 'fte' ? 3 : 1 }).format(value);
	if (unit === 'days') return language === 'cy-GB' ? `${text} diwrnod` : `${text} ${value === 1 ? 'day' : 'days'}`;
	return unit === 'percent' ? `${text}%` : text;
}

/** Of how many a share is, or over how many an average; nothing of other figures. */
export function overText(
	{ number, of }: Pick<Shown, 'number' | 'of'>,
	words: { of: (number: string, of: string) => string; over: (of: string) => string },
): string | undefined {
	if (of === undefined) return undefined;
	return number === undefined ? words.over(String(of)) : words.of(String(number), String(of));
}

/** Filters for the records of one cell, beside those of the panel. */
export function cellFilters(row: FigureRow, by: readonly Split[]): Record<string, string> {
	return Object.fromEntries(
		by.filter((split) => !isTime(split) || row[split]).map((split) => [`where[${split}]`, textOf(row[split]) ?? '']),
	);
}
