import type { Texts } from '../../language/text.ts';
import type { Figure as Number, FigureKey, FigureRow, ScopeFigures } from '../pmi/breakdown.ts';
import { SPECIFIED } from '../../contract/terms.ts';
import { measureName } from '../pmi/measure-names.ts';
import type { Share } from '../pmi/measures.ts';
import { areaOf, figuresIn, type Figure, type FigureValue } from './figure.ts';
import { text } from '../../language/text.ts';
import type { View } from './mapping.ts';

const BOTH = ['cumulative', 'month'] as const;
const AT_CUT_OFF = ['cumulative'] as const;
const IN_MONTH = ['month'] as const;

const PARTS = {
	number: text('Number', 'Nifer'),
	percent: text('Percent', 'Canran'),
	of: text('Of how many', 'O faint'),
	met: text('Service level: met', 'Lefel gwasanaeth: wedi’i bodloni'),
	determinable: text('Service level: of how many', 'Lefel gwasanaeth: o faint'),
	level: text('Service level: percent', 'Lefel gwasanaeth: canran'),
};

const ROUTES = [
	['jobcentre_plus', text('Jobcentre Plus', 'Canolfan Byd Gwaith')],
	['third_party', text('Third party', 'Trydydd parti')],
] as const;

const percent = (value: number | null | undefined): FigureValue =>
	typeof value === 'number' ? { percent: value } : null;

function rowOf(figures: ScopeFigures | undefined, key: FigureKey): FigureRow | undefined {
	return figures?.rows.find((row) => row.key === key);
}

function inView(row: FigureRow | undefined, view: View): Number | null | undefined {
	return view === 'month' ? row?.in_month : row?.cumulative;
}

/** A number out of one row of the figures. */
function of(
	measure: number,
	key: string,
	part: Texts,
	row: FigureKey,
	views: Figure['views'] = BOTH,
	pick: (figure: Number) => FigureValue = ({ number }) => number,
): Figure {
	return {
		key,
		group: measureName(measure, SPECIFIED),
		part,
		views,
		perCpa: true,
		value: (source, scope) => {
			const figure = inView(rowOf(figuresIn(source, scope), row), scope.view);
			return figure ? pick(figure) : null;
		},
	};
}

/** A total with its two routes (3.8, second to fifth item). */
function byRoute(measure: number, key: string, row: FigureKey, views: Figure['views']): Figure[] {
	const routes = ROUTES.map(([route, part]): Figure => ({
		...of(measure, `${key}.${route}`, part, row, views),
		value: (source, scope) =>
			inView(rowOf(areaOf(source, scope.cpa)?.by_route[route], row), scope.view)?.number ?? null,
	}));
	return [...routes, of(measure, `${key}.total`, text('Total', 'Cyfanswm'), row, views)];
}

function shares(measure: number, key: string, row: FigureKey, views: Figure['views'] = BOTH): Figure[] {
	return [
		of(measure, `${key}.number`, PARTS.number, row),
		of(measure, `${key}.percent`, PARTS.percent, row, views, (figure) => percent(figure.percent)),
		of(measure, `${key}.of`, PARTS.of, row, views, (figure) => figure.of ?? null),
	];
}

/** A share on time, and the same as the service level judges it (Table A). */
function onTime(measure: number, key: string, row: FigureKey): Figure[] {
	const level = (part: string, label: Texts, pick: (share: Share) => FigureValue): Figure => ({
		...of(measure, `${key}.service_level.${part}`, label, row),
		value: (source, scope) => {
			const judged = rowOf(figuresIn(source, scope), row)?.service_level;
			return judged ? pick(scope.view === 'month' ? judged.in_month : judged.cumulative) : null;
		},
	});
	return [
		...shares(measure, key, row),
		level('met', PARTS.met, ({ number }) => number),
		level('determinable', PARTS.determinable, (share) => share.of),
		level('percent', PARTS.level, (share) => percent(share.percent)),
	];
}

const LENGTHS = [
	['left', 'Left', 'Wedi gadael'],
	['completed', 'Completed', 'Wedi cwblhau'],
	['early', 'Left early', 'Wedi gadael yn gynnar'],
	['current', 'Still on provision', 'Ar y ddarpariaeth o hyd'],
] as const;
const STATISTICS = [
	['count', 'how many', 'faint'],
	['mean', 'mean days', 'cymedr y diwrnodau'],
	['median', 'median days', 'canolrif y diwrnodau'],
	['min', 'shortest, days', 'byrraf, diwrnodau'],
	['max', 'longest, days', 'hiraf, diwrnodau'],
] as const;

/** Measure 7: five statistics of each group. */
const lengths = LENGTHS.flatMap(([group, en, cy]) =>
	STATISTICS.map(([statistic, what, beth]): Figure => ({
		key: `length_on_provision.${group}.${statistic}`,
		group: measureName(7, SPECIFIED),
		part: text(`${en}: ${what}`, `${cy}: ${beth}`),
		views: AT_CUT_OFF,
		perCpa: true,
		value: (source, scope) => figuresIn(source, scope)?.lengths[group][statistic] ?? null,
	})),
);

/** Measures 2 to 16. */
export const JOURNEY_FIGURES: readonly Figure[] = [
	...byRoute(2, 'referrals_total', 'referrals', AT_CUT_OFF),
	...byRoute(3, 'referrals_new', 'referrals', IN_MONTH),
	...byRoute(4, 'starts_total', 'starts', AT_CUT_OFF),
	...byRoute(5, 'starts_new', 'starts', IN_MONTH),
	of(6, 'completions_total.total', PARTS.number, 'completions'),
	of(
		6,
		'completions_total.fewer_than_eight_sessions',
		text('With fewer than eight sessions', 'Gyda llai nag 8 sesiwn'),
		'completions_fewer_than_eight',
	),
	...lengths,
	of(8, 'initial_meetings.total', PARTS.number, 'initial_meetings'),
	...onTime(9, 'initial_meetings_on_time', 'initial_meetings_on_time'),
	of(10, 'diagnostic_interviews.total', PARTS.number, 'diagnostic_interviews'),
	...onTime(11, 'diagnostic_interviews_on_time', 'diagnostic_interviews_on_time'),
	of(12, 'action_plans.total', PARTS.number, 'action_plans'),
	...onTime(13, 'action_plans_on_time', 'action_plans_on_time'),
	of(14, 'four_sessions.total', PARTS.number, 'four_sessions'),
	...shares(15, 'four_sessions_on_time', 'four_sessions_on_time'),
	of(
		15,
		'four_sessions_on_time.pending',
		text('Pending: the Working Days have not passed', 'Yn yr arfaeth: heb gyrraedd y diwrnod gwaith olaf'),
		'four_sessions_pending',
		AT_CUT_OFF,
	),
	...shares(16, 'eight_sessions', 'eight_sessions', AT_CUT_OFF),
	of(
		16,
		'eight_sessions_of_left.number',
		text('Of those who left: number', 'O’r rhai a adawodd: nifer'),
		'eight_sessions_of_left',
		AT_CUT_OFF,
	),
	of(
		16,
		'eight_sessions_of_left.percent',
		text('Of those who left: percent', 'O’r rhai a adawodd: canran'),
		'eight_sessions_of_left',
		AT_CUT_OFF,
		(figure) => percent(figure.percent),
	),
];
