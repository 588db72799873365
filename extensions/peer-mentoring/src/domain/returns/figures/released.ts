/** The figures of a contract as its last submission left them (5.4): nobody's key, reference or day is in them. */
import { lastDay, monthOf, type CalendarDay, type CalendarMonth } from '../../calendar/calendar-day.ts';
import { endsOf, type Asked } from './asked.ts';
import { FIGURES, isTime, splitsOf, type FigureKey, type Split } from './catalogue.ts';
import type { Facts } from './cells.ts';
import type { Occurrence } from './occurrences.ts';

/** Which of the facts, in which month, and what is added up. */
type ReleasedCount = [facts: number, month: CalendarMonth, amount: number, of: number];

/** What one figure can be counted from again: everything that occurs alike in a month is one count. */
export interface ReleasedFigure {
	facts: Facts[];
	counts: ReleasedCount[];
}

export interface Gathering {
	add(occurrence: Occurrence, facts: Facts, times: number): void;
	result(): ReleasedFigure;
}

/** The splits of which a released figure tells: those that somebody without people's records may ask for. */
export function releasedSplits(key: FigureKey): Split[] {
	return splitsOf(key, { named: false }).filter((split) => !isTime(split) && split !== 'contract');
}

/** Gathers what occurs of one figure of one contract. */
export function gatherFigure(key: FigureKey): Gathering {
	const splits = releasedSplits(key);
	const places = new Map<string, number>();
	const facts: Facts[] = [];
	const counts = new Map<string, ReleasedCount>();
	return {
		add({ on, amount, of = 0 }, all, times) {
			const told = Object.fromEntries(splits.map((split) => [split, all[split] ?? null]));
			const text = JSON.stringify(told);
			const place = places.get(text) ?? facts.push(told) - 1;
			places.set(text, place);
			const month = monthOf(on);
			const count = counts.get(`${place} ${month}`) ?? [place, month, 0, 0];
			counts.set(`${place} ${month}`, count);
			count[2] += amount * times;
			count[3] += of * times;
		},
		result: () => ({ facts, counts: [...counts.values()] }),
	};
}

/** What of a released figure is asked about: a standing at the ends of the periods alone. */
export function* releasedOccurrences(
	{ facts, counts }: ReleasedFigure,
	asked: Asked,
): Generator<{ occurrence: Occurrence; facts: Facts }> {
	const ends: ReadonlySet<CalendarDay> | undefined =
		FIGURES[asked.count].kind === 'standing' ? new Set(endsOf(asked)) : undefined;
	for (const [place, month, amount, of] of counts) {
		const on = lastDay(month);
		if (month < asked.from || month > asked.to || ends?.has(on) === false) continue;
		yield { occurrence: { on, amount, of }, facts: facts[place] ?? {} };
	}
}
