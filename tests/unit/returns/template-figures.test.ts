/** Where each figure of a template is taken from: every number of the return is another one here (3.8, 3.9). */
import { describe, expect, it, test } from 'vitest';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import type { LengthStatistics } from '../../../extensions/peer-mentoring/src/domain/numbers/arithmetic.ts';
import type { FigureKey, ScopeFigures } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/breakdown.ts';
import { measureName } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/measure-names.ts';
import type { FigureSource } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import { JOURNEY_FIGURES } from '../../../extensions/peer-mentoring/src/domain/returns/templates/journey-figures.ts';

const ROWS: FigureKey[] = [
	'referrals',
	'starts',
	'completions',
	'completions_fewer_than_eight',
	'initial_meetings',
	'initial_meetings_on_time',
	'diagnostic_interviews',
	'diagnostic_interviews_on_time',
	'action_plans',
	'action_plans_on_time',
	'four_sessions',
	'four_sessions_on_time',
	'four_sessions_pending',
	'eight_sessions',
	'eight_sessions_of_left',
];
const FIELDS = ['number', 'percent', 'of'] as const;
const STATISTICS = ['count', 'mean', 'median', 'min', 'max'] as const;
const GROUPS = ['left', 'completed', 'early', 'current'] as const;

/** `total.referrals.cumulative.number` by the number that stands there. */
const places = new Map<unknown, string>();
const at = (place: string) => {
	places.set(places.size + 1, place);
	return places.size;
};
const share = (place: string) =>
	Object.fromEntries(FIELDS.map((field) => [field, at(`${place}.${field}`)])) as Record<
		(typeof FIELDS)[number],
		number
	>;

const scope = (name: string): ScopeFigures => ({
	rows: ROWS.map((key) => ({
		measure: 0,
		key,
		cumulative: share(`${name}.${key}.cumulative`),
		in_month: share(`${name}.${key}.month`),
		service_level: {
			cumulative: share(`${name}.${key}.level.cumulative`),
			in_month: share(`${name}.${key}.level.month`),
		},
	})),
	lengths: Object.fromEntries(
		GROUPS.map((group) => [
			group,
			Object.fromEntries(
				STATISTICS.map((each) => [each, at(`${name}.${group}.${each}`)]),
			) as unknown as LengthStatistics,
		]),
	) as ScopeFigures['lengths'],
});
const area = (name: string) => ({
	total: scope(name),
	by_route: { jobcentre_plus: scope(`${name}.jobcentre_plus`), third_party: scope(`${name}.third_party`) },
});
const SOURCE = {
	breakdown: {
		...area('all'),
		by_cpa: [
			{ cpa: 8, ...area('eight') },
			{ cpa: 9, ...area('nine') },
		],
		personnel: [],
	},
} as unknown as FigureSource;

const figureOf = (key: string) => JOURNEY_FIGURES.find((figure) => figure.key === key)!;
const placeOf = (key: string, view: 'cumulative' | 'month', cpa: number | null) => {
	const value = figureOf(key).value(SOURCE, { view, cpa });
	const number = typeof value === 'object' && value !== null && 'percent' in value ? value.percent : value;
	return number === null ? null : [places.get(number), value === number ? 'number' : 'percent'];
};

type Views = 'both' | 'cut-off' | 'month';
const [BOTH, CUT_OFF, MONTH]: Views[] = ['both', 'cut-off', 'month'];
const VIEWS = { both: ['cumulative', 'month'], 'cut-off': ['cumulative'], month: ['month'] } as const;

