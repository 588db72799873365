import { readFileSync } from 'node:fs';
import type { CodeOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { MODEL_PATH, modelYaml } from './model-file.ts';

/** What the model file says of a field beside its shape: how sensitive it is, and the paragraphs it comes from. */
export interface FieldClass {
	collection: string;
	field: string;
	sensitivity: CodeOf<'sensitivity'>;
	paragraph?: string;
	/** Names an account: whoever reads the field can filter by the name and e-mail address behind it. */
	account?: boolean;
}

let known: FieldClass[] | undefined;

/** The class of every field of the model file, read once. */
export function fieldClasses(): FieldClass[] {
	known ??= readClasses();
	return known;
}

/** The fields of a model file that have no class yet, such as one made in the Studio and just pulled. */
export function fieldsWithoutClass(model: string): string[] {
	return (modelYaml(model).content.fields as Partial<FieldClass>[])
		.filter(({ sensitivity }) => sensitivity === undefined)
		.map(({ collection, field }) => `${collection}.${field}`);
}

interface ModelText {
	fields: FieldClass[];
	relations: { collection: string; field: string; related_collection: string | null }[];
}

function readClasses(): FieldClass[] {
	const { fields, relations } = modelYaml(readFileSync(MODEL_PATH, 'utf8')).content as unknown as ModelText;
	const accounts = new Set(
		relations
			.filter(({ related_collection }) => related_collection === 'directus_users')
			.map(({ collection, field }) => `${collection}.${field}`),
	);
	return fields.map((each) => ({ ...each, account: accounts.has(`${each.collection}.${each.field}`) }));
}
