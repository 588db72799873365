/** What must change for a database to match the model file; only additions, edits and widening, never a loss. */
import { isDeepStrictEqual } from 'node:util';
import type { Item, Knex, Snapshot, SnapshotField } from '../directus.ts';
import { plain } from '../plain.ts';
import { isUuidOnSqlite, logicalCollection, logicalField, logicalRelation } from './logical-form.ts';
import type { Model } from './model-file.ts';

interface Edit {
	kind: 'E';
	path: string[];
	lhs: unknown;
	rhs: unknown;
}
interface New {
	kind: 'N';
	rhs: unknown;
}
interface Change {
	collection: string;
	field?: string;
	related_collection?: string | null;
	diff: (Edit | New)[];
}

export interface Plan {
	/** In the form that Directus's `applyDiff` takes. */
	diff: { collections: Change[]; fields: Change[]; systemFields: never[]; relations: Change[] };
	/** The state that the edits are counted against. */
	base: Snapshot;
	/** Changes that would lose data or cannot be made; nothing is applied while there is one. */
	refused: string[];
	/** What the database has and the file does not: left alone. */
	unknown: string[];
	/** `collection.field: key` for each change, for people. */
	summary: string[];
}

/** Column types that take every value of the type they replace. */
const WIDER: Record<string, string[]> = {
	string: ['text'],
	uuid: ['string', 'text'],
	integer: ['bigInteger', 'decimal'],
	bigInteger: ['decimal'],
};

const name = (each: { collection: string; field?: string }) => [each.collection, each.field].filter(Boolean).join('.');
const edit = (path: string[], lhs: unknown, rhs: unknown): Edit => ({ kind: 'E', path, lhs, rhs });

function metaEdits(wanted: Item | null, found: Item | null): Edit[] {
	return Object.entries(wanted ?? {})
		.filter(([key, value]) => !isDeepStrictEqual(plain(value), plain(found?.[key])))
		.map(([key, value]) => edit(['meta', key], found?.[key], value));
}

/**
 * Compares the model of the file with a snapshot of the database.
 * @param knex used only to ask whether a column that becomes required holds nulls
 */
export async function makePlan(model: Model, current: Snapshot, vendor: string, knex: Knex): Promise<Plan> {
	const sqlite = vendor === 'sqlite';
	const plan: Plan = {
		diff: { collections: [], fields: [], systemFields: [], relations: [] },
		base: structuredClone(current),
		refused: [],
		unknown: [],
		summary: [],
	};
	const add = (kind: 'collections' | 'fields' | 'relations', change: Change) => {
		if (change.diff.length === 0) return;
		plan.diff[kind].push(change);
		const what = change.diff.map((each) => (each.kind === 'N' ? 'new' : each.path.join('.'))).join(', ');
		plan.summary.push(`${name(change)}: ${what}`);
	};

	planCollections(model, current, plan, add);
	await planFields(model, plan, sqlite, knex, add);
	planRelations(model, current, plan, add);

	const wanted = new Set([...model.collections, ...model.fields].map(name));
	plan.unknown = [...current.collections, ...current.fields].map(name).filter((each) => !wanted.has(each));
	return plan;
}

type Add = (kind: 'collections' | 'fields' | 'relations', change: Change) => void;

function planCollections(model: Model, current: Snapshot, plan: Plan, add: Add): void {
	const found = new Map(current.collections.map((each) => [each.collection, each]));
	for (const wanted of model.collections) {
		const there = found.get(wanted.collection);
		if (!there) {
			add('collections', { collection: wanted.collection, diff: [{ kind: 'N', rhs: wanted }] });
			continue;
		}
		if (Boolean(there.schema) !== Boolean(wanted.schema)) plan.refused.push(`${name(wanted)}: folder or table`);
		const diff = metaEdits(wanted.meta, logicalCollection(there).meta);
		add('collections', { collection: wanted.collection, diff });
	}
}

