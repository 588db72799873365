/** Dates in a text, as people write them in English and Welsh, each moved by the same number of days. */
import { addDays, dayNumber, parseDay, type CalendarDay } from '../../calendar/calendar-day.ts';
import { dateNames } from '../../language/date-names.ts';
import type { Language } from '../../language/messages.ts';
import { FULL, LIKE_WORDS, MONTHS, MONTH_SOURCE } from './months.ts';
import type { Span } from './segments.ts';
import { MOVED } from './tokens.ts';
import { fold } from './words.ts';

export interface Moving {
	/** By how many days. */
	days: number;
	/** A day of the same time, which tells the year where none is written. */
	near: CalendarDay;
}

/** A date this far from its plan says more of the person (a birth, a sentence) than of the plan: it goes as a whole. */
const FAR_DAYS = 3653;

const START = '(?<![\\p{L}\\p{N}])';
const END = '(?![\\p{L}\\p{N}])';
const NTH = '(?:\\s?(?:st|nd|rd|th|af|il|ail|ydd|edd|ed|fed|eg|ain))?';
const YEAR = "(?:[\\s,]{1,2}(?<year>(?:19|20)\\d\\d|[’']\\d\\d))?";
const re = (source: string) => new RegExp(START + source + END, 'giu');

const ISO = re('(?<year>\\d{4})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?=\\b|T)(?:T[\\d:.]+Z?)?');
/** Not after `sort code`, nor six digits that are no day in any order: these are a sort code too. */
const NUMERIC = re(
	'(?<!(?:sort code|cod didoli)[^.;\\n]{0,40})(?!(?:[4-9]\\d|3[2-9])-[0-6]\\d-|\\d\\d-(?:1[3-9]|[2-9]\\d)-\\d\\d(?!\\d))(?<day>\\d{1,2})\\s?(?<sep>[/.\\-–])\\s?(?<month>\\d{1,2})\\s?\\k<sep>\\s?(?<year>\\d{4}|\\d{2})',
);
const WITHOUT_YEAR = re(
	'(?<=(?:on|by|from|until|till|before|after|since|due|date|for|ar|erbyn|tan|cyn|ers|ar ôl)\\s)(?<day>\\d{1,2})(?<sep>[/])(?<month>\\d{1,2})(?!/?\\d)',
);
const PADDED = re('(?<day>0\\d|[12]\\d|3[01])(?<sep>[/])(?<month>0\\d|1[0-2])(?!/?\\d)');
const DAY_MONTH = re(
	`(?<day>\\d{1,2})${NTH}(?:\\s+(?:of|o))?[\\s-]{1,2}(?:mis\\s)?(?<name>${MONTH_SOURCE})(?:\\.(?=\\s(?:19|20)\\d\\d))?${YEAR.replace('[\\s,]', '[\\s,-]')}`,
);
const MONTH_DAY = new RegExp(
	`(?<!(?:dydd|nos|bob)\\s)${START}(?<name>${MONTH_SOURCE})\\.?\\s+(?:the\\s|y\\s|yr\\s)?(?<day>\\d{1,2})(?![\\d:.]\\d)${NTH}${YEAR}${END}`,
	'giu',
);
const MONTH_YEAR = re(`(?<name>${MONTH_SOURCE})\\.?,?\\s+(?<year>(?:19|20)\\d\\d)`);
const BARE_YEAR =
	/(?<![\p{L}\p{N}£$€.,/-])(?:19[2-9]\d|20[01]\d)(?![\p{L}\p{N}%/-]|[.,]\d|\s(?:steps|calories|kcal|metres|words|people|pounds|miles|pieces|cam|o gamau))/gu;
const MONTH_ALONE = new RegExp(
	`(?<!(?:dydd|nos|bob|[Dd]ry|[Ss]ober)\\s)${START}(?<name>${FULL.join('|')})${END}(?!\\s+\\d)`,
	'gu',
);

