/** What may be chosen to answer a request for management information with (3.12, 5.4). */
import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { chosenQuestions, MOST_CHOSEN } from '../../../extensions/peer-mentoring/src/domain/returns/figures/chosen.ts';

const TODAY = day('2026-11-29');
const STARTS = { count: 'starts', period: 'last_three' };

describe('figures that were chosen', () => {
	it.each([
		['a period that moves with the day', STARTS, { from: '2026-09', to: '2026-11', by: [], where: {} }],
		['no period: twelve months', { count: 'starts' }, { from: '2025-12', to: '2026-11' }],
		[
			'a range',
			{ count: 'starts', period: 'range', from: '2026-01', to: '2026-02' },
			{ from: '2026-01', to: '2026-02' },
		],
		['two splits', { ...STARTS, by: 'month', thenBy: 'cpa' }, { by: ['month', 'cpa'] }],
		['the same split twice', { ...STARTS, by: 'month', thenBy: 'month' }, { by: ['month'] }],
		['a filter', { ...STARTS, where: [{ split: 'cpa', values: ['9', ''] }] }, { where: { cpa: ['9', ''] } }],
		[
			'months without a period: those',
			{ count: 'starts', from: '2026-01', to: '2026-02' },
			{ from: '2026-01', to: '2026-02' },
		],
		[
			'two filters of one split: either',
			{
				...STARTS,
				where: [
					{ split: 'cpa', values: ['9'] },
					{ split: 'cpa', values: ['8'] },
				],
			},
			{ where: { cpa: ['9', '8'] } },
		],
	])('ask for %s', (_name, chosen, expected) => {
		expect(chosenQuestions([chosen], TODAY)).toEqual([expect.objectContaining({ count: 'starts', ...expected })]);
	});

	it.each([
		['nothing to count', {}],
		['a figure that there is not', { count: 'people' }],
		['a period that there is not', { ...STARTS, period: 'soon' }],
		['a month that is none', { count: 'starts', period: 'range', from: 'May', to: '2026-01' }],
		['a month that is a number', { count: 'starts', period: 'range', from: 0 }],
		['a month in a list', { count: 'starts', period: 'range', from: ['2026-01'] }],
		['a split that is none', { ...STARTS, by: false }],
		['months backwards', { count: 'starts', period: 'range', from: '2026-03', to: '2026-01' }],
		['a split that the figure has not', { count: 'spend', by: 'route' }],
		['a split that says who somebody is', { ...STARTS, by: 'mentor' }],
		['a filter that does', { ...STARTS, where: [{ split: 'mentor', values: ['PM-1'] }] }],
		['a filter of another shape', { ...STARTS, where: { cpa: ['9'] } }],
		['values of another shape', { ...STARTS, where: [{ split: 'cpa', values: [9] }] }],
		['a filter that is nothing', { ...STARTS, where: [null] }],
		['no figure at all', null],
	])('are refused by their number for %s', (_name, chosen) => {
		expect(chosenQuestions([STARTS, chosen], TODAY)).toEqual({ wrong: 2 });
	});

	it('are a list of at most twelve', () => {
		expect(chosenQuestions('starts', TODAY)).toEqual({ wrong: 1 });
		expect(
			chosenQuestions(
				Array.from({ length: MOST_CHOSEN }, () => STARTS),
				TODAY,
			),
		).toHaveLength(MOST_CHOSEN);
		const thirteen = Array.from({ length: MOST_CHOSEN + 1 }, () => STARTS);
		expect(chosenQuestions(thirteen, TODAY)).toEqual({ wrong: 13 });
	});
});
