/** Who has moved into and out of each Contract Package Area (2.6): beside the measures, which count the start once. */
import { lastDay, type CalendarDay, type CalendarMonth } from '../../calendar/calendar-day.ts';
import { movesOf } from '../../journey/areas.ts';
import type { ReportedJourney } from '../../journey/journey.ts';
import type { Count } from './cell.ts';

export interface AreaTransfers {
	cpa: number;
	in: Count;
	out: Count;
}

export interface TransferTally {
	add(journey: ReportedJourney): void;
	result(): AreaTransfers[];
}

/** Counts the moves between areas up to the cut-off, for each of these areas. */
export function transferTally(cpas: readonly number[], month: CalendarMonth): TransferTally {
	const areas = new Map(cpas.map((cpa) => [cpa, { cpa, in: none(), out: none() }]));
	const cutOff = lastDay(month);
	const count = (into: Count | undefined, on: CalendarDay) => {
		if (into === undefined) return;
		into.cumulative++;
		if (on.startsWith(month)) into.in_month++;
	};
	return {
		add({ stays = [] }) {
			for (const { from, to, on } of movesOf(stays).filter((move) => move.on <= cutOff)) {
				count(areas.get(to)?.in, on);
				count(areas.get(from)?.out, on);
			}
		},
		result: () => [...areas.values()].sort((a, b) => a.cpa - b.cpa),
	};
}

const none = (): Count => ({ cumulative: 0, in_month: 0 });
