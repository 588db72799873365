/** Permissions that follow the sensitivity of fields instead of naming them. */
import { isDeepStrictEqual } from 'node:util';
import { fieldClasses, type FieldClass } from '../model/field-classes.ts';

/** Stands in a role's list of fields for every field of the collection that is neither personal nor special category,
 * and leads to nobody's account. */
export const UNCLASSIFIED = 'class:none';

/** The fields that a role file grants: a class is written out. */
export function grantedFields(collection: string, fields: readonly string[], classes = fieldClasses()): string[] {
	return fields.flatMap((field) => (field === UNCLASSIFIED ? unclassified(collection, classes) : [field]));
}

/** The opposite, for a pull: a list that is just what the class stands for is named by the class again. */
export function namedByClass(collection: string, fields: readonly string[], classes = fieldClasses()): string[] {
	const whole = unclassified(collection, classes);
	return whole.length > 0 && isDeepStrictEqual(fields.toSorted(), whole.toSorted()) ? [UNCLASSIFIED] : [...fields];
}

function unclassified(collection: string, classes: readonly FieldClass[]): string[] {
	return classes
		.filter((each) => each.collection === collection && each.sensitivity === 'none' && !each.account)
		.map(({ field }) => field);
}
