/** What a template takes of the measures that a contract has beside those of 3.8. */
import { describe, expect, it, test } from 'vitest';
import type { FigureSource } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import { pmiSource } from '../../../extensions/peer-mentoring/src/domain/returns/templates/sources.ts';

describe('measures of a contract’s own on a template', () => {
	const names = { 'en-GB': 'Welsh-speaking starters', 'cy-GB': 'Dechreuwyr Cymraeg' };
	const own = { count: 'starts', where: {}, unit: 'number', names, definition: names } as const;
	const lines: NonNullable<FigureSource['lines']> = [
		{ ...own, cumulative: { number: 12 }, in_month: { number: 3 } },
		{ measure: 'ipr_log' },
		{ ...own, count: 'clocks_met', cumulative: { number: 3, of: 4, percent: 75 }, in_month: null },
	];
	const value = (figure: string, view: 'cumulative' | 'month' = 'cumulative', of = lines) =>
		pmiSource({ lines: of } as FigureSource).valueOf({ figure, view, cpa: null, place: { name: 'x' } });

	test.each([
		['own.21.name', 'cumulative', 'Welsh-speaking starters'],
		['own.21.number', 'cumulative', 12],
		['own.21.number', 'month', 3],
		['own.21.of', 'cumulative', null],
		['own.21.percent', 'cumulative', null],
		['own.22.number', 'cumulative', 3],
		['own.22.of', 'cumulative', 4],
		['own.22.percent', 'cumulative', { percent: 75 }],
		['own.22.number', 'month', null],
		['own.23.number', 'cumulative', null],
		['own.23.name', 'cumulative', null],
		['own.60.number', 'cumulative', null],
		['own.61.number', 'cumulative', undefined],
		['own.20.number', 'cumulative', undefined],
	] as const)('%s, %s, is %j', (figure, view, expected) => {
		expect(value(figure, view)).toEqual(expected);
	});

	it('are n/a where the return is that of 3.8', () => {
		expect(
			pmiSource({} as FigureSource).valueOf({
				figure: 'own.21.number',
				view: 'month',
				cpa: null,
				place: { name: 'x' },
			}),
		).toBeNull();
	});
});
