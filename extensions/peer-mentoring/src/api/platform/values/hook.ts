import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import type { Code, CodeList } from '../../../domain/language/code-lists.ts';
import { chosenProblems } from '../../../domain/language/code-rules.ts';
import { isOffered } from '../../../domain/language/lists.ts';
import { problemMessage, type ProblemCode } from '../../../domain/problems.ts';
import { readLists } from '../../../storage/language/lists.ts';
import { listOfChoices } from '../../../storage/language/lists-in-step.ts';
import { readFields } from '../../../storage/platform/data-model.ts';
import { languageOf, refused } from '../../shared/errors.ts';
import { asList, valueProblem, type FieldKind } from './value-problem.ts';

type Payload = Record<string, unknown>;
interface Overview {
	collections: Record<string, { fields: Record<string, { type: string; defaultValue?: unknown }> }>;
	relations: { collection: string; field: string }[];
}

/**
 * Holds every value written to our collections against its field: a day that exists, a whole number, a key, one of the
 * choices, text that is not too long, and not empty where an answer is needed. Directus leaves this to the database, and
 * the two databases differ: SQLite stores anything, PostgreSQL answers with an error of its own.
 */
export default defineHook(({ filter, action }) => {
	let rules: Promise<FieldRules> | undefined;
	for (const event of ['create', 'update', 'delete']) {
		action(`fields.${event}`, () => {
			rules = undefined;
		});
	}

	const check = async (event: string, payload: unknown, written: Written) => {
		const { collection, schema, knex, user } = written;
		const { collections, relations } = schema as Overview;
		const fields = collections[collection]?.fields;
		if (!fields || collection.startsWith('directus_')) return payload;
		rules ??= readRules(knex);
		const { choices, required, lengths } = await rules;
		if (!lengths.has(collection)) lengths.set(collection, await readLengths(knex, collection));
		const record = payload as Payload;
		for (const name of required.get(collection) ?? []) {
			if (event === 'items.update' && !(name in record)) continue;
			// A form shows what a new record begins with, and does not send it.
			if (!(name in record)) record[name] = fields[name]?.defaultValue;
			if (isEmpty(record[name])) throw refused(collection, name, await message('required', name, knex, user));
		}
		for (const [name, value] of Object.entries(record)) {
			const field = fields[name];
			if (!field || value === null || value === undefined) continue;
			const offered = choices.get(`${collection}.${name}`);
			const list = offered?.list && (await readLists(knex))[offered.list];
			const kind: FieldKind = {
				type: field.type,
				choices: list?.map((code) => code.value) ?? offered?.values,
				longest: lengths.get(collection)?.get(name),
				relation: relations.some((each) => each.collection === collection && each.field === name),
			};
			if (valueProblem(value, kind, 'en-GB') !== undefined) {
				throw refused(collection, name, valueProblem(value, kind, await languageOf(knex, user)) as string);
			}
			const chosen = list && chosenOf(list, value).filter((code) => !isOffered(code, today()));
			if (!chosen || chosen.length === 0) continue;
			// What every one of these records has already it keeps.
			const kept = event === 'items.update' ? await keptOf(knex, collection, name, written.keys) : [];
			const [ended] = chosen.filter((code) => !kept.includes(code.value));
			const [problem] = ended ? chosenProblems(name, ended, today()) : [];
			if (problem) throw refused(collection, name, problemMessage(problem, await languageOf(knex, user)));
		}
		return payload;
	};

	for (const event of ['items.create', 'items.update']) {
		filter(event, (payload, meta, { schema, database, accountability }) => {
			const knex = database as unknown as Knex;
			const { collection, keys = [] } = meta as { collection: string; keys?: string[] };
			return check(event, payload, { collection, keys, schema, knex, user: accountability?.user });
		});
	}
});

interface Written {
	collection: string;
	/** The records that are changed. */
	keys: readonly string[];
	schema: unknown;
	knex: Knex;
	user?: string | null;
}

interface FieldRules {
	/** The stored values of every field with choices, or the list that has them. */
	choices: Map<string, { values: string[]; list?: CodeList }>;
	/** The fields of each collection that a form must not leave empty. */
	required: Map<string, string[]>;
	/** The most characters in the text columns of each collection, read when it is first written to. */
	lengths: Map<string, Map<string, number>>;
}

/** What fields take, from the data model itself. */
async function readRules(knex: Knex): Promise<FieldRules> {
	const fields = await readFields(knex);
	const choices: FieldRules['choices'] = new Map();
	for (const { collection, field, choices: given } of fields) {
		if (!given) continue;
		const values = given.map((choice) => choice.value);
		choices.set(`${collection}.${field}`, { values, list: listOfChoices(given) });
	}
	// What depends on other answers is asked for once all of them are known, as the form does.
	const needed = fields.filter(({ required, conditional }) => required && !conditional);
	const required = Map.groupBy(needed, ({ collection }) => collection);
	return {
		choices,
		required: new Map([...required].map(([name, own]) => [name, own.map((row) => row.field)])),
		lengths: new Map(),
	};
}

/** The values of a list that were chosen: one, or several. */
function chosenOf(list: readonly Code[], value: unknown): Code[] {
	const values = asList(value) ?? [value];
	return list.filter((code) => values.includes(code.value));
}

/** The values that each of these records has in a field. */
async function keptOf(knex: Knex, collection: string, field: string, keys: readonly string[]): Promise<unknown[]> {
	const stored: unknown[] = await knex(collection)
		.whereIn('id', keys as string[])
		.pluck(field);
	const [first = [], ...others] = stored.map((value) => asList(value) ?? [value]);
	return first.filter((value) => others.every((other) => other.includes(value)));
}

async function readLengths(knex: Knex, collection: string): Promise<Map<string, number>> {
	const columns = Object.entries(await knex(collection).columnInfo());
	return new Map(columns.flatMap(([name, { maxLength }]) => (maxLength ? [[name, Number(maxLength)]] : [])));
}

function isEmpty(value: unknown): boolean {
	return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

async function message(code: ProblemCode, field: string, knex: Knex, user?: string | null): Promise<string> {
	return problemMessage({ field, code }, await languageOf(knex, user));
}
