import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import {
	codeLists,
	type CodeList,
	type Lists,
} from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { choicesOf, listOfChoices } from '../../../extensions/peer-mentoring/src/storage/language/lists-in-step.ts';
import type { FieldChoice } from '../../../extensions/peer-mentoring/src/storage/platform/data-model.ts';
import type { Item, Snapshot } from '../directus.ts';
import { root } from '../environment.ts';
import { parseYaml, type YamlFile } from '../config/yaml-file.ts';
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

/** A model file as it is written. @throws with the line of what is no file of this kind */
export function modelYaml(text: string): YamlFile {
	return parseYaml(text, relative(root, MODEL_PATH));
}

/** The data model of the file, in logical form, code lists by their names. @throws with the line of what is faulty */
export function parseModel(text: string): Model {
	const yaml = modelYaml(text);
	checkModel(yaml);
	const file = yaml.content as unknown as Model;
	return {
		...file,
		collections: file.collections.map(logicalCollection),
		fields: file.fields.map((field) => {
			mapChoices(field, (choices) => listNamed(choices, field));
			return logicalField(field);
		}),
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

type ChoiceField = { field: string; collection: string; meta: Item | null };

function mapChoices<Field extends ChoiceField>(
	field: Field,
	change: (choices: unknown, key: 'options' | 'display_options') => unknown,
): Field {
	const meta = { ...field.meta };
	for (const key of ['options', 'display_options'] as const) {
		const options = meta[key] as Item | null;
		if (options?.choices) meta[key] = { ...options, choices: change(options.choices, key) };
	}
	return { ...field, meta };
}

/** The list that the file names for choices, if it names one. */
function listNamed(choices: unknown, { collection, field }: ChoiceField): CodeList | undefined {
	if (typeof choices !== 'string') return undefined;
	const list = choices.slice(CODE_LIST.length);
	if (choices.startsWith(CODE_LIST) && Object.hasOwn(codeLists, list)) return list as CodeList;
	throw new Error(`${collection}.${field}: "${choices}" names no code list`);
}

/** Choices that a list is named for, as the database has them, or as they are to begin with. */
export function expandChoices<Field extends ChoiceField>(field: Field, there: Field | undefined, lists: Lists): Field {
	return mapChoices(field, (choices, key) => {
		const list = listNamed(choices, field);
		if (list === undefined) return choices;
		const present = (there?.meta?.[key] as { choices?: FieldChoice[] } | null | undefined)?.choices;
		return listOfChoices(present) === list ? present : choicesOf(lists, list, today());
	});
}

/** Choices that are a code list, named by it. What else the Studio says of one, its colour say, is the field's own. */
export function collapseChoices<Field extends ChoiceField>(field: Field): Field {
	return mapChoices(field, (choices) => {
		const given = choices as FieldChoice[];
		const list = Array.isArray(given) ? listOfChoices(given) : undefined;
		const plain = list && given.every((choice) => Object.keys(choice).every((key) => OF_LISTS.includes(key)));
		return plain ? CODE_LIST + list : choices;
	});
}

/** What a list says of a choice. */
const OF_LISTS = ['text', 'value', 'disabled'];
