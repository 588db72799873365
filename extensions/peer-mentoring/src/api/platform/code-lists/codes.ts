/** Values of the code lists as an Administrator writes them. */
import type { Knex } from 'knex';
import {
	changedCodeProblems,
	deletedCodeProblems,
	newCodeProblems,
	type CodeFacts,
} from '../../../domain/language/code-rules.ts';
import { shortCodeFor } from '../../../domain/language/lists.ts';
import { isOpen } from '../../../domain/language/open-lists.ts';
import type { Problem } from '../../../domain/problems.ts';
import { usesOf } from '../../../storage/language/code-uses.ts';
import { readCodes, type StoredCode } from '../../../storage/language/lists.ts';
import { RecordRefused, refusal } from '../../shared/errors.ts';

type Payload = Record<string, unknown>;

/** A new value, given what was left out: what is stored and its short code, from the English words; and its place. */
export async function asNew(knex: Knex, payload: Payload): Promise<Payload> {
	const list = keyIn(payload.list);
	if (list === undefined || !(await knex('code_lists').where({ id: list }).first('id'))) {
		throw refusal('codes', 'list', 'unknown_list');
	}
	const others = await readCodes(knex, list);
	const english = textIn(payload.english) ?? '';
	const value = textIn(payload.value) ?? valueFor(english);
	const code =
		textIn(payload.code) ??
		shortCodeFor(
			value,
			others.map((other) => other.code),
		);
	const facts = { value, code, en: english, from: dayIn(payload.in_use_from), until: dayIn(payload.in_use_until) };
	refuse(newCodeProblems({ ...facts, ruled: false }, others, isOpen(list)));
	const welsh = textIn(payload.welsh) ?? null;
	const order = payload.order ?? Math.max(0, ...others.map((other) => other.order ?? 0)) + 1;
	return { ...payload, list, value, code, english, welsh, order, ruled: false, missing: missingIn(welsh) };
}

/** A change of values that are there. */
export async function asChanged(knex: Knex, payload: Payload, keys: readonly string[]): Promise<Payload> {
	const { ruled: _, missing: __, ...change } = payload;
	const rows = await rowsOf(knex, keys);
	for (const row of rows) {
		const others = (await readCodes(knex, row.list)).filter(({ id }) => id !== row.id);
		refuse(changedCodeProblems(row, changed(row, change), others));
		const list = 'list' in change ? keyIn(change.list) : row.list;
		if (list !== row.list) throw refusal('codes', 'list', 'value_fixed');
	}
	if (!('welsh' in change)) return change;
	const welsh = textIn(change.welsh) ?? null;
	return { ...change, welsh, missing: missingIn(welsh) };
}

/** Refuses to delete what rules depend on, or what a record has. */
export async function refuseDeleting(knex: Knex, keys: readonly string[]): Promise<void> {
	for (const row of await rowsOf(knex, keys)) {
		const count = row.ruled ? 0 : await usesOf(knex, row.list, row.value);
		refuse(deletedCodeProblems(row, count));
	}
}

async function rowsOf(knex: Knex, keys: readonly string[]): Promise<StoredCode[]> {
	return (await readCodes(knex)).filter(({ id }) => keys.includes(id));
}

function changed(row: StoredCode, change: Payload): CodeFacts {
	return {
		value: 'value' in change ? (textIn(change.value) ?? '') : row.value,
		code: 'code' in change ? (textIn(change.code) ?? '') : row.code,
		en: 'english' in change ? (textIn(change.english) ?? '') : row.en,
		from: 'in_use_from' in change ? dayIn(change.in_use_from) : row.from,
		until: 'in_use_until' in change ? dayIn(change.in_use_until) : row.until,
		ruled: row.ruled,
	};
}

function refuse(problems: readonly Problem[]): void {
	if (problems.length > 0) throw new RecordRefused('codes', problems);
}

const missingIn = (welsh: string | null) => (welsh === null ? 'welsh' : null);

/** `Moved abroad` is stored as `moved_abroad`. */
function valueFor(english: string): string {
	const plain = english.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return plain
		.replace(/[^a-z0-9]+/g, '_')
		.replace(/^_|_$/g, '')
		.slice(0, 64);
}

function textIn(value: unknown): string | undefined {
	const text = value === null || value === undefined ? '' : String(value).trim();
	return text === '' ? undefined : text;
}

function dayIn(value: unknown): string | undefined {
	return textIn(value)?.slice(0, 10);
}

/** A record of another collection, by its key or as itself. */
function keyIn(value: unknown): string | undefined {
	return textIn(typeof value === 'object' && value !== null ? (value as Payload).id : value);
}
