/** The types of every collection, for the stock `@directus/sdk`: made from the data model alone. */
import { join } from 'node:path';
import { codeLists, type CodeList } from '../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { isOpen } from '../../extensions/peer-mentoring/src/domain/language/open-lists.ts';
import type { SnapshotField, SnapshotRelation } from './directus.ts';
import { root } from './environment.ts';
import { CODE_LIST, modelYaml } from './model/model-file.ts';

export const SDK_TYPES_PATH = join(root, 'directus', 'collections.ts');

interface ModelFile {
	collections: { collection: string; schema: object | null }[];
	fields: SnapshotField[];
	relations: SnapshotRelation[];
}

/** Directus's own collections as the SDK knows them, with our fields. */
const DIRECTUS: Record<string, string> = {
	directus_files: 'DirectusFile<Collections>',
	directus_users: 'DirectusUser<Collections>',
};

const HEAD = `// Made by \`npm run types\` from schema-snapshot.yaml: change that, and make this anew.
import type { DirectusFile, DirectusUser } from '@directus/sdk';

`;

/** @param model the text of the model file */
export function sdkTypes(model: string): string {
	const file = modelYaml(model).content as unknown as ModelFile;
	const tables = file.collections.filter(({ schema }) => schema).map(({ collection }) => collection);
	const fieldsOf = (name: string) => file.fields.filter(({ collection }) => collection === name);
	const interfaces = tables.map((name) => interfaceOf(name, fieldsOf(name), file.relations));
	const own = Object.keys(DIRECTUS).filter((name) => fieldsOf(name).length > 0);
	const added = own.map((name) => interfaceOf(name, fieldsOf(name), file.relations));
	const schema = [
		'/** What `createDirectus<Collections>` takes. */',
		'export interface Collections {',
		...tables.map((name) => `\t${name}: ${typeName(name)}[];`),
		...own.map((name) => `\t${name}: ${typeName(name)};`),
		'}\n',
	].join('\n');
	return HEAD + [...interfaces, ...added, schema].join('\n');
}

function interfaceOf(name: string, fields: readonly SnapshotField[], relations: readonly SnapshotRelation[]): string {
	const lines = fields.flatMap((field) => {
		const type = typeOf(field, relations);
		return type === undefined ? [] : [`\t${field.field}: ${type};`];
	});
	return [`export interface ${typeName(name)} {`, ...lines, '}\n'].join('\n');
}

/** `undefined` for a part of a form that holds nothing. */
function typeOf(field: SnapshotField, relations: readonly SnapshotRelation[]): string | undefined {
	const { collection, field: name, type, schema } = field;
	if (type === 'alias') {
		const down = relations.find((each) => each.related_collection === collection && each.meta?.one_field === name);
		return down && `${itemOf(down.collection)}[] | string[]`;
	}
	const up = relations.find((each) => each.collection === collection && each.field === name);
	const value = up?.related_collection ? `${itemOf(up.related_collection)} | string` : valueOf(field);
	return schema?.is_nullable === false || schema?.is_primary_key ? value : `${value} | null`;
}

const VALUES: Record<string, string> = {
	bigInteger: 'number | string',
	boolean: 'boolean',
	decimal: 'number | string',
	integer: 'number',
	json: 'unknown',
};

function valueOf({ type, meta }: SnapshotField): string {
	const choices = (meta?.options as { choices?: unknown } | undefined)?.choices;
	if (typeof choices !== 'string' || !choices.startsWith(CODE_LIST)) return VALUES[type] ?? 'string';
	const list = choices.slice(CODE_LIST.length) as CodeList;
	const known = codeLists[list].map(({ value }) => `'${value}'`).join(' | ');
	// An Administrator adds values of their own to these.
	const union = isOpen(list) ? `${known} | (string & {})` : known;
	return type === 'json' ? `(${union})[]` : union;
}

function itemOf(collection: string | null): string {
	return DIRECTUS[collection ?? ''] ?? typeName(collection ?? '');
}

function typeName(collection: string): string {
	return collection.replace(/(^|_)([a-z])/g, (_match, _before, letter: string) => letter.toUpperCase());
}
