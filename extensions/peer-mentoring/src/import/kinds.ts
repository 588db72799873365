import { parseDay, type CalendarDay } from '../domain/calendar/calendar-day.ts';
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

/** A kind of value: how its text is read, and what would be right, in words that follow 'must be'. */
export interface Kind<T> {
	read: (text: string) => T | undefined;
	right: string;
	/** The value may identify somebody, so a message never repeats it. */
	personal?: boolean;
}

function pattern(form: RegExp, right: string): Kind<string> {
	return { read: (text) => (form.test(text) ? text : undefined), right };
}

export const reference = pattern(
	/^[A-Za-z0-9][A-Za-z0-9._/-]{0,49}$/,
	'1 to 50 letters, digits, dots, underscores, slashes or hyphens, without spaces, beginning with a letter or digit',
);

/** A name of a person or Supplier, as typed. */
export const name: Kind<string> = {
	...pattern(/^[^\p{Cc}]{1,100}$/u, 'at most 100 characters on one line'),
	personal: true,
};

/** A name of somebody with an account: as long as accounts have room for. */
export const accountName: Kind<string> = {
	...pattern(/^[^\p{Cc}]{1,50}$/u, 'at most 50 characters on one line'),
	personal: true,
};

/** Lower case, because the account's address is, and no longer than an account has room for. */
export const email: Kind<string> = {
	read: (text) => {
		const address = text.toLowerCase();
		return address.length <= 128 && isEmail(address) ? address : undefined;
	},
	right: 'one e-mail address such as name@example.org, of at most 128 characters',
	personal: true,
};

const LONGEST_PHONE = 40;

export const phone: Kind<string> = {
	read: (text) => (text.length <= LONGEST_PHONE && isPhone(text) ? text : undefined),
	right: 'a telephone number of 7 to 15 digits',
	personal: true,
};

export const nino: Kind<string> = {
	read: parseNino,
	right: 'a National Insurance number: two letters, six digits and A, B, C or D',
	personal: true,
};

export const day: Kind<CalendarDay> = {
	read: (text) => (/^20\d\d-/.test(text) ? parseDay(text) : undefined),
	right: 'a day that exists, from the year 2000 on, written YYYY-MM-DD',
};

/** Pounds in the file, integer pence in the record. */
export const pence: Kind<number> = {
	read: (text) => {
		const [, pounds, decimals = ''] = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
		return pounds === undefined ? undefined : Number(pounds) * 100 + Number(decimals.padEnd(2, '0'));
	},
	right: 'pounds and pence such as 1250.00, without a sign or thousands separators',
};

export const cpa: Kind<number> = {
	read: (text) => (/^[1-9]$/.test(text) ? Number(text) : undefined),
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
	read: (text) => (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 600 ? Number(text) : undefined),
	right: 'a whole number of minutes from 1 to 600',
};

export const yesNo: Kind<'yes' | 'no'> = {
	read: (text) => {
		const answer = parseCode('yes_no_not_known', text);
		return answer === 'not_known' ? undefined : answer;
	},
	right: 'yes or no',
};

/** One choice of a code list, by its stored value, short code or label. */
export function code<List extends CodeList>(list: List, lists: Lists = codeLists): Kind<CodeOf<List>> {
	return { read: (text) => parseCode(list, text, lists), right: choices(list, lists) };
}

/** Several choices of a code list, separated by semicolons, each once. */
export function codes<List extends CodeList>(list: List, lists: Lists = codeLists): Kind<CodeOf<List>[]> {
	return {
		read: (text) => distinct(text.split(';').map((part) => parseCode(list, part, lists))),
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
