import { parseFilter, validatePayload } from '@directus/utils';
import type { Knex } from 'knex';
import { asked, type Asked, type FormField } from '../../domain/platform/conditions.ts';
import { readConditions } from '../../storage/platform/data-model.ts';
import shownLater from '../../storage/platform/shown-later.json' with { type: 'json' };
import type { Accountability } from './caller.ts';
import { refusal } from './errors.ts';
import type { Payload } from './plain-record.ts';

/** Fields of ours that a form shows later than they can be known: the rules of the contract say what may stand there. */
const SHOWN_LATER: ReadonlySet<string> = new Set(shownLater);

interface Field {
	type: string;
	alias?: boolean;
	defaultValue?: unknown;
}

/** What Directus says of a write, and how it reads rows. */
export interface FormContext {
	knex: Knex;
	schema: { collections: Record<string, { primary: string; fields: Record<string, Field> }> };
	accountability: Accountability;
	rowsOf: (collection: string, keys: readonly unknown[], fields: string[]) => Promise<Payload[]>;
}

export interface FormWrite {
	collection: string;
	/** What was sent. */
	sent: Payload;
	/** What is to be stored: what was sent, and what the platform made of it. */
	record: Payload;
	/** Of the rows that are there already. */
	keys?: readonly unknown[];
}

/**
 * Holds a write against the conditions of its form, so that every way in asks what the form asks: refused where an answer
 * is missing that they require; and what is hidden is not stored, or is emptied where the form says so. The platform's own
 * writes, and imports, are held against the rules of the contract alone.
 * @returns what is to be stored
 */
export async function holdToForm(context: FormContext, write: FormWrite): Promise<Payload> {
	const { collection, sent, record, keys } = write;
	const { accountability, schema } = context;
	const { primary, fields } = schema.collections[collection] ?? { primary: 'id', fields: {} };
	const form = accountability ? await readConditions(context.knex, collection) : [];
	if (form.length === 0) return record;
	const stored = Object.entries(fields).filter(([, { alias, type }]) => !alias && type !== 'alias');
	const names = stored.map(([name]) => name);
	const empty = Object.fromEntries(stored.map(([name, { defaultValue = null }]) => [name, defaultValue]));
	const rows = keys ? await context.rowsOf(collection, keys, names) : [empty];
	const after = rows.map((row) => ({ ...row, ...record }));
	for (const answers of after) {
		const shown = askedWith(form, answers, accountability);
		const touched = (name: string, { because }: Asked) =>
			!keys || name in sent || because.some((each) => each in sent || each in record);
		const missing = names.find((name) => {
			const field = shown.get(name);
			return field?.required && touched(name, field) && form.some(hasConditions(name)) && isEmpty(answers[name]);
		});
		if (missing) throw refusal(collection, missing, 'required');
	}
	// What a form shows once the record is there can be sent along with it as well.
	const shown = after.map((answers) =>
		askedWith(form, { [primary]: '+', ...withoutEmpty(answers, primary) }, accountability),
	);
	const kept = new Map(Object.entries(record));
	for (const name of names) {
		const hidden = shown.filter((each) => each.get(name)?.hidden);
		const cleared = shown.filter((each) => each.get(name)?.cleared);
		const answered = rows.some((row) => keys && !isEmpty(row[name])) || (name in sent && !isEmpty(sent[name]));
		const dropped = name in sent && !SHOWN_LATER.has(`${collection}.${name}`) ? hidden : [];
		const one = cleared.length > 0 ? cleared : dropped;
		if (!answered || one.length === 0) continue;
		if (one.length < shown.length) throw refusal(collection, name, 'one_record_at_a_time');
		if (cleared.length > 0) kept.set(name, fields[name]?.defaultValue ?? null);
		else kept.delete(name);
	}
	return Object.fromEntries(kept);
}

const hasConditions = (name: string) => (each: FormField) => each.field === name && each.conditions.length > 0;

/** What a form asks with these answers, as the Studio asks, which knows of no versions here. */
export function askedWith(
	form: readonly FormField[],
	answers: Payload,
	accountability: Accountability,
): Map<string, Asked> {
	const given = { ...answers, $version: null };
	return asked(form, (rule) => {
		try {
			const filter = parseFilter(rule as never, accountability as never);
			return filter !== null && validatePayload(filter, given, { requireAll: true }).length === 0;
		} catch {
			// A rule that cannot be read asks for nothing, and nobody is kept from recording by it.
			return false;
		}
	});
}

function withoutEmpty(answers: Payload, primary: string): Payload {
	const { [primary]: key, ...rest } = answers;
	return isEmpty(key) ? rest : answers;
}

function isEmpty(value: unknown): boolean {
	return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
