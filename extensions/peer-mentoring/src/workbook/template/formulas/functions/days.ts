import { optional, part, rule, type Argument, type Call, type Functions } from '../call.ts';
import { doubt } from '../left.ts';
import { errorOf, FormulaError, isArea } from '../values.ts';

const DAY = 86_400_000;
/** Day 60 is a 29 February that never was: from 61 on, days count from here. */
const ZERO = Date.UTC(1899, 11, 30);
const FIRST = 61;
const LAST = 2_958_465;

/** A day as workbooks count it; the first two months of 1900 and days counted from 1904 are left. */
function checkedDay(serial: number, { from1904 }: Call): number {
	if (from1904 || serial < FIRST || serial > LAST) throw doubt();
	return serial;
}

function serialOf(argument: Argument, call: Call): number {
	const value = argument.plain();
	// Texts are days to some programs, in one order of day and month or the other.
	if (typeof value !== 'number') throw doubt();
	return checkedDay(Math.floor(value), call);
}

function dateOf(serial: number): Date {
	return new Date(ZERO + serial * DAY);
}

const ofDay = (work: (date: Date) => number) =>
	rule(1, 1, (parts, call) => work(dateOf(serialOf(part(parts, 0), call))));

function serialFor(year: number, month: number, day: number, call: Call): number {
	return checkedDay((Date.UTC(year, month, day) - ZERO) / DAY, call);
}

/** The day so many months on: the same of its month, or the last; or the end of that month. */
const monthsOn = (atEnd: boolean) =>
	rule(2, 2, (parts, call) => {
		const from = dateOf(serialOf(part(parts, 0), call));
		const value = part(parts, 1).plain();
		if (typeof value !== 'number') throw doubt();
		const month = from.getUTCMonth() + part(parts, 1).whole();
		const last = new Date(Date.UTC(from.getUTCFullYear(), month + 1, 0)).getUTCDate();
		return serialFor(from.getUTCFullYear(), month, atEnd ? last : Math.min(last, from.getUTCDate()), call);
	});

/** Sunday is nought. */
const weekday = (serial: number) => (serial + 6) % 7;
const isWeekend = (serial: number) => weekday(serial) === 0 || weekday(serial) === 6;
/** More days than this are no period of a return. */
const LONGEST = 40_000;

/** Days to leave out, from cells. */
function daysOff(argument: Argument, call: Call): Set<number> {
	const value = argument.value();
	if (!isArea(value)) throw doubt();
	const days = new Set<number>();
	for (const held of call.cells.filled(value)) {
		if (held instanceof FormulaError) throw held;
		if (typeof held !== 'number') throw doubt();
		days.add(checkedDay(Math.floor(held), call));
	}
	return days;
}

export const DAYS: Functions = {
	DATE: rule(3, 3, (parts, call) => {
		const [year, month, day] = [part(parts, 0).whole(), part(parts, 1).whole(), part(parts, 2).whole()];
		if (year < 1901 || year > 9999 || Math.abs(month) > 5000 || Math.abs(day) > 100_000) throw doubt();
		return serialFor(year, month - 1, day, call);
	}),
	YEAR: ofDay((date) => date.getUTCFullYear()),
	MONTH: ofDay((date) => date.getUTCMonth() + 1),
	DAY: ofDay((date) => date.getUTCDate()),
	'_XLFN.DAYS': rule(2, 2, (parts, call) => serialOf(part(parts, 0), call) - serialOf(part(parts, 1), call)),
	EDATE: monthsOn(false),
	EOMONTH: monthsOn(true),
	WEEKDAY: rule(1, 2, (parts, call) => {
		const day = weekday(serialOf(part(parts, 0), call));
		const kind = optional(parts, 1, (argument) => argument.whole(), 1);
		if (kind === 1) return day + 1;
		if (kind === 2) return day === 0 ? 7 : day;
		if (kind === 3) return (day + 6) % 7;
		throw kind > 3 && kind < 18 ? doubt() : errorOf('#NUM!');
	}),
	/** Days from one to another, both counted, without weekends and without the days off. */
	NETWORKDAYS: rule(2, 3, (parts, call) => {
		const [one, other] = [serialOf(part(parts, 0), call), serialOf(part(parts, 1), call)];
		const off = optional(parts, 2, (argument) => daysOff(argument, call), new Set<number>());
		const [from, to] = one <= other ? [one, other] : [other, one];
		if (to - from > LONGEST) throw doubt();
		call.cells.look(to - from);
		let count = 0;
		for (let day = from; day <= to; day++) if (!isWeekend(day) && !off.has(day)) count++;
		return one <= other ? count : 0 - count;
	}),
};
