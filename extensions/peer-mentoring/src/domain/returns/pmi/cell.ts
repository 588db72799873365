import type { CalendarDay, CalendarMonth } from '../../calendar/calendar-day.ts';
import type { DayCounts } from '../../numbers/arithmetic.ts';
import { countLength } from '../../numbers/arithmetic.ts';
import type { JourneyFigures, TimedEvent } from './figures.ts';

/** A number of events: all up to the cut-off, and those of the reporting month. */
export interface Count {
	cumulative: number;
	in_month: number;
}

export interface TimedCounts {
	total: Count;
	on_time: Count;
	determinable: Count;
	pending: number;
}

/** The counters of one CPA and route. Cells add up, so that every view of the return comes from the same numbers. */
export interface Cell {
	referrals: Count;
	starts: Count;
	completions: Count;
	completions_fewer_than_eight: Count;
	initial_meetings: TimedCounts;
	diagnostic_interviews: TimedCounts;
	action_plans: TimedCounts;
	four_sessions: TimedCounts;
	eight_sessions: Count;
	eight_sessions_of_left: number;
	completed_lengths: DayCounts;
	early_lengths: DayCounts;
	current_lengths: DayCounts;
}

export function emptyCell(): Cell {
	const count = (): Count => ({ cumulative: 0, in_month: 0 });
	const timed = (): TimedCounts => ({ total: count(), on_time: count(), determinable: count(), pending: 0 });
	return {
		referrals: count(),
		starts: count(),
		completions: count(),
		completions_fewer_than_eight: count(),
		initial_meetings: timed(),
		diagnostic_interviews: timed(),
		action_plans: timed(),
		four_sessions: timed(),
		eight_sessions: count(),
		eight_sessions_of_left: 0,
		completed_lengths: new Map(),
		early_lengths: new Map(),
		current_lengths: new Map(),
	};
}

/** Counts one journey. */
export function addFigures(cell: Cell, figures: JourneyFigures, month: CalendarMonth): void {
	const add = (count: Count, on: CalendarDay | null) => {
		if (on === null) return;
		count.cumulative++;
		if (on.startsWith(month)) count.in_month++;
	};
	const addTimed = (counts: TimedCounts, event: TimedEvent) => {
		add(counts.total, event.on);
		add(counts.on_time, event.on_time ? event.on : null);
		add(counts.determinable, event.determined_on);
		if (event.pending) counts.pending++;
	};
	add(cell.referrals, figures.referred_on);
	add(cell.starts, figures.started_on);
	add(cell.completions, figures.completed_on);
	if (figures.eight_sessions_on === null) add(cell.completions_fewer_than_eight, figures.completed_on);
	addTimed(cell.initial_meetings, figures.initial_meeting);
	addTimed(cell.diagnostic_interviews, figures.diagnostic_interview);
	addTimed(cell.action_plans, figures.smart_action_plan);
	addTimed(cell.four_sessions, figures.four_sessions);
	add(cell.eight_sessions, figures.eight_sessions_on);
	if (figures.has_left && figures.eight_sessions_on !== null) cell.eight_sessions_of_left++;
	if (figures.length !== null) countLength(lengthsOf(cell, figures), figures.length);
}

/** The counters of several cells together. */
export function sumCells(cells: Iterable<Cell>): Cell {
	const total = emptyCell();
	for (const cell of cells) addInto(total, cell);
	return total;
}

function lengthsOf(cell: Cell, { has_left, completed_on }: JourneyFigures): DayCounts {
	if (!has_left) return cell.current_lengths;
	return completed_on === null ? cell.early_lengths : cell.completed_lengths;
}

type Counters = { [key: string]: number | DayCounts | Counters };

function addInto(total: object, part: object): void {
	const sums = total as Counters;
	for (const [key, value] of Object.entries(part as Counters)) {
		const sum = sums[key];
		if (typeof value === 'number') sums[key] = (sum as number) + value;
		else if (value instanceof Map) for (const [days, times] of value) countLength(sum as DayCounts, days, times);
		else addInto(sum as Counters, value);
	}
}
