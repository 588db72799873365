import {
	addDays,
	day,
	weekday,
	type CalendarDay,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { isHoliday } from './calendar.ts';
import { Random } from './random.ts';

const FIRST_REFERRAL = day('2024-03-01');

/** Referrals of each month against an ordinary one: many after New Year, few in August and December. */
const SEASON = [1.25, 1.1, 1.05, 1, 1, 0.95, 0.95, 0.8, 1.05, 1.1, 1.05, 0.65];

/** Days on which referrals arrive, one for each, from the first of March 2024 to `until`. */
export function demoArrivals(until: CalendarDay, perYear: number, seed: number): CalendarDay[] {
	const random = new Random(seed);
	const arrivals: CalendarDay[] = [];
	let due = 0;
	for (let on = FIRST_REFERRAL; on <= until; on = addDays(on, 1)) {
		due += (perYear / 365) * (SEASON[Number(on.slice(5, 7)) - 1] ?? 1) * weekdayShare(on) * random.between(5, 15) * 0.1;
		for (; due >= 1; due--) arrivals.push(on);
	}
	return arrivals;
}

/** Hardly anybody is referred on a weekend or bank holiday. */
function weekdayShare(on: CalendarDay): number {
	if (weekday(on) === 6) return 0.2;
	return isHoliday(on) ? 0.1 : 1.35;
}
