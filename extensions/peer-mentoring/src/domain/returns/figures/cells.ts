/** The cells of an answer: each combination of values that occurs, and all of them together. */
import { lastDay, monthOf, type CalendarMonth } from '../../calendar/calendar-day.ts';
import { quarterOf } from '../../calendar/quarter.ts';
import { percentOf } from '../../numbers/arithmetic.ts';
import type { Asked } from './asked.ts';
import { FIGURES, type Split } from './catalogue.ts';
import type { Occurrence } from './occurrences.ts';

/** A value of a split; `null` where it is not recorded. */
export type Value = string | null;

/** What a record says of the splits that are asked about, but for those of time. */
export type Facts = Readonly<Partial<Record<Split, Value | readonly string[]>>>;

/** Sums; `of` counts those whose result is certain, of a share, and those whose days are added up, of an average. */
export interface Sum {
	amount: number;
	of: number;
}

export interface FigureCell extends Sum {
	values: Value[];
}

export interface Cells {
	add(occurrence: Occurrence, facts: Facts, times: number): boolean;
	result(): { cells: FigureCell[]; total: Sum };
}

/**
 * Adds up occurrences. Of a list of values an occurrence is in the cell of each, and in the total once. Of a standing,
 * the total is that of the last day.
 * @param by the splits whose combinations are told apart
 * @param where left out by whoever filters later
 */
export function tallyCells({ count, to, where }: Pick<Asked, 'count' | 'to' | 'where'>, by: readonly Split[]): Cells {
	const cells = new Map<string, FigureCell>();
	const total: Sum = { amount: 0, of: 0 };
	const inTotal = FIGURES[count].kind === 'standing' ? lastDay(to) : null;
	const wanted = Object.entries(where) as [Split, readonly string[]][];
	return {
		add(occurrence, facts, times) {
			const { on, amount, of = 0 } = occurrence;
			const valuesOf = (split: Split) => listOf(valueOf(split, monthOf(on), facts));
			if (!wanted.every(([split, values]) => valuesOf(split).some((value) => values.includes(value ?? ''))))
				return false;
			const sums = by
				.map(valuesOf)
				.reduce<Value[][]>((sets, values) => sets.flatMap((set) => values.map((value) => [...set, value])), [[]]);
			for (const values of sums) {
				const key = JSON.stringify(values);
				const cell = cells.get(key) ?? { values, amount: 0, of: 0 };
				cells.set(key, cell);
				add(cell, amount * times, of * times);
			}
			if (inTotal === null || inTotal === on) add(total, amount * times, of * times);
			return true;
		},
		result: () => ({ cells: [...cells.values()].sort((a, b) => compare(a.values, b.values)), total }),
	};
}

function add(sum: Sum, amount: number, of: number): void {
	sum.amount += amount;
	sum.of += of;
}

function valueOf(split: Split, month: CalendarMonth, facts: Facts): Value | readonly string[] {
	if (split === 'month') return month;
	if (split === 'quarter') return quarterName(month);
	return facts[split] ?? null;
}

const quarters = new Map<CalendarMonth, string>();

function quarterName(month: CalendarMonth): string {
	const name = quarters.get(month) ?? quarterOf(month).name;
	quarters.set(month, name);
	return name;
}

const listOf = (value: Value | readonly string[]): readonly Value[] => {
	if (value === null || typeof value === 'string') return [value];
	return value.length === 0 ? [null] : value;
};

/** In the order of their values, what is not recorded last. */
function compare(a: readonly Value[], b: readonly Value[]): number {
	for (const [index, value] of a.entries()) {
		const other = b[index] ?? null;
		if (value === other) continue;
		if (value === null || other === null) return value === null ? 1 : -1;
		return value < other ? -1 : 1;
	}
	return 0;
}

/** The number that a sum is shown as, by the unit of its figure: to two decimals at most, shares and averages with one. */
export function shownValue(count: Asked['count'], { amount, of }: Sum): number | null {
	const { kind, unit } = FIGURES[count];
	if (kind === 'share') return percentOf(amount, of);
	if (kind === 'average') return of === 0 ? null : Math.round((amount / of) * 10) / 10;
	const places = unit === 'fte' ? 1000 : 100;
	return Math.round((amount + Number.EPSILON) * places) / places;
}
