/** The measures of a contract's return: which lists are taken, and how their lines are numbered and named (3.8). */
import { describe, expect, it, test } from 'vitest';
import { SPECIFIED, termsOf } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	LONGEST_NAME,
	MEASURE_KEYS,
	measureLines,
	measureListProblem,
	MOST_MEASURES,
	namesOfMeasures,
	numberedLines,
	type OwnMeasure,
} from '../../../extensions/peer-mentoring/src/domain/returns/pmi/measure-list.ts';
import { pmiTally } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import { pmiContext } from '../support/pmi.ts';

const named = { name_en: 'Own', name_cy: 'Ein hun' };
const welsh = [{ split: 'preferred_language', values: ['cy-GB'] }];

describe('a list of measures', () => {
	test.each<[string, unknown]>([
		['none', null],
		['an empty one', []],
		['all of 3.8', MEASURE_KEYS.map((measure) => ({ measure }))],
		['one under names of its own', [{ measure: 'ipr_log', ...named }]],
		[
			'figures of the catalogue',
			[
				{ count: 'starts', ...named },
				{ count: 'starts', where: welsh, ...named },
			],
		],
		['one as the form keeps it', [{ measure: 'ipr_log', count: null, where: null, name_en: null, name_cy: null }]],
	])('%s is taken', (_, list) => {
		expect(measureListProblem(list)).toBeUndefined();
	});

	const long = 'x'.repeat(LONGEST_NAME + 1);
	test.each<[string, unknown, string, number]>([
		['a text', 'ipr_log', 'measure_unknown', 1],
		['neither of the two', [{ measure: 'ipr_log' }, named], 'measure_unknown', 2],
		['both', [{ measure: 'ipr_log', count: 'starts', ...named }], 'measure_unknown', 1],
		['nothing at all', [null], 'measure_unknown', 1],
		['a measure that there is not', [{ measure: 'happiness' }], 'measure_unknown', 1],
		['a measure twice', [{ measure: 'ipr_log' }, { measure: 'sme_spend' }, { measure: 'ipr_log' }], 'measure_twice', 3],
		['a name in one language', [{ measure: 'ipr_log', name_en: 'Log' }], 'measure_not_named', 1],
		['a figure without names', [{ count: 'starts' }], 'measure_not_named', 1],
		['a figure with an empty name', [{ count: 'starts', name_en: 'Starts', name_cy: ' ' }], 'measure_not_named', 1],
		['a long name', [{ measure: 'ipr_log', ...named, name_cy: long }], 'measure_name_long', 1],
		['a name that is no text', [{ measure: 'ipr_log', ...named, name_cy: 7 }], 'measure_name_long', 1],
		['a figure that there is not', [{ count: 'happiness', ...named }], 'measure_not_countable', 1],
		['filters that are none', [{ count: 'starts', where: [{ split: 1 }], ...named }], 'measure_not_countable', 1],
		['a filter it does not have', [{ count: 'spend', where: welsh, ...named }], 'measure_not_countable', 1],
		['a filter that names somebody', [{ count: 'starts', where: [{ split: 'mentor', values: ['x'] }], ...named }], 'measure_not_countable', 1],
		['too many', Array.from({ length: MOST_MEASURES + 1 }, () => ({ count: 'starts', ...named })), 'measures_too_many', MOST_MEASURES + 1],
	])('with %s is refused', (_, list, code, number) => {
		expect(measureListProblem(list)).toMatchObject({ code, params: { number } });
	}); // prettier-ignore
});

describe('the lines of a return', () => {
	it('are the twenty of 3.8, which the return has and nothing else', () => {
		const lines = numberedLines(undefined, SPECIFIED);
		expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
		expect(lines.map(({ measure }) => measure)).toEqual(Object.keys(pmiTally(pmiContext()).result().measures));
		expect(lines[8]?.names['en-GB']).toBe('Initial meetings within 10 Working Days of the referral');
	});

	it('keep the number that 3.8 gives them, and those of one’s own come after', () => {
		const list = [
			{ count: 'starts', where: welsh, ...named },
			{ measure: 'initial_meetings_on_time' },
			{ measure: 'starts_new', ...named },
			{ count: 'sessions_attended', ...named },
		] as const;
		const counted = measureLines(list as never).map((line) =>
			'measure' in line ? line : ({ ...line, unit: 'number', in_month: null, cumulative: null } as OwnMeasure),
		);
		const terms = termsOf({ initial_meeting_days: 5 });
		const lines = numberedLines(counted, terms);
		expect(lines.map(({ number, names }) => [number, names['cy-GB']])).toEqual([
			[21, 'Ein hun'],
			[9, 'Cyfarfodydd cychwynnol o fewn 5 diwrnod gwaith i’r atgyfeiriad'],
			[5, 'Ein hun'],
			[22, 'Ein hun'],
		]);
		expect(lines[0]?.own).toMatchObject({ count: 'starts', where: { preferred_language: ['cy-GB'] } });
		expect(
			namesOfMeasures(counted, terms)
				.map((names) => names['en-GB'])
				.slice(3, 5),
		).toEqual(['Total starts', 'Own']);
	});
});
