/** What somebody without people's records reads of an answer: no small number, nor one that gives a small one away (5.4). */
import { firstDay, type CalendarDay, type CalendarMonth } from '../../calendar/calendar-day.ts';
import { monthsIn, type Asked } from './asked.ts';
import { FIGURES, type Split } from './catalogue.ts';
import type { FigureCell, Sum } from './cells.ts';
import { hideSmall, type HiddenCell } from './hidden.ts';

/** Cells, and all of them together. */
export interface Counted {
	cells: readonly FigureCell[];
	total: Sum;
}

export interface ClosedAnswer {
	cells: HiddenCell[];
	total: Sum;
	totalHidden: boolean;
}

/** The splits of the whole table: filters are told apart like splits before anything is hidden. */
export function wholeSplits({ by, where }: Pick<Asked, 'by' | 'where'>): Split[] {
	return [...by, ...(Object.keys(where) as Split[]).filter((split) => !by.includes(split))];
}

/**
 * The question as it can be answered from submitted months: how things stand is said of the last month that all of the
 * contracts that ran in it have submitted, or any where there is none, so that no part passes for the whole.
 */
export function closedQuestion<Contract extends { id: string; end_date: CalendarDay | null }>(
	asked: Asked,
	contracts: readonly Contract[],
	isClosed: (contract: string, month: CalendarMonth) => boolean,
): Asked {
	if (FIGURES[asked.count].kind !== 'standing') return asked;
	const latest = monthsIn(asked).reverse();
	const running = (month: CalendarMonth) =>
		contracts.filter(({ end_date }) => end_date === null || end_date >= firstDay(month));
	const all = latest.find(
		(month) => running(month).length > 0 && running(month).every(({ id }) => isClosed(id, month)),
	);
	const any = latest.find((month) => contracts.some(({ id }) => isClosed(id, month)));
	return { ...asked, to: all ?? any ?? asked.to };
}

/** An answer with everything to be read. */
export function openAnswer({ cells, total }: Counted): ClosedAnswer {
	return { cells: cells.map((cell) => ({ ...cell, hidden: false })), total, totalHidden: false };
}

/**
 * An answer without small numbers: filtered, it shows no cell that the whole table hides.
 * @param answer as it was asked
 * @param whole the same without filters, by {@link wholeSplits}
 */
export function closedAnswer(asked: Asked, answer: Counted, whole: Counted): ClosedAnswer {
	if (!FIGURES[asked.count].personal) return openAnswer(answer);
	const by = wholeSplits(asked);
	const table = hideSmall(whole, by.length);
	const own = hideSmall(answer, asked.by.length);
	const matches = (values: FigureCell['values']) =>
		by.every((split, index) => asked.where[split]?.includes(values[index] ?? '') ?? true);
	const hiddenIn = new Set(
		table.cells
			.filter(({ hidden, values }) => hidden && matches(values))
			.map(({ values }) => JSON.stringify(values.slice(0, asked.by.length))),
	);
	const cells = own.cells.map((cell) => ({
		...cell,
		hidden: cell.hidden || hiddenIn.has(JSON.stringify(cell.values)),
	}));
	const isFiltered = Object.keys(asked.where).length > 0;
	const totalHidden = own.totalHidden || (isFiltered ? cells.some(({ hidden }) => hidden) : table.totalHidden);
	return { total: answer.total, cells, totalHidden };
}
