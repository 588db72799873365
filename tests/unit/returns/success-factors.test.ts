import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	withoutSmallNumbers,
	type Count,
	type ShownCount,
} from '../../../extensions/peer-mentoring/src/domain/numbers/small-numbers.ts';
import {
	coarsePeriod,
	FIGURES,
	shownFactors,
	SUCCESS_FACTORS,
	type Counted,
} from '../../../extensions/peer-mentoring/src/domain/returns/success-factors/success-factors.ts';
import {
	FIGURE_TEXTS,
	REASONS,
} from '../../../extensions/peer-mentoring/src/domain/returns/success-factors/success-factor-texts.ts';

const FEWER = 'fewer_than_five';
const HELD = 'withheld';

/** Parts as `[number, of]`; the total is their sum. */
function hide(...parts: [number: number, of: number][]): { total: unknown; parts: unknown[] } {
	const counts = parts.map(([number, of]): Count => ({ number, of }));
	const total = counts.reduce((sum, each) => ({ number: sum.number + each.number, of: sum.of + each.of }));
	const shown = withoutSmallNumbers({ total, parts: counts });
	return { total: shown.total.number, parts: shown.parts.map(({ number }) => number) };
}

describe('small counts of people (5.4)', () => {
	test.each<[string, [number, number][], { total: unknown; parts: unknown[] }]>([
		[
			'nothing small stays as it is',
			[
				[10, 40],
				[20, 50],
			],
			{ total: 30, parts: [10, 20] },
		],
		[
			'nobody is nobody',
			[
				[0, 40],
				[20, 50],
			],
			{ total: 20, parts: [0, 20] },
		],
		[
			'five is shown',
			[
				[5, 40],
				[20, 50],
			],
			{ total: 25, parts: [5, 20] },
		],
		[
			'one small part alone would follow from the total: the smallest other goes',
			[
				[3, 40],
				[20, 50],
				[9, 30],
			],
			{ total: 32, parts: [FEWER, 20, HELD] },
		],
		[
			'two small parts protect one another',
			[
				[2, 40],
				[3, 50],
				[20, 60],
			],
			{ total: 25, parts: [FEWER, FEWER, 20] },
		],
		[
			'two of one each would follow from two',
			[
				[1, 40],
				[1, 50],
				[20, 60],
			],
			{ total: 22, parts: [FEWER, FEWER, HELD] },
		],
		[
			'two of four each would follow from eight',
			[
				[4, 40],
				[4, 50],
				[20, 60],
			],
			{ total: 28, parts: [FEWER, FEWER, HELD] },
		],
		[
			'with a nought only, the total goes',
			[
				[3, 40],
				[0, 50],
			],
			{ total: FEWER, parts: [FEWER, 0] },
		],
		[
			'with a withheld part of five, four could not be',
			[
				[1, 40],
				[5, 50],
			],
			{ total: HELD, parts: [FEWER, HELD] },
		],
		[
			'all but two tell of the two',
			[
				[38, 40],
				[20, 50],
			],
			{ total: 58, parts: [HELD, HELD] },
		],
		[
			'of so few not even nobody',
			[
				[0, 3],
				[20, 50],
			],
			{ total: 20, parts: [FEWER, HELD] },
		],
		['one area alone is the total', [[3, 40]], { total: FEWER, parts: [FEWER] }],
		['one area alone, large', [[8, 40]], { total: 8, parts: [8] }],
		[
			'nobody to count',
			[
				[0, 0],
				[0, 0],
			],
			{ total: 0, parts: [0, 0] },
		],
	])('%s', (_what, parts, expected) => {
		expect(hide(...parts)).toEqual(expected);
	});

	it('can be worked out by nobody, whatever the counts: every hidden one has two possibilities at least', () => {
		let hidden = 0;
		for (let seed = 0; seed < 3000; seed++) {
			const parts = Array.from({ length: 2 + (seed % 3) }, (_, index): [number, number] => {
				const of = (seed * 7 + index * 13) % 12;
				return [(seed * 5 + index * 3) % (of + 1), of];
			});
			const counts = parts.map(([number, of]) => ({ number, of }));
			const total = counts.reduce((sum, each) => ({ number: sum.number + each.number, of: sum.of + each.of }));
			const shown = withoutSmallNumbers({ total, parts: counts });
			for (const [index, part] of shown.parts.entries()) {
				if (typeof part.number === 'number') {
					expect(part.number).toBe(counts[index]?.number);
					expect(part.number === 0 || part.number >= 5).toBe(true);
					continue;
				}
				hidden++;
				expect([parts, index, possibilities(shown.parts, shown.total, index).size > 1]).toEqual([parts, index, true]);
			}
		}
		expect(hidden).toBeGreaterThan(1000);
	});
});

