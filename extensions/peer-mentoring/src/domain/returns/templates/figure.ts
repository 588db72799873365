import type { CalendarDay, CalendarMonth } from '../../calendar/calendar-day.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import type { Texts } from '../../language/text.ts';
import type { MeasureLine } from '../pmi/measure-list.ts';
import type { PmiResult } from '../pmi/pmi.ts';
import type { ScopeFigures } from '../pmi/breakdown.ts';
import type { MonthlyReport } from '../pmi/report.ts';
import type { View } from './mapping.ts';

/** What is put into a cell. `null` where there is nothing to divide or to tell, which is shown as n/a. */
export type FigureValue =
	string | number | { day: CalendarDay } | { month: CalendarMonth } | { percent: number } | null;

/** Whose return it is, about which month, whatever it reports. */
export interface CommonFacts {
	contract: { reference: string; cpas: readonly number[]; supplier?: string | null };
	month: CalendarMonth;
	due_on: CalendarDay;
}

/** What the PMI and the Mentee Tracker of a month are. */
export interface ReturnFacts extends CommonFacts {
	status: CodeOf<'return_status'>;
}

/** A return, as its figures are taken from it. */
export interface FigureSource extends PmiResult, ReturnFacts {
	report: MonthlyReport;
	/** Left out where the measures are those of 3.8. */
	lines?: readonly MeasureLine[];
}

export interface Scope {
	view: View;
	/** One Contract Package Area, or `null` for the whole contract. */
	cpa: number | null;
}

/** One thing that a template can ask for. */
export interface Figure<Source = FigureSource> {
	key: string;
	/** The measure of 3.8 that it is part of, or a heading for what is none. */
	group: Texts;
	/** What it is within its group. */
	part: Texts;
	/** The views that it has; the first is what it is where nothing is chosen. */
	views: readonly [View, ...View[]];
	/** Whether it can be told of one Contract Package Area. */
	perCpa: boolean;
	value: (source: Source, scope: Scope) => FigureValue;
}

/** What of a figure it takes to choose it. */
export type FigureChoice = Omit<Figure<never>, 'value'>;

/** The figures of the contract or of one area; `undefined` where the return does not cover the area. */
export function figuresIn(source: FigureSource, { cpa }: Scope): ScopeFigures | undefined {
	return areaOf(source, cpa)?.total;
}

export function areaOf({ breakdown }: FigureSource, cpa: number | null) {
	return cpa === null ? breakdown : breakdown.by_cpa.find((each) => each.cpa === cpa);
}
