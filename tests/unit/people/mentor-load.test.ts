import { describe, expect, it, test } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	menteesPerFte,
	metWithin,
	twelveMonthsTo,
	type Hours,
} from '../../../extensions/peer-mentoring/src/domain/people/mentor-load.ts';
import { randomFrom } from '../support/random.ts';

const hours = (weekly_hours: number, from: string, to: string | null = null): Hours => ({
	weekly_hours,
	from: day(from),
	to: to === null ? null : day(to),
});

describe('twelve months', () => {
	test.each([
		['2023-12-31', '2023-01-01'],
		['2024-01-15', '2023-01-16'],
		['2024-02-29', '2023-03-01'],
		['2023-02-28', '2022-03-01'],
	])('that end on %s begin on %s', (to, from) => expect(twelveMonthsTo(day(to))).toBe(from));
});

describe('a Mentee was met within some days (2.11)', () => {
	const [from, to] = [day('2023-06-01'), day('2023-06-30')];
	const session = { held_on: day('2023-06-15'), minutes: 60, attendance: 'attended', one_to_one: true } as const;

	test.each<[what: string, change: object, met: boolean]>([
		['by a session', {}, true],
		['by a short session of a group', { minutes: 10, one_to_one: false }, true],
		['not by one that was missed', { attendance: 'missed' }, false],
		['on the first day', { held_on: from }, true],
		['on the last day', { held_on: to }, true],
		['not the day before', { held_on: day('2023-05-31') }, false],
		['not the day after', { held_on: day('2023-07-01') }, false],
	])('%s', (_, change, met) => expect(metWithin([{ ...session, ...change }], from, to)).toBe(met));
});

test('one session within some days is enough, whatever the others (2.11)', () => {
	const met = (held_on: string) =>
		({ held_on: day(held_on), minutes: 60, attendance: 'attended', one_to_one: true }) as const;
	const [from, to] = [day('2023-06-01'), day('2023-06-30')];
	expect(metWithin([met('2023-05-02'), met('2023-06-15'), met('2023-07-04')], from, to)).toBe(true);
	expect(metWithin([met('2023-05-02'), met('2023-07-04')], from, to)).toBe(false);
	expect(metWithin([], from, to)).toBe(false);
});

describe('Mentees for each FTE (2.11, SF2)', () => {
	const over100Days = (mentees: number, of: Hours[]) =>
		menteesPerFte(mentees, of, day('2023-06-01'), day('2023-09-08'));

	test.each([
		['full time all the time', 30, [hours(40, '2023-01-09')], 30],
		['half time', 30, [hours(20, '2023-01-09')], 60],
		['full time for half of it', 30, [hours(40, '2023-07-21')], 60],
		['to a day before the end', 30, [hours(40, '2023-01-09', '2023-07-20')], 60],
		['two assignments at once', 30, [hours(20, '2023-01-09'), hours(20, '2023-01-09')], 30],
		['one after another', 30, [hours(40, '2023-01-09', '2023-07-20'), hours(20, '2023-07-21')], 40],
		['the first day only', 3, [hours(40, '2023-01-09', '2023-06-01')], 300],
		['the last day only', 3, [hours(40, '2023-09-08')], 300],
		['a third of a decimal', 10, [hours(12, '2023-01-09')], 33.3],
		['no Mentees', 0, [hours(40, '2023-01-09')], 0],
		['nobody in post', 5, [], null],
		['over before', 5, [hours(40, '2023-01-09', '2023-05-31')], null],
		['still to come', 5, [hours(40, '2023-09-09')], null],
	])('%s', (_, mentees, of, expected) => expect(over100Days(mentees, of)).toBe(expected));

	it('is worked out from the FTE as it is, not as it is rounded for reading', () => {
		const year = [day('2023-01-01'), day('2023-12-31')] as const;
		expect(menteesPerFte(1, [hours(40, '2023-12-31')], ...year)).toBe(365);
		expect(menteesPerFte(3, [hours(40, '2023-12-22')], ...year)).toBe(109.5);
		expect(menteesPerFte(1, [hours(5, '2023-12-31')], ...year)).toBe(2920);
	});

	it('is what counting day by day finds', () => {
		for (let seed = 1; seed <= 40; seed++) {
			const random = randomFrom(seed);
			const [from, to] = [day('2023-03-01'), addDays(day('2023-03-01'), 50 + Math.floor(random() * 315))];
			const of = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
				const first = addDays(from, Math.floor(random() * 200) - 100);
				return hours(
					1 + Math.floor(random() * 40),
					first,
					random() < 0.3 ? null : addDays(first, Math.floor(random() * 300)),
				);
			});
			let [days, worked] = [0, 0];
			for (let on = from; on <= to; on = addDays(on, 1)) {
				days++;
				for (const each of of) if (each.from <= on && (each.to === null || each.to >= on)) worked += each.weekly_hours;
			}
			const found = menteesPerFte(25, of, from, to);
			if (worked === 0) expect(found).toBeNull();
			else expect(Math.abs((found as number) - (25 * 40 * days) / worked), `seed ${seed}`).toBeLessThan(0.051);
		}
	});
});
