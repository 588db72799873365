import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	decidingMeeting,
	decidingPlan,
	firstOf,
	isAgreed,
	type Meeting,
	type Plan,
} from '../../../extensions/peer-mentoring/src/domain/journey/deciding.ts';
import { isCounted } from '../../../extensions/peer-mentoring/src/domain/journey/progress.ts';

const on = (of: string) => (of === '?' ? null : day(`2023-11-${of}`));

/** `05 start`: held on 5 November with that outcome; `?` is not recorded. In the order of their keys. */
const meetings = (...texts: string[]): Meeting[] =>
	texts.map((text, index) => {
		const [held = '?', outcome = '?'] = text.split(' ');
		return { id: `${index}`, held_on: on(held), outcome: outcome === '?' ? null : (outcome as Meeting['outcome']) };
	});

/** `05 wet`: agreed on 5 November with that evidence. */
const plans = (...texts: string[]): Plan[] =>
	texts.map((text, index) => {
		const [agreed = '?', evidence = '?'] = text.split(' ');
		return {
			id: `${index}`,
			agreed_on: on(agreed),
			evidence: evidence === '?' ? null : (evidence as Plan['evidence']),
		};
	});

/** The answer must be the same whatever the order in which the database gives the rows. */
const everyOrder = <Row>(rows: Row[]) => rows.map((_, turn) => [...rows.slice(turn), ...rows.slice(0, turn)]);

describe('the initial meeting that decides (pmi_measures 8)', () => {
	test.each<[what: string, given: Meeting[], decides: string | undefined]>([
		['none', [], undefined],
		['the only one', meetings('05 declined'), '0'],
		['the first held of two', meetings('09 start', '05 declined'), '1'],
		['one held, after one missed', meetings('05 did_not_attend', '09 start'), '1'],
		['one held, before one missed', meetings('05 start', '09 did_not_attend'), '0'],
		['one without an outcome was held', meetings('05 did_not_attend', '09 ?'), '1'],
		['of missed ones alone, the last offered', meetings('09 did_not_attend', '05 did_not_attend'), '0'],
		[
			'of three missed ones, the last offered',
			meetings('09 did_not_attend', '02 did_not_attend', '05 did_not_attend'),
			'0',
		],
		['one with a day before one without', meetings('? start', '09 declined'), '1'],
		['of two on one day, by key', meetings('05 declined', '05 start'), '0'],
	])('%s', (_, given, decides) => {
		for (const rows of everyOrder(given)) expect(decidingMeeting(rows)?.id).toBe(decides);
	});
});

describe('the plan that decides (Table A, pmi_measures 12)', () => {
	test.each<[what: string, given: Plan[], decides: string | undefined]>([
		['none', [], undefined],
		['the first with evidence, though another was agreed before', plans('05 ?', '20 electronic', '15 wet'), '2'],
		['without evidence, the first agreed', plans('09 ?', '05 ?'), '1'],
		['one with evidence but no day does not come before one agreed', plans('? wet', '05 ?'), '1'],
		['of two on one day, by key', plans('05 wet', '05 electronic'), '0'],
	])('%s', (_, given, decides) => {
		for (const rows of everyOrder(given)) expect(decidingPlan(rows)?.id).toBe(decides);
	});

	it('is agreed with a day and evidence, and not with either alone', () => {
		expect(plans('05 wet', '05 ?', '? wet', '? ?').map(isAgreed)).toEqual([true, false, false, false]);
	});
});

it('the first of dated records is the earliest; one without a day comes last', () => {
	const held = meetings('?', '09', '05').map(({ id, held_on }) => ({ id, held_on }));
	for (const rows of everyOrder(held)) expect(firstOf(rows, ({ held_on }) => held_on)?.id).toBe('2');
	expect(firstOf([], () => null)).toBeUndefined();
});

describe('a session that counts (1.15, 2.20)', () => {
	const session = { held_on: day('2023-11-16'), minutes: 60, attendance: 'attended', one_to_one: true } as const;

	test.each<[what: string, change: object, counts: boolean]>([
		['of the least length', {}, true],
		['a minute shorter', { minutes: 59 }, false],
		['of a length that nobody recorded', { minutes: null }, true],
		['of a group', { one_to_one: false }, false],
		['missed', { attendance: 'missed' }, false],
		['cancelled by the mentor', { attendance: 'cancelled_by_mentor' }, false],
	])('%s', (_, change, counts) => {
		expect(isCounted({ ...session, ...change }, 60)).toBe(counts);
	});
});
