/** What is described of our own endpoints, and whether an answer is one that the description has. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { OPENAPI_PATH } from '../../../directus/lib/openapi/document.ts';

export type Schema = Record<string, unknown>;

export interface Parameter {
	name: string;
	in: 'path' | 'query';
	required: boolean;
	schema: Schema;
}

interface Content {
	schema?: Schema;
}

interface Responded {
	description: string;
	content?: Record<string, Content>;
}

export interface Operation {
	tags: string[];
	operationId: string;
	summary: string;
	parameters?: Parameter[];
	requestBody?: { required: boolean; content: Record<string, Content> };
	responses: Record<string, Responded | { $ref: string }>;
	security: object[];
	'x-roles': string[];
}

/** An operation, and how it is called: `GET /pmi/{contract}/{month}`. */
export interface Described {
	address: string;
	method: string;
	path: string;
	operation: Operation;
}

interface Description {
	openapi: string;
	info: { title: string; version: string };
	tags: { name: string }[];
	paths: Record<string, Record<string, Operation>>;
	components: Record<'responses' | 'schemas' | 'securitySchemes', Record<string, Schema>>;
}

export const description = JSON.parse(readFileSync(OPENAPI_PATH, 'utf8')) as Description;

export const described: Described[] = Object.entries(description.paths).flatMap(([path, methods]) =>
	Object.entries(methods).map(([name, operation]) => {
		const method = name.toUpperCase();
		return { address: `${method} ${path}`, method, path, operation };
	}),
);

export function operationAt(address: string): Described {
	const found = described.find((each) => each.address === address);
	if (!found) throw new Error(`${address} is not described.`);
	return found;
}

/** Whether only somebody who has signed in may ask. */
export const asksToSignIn = ({ operation }: Described) => operation['x-roles'].length > 0;

const FORMATS = {
	date: /^\d{4}-\d\d-\d\d$/,
	'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
	email: /^[^\s@]+@[^\s@]+$/,
	uri: /^https?:\/\/\S+$/,
	uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};
const ID = 'openapi.json';

/**
 * Validators of a document's schemas, in the strict mode of Ajv: what is no JSON Schema throws.
 * @param isClosed whether a field that is not described is a fault: for whoever looks for them
 */
export function validators(isClosed: boolean) {
	const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, formats: FORMATS });
	const { schemas } = description.components;
	ajv.addSchema({ $id: ID, $defs: fromOutside(isClosed ? closed(schemas) : schemas) as Schema });
	/** @returns what is wrong with a value */
	return (schema: Schema, value: unknown): string[] => {
		const validate = ajv.compile(fromOutside(schema) as Schema);
		if (validate(value)) return [];
		return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message, params }) => {
			return `${instancePath || '/'} ${message} ${JSON.stringify(params)}`;
		});
	};
}

/** Every object of which fields are described has no others. */
function closed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(closed);
	if (typeof value !== 'object' || value === null) return value;
	const all = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)]));
	const isOpen = all.type !== 'object' || typeof all.properties !== 'object' || 'additionalProperties' in all;
	return isOpen ? all : { ...all, additionalProperties: false };
}

/** References to schemas as Ajv finds them, which knows nothing of the rest of the document. */
function fromOutside(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(fromOutside);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, each]) =>
			key === '$ref' ? [key, String(each).replace('#/components/schemas/', `${ID}#/$defs/`)] : [key, fromOutside(each)],
		),
	);
}

const faultsIn = validators(true);

/** What was answered to a request. */
export interface Answered {
	status: number;
	type: string;
	content: Buffer;
}

/** Why an answer is none that the description has; nothing where it is one. */
export function undescribed({ operation }: Described, { status, type, content }: Answered): string[] {
	const given = operation.responses[status];
	if (!given) return [`answers ${status}, which is not described: ${content.toString().slice(0, 200)}`];
	const response = ('$ref' in given ? referred(given.$ref) : given) as Responded;
	if (!response.content) return [];
	const media = type.split(';')[0]?.trim() ?? '';
	const found = response.content[media];
	if (!found) return [`answers ${status} as ${media || 'nothing'}, described as ${Object.keys(response.content)}`];
	if (!media.endsWith('json') || !found.schema) return [];
	return faultsIn(closed(found.schema) as Schema, JSON.parse(content.toString())).map((fault) => `${status}: ${fault}`);
}

/** Why a body that was accepted is none that the description has. */
export function undescribedBody({ operation }: Described, body: unknown): string[] {
	const schema = operation.requestBody?.content['application/json']?.schema;
	if (!schema) return body === undefined ? [] : ['takes a body that is not described'];
	if (body === undefined) return operation.requestBody?.required ? ['takes no body, which is described as needed'] : [];
	return faultsIn(closed(schema) as Schema, body).map((fault) => `body: ${fault}`);
}

/** The schema that stands behind a reference. */
export function referred($ref: string): Schema {
	const found = $ref
		.replace(/^#\//, '')
		.split('/')
		.reduce<unknown>((at, key) => (at as Schema | undefined)?.[key], description);
	if (!found) throw new Error(`${$ref} leads nowhere.`);
	return found as Schema;
}
