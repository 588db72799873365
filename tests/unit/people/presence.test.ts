import { describe, expect, it, test } from 'vitest';
import { addDays, day, weekday } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { mondayOf } from '../../../extensions/peer-mentoring/src/domain/calendar/week.ts';
import { officeWeeks, type DedicatedOffice } from '../../../extensions/peer-mentoring/src/domain/people/presence.ts';

const office = (from: string, to: string | null = null, over: Partial<DedicatedOffice> = {}): DedicatedOffice => ({
	mentor: 'A',
	office: 'Wrexham',
	from: day(from),
	to: to === null ? null : day(to),
	...over,
});
const visit = (on: string, over: Partial<{ mentor: string; office: string }> = {}) => ({
	mentor: 'A',
	office: 'Wrexham',
	on: day(on),
	...over,
});

/** Wednesday 22 November 2023, with the three weeks before. */
const weeks = (offices: DedicatedOffice[], visits: ReturnType<typeof visit>[] = [], today = '2023-11-22') =>
	officeWeeks(offices, visits, 4, day(today));
const summary = (...of: Parameters<typeof weeks>) =>
	weeks(...of).map(({ week_starts_on, visits, gap }) => [week_starts_on, visits, gap]);

describe('the Monday of a week', () => {
	test.each([
		['2023-11-20', '2023-11-20'],
		['2023-11-22', '2023-11-20'],
		['2023-11-26', '2023-11-20'],
		['2023-11-27', '2023-11-27'],
		['2024-01-01', '2024-01-01'],
		['2023-01-01', '2022-12-26'],
	])('of %s is %s', (on, monday) => expect(mondayOf(day(on))).toBe(monday));

	it('is a Monday, of the seven days up to the day', () => {
		for (let on = day('2023-12-01'); on < '2024-03-31'; on = addDays(on, 1)) {
			expect(weekday(mondayOf(on))).toBe(1);
			expect(mondayOf(on) <= on && on < addDays(mondayOf(on), 7)).toBe(true);
		}
	});
});

describe('visits to a dedicated office (2.22, 2.26)', () => {
	it('are wanted in each week; the running one is no gap before it is over', () => {
		expect(summary([office('2023-01-09')])).toEqual([
			['2023-11-20', 0, false],
			['2023-11-13', 0, true],
			['2023-11-06', 0, true],
			['2023-10-30', 0, true],
		]);
	});

	test.each([
		['the Monday', '2023-11-13', 1],
		['the Sunday', '2023-11-19', 1],
		['the Sunday before', '2023-11-12', 0],
		['the Monday after', '2023-11-20', 0],
	])('on %s of the week count for it: %s, %i', (_, on, number) => {
		const [, week] = weeks([office('2023-01-09')], [visit(on)]);
		expect(week).toMatchObject({ week_starts_on: '2023-11-13', visits: number, gap: number === 0 });
	});

	it('are counted', () => {
		const visits = ['2023-11-14', '2023-11-14', '2023-11-17', '2023-11-21'].map((on) => visit(on));
		expect(summary([office('2023-01-09')], visits).slice(0, 3)).toEqual([
			['2023-11-20', 1, false],
			['2023-11-13', 3, false],
			['2023-11-06', 0, true],
		]);
	});

	test.each([
		['another mentor', { mentor: 'B' }],
		['another office', { office: 'Rhyl' }],
	])('of %s do not help', (_, over) => {
		expect(weeks([office('2023-01-09')], [visit('2023-11-14', over)])[1]).toMatchObject({ visits: 0, gap: true });
	});

	test.each([
		['2023-11-26', '2023-11-20', false],
		['2023-11-27', '2023-11-27', false],
	])('on %s the running week is that of %s', (today, monday, gap) => {
		expect(summary([office('2023-01-09')], [], today)[0]).toEqual([monday, 0, gap]);
	});
});

describe('the weeks of an assignment', () => {
	const asked = ([week, , gap]: (string | number | boolean)[]) => `${week} ${gap ? 'asked for' : 'shown'}`;
	test.each([
		['from a Monday', office('2023-11-06'), ['2023-11-13 asked for', '2023-11-06 asked for']],
		['from a Wednesday', office('2023-11-08'), ['2023-11-13 asked for', '2023-11-06 asked for']],
		['from a Thursday', office('2023-11-09'), ['2023-11-13 asked for', '2023-11-06 shown']],
		['to a Wednesday', office('2023-01-09', '2023-11-08'), ['2023-11-06 asked for', '2023-10-30 asked for']],
		['to a Tuesday', office('2023-01-09', '2023-11-07'), ['2023-11-06 shown', '2023-10-30 asked for']],
		['for one week', office('2023-11-13', '2023-11-17'), ['2023-11-13 asked for']],
		['from Tuesday to Thursday', office('2023-11-14', '2023-11-16'), ['2023-11-13 asked for']],
		['for a weekend', office('2023-11-18', '2023-11-19'), []],
		['over before', office('2023-01-09', '2023-06-30'), []],
		['still to come', office('2023-11-27'), []],
	])('%s', (_, of, expected) => {
		const over = summary([of]).filter(([week]) => week !== '2023-11-20');
		expect(over.map(asked)).toEqual(expected);
	});

	test.each([
		['one after another', office('2023-01-09', '2023-11-14'), office('2023-11-15'), { A: true }],
		['with a day between', office('2023-01-09', '2023-11-14'), office('2023-11-16'), { A: true }],
		['with two days between', office('2023-01-09', '2023-11-14'), office('2023-11-17'), { A: true }],
		['with three days between', office('2023-01-09', '2023-11-13'), office('2023-11-17'), { A: false }],
		[
			'of two mentors',
			office('2023-01-09', '2023-11-15'),
			office('2023-11-16', null, { mentor: 'B' }),
			{ A: true, B: false },
		],
	])('two within a week, %s', (_, first, second, expected) => {
		const found = weeks([first, second]).filter(({ week_starts_on: on }) => on === '2023-11-13');
		expect(Object.fromEntries(found.map(({ mentor, gap }) => [mentor, gap]))).toEqual(expected);
	});

	it('that overlap are there once', () => {
		expect(summary([office('2023-01-09'), office('2023-11-01')])).toHaveLength(4);
	});

	it('are those of each mentor and office', () => {
		const offices = [office('2023-01-09'), office('2023-01-09', null, { office: 'Rhyl' })];
		const found = weeks(offices, [visit('2023-11-14', { office: 'Rhyl' })]);
		expect(found).toHaveLength(8);
		expect(found.filter(({ gap, week_starts_on }) => gap && week_starts_on === '2023-11-13')).toEqual([
			{ mentor: 'A', office: 'Wrexham', week_starts_on: '2023-11-13', visits: 0, gap: true },
		]);
	});
});
