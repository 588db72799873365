import { describe, expect, it, test } from 'vitest';
import { faultInBody } from '../../../extensions/peer-mentoring/src/api/platform/guard/body-shape.ts';
import { isStumbling } from '../../../extensions/peer-mentoring/src/api/platform/guard/stumbling.ts';

test.each<[string, string, unknown]>([
	['POST', '/items/mentees', [null]],
	['POST', '/presets', [{ bookmark: 'x' }, '??']],
	['PATCH', '/items/mentees', [1]],
	['POST', '/items/mentees', { status: JSON.parse('{"toString":1}') }],
	['PATCH', '/items/mentees/1', JSON.parse('{"a":[{"__proto__":{"b":1}}]}')],
	['DELETE', '/dashboards', {}],
	['DELETE', '/items/mentees', undefined],
])('%s %s with %j is refused', (method, path, body) => expect(faultInBody(method, path, body)).toBeTypeOf('string'));

test.each<[string, string, unknown]>([
	['POST', '/items/mentees', { first_name: 'Gwen' }],
	['POST', '/items/mentees', [{ first_name: 'Gwen' }]],
	['PATCH', '/items/mentees', { keys: ['1'], data: {} }],
	['DELETE', '/items/mentees', ['1']],
	['DELETE', '/items/mentees/1', {}],
	['DELETE', '/fields/mentees/x', undefined],
	['POST', '/auth/logout', {}],
	['GET', '/items/mentees', {}],
])('%s %s with %j is read', (method, path, body) => expect(faultInBody(method, path, body)).toBeUndefined());

describe('what stumbles', () => {
	const thrownAt = (error: Error, place: string) => Object.assign(error, { stack: `${error.message}\n    at f (file:///srv/node_modules/${place}:1:2)` }); // prettier-ignore

	it.each<[string, Error, boolean]>([
		['over a query, in Directus', thrownAt(new TypeError('x'), '@directus/api/dist/utils/sanitize-query.js'), true],
		['in a driver', thrownAt(new TypeError('x'), 'pg/lib/client.js'), false],
		['in our own code', thrownAt(new TypeError('x'), 'extensions/peer-mentoring/dist/api.js'), false],
		['and is an error of the platform', thrownAt(new Error('x'), '@directus/api/dist/services/items.js'), false],
	])('%s', (_, error, stumbles) => expect(isStumbling(error)).toBe(stumbles));
});
