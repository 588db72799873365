/** A token of its own in every field that says something of somebody, so that any of them is known wherever it comes out. */
import type { Knex } from 'knex';
import { fieldClasses } from '../../../directus/lib/model/field-classes.ts';
import { isSqlite } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { TRAIL } from '../../../extensions/peer-mentoring/src/storage/platform/trail/tables.ts';
import type { Client } from '../client.ts';

/** A field of the running server that holds texts. */
export interface CanaryField {
	collection: string;
	field: string;
	json: boolean;
}

/** Whose a row is. */
export interface Owner {
	collection: string;
	field: string;
	supplier: string | null;
	mentor_user: string | null;
	/** The accounts that have made it, are it, or are meant by it. */
	accounts: string[];
	/** A bookmark that comes with the platform, which is nobody's. */
	everybodys: boolean;
}

export interface Canaries {
	fields: CanaryField[];
	/** By its token. */
	owners: Map<string, Owner>;
	/** A token in a field, of a row of the one Supplier and of another. */
	tokensOf(field: CanaryField): string[];
	/** The keys of rows, some of every owner. */
	keysOf(collection: string): string[];
}

export const TOKEN = /cnry[0-9a-z]{2}q[0-9a-f]{12}/gi;
const TEXTS = ['string', 'text', 'json', 'csv'];
const ACCOUNTS = ['user', 'user_created', 'recipient'];
/** What Directus keeps of people, beside the model of ours. */
const OF_DIRECTUS: Record<string, string[]> = {
	directus_users: ['first_name', 'last_name', 'title', 'description', 'location'],
	directus_notifications: ['subject', 'message'],
	directus_files: ['title', 'description'],
	directus_presets: ['bookmark'],
};
/** What a link or a sign-in hangs on, and the trail, which nobody writes over. */
const LEFT = ['referral_links.token_hash', ...TRAIL.map(({ name }) => name)];

/** The fields that the running server has; one that no class is known of counts as personal. */
export async function canaryFields(admin: Client): Promise<CanaryField[]> {
	const classes = new Map(fieldClasses().map((each) => [`${each.collection}.${each.field}`, each.sensitivity]));
	const { body } = await admin.get('/fields');
	return (body.data as ServerField[]).flatMap(({ collection, field, type, schema, meta }) => {
		if (!schema || schema.is_primary_key || !TEXTS.includes(type) || meta?.options?.choices) return [];
		if (LEFT.includes(collection) || LEFT.includes(`${collection}.${field}`)) return [];
		const personal = collection.startsWith('directus_')
			? OF_DIRECTUS[collection]?.includes(field)
			: (classes.get(`${collection}.${field}`) ?? 'personal') !== 'none';
		return personal ? [{ collection, field, json: type === 'json' }] : [];
	});
}

interface ServerField {
	collection: string;
	field: string;
	type: string;
	schema: { is_primary_key: boolean } | null;
	meta: { options?: { choices?: unknown } | null } | null;
}

const mark = (number: number) => `cnry${number.toString(36).padStart(2, '0')}q`;
const tail = (id: unknown) => String(id).replaceAll('-', '').slice(0, 12).padStart(12, '0');

/** Writes a token into each field of each row, past every rule: what is asked is who reads it. */
export async function plant(knex: Knex, fields: readonly CanaryField[]): Promise<Canaries> {
	const owners = new Map<string, Owner>();
	const tokens = new Map<CanaryField, string[]>();
	const keys = new Map<string, string[]>();
	for (const collection of new Set(fields.map((each) => each.collection))) {
		const own = fields.filter((each) => each.collection === collection);
		await write(knex, collection, own.map((each) => [each, mark(fields.indexOf(each))] as const)); // prettier-ignore
		const rows = (await knex(collection).select()) as Record<string, unknown>[];
		const spread = rows.filter((_, place) => place % Math.max(1, Math.floor(rows.length / 6)) === 0).slice(0, 6);
		keys.set(collection, spread.map(({ id }) => String(id))); // prettier-ignore
		for (const field of own) {
			const tokenOf = (row: Record<string, unknown>) => mark(fields.indexOf(field)) + tail(row.id);
			tokens.set(field, spread.map(tokenOf));
			for (const row of rows) owners.set(tokenOf(row), ownerOf(field, row));
		}
	}
	return {
		fields: [...fields],
		owners,
		tokensOf: (field) => tokens.get(field) ?? [],
		keysOf: (collection) => keys.get(collection) ?? [],
	};
}

function ownerOf({ collection, field }: CanaryField, row: Record<string, unknown>): Owner {
	const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
	return {
		...{ collection, field },
		supplier: collection === 'suppliers' ? text(row.id) : text(row.supplier),
		mentor_user: text(row.mentor_user),
		accounts: [...ACCOUNTS, ...(collection === 'directus_users' ? ['id'] : [])].flatMap((column) => text(row[column]) ?? []), // prettier-ignore
		everybodys: collection === 'directus_presets' && row.user === null,
	};
}

async function write(knex: Knex, collection: string, fields: (readonly [CanaryField, string])[]): Promise<void> {
	const id = isSqlite(knex)
		? "substr('000000000000' || replace(cast(id as text), '-', ''), case when length(cast(id as text)) > 12 then 13 else -12 end, 12)"
		: "case when length(id::text) > 12 then substr(replace(id::text, '-', ''), 1, 12) else lpad(id::text, 12, '0') end";
	const values = fields.map(([{ field, json }, begins]) => {
		if (!json) return [field, knex.raw(`'${begins}' || ${id}`)];
		const text = `'{"canary":"${begins}' || ${id} || '"}'`;
		return [field, knex.raw(isSqlite(knex) ? text : `(${text})::json`)];
	});
	await knex(collection).update(Object.fromEntries(values));
}
