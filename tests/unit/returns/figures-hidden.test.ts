/** What of an answer somebody reads who holds no personal data (5.4). */
import { describe, expect, it } from 'vitest';
import type { CalendarMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { closedQuestion } from '../../../extensions/peer-mentoring/src/domain/returns/figures/closed.ts';
import { hideSmall } from '../../../extensions/peer-mentoring/src/domain/returns/figures/hidden.ts';
import { randomFrom } from '../support/random.ts';

/** A table of one dimension as `{ A: 3 }`, of two as `{ A: { x: 3 } }`; a share as `[met, of]`. */
type Number_ = number | [number, number];
type Table = Record<string, Number_ | Record<string, Number_>>;

const sumOf = (number: Number_) =>
	Array.isArray(number) ? { amount: number[0], of: number[1] } : { amount: number, of: 0 };

function cellsOf(table: Table) {
	return Object.entries(table).flatMap(([first, inside]) =>
		typeof inside === 'number' || Array.isArray(inside)
			? [{ values: [first], ...sumOf(inside) }]
			: Object.entries(inside).map(([second, number]) => ({ values: [first, second], ...sumOf(number) })),
	);
}

function hiddenIn(table: Table, dimensions: number) {
	const cells = cellsOf(table);
	const total = {
		amount: cells.reduce((sum, { amount }) => sum + amount, 0),
		of: cells.reduce((sum, { of }) => sum + of, 0),
	};
	const found = hideSmall({ cells, total }, dimensions);
	const hidden = found.cells.filter((cell) => cell.hidden).map(({ values }) => values.join(' '));
	return found.totalHidden ? [...hidden, 'total'] : hidden;
}

describe('small numbers', () => {
	it.each<[string, Table, number, string[]]>([
		['five and more are shown', { A: 5, B: 12 }, 1, []],
		['nobody is shown', { A: 0, B: 12 }, 1, []],
		['one is hidden, and the next smallest, so that the total does not tell it', { A: 1, B: 9, C: 7 }, 1, ['A', 'C']],
		['four are hidden', { A: 4, B: 9, C: 7 }, 1, ['A', 'C']],
		['two small ones hide each other where they are five together', { A: 4, B: 3, C: 20 }, 1, ['A', 'B']],
		['two that are fewer than five together hide a third', { A: 2, B: 1, C: 20, D: 30 }, 1, ['A', 'B', 'C']],
		['nothing is left to hide it: the total goes', { A: 3 }, 1, ['A', 'total']],
		['nobody hides anybody', { A: 3, B: 0 }, 1, ['A', 'total']],
		['of a share, few of whom it is', { A: [2, 4], B: [10, 20], C: [30, 60] }, 1, ['A', 'B']],
		['of a share, few who were late', { A: [18, 20], B: [10, 20], C: [30, 60] }, 1, ['A', 'B']],
		['of a share, few who were in time', { A: [2, 20], B: [10, 30], C: [30, 60] }, 1, ['A', 'B']],
		['of a share, all in time', { A: [20, 20], B: [10, 20] }, 1, []],
		[
			'in two directions, none is left alone in its line',
			{ A: { x: 3, y: 10, z: 20 }, B: { x: 11, y: 12, z: 21 }, C: { x: 30, y: 31, z: 32 } },
			2,
			['A x', 'A y', 'B x', 'B y'],
		],
		[
			'in two directions, a cell that is its own line is no cover by itself',
			{ A: { x: 3 }, B: { y: 10 } },
			2,
			['A x', 'B y'],
		],
	])('%s', (_, table, dimensions, hidden) => {
		expect(hiddenIn(table, dimensions).sort()).toEqual(hidden.sort());
	});

	it.each([3, 0])('a total of %s by itself', (amount) => {
		const total = { amount, of: 0 };
		expect(hideSmall({ cells: [{ values: [], ...total }], total }, 0).totalHidden).toBe(amount > 0);
	});

	it('no line of a random table leaves one of them to be worked out', () => {
		const random = randomFrom(5_4);
		for (let turn = 0; turn < 500; turn++) {
			const values = (count: number) => Array.from({ length: count }, (_, index) => String(index));
			const [rows, columns] = [values(1 + Math.floor(random() * 5)), values(1 + Math.floor(random() * 5))];
			const cells = rows.flatMap((row) =>
				columns.map((column) => ({
					values: [row, column],
					amount: random() < 0.3 ? 0 : Math.floor(random() ** 3 * 40),
					of: 0,
				})),
			);
			const total = { amount: cells.reduce((sum, { amount }) => sum + amount, 0), of: 0 };
			const found = hideSmall({ cells, total }, 2);
			expect(found.cells.filter(({ amount, hidden }) => amount > 0 && amount < 5 && !hidden)).toEqual([]);
			const all = found.cells.filter(({ hidden }) => hidden);
			if (all.length > 0 && !found.totalHidden) {
				const together = all.reduce((sum, { amount }) => sum + amount, 0);
				expect([all.length > 1, together >= 5]).toEqual([true, true]);
			}
			for (const dimension of [0, 1]) {
				const lines = [...Map.groupBy(found.cells, ({ values }) => values[dimension]).values()];
				// As the table with one split shows them.
				const sums = lines.map((line) => ({
					values: [line[0]!.values[dimension]!],
					amount: line.reduce((whole, { amount }) => whole + amount, 0),
					of: 0,
				}));
				const shown = hideSmall({ cells: sums, total }, 1).cells.map(({ hidden }) => !hidden);
				for (const [index, line] of lines.entries()) {
					const hidden = line.filter((cell) => cell.hidden);
					const givenAway = shown[index] && hidden.length === 1 && hidden[0]!.amount < 5;
					expect([givenAway, line]).toEqual([false, line]);
				}
			}
		}
	});
});

describe('how things stand', () => {
	const month = (text: string) => text as CalendarMonth;
	const SUBMITTED = ['a 2025-01', 'a 2025-02', 'a 2025-03', 'b 2025-01', 'b 2025-02'];
	const isClosed = (contract: string, month: string) => SUBMITTED.includes(`${contract} ${month}`);
	const A = { id: 'a', end_date: null };
	const B = { id: 'b', end_date: null };

	it.each<[string, string, (typeof A | { id: string; end_date: '2025-02-28' })[], string]>([
		['is that of the last month that all have submitted', 'in_support', [A, B], '2025-02'],
		['asks nothing of a contract that is over', 'in_support', [A, { id: 'b', end_date: '2025-02-28' }], '2025-03'],
		[
			'is that of the last month that one has where the others have none',
			'in_support',
			[A, { id: 'c', end_date: null }],
			'2025-03',
		],
		['and what happened is that of the whole period', 'starts', [A, B], '2025-04'],
	])('%s', (_what, count, contracts, to) => {
		const asked = { count: count as 'starts', from: month('2025-01'), to: month('2025-04'), by: [], where: {} };
		expect(closedQuestion(asked, contracts as (typeof A)[], isClosed)).toEqual({ ...asked, to });
	});
});
