import { defineHook } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { languageOf, refused } from '../../shared/errors.ts';
import { valueProblem, type FieldKind } from './value-problem.ts';

type Payload = Record<string, unknown>;
type Overview = { collections: Record<string, { fields: Record<string, { type: string }> }> };

/**
 * Holds every value written to our collections against its field: a day that exists, a whole number, a key, one of the
 * choices. Directus leaves this to the database, and the two databases differ: SQLite stores anything, PostgreSQL
 * answers with an error of its own.
 */
export default defineHook(({ filter, action }) => {
	let choices: Promise<Map<string, string[]>> | undefined;
	for (const event of ['create', 'update', 'delete']) {
		action(`fields.${event}`, () => {
			choices = undefined;
		});
	}

	const check = async (payload: unknown, collection: string, schema: unknown, knex: Knex, user?: string | null) => {
		const fields = (schema as Overview).collections[collection]?.fields;
		if (!fields || collection.startsWith('directus_')) return payload;
		choices ??= readChoices(knex);
		const allowed = await choices;
		for (const [name, value] of Object.entries(payload as Payload)) {
			const field = fields[name];
			if (!field || value === null || value === undefined) continue;
			const kind: FieldKind = { type: field.type, choices: allowed.get(`${collection}.${name}`) };
			if (valueProblem(value, kind, 'en-GB') === undefined) continue;
			throw refused(collection, name, valueProblem(value, kind, await languageOf(knex, user)) as string);
		}
		return payload;
	};

	for (const event of ['items.create', 'items.update']) {
		filter(event, (payload, meta, { schema, database, accountability }) =>
			check(payload, meta.collection, schema, database as unknown as Knex, accountability?.user),
		);
	}
});

/** The stored values of every field with choices, from the data model itself. */
async function readChoices(knex: Knex): Promise<Map<string, string[]>> {
	const rows = await knex('directus_fields').whereNotNull('options').select('collection', 'field', 'options');
	const choices = new Map<string, string[]>();
	for (const { collection, field, options } of rows) {
		const parsed = (typeof options === 'string' ? JSON.parse(options) : options) as { choices?: { value: string }[] };
		if (parsed.choices)
			choices.set(
				`${collection}.${field}`,
				parsed.choices.map((choice) => choice.value),
			);
	}
	return choices;
}