async function planFields(model: Model, plan: Plan, sqlite: boolean, knex: Knex, add: Add): Promise<void> {
	const found = new Map(plan.base.fields.map((each) => [name(each), each]));
	for (const wanted of model.fields) {
		const target = sqlite && wanted.type === 'timestamp' ? withSpecial(wanted, 'cast-timestamp') : wanted;
		const there = found.get(name(wanted));
		const id = { collection: wanted.collection, field: wanted.field };
		if (!there) {
			add('fields', { ...id, diff: [{ kind: 'N', rhs: target }] });
			continue;
		}
		const { edits, refused } = columnEdits(wanted, there, sqlite);
		if (becomesRequired(wanted, there) && (await holdsNull(knex, wanted))) refused.push('has empty values');
		plan.refused.push(...refused.map((reason) => `${name(wanted)}: ${reason}`));
		const kept = sqlite && there.type === 'timestamp' ? { ...there.meta } : logicalField(there).meta;
		const meta = metaEdits(target.meta, kept);
		// Without `schema`, Directus changes the description of the field and leaves the table alone.
		if (edits.length === 0) there.schema = null;
		add('fields', { ...id, diff: [...edits, ...meta] });
	}
}

function withSpecial(field: SnapshotField, special: string): SnapshotField {
	const present = (field.meta?.special as string[] | null) ?? [];
	return { ...field, meta: { ...field.meta, special: [...present, special] } };
}

function becomesRequired(wanted: SnapshotField, there: SnapshotField): boolean {
	return wanted.schema?.is_nullable === false && logicalField(there).schema?.is_nullable === true;
}

async function holdsNull(knex: Knex, { collection, field }: SnapshotField): Promise<boolean> {
	return Boolean(await knex(collection).whereNull(field).first(knex.raw('1 as found')));
}

/** The edits that one column needs, and why some cannot be made. */
function columnEdits(
	wanted: SnapshotField,
	there: SnapshotField,
	sqlite: boolean,
): { edits: Edit[]; refused: string[] } {
	const found = logicalField(there);
	const none = { edits: [], refused: [] };
	if (wanted.type === 'alias' && found.type === 'alias') return none;
	// SQLite shows a decimal as a float and keeps no precision: there is nothing to compare.
	const seenAs = sqlite && wanted.type === 'decimal' ? 'float' : wanted.type;
	const from = found.schema ?? {};
	const to = wanted.schema ?? {};
	const typeChanges = seenAs !== found.type && !(wanted.type === 'uuid' && isUuidOnSqlite(there));
	if (typeChanges && !(WIDER[found.type]?.includes(wanted.type) && !from.is_primary_key)) {
		return { edits: [], refused: [`type ${found.type} cannot become ${wanted.type}`] };
	}
	if (Boolean(from.is_primary_key) !== Boolean(to.is_primary_key)) return { edits: [], refused: ['primary key'] };
	if (from.is_primary_key) return none;

	const sizes = sqlite && wanted.type === 'decimal' ? ['numeric_precision', 'numeric_scale'] : [];
	const keys = Object.keys(to).filter((key) => !sizes.includes(key) && !(typeChanges && key === 'max_length'));
	const changed = keys.filter((key) => !isDeepStrictEqual(to[key], from[key]));
	const refused = changed
		.filter((key) => ['max_length', 'numeric_precision'].includes(key) && Number(to[key]) < Number(from[key]))
		.map((key) => `${key} ${from[key]} cannot shrink to ${to[key]}`);
	const edits = changed.map((key) => edit(['schema', key], from[key], to[key]));
	if (!typeChanges) return { edits, refused };
	const shape = ['max_length', 'numeric_precision', 'numeric_scale'].map((key) =>
		edit(['schema', key], null, to[key] ?? null),
	);
	const type = [edit(['type'], there.type, wanted.type), edit(['schema', 'data_type'], from.data_type, wanted.type)];
	return { edits: [...type, ...shape, ...edits], refused };
}

function planRelations(model: Model, current: Snapshot, plan: Plan, add: Add): void {
	const found = new Map(current.relations.map((each) => [name(each), each]));
	for (const wanted of model.relations) {
		const { collection, field, related_collection } = wanted;
		const id = { collection, field, related_collection };
		const raw = found.get(name(wanted));
		if (!raw) {
			add('relations', { ...id, diff: [{ kind: 'N', rhs: wanted }] });
			continue;
		}
		const there = logicalRelation(raw);
		if (there.related_collection !== related_collection) {
			plan.refused.push(`${name(wanted)}: points to ${there.related_collection}, not ${related_collection}`);
			continue;
		}
		const schema = Object.entries(wanted.schema ?? {})
			.filter(([key, value]) => there.schema?.[key] !== value)
			.map(([key, value]) => edit(['schema', key], there.schema?.[key], value));
		add('relations', { ...id, diff: [...metaEdits(wanted.meta, there.meta), ...schema] });
	}
}
