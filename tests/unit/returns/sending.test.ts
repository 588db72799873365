/** A return is sent after it is submitted, and what is on record of that is corrected, never changed (3.4, 4.5). */
import { describe, expect, test } from 'vitest';
import { day, type CalendarMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { pmiProvidedOn } from '../../../extensions/peer-mentoring/src/domain/contract/pmi-due.ts';
import {
	firstSentOn,
	sendingOf,
	sendingProblems,
	trackerFrom,
} from '../../../extensions/peer-mentoring/src/domain/returns/submission/sending.ts';

const today = day('2024-02-08');
const from = day('2024-02-06');
const before = { sent_on: day('2024-02-07'), reference: 'ITT-7' };

describe('a PMI submitted on 6 February', () => {
	test.each([
		['on the same day', '2024-02-06', undefined, null, []],
		['today', '2024-02-08', undefined, null, []],
		['tomorrow', '2024-02-09', undefined, null, ['sent_ahead']],
		['the day before', '2024-02-05', undefined, null, ['sent_before_submission']],
		['again, with another day and no reason', '2024-02-08', before, null, ['sent_already']],
		['again, with another day and an empty reason', '2024-02-08', before, '  ', ['sent_already']],
		['again, with another day and a reason', '2024-02-08', before, 'The portal was down', []],
		['again, as it is on record', '2024-02-07', before, 'The same', ['sent_unchanged']],
	])('is recorded as sent %s', (_, sent_on, known, reason, codes) => {
		const said = { sent_on: day(sent_on), reference: 'ITT-7', reason };
		const problems = sendingProblems(said, { part: 'pmi', from, before: known }, today);
		expect(problems.map(({ code }) => code)).toEqual(codes);
	});

	test('has another reference with a reason alone', () => {
		const said = { ...before, reference: 'ITT-8', reason: null };
		expect(sendingProblems(said, { part: 'pmi', from, before }, today)).toMatchObject([{ field: 'reason' }]);
	});
});

test.each([
	['2024-01-31', ['sent_before_month_end']],
	['2024-02-01', []],
])('a Mentee Tracker of January sent on %s: %j', (sent_on, codes) => {
	const said = { sent_on: day(sent_on), reference: null, reason: null };
	const scope = { part: 'mentee_tracker', from: trackerFrom('2024-01' as CalendarMonth), before: undefined } as const;
	expect(sendingProblems(said, scope, today).map(({ code }) => code)).toEqual(codes);
});

describe('what counts of what is on record', () => {
	const row = (version: number, sent_on: string) => ({ version, sent_on: day(sent_on), reference: null });
	const recorded = [row(1, '2024-02-06'), row(1, '2024-02-08'), row(2, '2024-03-01')];
	test('is the last row of each submission', () => {
		expect(sendingOf(recorded, 1)?.sent_on).toBe('2024-02-08');
		expect(sendingOf(recorded, 3)).toBeUndefined();
	});
	test('and the first submission that was sent is the day of the PMI', () => {
		expect(firstSentOn(recorded)).toBe('2024-02-08');
		expect(firstSentOn([row(2, '2024-03-01')])).toBe('2024-03-01');
		expect(firstSentOn([])).toBeNull();
	});
});

test.each([
	[null, null, null],
	['2024-02-06', null, '2024-02-06'],
	['2024-02-06', '2024-02-07', '2024-02-07'],
])('a PMI submitted on %s and sent on %s is provided on %s', (submitted, sent, provided) => {
	const [submitted_on, sent_on] = [submitted, sent].map((on) => (on === null ? null : day(on)));
	expect(pmiProvidedOn({ submitted_on: submitted_on!, sent_on: sent_on! })).toBe(provided);
});
