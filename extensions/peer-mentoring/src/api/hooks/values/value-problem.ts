import { parseDay } from '../../../domain/calendar-day.ts';
import type { Language } from '../../../domain/messages.ts';

export interface FieldKind {
	/** Directus's type of the field. */
	type: string;
	/** The stored values of a field with choices. */
	choices?: string[];
	/** Whether it holds the key of a related record. */
	related?: boolean;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The largest whole number that PostgreSQL's `integer` takes. */
const LARGEST_INTEGER = 2_147_483_647;

/** Why a value does not fit its field, in words for whoever entered it, or `undefined` where it does. */
export function valueProblem(value: unknown, kind: FieldKind, language: Language): string | undefined {
	const text = TEXTS[language];
	// The key of a related record, or the record itself, written along with this one.
	if (typeof value === 'object' && kind.related) return undefined;
	if (kind.choices) {
		const given = kind.type === 'json' ? asList(value) : [value];
		return given?.every((each) => kind.choices?.includes(String(each))) ? undefined : text.choice(kind.choices);
	}
	return CHECKS[kind.type]?.(value) === false ? text[kind.type as TypeText] : undefined;
}

type TypeText =
	'date' | 'time' | 'integer' | 'bigInteger' | 'decimal' | 'float' | 'uuid' | 'boolean' | 'string' | 'text';

const TIME = /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const isNumber = (value: unknown) =>
	typeof value === 'number'
		? Number.isFinite(value)
		: typeof value === 'string' && value !== '' && Number.isFinite(Number(value));
/** PostgreSQL stores no text with the sign that ends one elsewhere. */
const isText = (value: unknown) => typeof value !== 'object' && !String(value).includes('\0');

const CHECKS: Record<string, (value: unknown) => boolean> = {
	date: (value) => typeof value === 'string' && parseDay(value) !== undefined,
	time: (value) => typeof value === 'string' && TIME.test(value),
	integer: (value) => isNumber(value) && Number.isInteger(Number(value)) && Math.abs(Number(value)) <= LARGEST_INTEGER,
	bigInteger: (value) => isNumber(value) && Number.isSafeInteger(Number(value)),
	decimal: isNumber,
	float: isNumber,
	uuid: (value) => typeof value === 'string' && UUID.test(value),
	boolean: (value) => typeof value === 'boolean' || value === 0 || value === 1,
	string: isText,
	text: isText,
};

function asList(value: unknown): unknown[] | undefined {
	if (typeof value !== 'string') return Array.isArray(value) ? value : undefined;
	try {
		const parsed: unknown = JSON.parse(value);
		return Array.isArray(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

const TEXTS: Record<Language, Record<TypeText, string> & { choice: (values: string[]) => string }> = {
	'en-GB': {
		date: 'Enter a day that exists, as YYYY-MM-DD.',
		time: 'Enter a time of day, as HH:MM.',
		integer: 'Enter a whole number.',
		bigInteger: 'Enter a whole number.',
		decimal: 'Enter a number.',
		float: 'Enter a number.',
		uuid: 'Choose one of the records on the list.',
		boolean: 'Answer yes or no.',
		string: 'Enter text, without control characters.',
		text: 'Enter text, without control characters.',
		choice: (values) => `Choose one of: ${values.join(', ')}.`,
	},
	'cy-GB': {
		date: 'Rhowch ddyddiad go iawn, fel BBBB-MM-DD.',
		time: 'Rhowch amser o’r dydd, fel AA:MM.',
		integer: 'Rhowch rif cyfan.',
		bigInteger: 'Rhowch rif cyfan.',
		decimal: 'Rhowch rif.',
		float: 'Rhowch rif.',
		uuid: 'Dewiswch un o’r cofnodion ar y rhestr.',
		boolean: 'Atebwch ie neu na.',
		string: 'Rhowch destun, heb nodau rheoli.',
		text: 'Rhowch destun, heb nodau rheoli.',
		choice: (values) => `Dewiswch un o’r rhain: ${values.join(', ')}.`,
	},
};
