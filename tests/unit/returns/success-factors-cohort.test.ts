import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	COHORT_FACTS,
	type CohortRecord,
} from '../../../extensions/peer-mentoring/src/domain/returns/success-factors/cohort.ts';
import {
	coarsePeriod,
	FIGURES,
	shownFactors,
	type Counted,
	type FigureKey,
} from '../../../extensions/peer-mentoring/src/domain/returns/success-factors/success-factors.ts';
import { journey, session } from '../support/journeys.ts';

/** The period ends on 30 June 2024; a day of July, written `+1`, is too late. */
const MOMENT = { to: day('2024-06-30'), terms: SPECIFIED };
const LAST = '2024-06-30';
const LATE = '2024-07-01';

type Plain = Parameters<typeof journey>[0] & Pick<Partial<CohortRecord>, 'disclosure' | 'disclosed_on' | 'engagements'>;
const record = ({ disclosure = null, disclosed_on = null, engagements = [], ...over }: Plain = {}): CohortRecord => ({
	...journey(over),
	disclosure,
	disclosed_on,
	engagements,
});
const factsOf = (over: Plain) =>
	Object.entries(COHORT_FACTS)
		.filter(([, holds]) => holds(record(over), MOMENT))
		.map(([key]) => key);
const entered = (kind: CohortRecord['engagements'][number]['kind'], on: string | null) => ({
	engagements: [{ kind, entered_on: on === null ? null : day(on) }],
});
const attended = (number: number, last: string, over = {}) => ({
	sessions: Array.from({ length: number }, (_, index) =>
		session(index === number - 1 ? last : `2024-06-${String(index + 10)}`, over),
	),
});

describe('what somebody who started within the period had by its end (Annex A)', () => {
	test.each<[string, Plain, string[]]>([
		['nothing', {}, []],
		['a Diagnostic Interview on the last day', { diagnostic_interview_on: LAST }, ['diagnostic_interviews']],
		['one after it', { diagnostic_interview_on: LATE }, []],
		['a plan on the last day', { action_plan_agreed_on: LAST, action_plan_evidence: 'wet' }, ['action_plans']],
		['a plan without evidence', { action_plan_agreed_on: LAST }, []],
		['a plan after it', { action_plan_agreed_on: LATE, action_plan_evidence: 'wet' }, []],
		[
			'both',
			{ diagnostic_interview_on: LAST, action_plan_agreed_on: LAST, action_plan_evidence: 'wet' },
			['diagnostic_interviews', 'action_plans', 'interview_and_plan'],
		],
		['three sessions', attended(3, LAST), []],
		['four sessions', attended(4, LAST), ['four_sessions']],
		['the fourth after it', attended(4, LATE), []],
		['the fourth too short', attended(4, LAST, { minutes: 59 }), []],
		['seven sessions', attended(7, LAST), ['four_sessions']],
		['eight sessions', attended(8, LAST), ['four_sessions', 'eight_sessions']],
		['treatment', entered('treatment', LAST), ['treatment']],
		['treatment after it', entered('treatment', LATE), []],
		['treatment not entered', entered('treatment', null), []],
		['training', entered('training', LAST), ['work_related']],
		['volunteering', entered('volunteering', LAST), ['work_related']],
		['education', entered('education', LAST), ['work_related']],
		['work', entered('employment', LAST), ['work_related']],
		['a programme of the Buyer', entered('buyer_programme', LAST), ['work_related']],
		['another service', entered('other_service', LAST), ['other_services']],
		[
			'a disclosure after joining',
			{ disclosure: 'disclosed_after_joining', disclosed_on: day(LAST) },
			['disclosed_after_joining'],
		],
		['one after it', { disclosure: 'disclosed_after_joining', disclosed_on: day(LATE) }, []],
		['one on no day', { disclosure: 'disclosed_after_joining' }, []],
		['one before the Trial', { disclosure: 'pre_disclosed', disclosed_on: day(LAST) }, []],
		['a Baseline Survey', { baseline_survey_on: LAST }, ['baseline_surveys']],
		['one after it', { baseline_survey_on: LATE }, []],
	])('%s', (_, over, facts) => expect(factsOf(over)).toEqual(facts));
});