const ORDINALS =
	'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty[ -]first|' +
	'cyntaf|ail|trydydd|pedwerydd|pumed|chweched|seithfed|wythfed|nawfed|degfed|unfed ar ddeg|deuddegfed|trydydd ar ddeg|pedwerydd ar ddeg|pymthegfed|unfed ar bymtheg|ail ar bymtheg|deunawfed|pedwerydd ar bymtheg|ugeinfed|(?:unfed|ail|trydydd|pedwerydd|pumed|chweched|seithfed|wythfed|nawfed|degfed|unfed ar ddeg) ar hugain';
const WEEKDAYS =
	'(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|(?:dydd|nos)\\s(?:llun|lun|fawrth|mawrth|fercher|mercher|iau|wener|gwener|sadwrn|sul)';
/** What names a day and can be moved to no other name. */
const NAMED_DAYS: readonly RegExp[] = [
	re(`(?:the\\s|y\\s|yr\\s)?(?:${ORDINALS})\\s(?:day\\s)?(?:of|o)\\s(?:fis\\s)?(?:${MONTH_SOURCE})${YEAR}`),
	re(`(?:${MONTH_SOURCE})\\s(?:the|y|yr)\\s(?:${ORDINALS})`),
	re(`(?:${WEEKDAYS}),?\\s(?:the\\s|y\\s)?\\d{1,2}(?:st|nd|rd|th|af|il|ail|ydd|edd|ed|fed|eg|ain)`),
	re(
		`(?<=(?:on|by|until|till|before|after|from|since|due|ar|erbyn|tan|cyn)\\s)(?:the|y|yr)\\s\\d{1,2}(?:st|nd|rd|th|af|il|ail|ydd|edd|ed|fed|eg|ain)(?=\\s*(?:$|[.,;:!?)]|at${END}|and${END}|am${END}|a${END}|ac${END}))`,
	),
	re(
		"(?:christmas(?:\\s(?:day|eve))?|xmas|boxing\\sday|new\\syear(?:[’']?s)?(?:\\s(?:day|eve))?|easter(?:\\s(?:sunday|monday))?|good\\sfriday|halloween|bonfire\\snight|hogmanay|valentine[’']?s(?:\\sday)?|st\\sdavid[’']?s\\sday|mother[’']?s\\sday|father[’']?s\\sday|ramadan|eid|diwali|(?:(?:dydd|noswyl|nos|gŵyl|ŵyl)\\s)?(?:nadolig|galan|calan\\sgaeaf|san\\ssteffan|sant?\\sffolant|dewi)|(?:dydd\\s)?(?:gwener\\sy\\sgroglith)|(?:sul\\s|llun\\s)?(?:y\\s)?pasg)",
	),
];

/** Where dates stand in a text, and what each becomes; one that cannot be moved goes as a whole. */
export function datesIn(text: string, moving: Moving): Span[] {
	const found: Span[] = NAMED_DAYS.flatMap((pattern) => spansOf(text, pattern, () => undefined));
	found.push(...farYearsIn(text, moving.near));
	const add = (pattern: RegExp, shown: (match: RegExpExecArray) => string | undefined) =>
		found.push(...spansOf(text, pattern, shown));
	add(ISO, ({ groups = {} }) => {
		const moved = move(Number(groups.year), Number(groups.month), Number(groups.day), moving);
		return moved && moved.replaceAll('-', groups.sep as string);
	});
	add(NUMERIC, ({ groups = {} }) => {
		const moved = move(fullYear(groups.year as string), Number(groups.month), Number(groups.day), moving);
		return moved && numeric(moved, groups.sep as string, (groups.year as string).length);
	});
	for (const pattern of [WITHOUT_YEAR, PADDED]) {
		add(pattern, ({ groups = {} }) => {
			const moved = move(undefined, Number(groups.month), Number(groups.day), moving);
			return moved && numeric(moved, groups.sep as string, 0);
		});
	}
	for (const pattern of [DAY_MONTH, MONTH_DAY]) {
		add(pattern, ({ groups = {} }) => {
			const month = MONTHS.get(fold(groups.name as string));
			const year = groups.year === undefined ? undefined : fullYear(groups.year.replace(/\D/g, ''));
			const moved = month && move(year, month.number, Number(groups.day), moving);
			return moved && inWords(moved, month.language, year !== undefined);
		});
	}
	add(MONTH_YEAR, ({ groups = {} }) => middleOf(groups.name as string, Number(groups.year), moving));
	add(MONTH_ALONE, ({ groups = {} }) => middleOf(groups.name as string, undefined, moving));
	return found;
}

