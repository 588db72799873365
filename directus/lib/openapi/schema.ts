import { codeLists, type CodeList } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { isOpen } from '../../../extensions/peer-mentoring/src/domain/language/open-lists.ts';
import { CODE_LIST } from '../model/model-file.ts';

export type Schema = Record<string, unknown>;

/** As the rooms write it: a word, or JSON Schema with `fields`, `list`, `map` and `any`. */
export type ShortSchema = string | Schema;

const WORDS: Record<string, Schema> = {
	anything: {},
	boolean: { type: 'boolean' },
	integer: { type: 'integer' },
	number: { type: 'number' },
	text: { type: 'string' },
};

/** A schema in JSON Schema. @throws where it is none */
export function schemaOf(short: ShortSchema): Schema {
	if (typeof short === 'string') return ofWord(short);
	if (typeof short !== 'object' || short === null || Array.isArray(short))
		throw new Error(`${JSON.stringify(short)} is no schema.`);
	const { fields, list, map, any, properties, items, enum: values, ...rest } = short as Record<string, never>;
	return {
		...(fields !== undefined && ofFields(fields)),
		...(list !== undefined && { type: 'array', items: schemaOf(list) }),
		...(map !== undefined && { type: 'object', additionalProperties: schemaOf(map) }),
		...(any !== undefined && { anyOf: (any as ShortSchema[]).map(schemaOf) }),
		...(properties !== undefined && { properties: mapValues(properties, schemaOf) }),
		...(items !== undefined && { items: schemaOf(items) }),
		...(values !== undefined && { enum: values }),
		...rest,
	};
}

function ofWord(word: string): Schema {
	if (word.endsWith('[]')) return { type: 'array', items: ofWord(word.slice(0, -2)) };
	if (word.endsWith('?')) return orNull(ofWord(word.slice(0, -1)));
	if (word.startsWith(CODE_LIST)) return ofList(word.slice(CODE_LIST.length));
	return WORDS[word] ?? { $ref: `#/components/schemas/${word}` };
}

function orNull({ type, enum: values, ...rest }: Schema): Schema {
	if (typeof type !== 'string') return { anyOf: [{ type, enum: values, ...rest }, { type: 'null' }] };
	return { type: [type, 'null'], ...(Array.isArray(values) && { enum: [...values, null] }), ...rest };
}

/** To a list that is open, an Administrator adds values of their own. */
function ofList(name: string): Schema {
	const list = codeLists[name as CodeList];
	if (!list) throw new Error(`There is no code list "${name}".`);
	const values = list.map(({ value }) => value);
	return isOpen(name) ? { type: 'string', examples: values } : { type: 'string', enum: values };
}

function ofFields(fields: Record<string, ShortSchema>): Schema {
	const names = Object.keys(fields);
	const required = names.filter((name) => !name.endsWith('?'));
	return {
		type: 'object',
		...(required.length > 0 && { required }),
		properties: Object.fromEntries(names.map((name) => [nameOf(name), schemaOf(fields[name] as ShortSchema)])),
	};
}

/** Without the sign that it may be left out. */
export const nameOf = (name: string) => name.replace(/\?$/, '');

export function mapValues<Value, Result>(
	object: Readonly<Record<string, Value>>,
	make: (value: Value, key: string) => Result,
): Record<string, Result> {
	return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, make(value, key)]));
}
