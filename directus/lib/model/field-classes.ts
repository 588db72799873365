import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { CodeOf } from '../../../extensions/peer-mentoring/src/domain/code-lists.ts';
import { MODEL_PATH } from './model-file.ts';

/** What the model file says of a field beside its shape: how sensitive it is, and the paragraphs it comes from. */
export interface FieldClass {
	collection: string;
	field: string;
	sensitivity: CodeOf<'sensitivity'>;
	paragraph?: string;
}

let known: FieldClass[] | undefined;

/** The class of every field of the model file, read once. */
export function fieldClasses(): FieldClass[] {
	known ??= (parse(readFileSync(MODEL_PATH, 'utf8')) as { fields: FieldClass[] }).fields;
	return known;
}

/** The fields of a model file that have no class yet, such as one made in the Studio and just pulled. */
export function fieldsWithoutClass(model: string): string[] {
	return (parse(model) as { fields: Partial<FieldClass>[] }).fields
		.filter(({ sensitivity }) => sensitivity === undefined)
		.map(({ collection, field }) => `${collection}.${field}`);
}
