import type { CalendarDay } from '../domain/calendar/calendar-day.ts';
import {
	codeLists,
	parseCode,
	valuesOf,
	type CodeList,
	type CodeOf,
	type Lists,
} from '../domain/language/code-lists.ts';
import { isEmail, isPhone } from '../domain/journey/contact.ts';
import { parseNino } from '../domain/journey/nino.ts';
import { yesOrNo } from '../domain/loading/answers.ts';
import { readDay, type DayFault } from '../domain/loading/day-text.ts';
import { lostLetter } from '../domain/loading/spoilt.ts';
import { asTyped, lacksNought, penceOf } from '../domain/loading/typed-number.ts';
import type { CellNote } from './notices.ts';

/** A kind of value: how its text is read, and what would be right, in words that follow 'must be'. */
export interface Kind<T> {
	read: (text: string) => T | undefined;
	right: string;
	/** The value may identify somebody, so a message never repeats it. */
	personal?: boolean;
	/** Why a text is not of this kind, in words that follow the name of the column. */
	why?: (text: string) => string | undefined;
	/** What is to be told of a text that was read. */
	note?: (text: string, value: T) => CellNote | undefined;
}

function pattern(form: RegExp, right: string): Kind<string> {
	return { read: (text) => (form.test(text) ? text : undefined), right };
}

export const reference = pattern(
	/^[A-Za-z0-9][A-Za-z0-9._/-]{0,49}$/,
	'1 to 50 letters, digits, dots, underscores, slashes or hyphens, without spaces, beginning with a letter or digit',
);

const LETTER_LOST =
	'a question mark stands within the name: a spreadsheet may have put it there for a letter such as ŵ; it was loaded as it is';

function lostLetterNote(text: string): CellNote | undefined {
	return lostLetter(text) ? { code: 'LETTER_LOST', message: LETTER_LOST } : undefined;
}

/** A name of a person or Supplier, as typed. */
export const name: Kind<string> = {
	...pattern(/^[^\p{Cc}]{1,200}$/u, 'at most 200 characters on one line'),
	personal: true,
	note: lostLetterNote,
};

/** A name of somebody with an account: as long as accounts have room for. */
export const accountName: Kind<string> = {
	...pattern(/^[^\p{Cc}]{1,50}$/u, 'at most 50 characters on one line'),
	personal: true,
	note: lostLetterNote,
};

/** Lower case, because the account's address is, and no longer than an account has room for. */
export const email: Kind<string> = {
	read: (text) => {
		const address = text.toLowerCase();
		return address.length <= 128 && isEmail(address) && !/\p{Cf}/u.test(address) ? address : undefined;
	},
	right: 'one e-mail address such as name@example.org, of at most 128 characters',
	personal: true,
};

const LONGEST_PHONE = 40;
const DIGIT_MISSING =
	'the number is a digit short: a spreadsheet may have dropped the 0 that it began with; it was loaded as it is';

export const phone: Kind<string> = {
	read: (text) => {
		const typed = asTyped(text);
		return typed.length <= LONGEST_PHONE && isPhone(typed) ? typed : undefined;
	},
	right: 'a telephone number of 7 to 15 digits',
	personal: true,
	note: (text) => (lacksNought(text) ? { code: 'DIGIT_MISSING', message: DIGIT_MISSING } : undefined),
};

export const nino: Kind<string> = {
	read: parseNino,
	right: 'a National Insurance number: two letters, six digits and A, B, C or D',
	personal: true,
};

const DAY_FAULTS: Readonly<Record<DayFault, string>> = {
	last_century: 'seems to lie before the year 2000',
	month_first: 'seems to be written month first, which is ambiguous: the days of a column are read day first',
	no_such_day: 'names a day that does not exist',
	has_time: 'holds a time of day, so that the day depends on the time zone',
	no_year: 'names no year',
};

export const day: Kind<CalendarDay> = {
	read: (text) => {
		const found = readDay(text);
		return found && 'day' in found ? found.day : undefined;
	},
	right: 'a day that exists, from the year 2000 on, written YYYY-MM-DD or DD/MM/YYYY',
	why: (text) => {
		const found = readDay(text);
		return found && 'fault' in found ? DAY_FAULTS[found.fault] : undefined;
	},
	note: (text, value) => {
		const found = readDay(text);
		if (!found || 'fault' in found || found.written === 'iso') return undefined;
		return { code: found.written === 'serial' ? 'SERIAL_DAYS_READ' : 'DAYS_READ_DAY_FIRST', text, day: value };
	},
};

/** Pounds in the file, integer pence in the record. */
export const pence: Kind<number> = {
	read: penceOf,
	right: 'pounds and pence such as 1250.00 or £1,250.00, without a sign before it',
};

/** A whole number as a workbook may write it: `9.0`. */
const whole = (text: string) => text.replace(/\.0+$/, '');

export const cpa: Kind<number> = {
	read: (text) => {
		const number = whole(text.replace(/^cpa\s*/i, ''));
		return /^[1-9]$/.test(number) ? Number(number) : undefined;
	},
	right: 'a Contract Package Area, 1 to 9',
};

export const cpas: Kind<number[]> = {
	read: (text) => distinct(text.split(';').map((part) => cpa.read(part.trim())))?.sort((a, b) => a - b),
	right: 'Contract Package Areas from 1 to 9, each once, such as 9 or 4;5',
};

export const weeklyHours: Kind<number> = {
	read: (text) => {
		const hours = /^\d{1,2}(\.\d{1,2})?$/.test(text) ? Number(text) : 0;
		return hours > 0 && hours <= 48 ? hours : undefined;
	},
	right: 'more than 0 and at most 48 hours, with at most two decimals',
};

export const minutes: Kind<number> = {
	read: (text) => {
		const minutes = /^\d{1,3}$/.test(whole(text)) ? Number(text) : 0;
		return minutes >= 1 && minutes <= 600 ? minutes : undefined;
	},
	right: 'a whole number of minutes from 1 to 600',
};

export const yesNo: Kind<'yes' | 'no'> = {
	read: yesOrNo,
	right: 'yes or no',
};

/** One choice of a code list, by its stored value, short code or label. */
export function code<List extends CodeList>(list: List, lists: Lists = codeLists): Kind<CodeOf<List>> {
	return { read: (text) => parseCode(list, text, lists), right: choices(list, lists) };
}

/** Several choices of a code list, each once, separated by semicolons, or by commas where no label is meant whole. */
export function codes<List extends CodeList>(list: List, lists: Lists = codeLists): Kind<CodeOf<List>[]> {
	const among = (text: string, separator: string) =>
		distinct(text.split(separator).map((part) => parseCode(list, part, lists)));
	return {
		read: (text) => among(text, ';') ?? among(text, ','),
		right: `one or more, separated by semicolons, of ${valuesOf(list, lists).join(', ')}`,
	};
}

function choices(list: CodeList, lists: Lists): string {
	const values = valuesOf(list, lists);
	return values.length === 2 ? values.join(' or ') : `one of ${values.join(', ')}`;
}

function distinct<T>(values: (T | undefined)[]): T[] | undefined {
	const known = values.filter((value) => value !== undefined);
	return known.length === values.length && new Set(known).size === known.length ? known : undefined;
}