/** Key, number of the measure, where it stands with `*` for the view, and its views. */
const FIGURES: [key: string, measure: number, place: string, views: Views | undefined][] = [
	...(['jobcentre_plus', 'third_party', 'total'] as const).flatMap((route) => {
		const before = route === 'total' ? '' : `${route}.`;
		return [
			[`referrals_total.${route}`, 2, `${before}referrals.*.number`, CUT_OFF],
			[`referrals_new.${route}`, 3, `${before}referrals.*.number`, MONTH],
			[`starts_total.${route}`, 4, `${before}starts.*.number`, CUT_OFF],
			[`starts_new.${route}`, 5, `${before}starts.*.number`, MONTH],
		] as [string, number, string, Views][];
	}),
	['completions_total.total', 6, 'completions.*.number', BOTH],
	['completions_total.fewer_than_eight_sessions', 6, 'completions_fewer_than_eight.*.number', BOTH],
	['initial_meetings.total', 8, 'initial_meetings.*.number', BOTH],
	['diagnostic_interviews.total', 10, 'diagnostic_interviews.*.number', BOTH],
	['action_plans.total', 12, 'action_plans.*.number', BOTH],
	['four_sessions.total', 14, 'four_sessions.*.number', BOTH],
	...(
		[
			['initial_meetings_on_time', 9],
			['diagnostic_interviews_on_time', 11],
			['action_plans_on_time', 13],
		] as const
	).flatMap(
		([key, measure]) =>
			[
				[`${key}.number`, measure, `${key}.*.number`, BOTH],
				[`${key}.percent`, measure, `${key}.*.percent`, BOTH],
				[`${key}.of`, measure, `${key}.*.of`, BOTH],
				[`${key}.service_level.met`, measure, `${key}.level.*.number`, BOTH],
				[`${key}.service_level.determinable`, measure, `${key}.level.*.of`, BOTH],
				[`${key}.service_level.percent`, measure, `${key}.level.*.percent`, BOTH],
			] as [string, number, string, Views][],
	),
	['four_sessions_on_time.number', 15, 'four_sessions_on_time.*.number', BOTH],
	['four_sessions_on_time.percent', 15, 'four_sessions_on_time.*.percent', BOTH],
	['four_sessions_on_time.of', 15, 'four_sessions_on_time.*.of', BOTH],
	['four_sessions_on_time.pending', 15, 'four_sessions_pending.*.number', CUT_OFF],
	['eight_sessions.number', 16, 'eight_sessions.*.number', BOTH],
	['eight_sessions.percent', 16, 'eight_sessions.*.percent', CUT_OFF],
	['eight_sessions.of', 16, 'eight_sessions.*.of', CUT_OFF],
	['eight_sessions_of_left.number', 16, 'eight_sessions_of_left.*.number', CUT_OFF],
	['eight_sessions_of_left.percent', 16, 'eight_sessions_of_left.*.percent', CUT_OFF],
	...GROUPS.flatMap((group) =>
		STATISTICS.map(
			(each) =>
				[`length_on_provision.${group}.${each}`, 7, `${group}.${each}`, CUT_OFF] as [string, number, string, Views],
		),
	),
];

describe('measures 2 to 16', () => {
	it('are those of the table', () => {
		expect(JOURNEY_FIGURES.map(({ key }) => key).sort()).toEqual(FIGURES.map(([key]) => key).sort());
	});

	test.each(FIGURES)('%s is of measure %i, and stands at %s', (key, measure, place, views) => {
		const figure = figureOf(key);
		expect([figure.views, figure.perCpa, figure.group]).toEqual([VIEWS[views!], true, measureName(measure, SPECIFIED)]);
		for (const view of figure.views) {
			for (const [cpa, name] of [
				[null, 'all'],
				[8, 'eight'],
				[9, 'nine'],
			] as const) {
				const shown = key.endsWith('.percent') ? 'percent' : 'number';
				expect(placeOf(key, view, cpa)).toEqual([`${name}.${place.replace('*', view)}`, shown]);
			}
		}
	});

	test.each(FIGURES.map(([key]) => key))('%s is n/a where there is no such area, row or share', (key) => {
		expect(placeOf(key, figureOf(key).views[0], 7)).toBeNull();
		const nothing = { rows: [], lengths: { left: {}, completed: {}, early: {}, current: {} } };
		const breakdown = { total: nothing, by_route: { jobcentre_plus: nothing, third_party: nothing }, by_cpa: [] };
		const empty = { breakdown } as unknown as FigureSource;
		expect(figureOf(key).value(empty, { view: figureOf(key).views[0], cpa: null })).toBeNull();
	});

	test.each(FIGURES.filter(([key]) => /percent|\.of$|service_level/.test(key)).map(([key]) => key))(
		'%s is n/a where nothing was divided',
		(key) => {
			const rows = ROWS.map((row) => ({
				key: row,
				cumulative: { number: 0 },
				in_month: null,
				service_level: {
					cumulative: { number: 0, of: 0, percent: null },
					in_month: { number: 0, of: 0, percent: null },
				},
			}));
			const source = { breakdown: { total: { rows }, by_cpa: [] } } as unknown as FigureSource;
			const value = figureOf(key).value(source, { view: 'cumulative', cpa: null });
			expect(value).toBe(/met|determinable/.test(key) ? 0 : null);
		},
	);

	it('are named in both languages, each in words', () => {
		for (const { key, part } of JOURNEY_FIGURES) {
			for (const label of Object.values(part)) expect([key, label]).toEqual([key, expect.stringMatching(/\p{L}{4}/u)]);
		}
	});
});