/** A year far from the plan's, which says when somebody was born or sentenced. */
function farYearsIn(text: string, near: CalendarDay): Span[] {
	return [...text.matchAll(BARE_YEAR)]
		.filter(([year]) => Math.abs(Number(year) - Number(near.slice(0, 4))) * 365 > FAR_DAYS)
		.map((match) => ({ start: match.index, end: match.index + match[0].length, kind: 'date' }));
}

function spansOf(text: string, pattern: RegExp, shown: (match: RegExpExecArray) => string | undefined): Span[] {
	return [...text.matchAll(pattern)]
		.filter((match) => !isWord(match))
		.map((match) => {
			const moved = shown(match as RegExpExecArray);
			const span: Span = { start: match.index, end: match.index + match[0].length, kind: 'date' };
			return moved === undefined ? span : { ...span, shown: `[${MOVED}${moved}]` };
		});
}

/** `may 3`, `mai`, `march 10`: without a capital, these are words. */
function isWord({ 0: found, groups }: RegExpExecArray | RegExpMatchArray): boolean {
	const name = groups?.name;
	return name !== undefined && LIKE_WORDS.has(name) && !/^\d/.test(found);
}

function middleOf(name: string, year: number | undefined, moving: Moving): string | undefined {
	const month = MONTHS.get(fold(name));
	const moved = month && move(year, month.number, 15, moving);
	if (!moved) return undefined;
	return inWords(moved, month.language, year !== undefined).replace(/^\d+ /, '');
}

/** The day moved; without a year, that of the year in which it is nearest. None where there is no such day. */
function move(year: number | undefined, month: number, day: number, { days, near }: Moving): CalendarDay | undefined {
	const written = year === undefined ? nearest(month, day, near) : dayOf(year, month, day);
	if (!written || Math.abs(dayNumber(written) - dayNumber(near)) > FAR_DAYS) return undefined;
	return addDays(written, days);
}

function nearest(month: number, day: number, near: CalendarDay): CalendarDay | undefined {
	const year = Number(near.slice(0, 4));
	const distance = (each: CalendarDay) => Math.abs(dayNumber(each) - dayNumber(near));
	return [year - 1, year, year + 1]
		.flatMap((each) => dayOf(each, month, day) ?? [])
		.sort((a, b) => distance(a) - distance(b))[0];
}

function dayOf(year: number, month: number, day: number): CalendarDay | undefined {
	const two = (number: number) => String(number).padStart(2, '0');
	return parseDay(`${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`);
}

function fullYear(year: string): number {
	return year.length === 2 ? (Number(year) < 70 ? 2000 : 1900) + Number(year) : Number(year);
}

function numeric(day: CalendarDay, separator: string, yearDigits: number): string {
	const [year = '', month = '', of = ''] = day.split('-');
	return [of, month, ...(yearDigits > 0 ? [year.slice(-yearDigits)] : [])].join(separator);
}

function inWords(day: CalendarDay, language: Language, withYear: boolean): string {
	const month = dateNames[language].months[Number(day.slice(5, 7)) - 1];
	return `${Number(day.slice(8))} ${month}${withYear ? ` ${day.slice(0, 4)}` : ''}`;
}
