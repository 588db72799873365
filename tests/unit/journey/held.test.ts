/** Who held a Mentee: never overlapping, never ending before it began (2.6). */
import { describe, expect, it, test } from 'vitest';
import { addDays, day, type CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	historyChanges,
	settledHistory,
	type Held,
} from '../../../extensions/peer-mentoring/src/domain/journey/held.ts';

const TODAY = day('2024-03-01');
const FIRST = day('2024-01-08');

/** `A 2024-01-08 2024-02-10`: who, from and until. */
const held = (...texts: string[]): Held[] =>
	texts.map((text, index) => {
		const [who, from, until] = text.split(' ') as [string, string, string?];
		const [peer_mentor, cpa = '9'] = who.split('@') as [string, string?];
		return { id: `${index}`, peer_mentor, cpa: Number(cpa), from_on: day(from), until_on: until ? day(until) : null };
	});
const said = (history: readonly Held[]) =>
	history.map(({ peer_mentor, cpa, from_on, until_on }) =>
		`${peer_mentor}${cpa === 9 ? '' : `@${cpa}`} ${from_on} ${until_on ?? ''}`.trim(),
	);
const settled = (before: Held[], who = 'B', cpa = 9, first = FIRST) =>
	settledHistory(before, { peer_mentor: who, cpa }, { first, today: TODAY, id: 'new' });

describe('the history of who held a Mentee', () => {
	test.each<[string, Held[], string[]]>([
		['nobody yet', [], ['B 2024-01-08']],
		['the same', held('B 2024-01-08'), ['B 2024-01-08']],
		['one written on a later day than the record begins (an upgrade)', held('B 2024-02-20'), ['B 2024-01-08']],
		['another, who hands over today', held('A 2024-01-08'), ['A 2024-01-08 2024-03-01', 'B 2024-03-01']],
		[
			'another until the day of a hand-over',
			held('A 2024-01-08 2024-02-10', 'B 2024-02-10'),
			['A 2024-01-08 2024-02-10', 'B 2024-02-10'],
		],
		['two at a time', held('A 2024-01-08', 'B 2024-02-10'), ['A 2024-01-08 2024-02-10', 'B 2024-02-10']],
		[
			'one that ends before it begins',
			held('A 2024-01-08 2024-02-01', 'B 2024-02-01', 'C 2024-02-10 2024-02-01'),
			['A 2024-01-08 2024-02-01', 'C 2024-02-01 2024-02-01', 'B 2024-02-01'],
		],
		['a gap', held('A 2024-01-08 2024-01-20', 'B 2024-02-10'), ['A 2024-01-08 2024-02-10', 'B 2024-02-10']],
		['the same one in another area', held('B@7 2024-01-08'), ['B@7 2024-01-08 2024-03-01', 'B 2024-03-01']],
	])('%s', (_, before, after) => expect(said(settled(before))).toEqual(after));

	it('begins with the first date, and not after whoever came next', () => {
		expect(said(settled(held('A 2024-01-08 2024-02-10', 'B 2024-02-10'), 'B', 9, day('2024-02-20')))).toEqual([
			'A 2024-02-10 2024-02-10',
			'B 2024-02-10',
		]);
	});

	it('is settled once for all, whatever was there', () => {
		for (let seed = 0; seed < 500; seed++) {
			const drawn = (most: number, salt: number) => ((seed + 7) * 2654435761 * salt) % most;
			const before = Array.from({ length: drawn(5, 3) }, (_, index): Held => {
				const from_on = addDays(FIRST, drawn(40, index + 11));
				const until_on = drawn(3, index + 5) === 0 ? null : addDays(FIRST, drawn(40, index + 17));
				return { id: `${index}`, peer_mentor: 'ABC'[drawn(3, index + 2)] as string, cpa: 9, from_on, until_on };
			}).sort((a, b) => (a.from_on < b.from_on ? -1 : 1));
			const history = settled(before, 'B');
			expect(history.at(-1)).toMatchObject({ peer_mentor: 'B', until_on: null });
			for (const [index, { from_on, until_on }] of history.entries()) {
				const next = history[index + 1];
				expect(until_on).toBe(next?.from_on ?? null);
				if (until_on !== null) expect(from_on <= until_on).toBe(true);
			}
			expect(historyChanges(history, settled(history, 'B'))).toEqual({ changed: [], added: [] });
		}
	});
});

test('only what differs is written', () => {
	const before = held('A 2024-01-08', 'B 2024-02-10');
	const { changed, added } = historyChanges(before, settled(before, 'C'));
	expect(changed.map(({ id, until_on }): [string, CalendarDay | null] => [id, until_on])).toEqual([
		['0', day('2024-02-10')],
		['1', TODAY],
	]);
	expect(added.map(({ peer_mentor }) => peer_mentor)).toEqual(['C']);
});
