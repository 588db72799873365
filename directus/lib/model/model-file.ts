import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { codeLists, type CodeList } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import type { Item, Snapshot } from '../directus.ts';
import { root } from '../environment.ts';
import { parseYaml } from '../config/yaml-file.ts';
import { checkModel } from './checked-model.ts';
import { logicalCollection, logicalField, logicalRelation, withoutDefaults } from './logical-form.ts';

/** A composite index, which Directus's own snapshot cannot hold. */
export interface CompositeIndex {
	name: string;
	collection: string;
	fields: string[];
	unique?: boolean;
}

export interface Model extends Snapshot {
	indexes: CompositeIndex[];
	/** Collections and fields that were made in the Studio and pulled: whoever made them can delete them there. */
	own: string[];
}

export const MODEL_PATH = join(root, 'schema-snapshot.yaml');

/** Stands before the name of a code list where the file has one for the choices. */
export const CODE_LIST = 'code-list:';

/** The data model of the file, in logical form, code lists written out. @throws with the line of what is faulty */
export function parseModel(text: string): Model {
	const yaml = parseYaml(text, relative(root, MODEL_PATH));
	checkModel(yaml);
	const file = yaml.content as unknown as Model;
	return {
		...file,
		collections: file.collections.map(logicalCollection),
		fields: file.fields.map((field) => expandChoices(logicalField(field))),
		relations: file.relations.map(logicalRelation),
		indexes: file.indexes ?? [],
		own: file.own ?? [],
	};
}

export function readModel(): Model {
	return parseModel(readFileSync(MODEL_PATH, 'utf8'));
}

/** A collection, field or relation without what goes without saying. */
export function slim<Each extends { meta: Item | null }>(
	kind: 'collections' | 'fields' | 'relations',
	each: Each,
): Each {
	return { ...each, meta: withoutDefaults(kind, each.meta ?? {}) };
}

/** The key under which a choice's text stands among the translations. */
export function choiceKey(list: CodeList, value: string): string {
	return `${list}__${value}`;
}

function choicesOf(list: CodeList): Item[] {
	return codeLists[list].map(({ value }) => ({ text: `$t:${choiceKey(list, value)}`, value }));
}

type ChoiceField = { field: string; collection: string; meta: Item | null };

function mapChoices<Field extends ChoiceField>(field: Field, change: (choices: unknown) => unknown): Field {
	const meta = { ...field.meta };
	for (const key of ['options', 'display_options']) {
		const options = meta[key] as Item | null;
		if (options?.choices) meta[key] = { ...options, choices: change(options.choices) };
	}
	return { ...field, meta };
}

function expandChoices<Field extends ChoiceField>(field: Field): Field {
	return mapChoices(field, (choices) => {
		if (typeof choices !== 'string') return choices;
		const list = choices.slice(CODE_LIST.length);
		if (!choices.startsWith(CODE_LIST) || !(list in codeLists)) {
			throw new Error(`${field.collection}.${field.field}: "${choices}" names no code list`);
		}
		return choicesOf(list as CodeList);
	});
}

/** Choices that are a code list, named by it. */
export function collapseChoices<Field extends ChoiceField>(field: Field): Field {
	const known = new Map(Object.keys(codeLists).map((list) => [JSON.stringify(choicesOf(list as CodeList)), list]));
	return mapChoices(field, (choices) => {
		const list = known.get(JSON.stringify(choices));
		return list ? CODE_LIST + list : choices;
	});
}
