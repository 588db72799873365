import { describe, expect, it } from 'vitest';
import { pmiTally } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import { FIGURES, MEASURE_KEYS } from '../../../extensions/peer-mentoring/src/app/returns/return-figures/figures.ts';
import { facts } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

describe('the figures on the form of a return', () => {
	it('are measures 2 to 16, in the order of 3.8', () => {
		expect(MEASURE_KEYS.map((key) => FIGURES[key].measure)).toEqual(
			Array.from({ length: 15 }, (_, index) => index + 2),
		);
	});

	it('are those of the return', () => {
		const tally = pmiTally(pmiContext());
		tally.add(facts({ reference: 'A' }));
		const { measures } = tally.result();
		const shown = Object.fromEntries(MEASURE_KEYS.map((key) => [key, FIGURES[key].figure(measures)]));
		expect(shown).toMatchObject({
			referrals_total: String(measures.referrals_total.total),
			length_on_provision: '1',
			eight_sessions: `${measures.eight_sessions.number} / 1 (${measures.eight_sessions.percent}%)`,
		});
		const nobody = pmiTally(pmiContext()).result().measures;
		expect(FIGURES.eight_sessions.figure(nobody)).toBe('0 / 0');
	});
});
