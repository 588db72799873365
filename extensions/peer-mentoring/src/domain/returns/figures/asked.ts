/** What is asked of the catalogue: a figure, months, up to two splits, and filters. */
import {
	addMonths,
	lastDay,
	monthsBetween,
	type CalendarDay,
	type CalendarMonth,
} from '../../calendar/calendar-day.ts';
import { quarterOf } from '../../calendar/quarter.ts';
import { FIGURES, isFigure, splitsOf, type FigureKey, type Split } from './catalogue.ts';

export interface Asked {
	count: FigureKey;
	from: CalendarMonth;
	to: CalendarMonth;
	by: readonly Split[];
	/** For each filter the values of which one must hold; an empty text stands for what is not recorded. */
	where: Readonly<Partial<Record<Split, readonly string[]>>>;
}

/** What is wrong with a question, and what would be right. */
export type AskedProblem =
	| { code: 'figure_unknown' }
	| { code: 'months_backwards' }
	| { code: 'months_too_many' }
	| { code: 'splits_too_many' }
	| { code: 'filters_too_many' }
	| { code: 'split_not_of_figure'; split: string; splits: Split[] };

/** As many months as can be asked about. */
export const MOST_MONTHS = 120;
const MOST_SPLITS = 2;
/** What is hidden is worked out over every combination of splits and filters. */
const MOST_FILTERS = 4;

/** The first thing wrong with a question, or nothing. @param named whether the reader may see people's records */
export function askedProblem(
	{
		count,
		from,
		to,
		by,
		where,
	}: Record<'count', string> & Pick<Asked, 'from' | 'to'> & { by: string[]; where: object },
	named: boolean,
): AskedProblem | undefined {
	if (!isFigure(count)) return { code: 'figure_unknown' };
	if (from > to) return { code: 'months_backwards' };
	if (monthsBetween(from, to) >= MOST_MONTHS) return { code: 'months_too_many' };
	if (by.length > MOST_SPLITS) return { code: 'splits_too_many' };
	if (Object.keys(where).length > MOST_FILTERS) return { code: 'filters_too_many' };
	const splits = splitsOf(count, { named });
	const wrong = [...by, ...Object.keys(where)].find((split) => !splits.includes(split as Split));
	return wrong === undefined ? undefined : { code: 'split_not_of_figure', split: wrong, splits };
}

/** The days at which a standing is read: the ends of the months or quarters it is split by, or else the last one. */
export function endsOf({ count, from, to, by }: Asked): CalendarDay[] {
	if (FIGURES[count].kind !== 'standing') return [];
	const months = monthsIn({ from, to });
	if (by.includes('month')) return months.map(lastDay);
	if (!by.includes('quarter')) return [lastDay(to)];
	return [...new Set(months.map((month) => earlier(quarterOf(month).last, lastDay(to))))];
}

/** The months asked about, in order. */
export function monthsIn({ from, to }: Pick<Asked, 'from' | 'to'>): CalendarMonth[] {
	return Array.from({ length: monthsBetween(from, to) + 1 }, (_, index) => addMonths(from, index));
}

const earlier = (a: CalendarDay, b: CalendarDay) => (a < b ? a : b);
