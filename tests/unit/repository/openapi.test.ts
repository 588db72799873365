/** The description of our own endpoints: made from its rooms, and OpenAPI 3.1. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isOpen } from '../../../extensions/peer-mentoring/src/api/platform/guard/open-routes.ts';
import { OPENAPI_PATH, openapiText } from '../../../directus/lib/openapi/document.ts';
import { schemaOf } from '../../../directus/lib/openapi/schema.ts';
import { described, description, referred, validators } from '../../support/openapi/description.ts';

it('the published description is what `npm run openapi` writes', () => {
	expect(readFileSync(OPENAPI_PATH, 'utf8') === openapiText()).toBe(true);
});

describe('it is OpenAPI 3.1', () => {
	const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(([, to]) => String(to));

	it('with a version, a title, paths and rooms', () => {
		expect(description.openapi).toMatch(/^3\.1\.\d+$/);
		expect(description.info).toMatchObject({ title: 'Peer Mentoring platform', version: expect.any(String) });
		expect(described.length).toBeGreaterThan(60);
	});

	it('whose references lead somewhere, and whose components are all used', () => {
		for (const reference of references) expect(referred(reference)).toBeTypeOf('object');
		const { responses, schemas } = description.components;
		const all = [
			...Object.keys(responses).map((name) => `#/components/responses/${name}`),
			...Object.keys(schemas).map((name) => `#/components/schemas/${name}`),
		];
		expect(all.filter((name) => !references.includes(name))).toEqual([]);
	});

	it.each(Object.keys(description.components.schemas))('whose schema %s is JSON Schema', (name) => {
		expect(() => validators(false)({ $ref: `#/components/schemas/${name}` }, null)).not.toThrow();
	});

	it.each(described.map((each) => [each.address, each] as const))('%s', (_, { path, operation }) => {
		const { parameters = [], responses, tags, security, requestBody } = operation;
		const places = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name);
		expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(places);
		expect(parameters.filter((each) => each.in === 'path').every(({ required }) => required)).toBe(true);
		expect(new Set(parameters.map((each) => `${each.in} ${each.name}`)).size).toBe(parameters.length);
		expect(description.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(tags));
		const known = Object.keys(description.components.securitySchemes);
		for (const each of security) expect(known).toEqual(expect.arrayContaining(Object.keys(each)));
		expect(Object.keys(responses).some((status) => /^[23]/.test(status))).toBe(true);
		for (const each of Object.values(responses)) {
			expect(('$ref' in each ? referred(each.$ref) : each).description).toBeTypeOf('string');
		}
		const schemas = [requestBody, ...Object.values(responses)].flatMap((each) =>
			Object.values((each as { content?: Record<string, { schema?: object }> } | undefined)?.content ?? {}),
		);
		const valid = validators(false);
		for (const { schema } of [...schemas, ...parameters] as { schema?: Record<string, unknown> }[]) {
			if (schema) expect(() => valid(schema, null)).not.toThrow();
		}
	});

	it('whose operations have names of their own', () => {
		const names = described.map(({ operation }) => operation.operationId);
		expect(new Set(names).size).toBe(names.length);
	});
});

describe('it says the same of who may as the guard does', () => {
	it.each(described.map((each) => [each.address, each] as const))('%s', (_, { method, path, operation }) => {
		const filled = path.replace(/{\w+}/g, 'x').toLowerCase();
		const asNobody = isOpen(method, filled, { user: null, isCollection: () => false });
		expect(isOpen(method, filled, { user: 'somebody', isCollection: () => false })).toBe(true);
		// The page of the second factor looks for itself who asks, and says where to sign in.
		const looksItself = ['/second-factor', '/second-factor/next'].includes(path) || path.startsWith('/refer');
		if (!looksItself) expect(asNobody).toBe(operation['x-roles'].length === 0);
	});
});

describe('the words of the rooms', () => {
	it.each([
		['text', { type: 'string' }],
		['integer?', { type: ['integer', 'null'] }],
		['Day', { $ref: '#/components/schemas/Day' }],
		['Day?', { anyOf: [{ $ref: '#/components/schemas/Day' }, { type: 'null' }] }],
		['Day[]', { type: 'array', items: { $ref: '#/components/schemas/Day' } }],
		['code-list:referral_route?', { type: ['string', 'null'], enum: ['jobcentre_plus', 'third_party', null] }],
	])('%s', (word, schema) => expect(schemaOf(word)).toEqual(schema));

	it('a field that may be left out is not required', () => {
		expect(schemaOf({ fields: { on: 'text', 'at?': 'text' } })).toEqual({
			...{ type: 'object', required: ['on'] },
			properties: { on: { type: 'string' }, at: { type: 'string' } },
		});
	});

	it('a value of an open list is any text, with those that are known', () => {
		expect(schemaOf('code-list:sector')).toMatchObject({ type: 'string', examples: expect.any(Array) });
	});

	it.each(['code-list:weather', null])('%j is refused', (word) => expect(() => schemaOf(word as never)).toThrow());
});
