/** The figures with which a request for management information is answered (3.12), as somebody has chosen them. */
import { parseMonth, type CalendarDay } from '../../calendar/calendar-day.ts';
import { askedProblem, type Asked } from './asked.ts';
import type { FigureKey, Split } from './catalogue.ts';
import { monthsOf, PERIODS, type Period } from './period.ts';

/** One filter: a split, and the values of which one must hold. */
export interface Filter {
	split: Split;
	values: string[];
}

/** A question in the words of the catalogue, whose period moves with the day on which it is asked. */
export interface ChosenFigure {
	count?: FigureKey | null;
	by?: Split | null;
	thenBy?: Split | null;
	period?: Period | null;
	from?: string | null;
	to?: string | null;
	where?: Filter[] | null;
}

export const MOST_CHOSEN = 12;

/**
 * What is asked by the figures that were chosen, on a day; or the number of the first that cannot be asked, from 1. The
 * answer goes to the Buyer: nothing is split or filtered by who somebody is (5.4).
 */
export function chosenQuestions(chosen: unknown, today: CalendarDay): Asked[] | { wrong: number } {
	if (!Array.isArray(chosen)) return { wrong: 1 };
	if (chosen.length > MOST_CHOSEN) return { wrong: MOST_CHOSEN + 1 };
	const questions = chosen.map((each) => questionOf(each, today));
	const wrong = questions.findIndex((each) => each === undefined);
	return wrong === -1 ? (questions as Asked[]) : { wrong: wrong + 1 };
}

function questionOf(chosen: unknown, today: CalendarDay): Asked | undefined {
	if (typeof chosen !== 'object' || chosen === null) return undefined;
	const { count, by, thenBy, from, to, where } = chosen as ChosenFigure;
	const period = (chosen as ChosenFigure).period ?? (from || to ? 'range' : 'last_twelve');
	const isLeftOut = (value: unknown) => value === null || value === undefined || value === '';
	const isWords = (value: unknown) => isLeftOut(value) || typeof value === 'string';
	if (!PERIODS.includes(period) || ![by, thenBy, from, to].every(isWords) || !(isLeftOut(where) || areFilters(where))) {
		return undefined;
	}
	// A month that cannot be read would quietly stand for another one.
	if (period === 'range' && [from, to].some((month) => month && !parseMonth(month))) return undefined;
	const asked = {
		count: String(count),
		...monthsOf(period, { from, to }, today),
		by: [...new Set([by, thenBy].filter(Boolean))].map(String),
		where: filtersOf(where || []),
	};
	return askedProblem(asked, false) === undefined ? (asked as Asked) : undefined;
}

/** By their splits: of several filters of one split, any value will do, as of one with them all. */
function filtersOf(where: readonly Filter[]): Record<string, string[]> {
	const bySplit = Map.groupBy(where, ({ split }) => split);
	return Object.fromEntries([...bySplit].map(([split, own]) => [split, own.flatMap(({ values }) => values)]));
}

/** Whether something is a list of filters, of whatever splits. */
export function areFilters(where: unknown): where is Filter[] {
	return (
		Array.isArray(where) &&
		where.every((each) => {
			const { split, values } = (each ?? {}) as Partial<Filter>;
			return typeof split === 'string' && Array.isArray(values) && values.every((value) => typeof value === 'string');
		})
	);
}
