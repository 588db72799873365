/** The catalogue of figures: what is asked, what is counted of a record, and how it adds up (3.12). */
import { describe, expect, it } from 'vitest';
import {
	day,
	parseMonth,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	askedProblem,
	endsOf,
	type Asked,
} from '../../../extensions/peer-mentoring/src/domain/returns/figures/asked.ts';
import {
	FIGURES,
	FIGURE_TEXTS,
	SPLIT_TEXTS,
	splitsOf,
	type FigureKey,
	type Split,
} from '../../../extensions/peer-mentoring/src/domain/returns/figures/catalogue.ts';
import {
	shownValue,
	tallyCells,
	type Facts,
} from '../../../extensions/peer-mentoring/src/domain/returns/figures/cells.ts';
import { occurrencesOf, placeOn } from '../../../extensions/peer-mentoring/src/domain/returns/figures/occurrences.ts';
import { journey, session, sessions } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

const month = (text: string) => parseMonth(text) as CalendarMonth;
const asked = (over: Partial<Asked>): Asked => ({
	count: 'starts',
	from: month('2024-01'),
	to: month('2024-03'),
	by: [],
	where: {},
	...over,
});

describe('a question', () => {
	const problem = (over: object, named = true) =>
		askedProblem({ ...asked({}), by: [] as string[], ...over } as Parameters<typeof askedProblem>[0], named)?.code;

	it.each<[string, object, string | undefined]>([
		['that can be answered', { by: ['month', 'delivery_area'], where: { preferred_language: ['cy-GB'] } }, undefined],
		['about something that is not counted', { count: 'wishes' }, 'figure_unknown'],
		['about what every object has', { count: 'constructor' }, 'figure_unknown'],
		['whose months are the wrong way round', { from: '2024-04' }, 'months_backwards'],
		['about ten years', { from: '2014-04' }, undefined],
		['about ten years and a month', { from: '2014-03' }, 'months_too_many'],
		['with three splits', { by: ['month', 'route', 'cpa'] }, 'splits_too_many'],
		[
			'with five filters',
			{ where: { route: [], stage: [], disclosure: [], end_reason: [], dwp_customer: [] } },
			'filters_too_many',
		],
		['with a split of another figure', { by: ['session_mode'] }, 'split_not_of_figure'],
		['with a filter of another figure', { where: { spend_kind: ['sme'] } }, 'split_not_of_figure'],
	])('%s', (_, over, code) => expect(problem(over)).toBe(code));

	it.each(['mentor', 'organisation'])('by %s is for whoever may see the records', (split) => {
		expect([problem({ by: [split] }), problem({ where: { [split]: ['x'] } }, false)]).toEqual([
			undefined,
			'split_not_of_figure',
		]);
	});

	it.each<[string, Partial<Asked>, string[]]>([
		['of events is read on no day', {}, []],
		['of a standing on the last day', { count: 'in_support' }, ['2024-03-31']],
		[
			'by month on the last of each',
			{ count: 'in_support', by: ['month'] },
			['2024-01-31', '2024-02-29', '2024-03-31'],
		],
		[
			'by quarter on the last of each, or of the question',
			{ count: 'in_support', by: ['quarter'], to: month('2024-05') },
			['2024-03-31', '2024-05-31'],
		],
	])('%s', (_, over, ends) => expect(endsOf(asked(over))).toEqual(ends));
});

