import { parseDay } from '../../../domain/calendar/calendar-day.ts';
import type { Language } from '../../../domain/language/messages.ts';

export interface FieldKind {
	/** Directus's type of the field. */
	type: string;
	/** The stored values of a field with choices. */
	choices?: string[];
	/** The most characters that the field takes. */
	longest?: number;
	/** Whether it names a record of another collection. */
	relation?: boolean;
}

/** Ten pages: what is longer was not typed, and every list that shows it would carry it. */
const LONGEST_TEXT = 30_000;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The largest whole number that PostgreSQL's `integer` takes. */
const LARGEST_INTEGER = 2_147_483_647;

/** Why a value does not fit its field, in words for whoever entered it, or `undefined` where it does. */
export function valueProblem(value: unknown, kind: FieldKind, language: Language): string | undefined {
	const text = TEXTS[language];
	// One record, never a list of them: a list of one reads as its only part wherever it is made text.
	if (Array.isArray(value) && kind.relation) return text.uuid;
	// Records written along with this one; and the platform itself writes moments as it has them.
	if (typeof value === 'object' && (kind.relation || value instanceof Date)) return undefined;
	if (kind.choices) {
		const given = kind.type === 'json' ? asList(value) : [value];
		const isChoice = (each: unknown) => typeof each !== 'object' && kind.choices?.includes(String(each));
		return given?.every(isChoice) ? undefined : text.choice(kind.choices);
	}
	if (CHECKS[kind.type]?.(value) === false) return text[kind.type as TypeText];
	const most = kind.longest ?? (kind.type === 'text' ? LONGEST_TEXT : Infinity);
	// Counted letter by letter only where it may matter.
	const length = String(value).length > most ? [...String(value)].length : 0;
	return length > most ? text.tooLong(most, length) : undefined;
}

type TypeText =
	| 'date'
	| 'time'
	| 'timestamp'
	| 'string'
	| 'text'
	| 'integer'
	| 'bigInteger'
	| 'decimal'
	| 'float'
	| 'uuid'
	| 'boolean';

const TIME = /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const MOMENT = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;
/** As people and programs write numbers: what JavaScript reads beyond that (`0x1F`, `true`) is an error to PostgreSQL. */
const isNumber = (value: unknown) => (typeof value === 'string' ? NUMBER.test(value) : Number.isFinite(value));
/** A number or a truth value would be stored as each database writes it; PostgreSQL keeps no zero character. */
const isText = (value: unknown) => typeof value === 'string' && !value.includes('\0');
const isMoment = (value: unknown) =>
	typeof value === 'string' &&
	(value === '' ||
		(MOMENT.test(value) && parseDay(value.slice(0, 10)) !== undefined && Number.isFinite(Date.parse(value))));

const CHECKS: Record<string, (value: unknown) => boolean> = {
	date: (value) => typeof value === 'string' && parseDay(value) !== undefined,
	time: (value) => typeof value === 'string' && TIME.test(value),
	timestamp: isMoment,
	string: isText,
	text: isText,
	integer: (value) => isNumber(value) && Number.isInteger(Number(value)) && Math.abs(Number(value)) <= LARGEST_INTEGER,
	bigInteger: (value) => isNumber(value) && Number.isSafeInteger(Number(value)),
	decimal: isNumber,
	float: isNumber,
	uuid: (value) => typeof value === 'string' && UUID.test(value),
	boolean: (value) => typeof value === 'boolean' || value === 0 || value === 1,
};

/** A list, as itself or as JSON. */
export function asList(value: unknown): unknown[] | undefined {
	if (typeof value !== 'string') return Array.isArray(value) ? value : undefined;
	try {
		const parsed: unknown = JSON.parse(value);
		return Array.isArray(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

type TypeTexts = Record<TypeText, string> & {
	choice: (values: string[]) => string;
	tooLong: (most: number, given: number) => string;
};

const TEXTS: Record<Language, TypeTexts> = {
	'en-GB': {
		date: 'Enter a day that exists, as YYYY-MM-DD.',
		time: 'Enter a time of day, as HH:MM.',
		timestamp: 'Enter a moment that exists, as YYYY-MM-DDTHH:MM:SSZ.',
		integer: 'Enter a whole number.',
		bigInteger: 'Enter a whole number.',
		decimal: 'Enter a number.',
		float: 'Enter a number.',
		uuid: 'Choose one of the records on the list.',
		boolean: 'Answer yes or no.',
		string: 'Enter text, without control characters.',
		text: 'Enter text, without control characters.',
		choice: (values) => `Choose one of: ${values.join(', ')}.`,
		tooLong: (most, given) => `Enter at most ${most} characters: there are ${given}.`,
	},
	'cy-GB': {
		date: 'Rhowch ddyddiad go iawn, fel BBBB-MM-DD.',
		time: 'Rhowch amser o’r dydd, fel AA:MM.',
		timestamp: 'Rhowch foment go iawn, fel BBBB-MM-DDTAA:MM:SSZ.',
		integer: 'Rhowch rif cyfan.',
		bigInteger: 'Rhowch rif cyfan.',
		decimal: 'Rhowch rif.',
		float: 'Rhowch rif.',
		uuid: 'Dewiswch un o’r cofnodion ar y rhestr.',
		boolean: 'Atebwch ie neu na.',
		string: 'Rhowch destun, heb nodau rheoli.',
		text: 'Rhowch destun, heb nodau rheoli.',
		choice: (values) => `Dewiswch un o’r rhain: ${values.join(', ')}.`,
		tooLong: (most, given) => `Rhowch ${most} nod ar y mwyaf: mae ${given} yma.`,
	},
};
