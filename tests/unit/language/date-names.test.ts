import { describe, expect, it } from 'vitest';
import { dateNames } from '../../../extensions/peer-mentoring/src/domain/language/date-names.ts';
import {
	dayText,
	shortMonthText,
	weekdayNear,
	weekdayText,
} from '../../../extensions/peer-mentoring/src/app/shared/date-names.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';

describe('the names of months and weekdays', () => {
	it('are those of the glossary in Welsh', () => {
		const { months, shortMonths, weekdays, shortWeekdays } = dateNames['cy-GB'];
		expect(months.join(' ')).toBe(
			'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
		);
		expect(shortMonths.join(' ')).toBe('Ion Chwe Maw Ebr Mai Meh Gor Awst Medi Hyd Tach Rhag');
		expect(weekdays.join(', ')).toBe(
			'Dydd Sul, Dydd Llun, Dydd Mawrth, Dydd Mercher, Dydd Iau, Dydd Gwener, Dydd Sadwrn',
		);
		expect(shortWeekdays.join(' ')).toBe('Sul Llun Maw Mer Iau Gwe Sad');
	});

	it('are those of everybody in English', () => {
		const { months, shortMonths, weekdays, shortWeekdays } = dateNames['en-GB'];
		expect(months.join(' ')).toBe(
			'January February March April May June July August September October November December',
		);
		expect(shortMonths.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec');
		expect(weekdays.join(' ')).toBe('Sunday Monday Tuesday Wednesday Thursday Friday Saturday');
		expect(shortWeekdays.join(' ')).toBe('Sun Mon Tue Wed Thu Fri Sat');
	});

	it('make a day: with a capital by itself, without in a sentence', () => {
		const monday = day('2024-08-05');
		expect(weekdayText(monday, 'cy-GB')).toBe('Dydd Llun 5 Awst 2024');
		expect(weekdayNear(monday, day('2024-09-01'), 'cy-GB')).toBe('dydd Llun 5 Awst');
		expect(weekdayNear(monday, day('2025-09-01'), 'en-GB')).toBe('Monday 5 August 2024');
		expect(dayText(monday, 'en-GB')).toBe('5 August 2024');
		expect(shortMonthText(monday, 'cy-GB')).toBe('Awst 2024');
	});
});
