import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { figuresOf } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/figures.ts';
import type { JourneyMeasures } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/measures.ts';
import { measureRecord } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/records.ts';
import { pmiDueOn } from '../../../extensions/peer-mentoring/src/domain/contract/pmi-due.ts';
import { englandAndWales } from '../support/holidays.ts';
import { example, known } from '../support/pmi-example.ts';
import { pmiContext, tally } from '../support/pmi.ts';

const percent = (share: { number: number; percent: number | null }) =>
	`${share.number} = ${share.percent?.toFixed(1)}%`;

const fraction = (number: number, of: number, value: number | null) => `${number}/${of} = ${value?.toFixed(1)}%`;

describe.each([
	['2023-11', '2023-12-07'],
	['2023-12', '2024-01-08'],
])('the worked example of %s as known %s', (month, on) => {
	const expected = example.expected[`${month} as known ${on}`]!;
	const context = pmiContext({ month: parseMonth(month)!, knownOn: day(on) });
	const { measures } = tally(known(on), context);
	const figures = known(on).flatMap((each) => {
		const found = figuresOf(each, context);
		return found === undefined ? [] : [{ id: each.reference, ...found }];
	});
	const routes = ({ jobcentre_plus: JCP, third_party: TP, total }: Record<string, number>) => ({ JCP, TP, total });
	const notMet = (key: keyof JourneyMeasures) =>
		figures
			.filter((each) => ['late', 'not_done'].includes(measureRecord(key, each, context.month)?.result ?? ''))
			.map(({ id }) => id);
	const lengths = (left: boolean) =>
		Object.fromEntries(
			figures.filter((each) => each.length !== null && each.has_left === left).map(({ id, length }) => [id, length]),
		);
	const sl = (of: { service_level: { met: number; determinable: number; percent: number | null } }) =>
		fraction(of.service_level.met, of.service_level.determinable, of.service_level.percent);
	const { four_sessions_on_time: four, eight_sessions: eight } = measures;

	const actual: Record<string, unknown> = {
		'2 total referrals': routes({ ...measures.referrals_total }),
		'3 new referrals in month': routes({ ...measures.referrals_new }),
		'4 total starts': routes({ ...measures.starts_total }),
		'5 new starts in month': routes({ ...measures.starts_new }),
		'6 completions': measures.completions_total.total,
		'7 length, left (days)': lengths(true),
		'7 length, still on (days to cut-off)': lengths(false),
		'8 total initial meetings': measures.initial_meetings.total,
		'9 within 10 WD: number, % of completed (PMI)': percent(measures.initial_meetings_on_time),
		'9 service-level view: met / determinable': sl(measures.initial_meetings_on_time),
		'9 not met': notMet('initial_meetings_on_time'),
		'10 total diagnostic interviews': measures.diagnostic_interviews.total,
		'11 within 10 WD: number, % of completed (PMI)': percent(measures.diagnostic_interviews_on_time),
		'11 service-level view: met / determinable': sl(measures.diagnostic_interviews_on_time),
		'11 not met': notMet('diagnostic_interviews_on_time'),
		'12 total SMART action plans': measures.action_plans.total,
		'13 within 10 WD: number, % of completed (PMI)': percent(measures.action_plans_on_time),
		'13 service-level view: met / determinable': sl(measures.action_plans_on_time),
		'13 not met': notMet('action_plans_on_time'),
		'14 mentees with four sessions': measures.four_sessions.total,
		'15 four in 30 WD: number, % of determinable': fraction(four.number, four.of, four.percent),
		'15 pending (not yet due)': figures.filter((each) => each.four_sessions.pending).map(({ id }) => id),
		'16 eight sessions: number, % of all starts': fraction(eight.number, eight.of, eight.percent),
		due: pmiDueOn(context.month, englandAndWales, SPECIFIED),
	};

	it('has the same figures', () => expect(Object.keys(actual)).toEqual(Object.keys(expected)));
	test.each(Object.entries(expected))('%s: %j', (name, value) => expect(actual[name]).toEqual(value));
});