describe('the cells of an answer', () => {
	type Entry = [on: string, facts: Facts, amount?: number, of?: number];
	const tally = (over: Partial<Asked>, entries: Entry[]) => {
		const question = asked(over);
		const cells = tallyCells(question, question.by);
		for (const [on, facts, amount = 1, of] of entries) {
			cells.add({ on: day(on), amount, ...(of === undefined ? {} : { of }) }, facts, 1);
		}
		const { cells: found, total } = cells.result();
		return [...found.map(({ values, amount }) => [...values, amount]), total.amount];
	};
	const cy: Facts = { preferred_language: 'cy-GB', addiction_type: ['heroin', 'alcohol'] };
	const en: Facts = { preferred_language: 'en-GB', addiction_type: ['alcohol'] };
	const unknown: Facts = { preferred_language: null, addiction_type: [] };
	const all: Entry[] = [
		['2024-01-05', cy],
		['2024-01-31', en],
		['2024-03-01', unknown],
	];

	it.each<[string, Partial<Asked>, Entry[], unknown[]]>([
		['one number', {}, all, [[3], 3]],
		['months, in order, those without anything left out', { by: ['month'] }, all, [['2024-01', 2], ['2024-03', 1], 3]],
		[
			'of several values each, the total once',
			{ by: ['addiction_type'] },
			all,
			[['alcohol', 2], ['heroin', 1], [null, 1], 3],
		],
		[
			'two splits',
			{ by: ['month', 'preferred_language'] },
			all,
			[['2024-01', 'cy-GB', 1], ['2024-01', 'en-GB', 1], ['2024-03', null, 1], 3],
		],
		['a filter', { where: { preferred_language: ['cy-GB'] } }, all, [[1], 1]],
		['a filter of two values', { where: { preferred_language: ['cy-GB', 'en-GB'] } }, all, [[2], 2]],
		['a filter on one of several values', { where: { addiction_type: ['heroin'] } }, all, [[1], 1]],
		[
			'two filters, which both hold',
			{ where: { preferred_language: ['en-GB'], addiction_type: ['heroin'] } },
			all,
			[0],
		],
		['a filter on what is not recorded', { where: { preferred_language: [''] } }, all, [[1], 1]],
		['a filter on a list that is empty', { where: { addiction_type: ['', 'heroin'] } }, all, [[2], 2]],
		['a filter on a month', { where: { month: ['2024-03'] } }, all, [[1], 1]],
		[
			'a standing, whose total is that of the last day',
			{ count: 'in_support', by: ['month'] },
			[
				['2024-01-31', cy],
				['2024-02-29', cy],
				['2024-03-31', en],
			],
			[['2024-01', 1], ['2024-02', 1], ['2024-03', 1], 1],
		],
	])('%s', (_, over, entries, expected) => expect(tally(over, entries)).toEqual(expected));

	it.each<[FigureKey, number, number, number | null]>([
		['starts', 3, 0, 3],
		['session_hours', 1 / 3, 0, 0.33],
		['fte_in_post', 1 / 3, 0, 0.333],
		['spend', 10.005, 0, 10.01],
		['initial_meetings_on_time', 1, 3, 33.3],
		['initial_meetings_on_time', 0, 0, null],
		['days_to_start', 10, 3, 3.3],
		['days_to_start', 0, 2, 0],
		['days_to_start', 0, 0, null],
	])('%s of %s and %s is shown as %s', (count, amount, of, value) => {
		expect(shownValue(count, { amount, of })).toBe(value);
	});
});