/** Every value that one part can have, found by trying all: a second way, for whoever knows how counts are hidden. */
function possibilities(parts: readonly ShownCount[], total: ShownCount, wanted: number): Set<number> {
	const values = ({ number, of }: ShownCount): number[] => {
		if (typeof number === 'number') return [number];
		const all = Array.from({ length: of + 1 }, (_, value) => value);
		if (number === HELD) return all.filter((value) => value === 0 || value >= 5);
		return of < 5 ? all : [1, 2, 3, 4];
	};
	const allowed = total.number === HELD ? undefined : new Set(values(total));
	const found = new Set<number>();
	const walk = (index: number, sum: number, own: number) => {
		const part = parts[index];
		if (!part) {
			if (!allowed || allowed.has(sum)) found.add(own);
			return;
		}
		for (const value of values(part)) walk(index + 1, sum + value, index === wanted ? value : own);
	};
	walk(0, 0, -1);
	return found;
}

describe('the success factors (Annex A)', () => {
	it('are all ten, each with figures or with a reason why not, in both languages', () => {
		expect(SUCCESS_FACTORS.map(({ factor }) => factor)).toEqual(valuesOf('success_factor'));
		expect(SUCCESS_FACTORS).toHaveLength(10);
		for (const { factor, measured, figures } of SUCCESS_FACTORS) {
			expect([factor, measured === 'no']).toEqual([factor, figures.length === 0]);
			expect([factor, measured === 'yes']).toEqual([factor, REASONS[factor] === undefined]);
		}
		const used = SUCCESS_FACTORS.flatMap(({ figures }) => figures);
		expect(used.sort()).toEqual(Object.keys(FIGURES).sort());
		for (const text of [...Object.values(FIGURE_TEXTS), ...Object.values(REASONS)]) {
			expect(text['cy-GB']).not.toBe(text['en-GB']);
		}
	});

	const period = { from: day('2024-01-01'), to: day('2024-06-30') };
	const quarters = { from: day('2023-12-04'), to: day('2024-03-31') };
	const counted: Counted = {
		period,
		tables: {
			mentees_per_fte: { total: { number: 63, per_fte: 31.5 }, cpas: [{ cpa: 9, number: 63, per_fte: 31.5 }] },
			four_sessions: { total: { number: 2, of: 3 }, cpas: [{ cpa: 9, number: 2, of: 3 }] },
			treatment: { total: { number: 2, of: 30 }, cpas: [{ cpa: 9, number: 2, of: 30 }] },
			focus_groups: { total: { number: 1 }, cpas: [] },
		},
	};
	const mentees: Counted = {
		period: quarters,
		tables: {
			treatment: { total: { number: 4, of: 20 }, cpas: [{ cpa: 9, number: 4, of: 20 }] },
			four_sessions: { total: { number: 1, of: 3 }, cpas: [{ cpa: 9, number: 1, of: 3 }] },
		},
	};
	const figure = (shown: ReturnType<typeof shownFactors>, key: string) =>
		shown.flatMap(({ figures }) => figures).find((each) => each.figure === key);

	it('show the Supplier every number', () => {
		const shown = shownFactors({ counted, mentees: counted, terms: SPECIFIED }, false);
		expect(figure(shown, 'treatment')).toMatchObject({ period, total: { number: 2, of: 30, rate: 6.7 } });
		expect(figure(shown, 'mentees_per_fte')).toMatchObject({
			least: 30,
			total: { number: 63, of: null, rate: 31.5 },
		});
	});

	it('show the Buyer no small number of people by a special fact, and others as they are', () => {
		const shown = shownFactors({ counted, mentees, terms: SPECIFIED }, true);
		expect(figure(shown, 'treatment')).toMatchObject({
			period: quarters,
			total: { number: FEWER, of: 20, rate: null },
			cpas: [{ cpa: 9, number: FEWER, of: 20, rate: null }],
		});
		expect(figure(shown, 'four_sessions')).toMatchObject({ period: quarters, total: { number: 1, of: 3, rate: 33.3 } });
		expect(figure(shown, 'focus_groups')).toMatchObject({ period, total: { number: 1, of: null, rate: null } });
	});

	test.each([
		['2024-05-10', '2024-03-31'],
		['2024-04-01', '2024-03-31'],
		['2024-06-30', '2024-03-31'],
		['2024-07-01', '2024-06-30'],
		['2025-01-15', '2024-12-31'],
	])('on %s are counted for the Buyer up to %s', (today, to) => {
		expect(coarsePeriod(day('2023-12-04'), day(today))).toEqual({ from: '2023-12-04', to });
	});

	it('are not counted for the Buyer before a quarter is over', () => {
		expect(coarsePeriod(day('2024-04-15'), day('2024-06-01'))).toBeUndefined();
	});
});
