import { dayOfNumber, dayNumber, day, parseDay, type CalendarDay } from '../calendar/calendar-day.ts';

/** How a day was written: plainly, or in a way that is worth telling whoever loads the file. */
export type DayWritten = 'iso' | 'day_first' | 'serial';

export interface ReadDay {
	day: CalendarDay;
	written: DayWritten;
}

/** Why a text is no day, where more can be said than what would be right. */
export type DayFault = 'last_century' | 'month_first' | 'no_such_day' | 'has_time' | 'no_year';

const ISO = /^(20\d\d)[-/](\d{1,2})[-/](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](20\d\d|\d\d)$/;
const IN_WORDS = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]*(\p{L}{3,})\.?,?[-/. ]*(20\d\d|\d\d)$/u;
const WITHOUT_YEAR = /^\d{1,2}[-/. ](?:\d{1,2}|\p{L}{3,})$|^\p{L}{3,}[-/. ]\d\d(?:\d\d)?$/u;
const SERIAL = /^\d{5}(?:\.0+)?$/;
/** A time at midnight is how a spreadsheet or another program writes a day. */
const MIDNIGHT = /(?:T| +)(?:0?0:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?|12:00(?::00)? ?am)$/i;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +/i;
const TIME = /(?:T| +)\d{1,2}:\d\d/i;

/** Two digits from here on mean the nineteen hundreds to a spreadsheet. */
const FROM_THE_LAST_CENTURY = 30;

const MONTHS = [
	['january', 'ionawr'],
	['february', 'chwefror'],
	['march', 'mawrth'],
	['april', 'ebrill'],
	['may', 'mai'],
	['june', 'mehefin'],
	['july', 'gorffennaf'],
	['august', 'awst'],
	['september', 'medi'],
	['october', 'hydref'],
	['november', 'tachwedd'],
	['december', 'rhagfyr'],
];

/** The day from which spreadsheets count (Windows); a count below 2000 is no day of this contract. */
const FIRST_DAY = dayNumber(day('1899-12-30'));
const SERIAL_FROM = dayNumber(day('2000-01-01')) - FIRST_DAY;

/**
 * The day that a cell of a file names, from the year 2000 on: ISO, day first (it is a United Kingdom contract, so never
 * month first), with its month in words, or as a spreadsheet's serial day. What names no day says why, where it can.
 */
export function readDay(text: string): ReadDay | { fault: DayFault } | undefined {
	const plain = text.replace(WEEKDAY, '').replace(MIDNIGHT, '');
	if (TIME.test(plain)) return { fault: 'has_time' };
	const iso = ISO.exec(plain);
	if (iso) return found('iso', iso[1], iso[2], iso[3]);
	const numbers = DAY_FIRST.exec(plain);
	if (numbers) return dayFirst(numbers);
	const words = IN_WORDS.exec(plain);
	const month = words && monthOf(words[2] as string);
	if (month) return found('iso', words[3], month, words[1]);
	if (SERIAL.test(plain) && Number(plain) >= SERIAL_FROM) {
		return { day: dayOfNumber(FIRST_DAY + Math.trunc(Number(plain))), written: 'serial' };
	}
	return WITHOUT_YEAR.test(plain) ? { fault: 'no_year' } : undefined;
}

function dayFirst([, first, second, year]: RegExpExecArray): ReadDay | { fault: DayFault } {
	if (Number(second) > 12 && Number(first) <= 12) return { fault: 'month_first' };
	return found('day_first', year, second, first);
}

function found(written: DayWritten, year = '', month: string | number = '', date = ''): ReadDay | { fault: DayFault } {
	if (year.length === 2 && Number(year) >= FROM_THE_LAST_CENTURY) return { fault: 'last_century' };
	const whole = year.length === 2 ? `20${year}` : year;
	const parsed = parseDay([whole, String(month).padStart(2, '0'), date.padStart(2, '0')].join('-'));
	return parsed === undefined ? { fault: 'no_such_day' } : { day: parsed, written };
}

/** The number of a month by its English or Welsh name, whole or as its first letters. */
function monthOf(name: string): number | undefined {
	const wanted = name.toLowerCase();
	const matching = MONTHS.map((names, index) => ({ names, month: index + 1 })).filter(({ names }) =>
		names.some((each) => each === wanted || (wanted.length <= 4 && each.startsWith(wanted))),
	);
	return matching.length === 1 ? matching[0]?.month : undefined;
}