describe('what is counted of a record', () => {
	const moment = {
		...pmiContext(),
		from: month('2023-10'),
		to: month('2023-12'),
		ends: [day('2023-11-30'), day('2023-12-31')],
		knownOn: day('2024-01-08'),
	};
	const FULL = journey({
		received_on: '2023-10-02',
		initial_meeting_on: '2023-10-05',
		initial_meeting_outcome: 'start',
		start_on: '2023-10-06',
		diagnostic_interview_on: '2023-10-10',
		action_plan_agreed_on: '2023-11-30',
		action_plan_evidence: 'wet',
		ended_on: '2023-12-11',
		end_reason: 'completed',
		sessions: sessions(
			'2023-10-06',
			'2023-10-13',
			'2023-10-20',
			'2023-10-27',
			'2023-11-03',
			'2023-11-10',
			'2023-11-17',
			'2023-11-24',
		),
	});
	const clock = { started_on: day('2023-10-02'), due_on: day('2023-10-16'), met_on: day('2023-10-05') };
	const held = session('2023-10-06', { minutes: 90 });
	const dated = { on: day('2023-10-06'), amount: 2 };
	const once = (on: string, amount = 1) => [{ on, amount }];
	const ofAll = (on: string, amount: number) => [{ on, amount, of: 1 }];
	/** Of everybody’s record the same; what each figure makes of it. */
	const EXPECTED: Record<FigureKey, object[]> = {
		referrals: once('2023-10-02'),
		initial_meetings: once('2023-10-05'),
		initial_meetings_on_time: ofAll('2023-10-05', 1),
		starts: once('2023-10-06'),
		diagnostic_interviews: once('2023-10-10'),
		diagnostic_interviews_on_time: ofAll('2023-10-10', 1),
		action_plans: once('2023-11-30'),
		// Ten Working Days after the interview.
		action_plans_on_time: ofAll('2023-10-24', 0),
		four_sessions: once('2023-10-27'),
		four_sessions_on_time: ofAll('2023-10-27', 1),
		eight_sessions: once('2023-11-24'),
		completions: once('2023-12-11'),
		dropouts: [],
		leavers: once('2023-12-11'),
		days_to_initial_meeting: [{ on: '2023-10-05', amount: 3, of: 1 }],
		days_to_start: [{ on: '2023-10-06', amount: 4, of: 1 }],
		days_to_diagnostic_interview: [{ on: '2023-10-10', amount: 5, of: 1 }],
		days_to_action_plan: [{ on: '2023-11-30', amount: 51, of: 1 }],
		days_on_provision: [{ on: '2023-12-11', amount: 66, of: 1 }],
		in_support: once('2023-11-30'),
		sessions_attended: once('2023-10-06'),
		sessions_missed: [],
		session_hours: once('2023-10-06', 1.5),
		support_begun: once('2023-10-06', 2),
		actions_agreed: once('2023-10-06', 2),
		clocks_met: once('2023-10-05'),
		clocks_late: [],
		clocks_met_share: ofAll('2023-10-05', 1),
		clocks_running: [],
		office_visits: once('2023-10-06', 2),
		visit_hours: once('2023-10-06', 2),
		upskilling_sessions: once('2023-10-06', 2),
		upskilled_staff: once('2023-10-06', 2),
		fte_in_post: once('2023-10-06', 2),
		spend: once('2023-10-06', 2),
	};
	const record = { journey: FULL, session: held, clock, dated };

	it('adds up no days where the first event has no day, or the later of them came first', () => {
		const days = ['days_to_initial_meeting', 'days_to_start', 'days_on_provision'] as const;
		const wrong = { ...FULL, received_on: day('2023-10-07'), ended_on: day('2023-10-05') };
		const without = journey({ received_on: '2023-10-02', ended_on: '2023-12-11' });
		for (const of of [wrong, without]) {
			expect(days.flatMap((key) => occurrencesOf(key, { journey: of }, moment))).toEqual([]);
		}
	});

	it.each(Object.entries(EXPECTED) as [FigureKey, object[]][])('%s', (key, expected) => {
		expect(occurrencesOf(key, record, moment)).toEqual(expected);
		const nobody = [{ consent_withdrawn_on: day('2024-01-05') }, { erased_on: day('2024-01-05') }];
		for (const gone of nobody) {
			expect(occurrencesOf(key, { ...record, journey: { ...FULL, ...gone } }, moment)).toEqual([]);
		}
		expect(occurrencesOf(key, record, { ...moment, from: month('2024-01'), ends: [] })).toEqual([]);
	});

	it.each<[FigureKey, object, object[]]>([
		['dropouts', { journey: { ...FULL, end_reason: 'dropout' } }, once('2023-12-11')],
		['completions', { journey: { ...FULL, end_reason: 'dropout' } }, []],
		['sessions_missed', { session: { ...held, attendance: 'missed' } }, once('2023-10-06')],
		['session_hours', { session: { ...held, attendance: 'missed' } }, []],
		['clocks_late', { clock: { ...clock, met_on: null } }, once('2023-10-16')],
		['clocks_late', { clock: { ...clock, met_on: day('2023-10-17') } }, once('2023-10-16')],
		['clocks_met_share', { clock: { ...clock, due_on: day('2024-01-09'), met_on: null } }, []],
		['clocks_running', { clock: { ...clock, due_on: day('2023-12-15'), met_on: null } }, once('2023-11-30')],
		['in_support', { journey: { ...FULL, ended_on: day('2023-11-30') } }, []],
	])('%s otherwise', (key, over, expected) => {
		expect(occurrencesOf(key, { ...record, ...over }, moment)).toEqual(expected);
	});

	it('is where the Mentee was supported on the day (2.6)', () => {
		const stays = [
			{ cpa: 9, from: day('2023-10-06'), delivery_area: 'flintshire' },
			{ cpa: 1, from: day('2023-11-06'), delivery_area: 'hull' },
		];
		const at = (on: string) => Object.values(placeOn({ cpa: 9, stays }, day(on), 'now'));
		expect([at('2023-10-01'), at('2023-11-05'), at('2023-11-06')]).toEqual([
			[9, 'flintshire'],
			[9, 'flintshire'],
			[1, 'hull'],
		]);
		expect(placeOn({ cpa: 9 }, day('2023-10-01'), 'wrexham')).toEqual({ cpa: 9, delivery_area: 'wrexham' });
	});
});

describe('the catalogue', () => {
	it('says everything in both languages', () => {
		const texts = [
			...Object.values(FIGURE_TEXTS).flatMap(({ name, definition }) => [name, definition]),
			...Object.values(SPLIT_TEXTS),
		];
		expect(texts.filter(({ en, cy }) => en.trim() === '' || cy.trim() === '')).toEqual([]);
		expect(Object.keys(FIGURE_TEXTS).sort()).toEqual(Object.keys(FIGURES).sort());
	});

	it('has a figure for every split', () => {
		const used = new Set((Object.keys(FIGURES) as FigureKey[]).flatMap((key) => splitsOf(key, { named: true })));
		expect([...used].sort()).toEqual((Object.keys(SPLIT_TEXTS) as Split[]).sort());
	});
});
