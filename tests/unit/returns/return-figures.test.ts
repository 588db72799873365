import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../extensions/peer-mentoring/src/app/returns/return-figures/figures.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { pmiTally } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import { facts } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

const measuresOf = (...references: string[]) => {
	const tally = pmiTally(pmiContext());
	for (const reference of references) tally.add(facts({ reference }));
	return tally.result().measures;
};

describe('the figures on the form of a return', () => {
	it('are measures 2 to 16, in the order of 3.8', () => {
		const rows = rowsOf({ measures: measuresOf(), terms: SPECIFIED }, 'en-GB');
		expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, index) => index + 2));
	});

	it('are those of the return', () => {
		const measures = measuresOf('A');
		const shown = new Map(rowsOf({ measures, terms: SPECIFIED }, 'en-GB').map(({ key, figure }) => [key, figure]));
		expect(shown.get('referrals_total')).toBe(String(measures.referrals_total.total));
		expect(shown.get('length_on_provision')).toBe('1');
		const { number, percent } = measures.eight_sessions;
		expect(shown.get('eight_sessions')).toBe(`${number} / 1 (${percent}%)`);
		const nobody = rowsOf({ measures: measuresOf(), terms: SPECIFIED }, 'en-GB').find(
			({ key }) => key === 'eight_sessions',
		);
		expect(nobody?.figure).toBe('0 / 0');
	});

	it('are those that the contract lists, as it calls them', () => {
		const names = { 'en-GB': 'In Welsh', 'cy-GB': 'Yn Gymraeg' };
		const own = { count: 'starts', where: {}, unit: 'number', names, definition: names } as const;
		const lines = [
			{ measure: 'ipr_log' },
			{ measure: 'starts_new', names: { 'en-GB': 'Joined', 'cy-GB': 'Ymunodd' } },
			{ ...own, cumulative: { number: 7 }, in_month: { number: 2 } },
			{ ...own, cumulative: null, in_month: { number: 1, of: 4, percent: 25 } },
			{ ...own, cumulative: null, in_month: null },
		] as const;
		const rows = rowsOf({ measures: measuresOf('A'), terms: SPECIFIED, lines: [...lines] }, 'cy-GB');
		expect(rows.map(({ number, name, figure }) => [number, name, figure])).toEqual([
			[5, 'Ymunodd', '0'],
			[21, 'Yn Gymraeg', '7'],
			[22, 'Yn Gymraeg', '1 / 4 (25%)'],
			[23, 'Yn Gymraeg', '–'],
		]);
	});
});
