/**
 * The collections and fields that the platform stands on: its rules, forms, returns and exports read them by name, so
 * that one of them gone or of another kind would stop the work of everybody. Holds for the Administrator; labels, help
 * texts, order, choices and whether a form shows a field are theirs to change.
 */
import type { Knex } from 'knex';
import { readPlatformParts } from '../../../storage/platform/data-model.ts';

/** Whether a collection, or a field of it, came with the platform. */
export type IsPlatforms = (collection: string, field?: string) => Promise<boolean>;

const KEPT_MILLISECONDS = 10_000;

/** What came with the platform is asked for at most once in a few seconds. */
export function platformReader(knex: Knex, now: () => number = Date.now): IsPlatforms {
	let known: { names: Promise<ReadonlySet<string>>; until: number } | undefined;
	return async (collection, field) => {
		if (!known || known.until <= now()) {
			known = { names: readPlatformParts(knex), until: now() + KEPT_MILLISECONDS };
			known.names.catch(() => (known = undefined));
		}
		return (await known.names).has([collection, field].filter(Boolean).join('.'));
	};
}

export const droppedCollection = (collection: string) =>
	`The platform stands on "${collection}": its rules, forms and returns read it, so it cannot be deleted. Hide it from the menu instead.`;
export const droppedField = (collection: string, field: string) =>
	`The platform stands on "${field}" of "${collection}": its rules, forms and returns read it, so it cannot be deleted. Hide it on the form instead.`;
export const retypedField = (collection: string, field: string) =>
	`The platform stands on "${field}" of "${collection}" as it is: its type, its length and whether it may be empty cannot be changed. Its label, help text, choices, order and whether it is shown can.`;
const DROPPED_RELATION =
	'The platform stands on this relation: it cannot be deleted or changed. Hide its field on the form instead.';
const WHOLE_SCHEMA = 'The data model is changed by npm run config:push, which loses nothing, and not by a diff.';

/** A change of the data model as a request asks for it. */
interface ModelRequest {
	method: string;
	/** A normal path, in lower case as all names of the platform are. */
	path: string;
}

/** Why a request must not change the data model as it would; `undefined` where it does not, or may. */
export async function faultInModelRequest(
	{ method, path }: ModelRequest,
	isPlatforms: IsPlatforms,
): Promise<string | undefined> {
	if (method === 'POST' && path === '/schema/apply') return WHOLE_SCHEMA;
	if (method !== 'DELETE' && method !== 'PATCH') return undefined;
	const [, kind, collection = '', field] = /^\/(collections|fields|relations)\/([^/]+)(?:\/([^/]+))?$/.exec(path) ?? [];
	if (kind === 'relations') return (await isPlatforms(collection, field)) ? DROPPED_RELATION : undefined;
	if (method !== 'DELETE' || kind === undefined || !(await isPlatforms(collection, field))) return undefined;
	return field === undefined ? droppedCollection(collection) : droppedField(collection, field);
}

/** A column as the database describes it. */
export interface Column {
	maxLength: number | string | null;
	nullable: boolean;
}

/** What the Studio sends of a field, whole or what has changed of it. */
export interface FieldChange {
	type?: unknown;
	schema?: Record<string, unknown> | null;
}

/** Whether a change of a field would make another column of it. A longer text and another default are harmless. */
export function isRetyped({ type, schema }: FieldChange, present: { type: string; column?: Column }): boolean {
	if (type !== undefined && type !== present.type) return true;
	const { column } = present;
	if (!schema || !column) return false;
	if ('is_nullable' in schema && Boolean(schema.is_nullable) !== column.nullable) return true;
	const length = column.maxLength === null ? null : Number(column.maxLength);
	const wanted = schema.max_length;
	return typeof wanted === 'number' && length !== null && Number.isFinite(length) && wanted < length;
}
