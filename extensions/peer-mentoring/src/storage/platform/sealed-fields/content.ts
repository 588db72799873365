/** Seals what goes into the database and opens what comes out, in rows, in JSON and in texts that quote JSON. */
import { SEALED, SEALED_ANYWHERE, SEALED_FIELDS, type Cipher } from './cipher.ts';

type Row = Record<string, unknown>;
type Change = (value: string) => string;

const NAMES = [...SEALED_FIELDS].join('|');
/** A field and its value in JSON, also where that JSON is itself a text within JSON. */
const IN_JSON = new RegExp(String.raw`((\\*)"(?:${NAMES})\2"\s*:\s*\2")([^"\\]+)(?=\2")`, 'g');

export const isSealedField = (name: string) => SEALED_FIELDS.has(name);
const sealedOnce =
	({ seal }: Cipher): Change =>
	(value) =>
		value === '' || value.startsWith(SEALED) ? value : seal(value);

/** A row as the database is to hold it; the same row where nothing of it is sealed. */
export function sealedRow<Given>(row: Given, cipher: Cipher): Given {
	if (!isPlain(row)) return row;
	let sealed: Row | undefined;
	for (const [column, value] of Object.entries(row)) {
		const kept =
			typeof value === 'string' && isSealedField(column) ? sealedOnce(cipher)(value) : sealedContent(value, cipher);
		if (kept !== value) (sealed ??= { ...row })[column] = kept;
	}
	return (sealed as Given | undefined) ?? row;
}

/** What any column is to hold: a field that is sealed is so within JSON as well. */
export function sealedContent(value: unknown, cipher: Cipher): unknown {
	if (typeof value === 'string') return changedInJson(value, sealedOnce(cipher));
	if (!isPlain(value) && !Array.isArray(value)) return value;
	const text = JSON.stringify(value);
	const sealed = changedInJson(text, sealedOnce(cipher));
	return sealed === text ? value : JSON.parse(sealed);
}

function changedInJson(text: string, change: Change): string {
	if (![...SEALED_FIELDS].some((name) => text.includes(name))) return text;
	return text.replace(IN_JSON, (_, before: string, _escapes: string, value: string) => before + change(value));
}

/** What came out of the database, readable; rows are changed where they are, for there may be a great many. */
export function opened(value: unknown, cipher: Cipher): unknown {
	if (typeof value === 'string') {
		if (!value.includes(SEALED)) return value;
		return value.replace(SEALED_ANYWHERE, (sealed) => cipher.open(sealed) ?? sealed);
	}
	if (Array.isArray(value)) {
		for (const [place, item] of value.entries()) {
			const readable = opened(item, cipher);
			if (readable !== item) value[place] = readable;
		}
	} else if (isPlain(value)) {
		for (const name in value) {
			const readable = opened(value[name], cipher);
			if (readable !== value[name]) value[name] = readable;
		}
	} else if (isAnswer(value)) opened(value.rows, cipher);
	return value;
}

function isPlain(value: unknown): value is Row {
	if (typeof value !== 'object' || value === null) return false;
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}

/** What PostgreSQL's driver gives to a statement in SQL. */
function isAnswer(value: unknown): value is { rows: unknown[] } {
	return typeof value === 'object' && value !== null && Array.isArray((value as { rows?: unknown }).rows);
}