describe('a figure as it is shown', () => {
	const days = (from: string, to: string) => ({ from: day(from), to: day(to) });
	const tables = Object.fromEntries(
		Object.keys(FIGURES).map((key) => [key, { total: { number: 3, of: 50 }, cpas: [{ cpa: 9, number: 3, of: 50 }] }]),
	) as Counted['tables'];
	const counted: Counted = { period: days('2024-01-01', LAST), tables };
	const mentees: Counted = { period: days('2023-12-04', '2024-03-31'), tables };
	const shown = (hideSmall: boolean) =>
		shownFactors({ counted, mentees, terms: SPECIFIED }, hideSmall).flatMap(({ figures }) => figures);

	/** Each figure: its kind, whether it counts Mentees, and whether by a fact of a special category (5.4). */
	const EXPECTED: [FigureKey, string, boolean, boolean][] = [
		['fte_days', 'share', false, false],
		['mentors_trained', 'share', false, false],
		['mentees_per_fte', 'per_fte', true, false],
		['diagnostic_interviews', 'share', true, false],
		['action_plans', 'share', true, false],
		['interview_and_plan', 'share', true, false],
		['four_sessions', 'share', true, false],
		['eight_sessions', 'share', true, false],
		['treatment', 'share', true, true],
		['work_related', 'share', true, true],
		['other_services', 'share', true, true],
		['disclosed_after_joining', 'share', true, true],
		['upskilling_sessions', 'count', false, false],
		['upskilling_attendees', 'count', false, false],
		['offices_upskilled', 'share', false, false],
		['baseline_surveys', 'share', true, false],
		['mentor_interviews', 'share', false, false],
		['supplier_interviews', 'count', false, false],
		['focus_groups', 'count', false, false],
	];

	it('is one of nineteen', () => expect(shown(true).map(({ figure }) => figure)).toEqual(EXPECTED.map(([key]) => key)));

	test.each(EXPECTED)('%s: a %s; of Mentees %s, by a special fact %s', (key, kind, people, special) => {
		const [hidden, open] = [true, false].map((hide) => shown(hide).find(({ figure }) => figure === key)!);
		expect(hidden).toMatchObject({ kind, period: people ? mentees.period : counted.period });
		expect(open!.total).toEqual({ number: 3, of: 50, rate: 6 });
		expect(open!.cpas).toEqual([{ cpa: 9, number: 3, of: 50, rate: 6 }]);
		const small = { number: 'fewer_than_five', of: 50, rate: null };
		expect(hidden!.total).toEqual(special ? small : open!.total);
		expect(hidden!.cpas).toEqual(special ? [{ cpa: 9, ...small }] : open!.cpas);
		expect(hidden!.least).toBe(key === 'mentees_per_fte' ? 30 : null);
	});

	it('has its rate where its number is large, and none where nothing was divided', () => {
		const large = { ...tables, treatment: { total: { number: 20, of: 40 }, cpas: [] } };
		const [treatment] = shownFactors({ counted, mentees: { ...mentees, tables: large }, terms: SPECIFIED }, true)
			.flatMap(({ figures }) => figures)
			.filter(({ figure }) => figure === 'treatment');
		expect(treatment!.total).toEqual({ number: 20, of: 40, rate: 50 });
		const alone = { ...counted, tables: { focus_groups: { total: { number: 2 }, cpas: [] } } };
		const groups = shownFactors(
			{ counted: alone, mentees: { ...mentees, tables: {} }, terms: SPECIFIED },
			true,
		).flatMap(({ figures }) => figures);
		expect(groups.map(({ figure, total }) => [figure, total])).toEqual([
			['focus_groups', { number: 2, of: null, rate: null }],
		]);
	});

	it('stands under its factor, with the reason where that is not measured wholly', () => {
		const factors = shownFactors({ counted, mentees, terms: SPECIFIED }, false).map(
			({ factor, paragraph, measured, reason, figures }) => [
				factor,
				paragraph,
				measured,
				reason !== null,
				figures.length,
			],
		);
		expect(factors).toEqual([
			['sf1', 'C1.2, 2.17', 'yes', false, 2],
			['sf2', '2.11', 'yes', false, 1],
			['sf3', '2.26, 2.27', 'yes', false, 3],
			['sf4', '2.20', 'yes', false, 2],
			['sf5', '2.13', 'yes', false, 3],
			['sf6', '1.26', 'no', true, 0],
			['sf7', '1.24', 'no', true, 0],
			['sf8', '2.14', 'yes', false, 1],
			['sf9', '2.16', 'partly', true, 3],
			['sf10', '1.27, 1.28', 'partly', true, 4],
		]);
	});

	it('says the reason in whole sentences, in both languages', () => {
		const reasons = shownFactors({ counted, mentees, terms: SPECIFIED }, false).flatMap(({ reason }) =>
			reason ? Object.values(reason) : [],
		);
		expect(reasons).toHaveLength(8);
		for (const reason of reasons) expect(reason).toMatch(/^\p{Lu}.{30,}\.$/u);
	});

	it('covers for the Buyer one day where the contract began on the last day of a quarter', () => {
		expect(coarsePeriod(day('2024-03-31'), day('2024-04-01'))).toEqual(days('2024-03-31', '2024-03-31'));
		expect(coarsePeriod(day('2024-04-01'), day('2024-04-01'))).toBeUndefined();
	});
});
