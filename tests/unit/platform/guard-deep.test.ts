import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { faultInDeep, isHarmlessTree } from '../../../extensions/peer-mentoring/src/api/platform/guard/deep-query.ts';
import { isInherited } from '../../../extensions/peer-mentoring/src/api/platform/guard/inherited-names.ts';

/** An object with own names that a literal would take for something else, as `JSON.parse` of a body makes it. */
const body = (json: string) => JSON.parse(json) as unknown;

const nested = (levels: number): unknown => (levels === 0 ? { _limit: 1 } : { child: nested(levels - 1) });

describe('deep is let through as the Studio sends it', () => {
	it.each<[string, unknown]>([
		['a page of a list', { sessions: { _page: 2, _limit: 15, _sort: ['-held_on'] } }],
		['the same from a query string', { sessions: { _page: '2', _limit: '15', _sort: '-held_on' } }],
		['JSON text', '{"sessions":{"_limit":-1}}'],
		['a filter', { sessions: { _filter: { _and: [{ attendance: { _eq: 'attended' } }] } } }],
		['a filter as JSON text', { sessions: { _filter: '{"attendance":{"_eq":"attended"}}' } }],
		['a filter beside nothing', { sessions: { _filter: null, _search: null } }],
		['counts, as the list of roles asks for them', { users: { _aggregate: { count: 'id' }, _groupBy: ['role'] } }],
		['three relations down', { mentees: { action_plans: { actions: { _limit: 5 } } } }],
		['nothing', {}],
	])('%s', (_name, deep) => expect(faultInDeep(deep)).toBeUndefined());
});

describe('deep is refused before Directus reads it', () => {
	it.each<[string, unknown]>([
		['no JSON', '{"a":'],
		['a number', '5'],
		['a list', []],
		['nothing at all', null],
		['text where an object belongs', { a: 'b' }],
		['a nested filter that is no JSON: it ends the process', { a: { _filter: '{bad' } }],
		['the same as JSON text', '{"a":{"_filter":"{bad"}}'],
		['a nested filter that is no object', { a: { _filter: '[1]' } }],
		['an _and of no list', { a: { _filter: { mentee: { _and: 5 } } } }],
		['an _or of nothing', { a: { _filter: { _or: [null] } } }],
		['a sort of numbers', { a: { _sort: [5] } }],
		['a limit that is none', { a: { _limit: 'many' } }],
		['an index: it makes a list, and lists lead to functions', { a: [{ _limit: 1 }] }],
		['an index as a name', { a: { 0: { _limit: 1 } } }],
		['__proto__', body('{"__proto__":{"a":{"_limit":1}}}')],
		['__proto__ further down', body('{"a":{"__proto__":{"_limit":1}}}')],
		['constructor', body('{"constructor":{"prototype":{"_limit":1}}}')],
		['toString', { toString: { call: { _limit: 1 } } }],
		['the functions of lists', { a: { slice: { call: { _limit: 1 } } } }],
		['deep inside deep', { a: { _deep: { b: { _filter: '{bad' } } } }],
		['an unknown operator', { a: { _alias: { b: 'c' } } }],
		['__proto__ in a filter', { a: { _filter: body('{"__proto__":{"_eq":1}}') } }],
		['constructor in a filter', { a: { _filter: '{"constructor":{"prototype":{"_eq":1}}}' } }],
		['a name with a bracket that the parser left', { '[a][b]': { _limit: 1 } }],
		['an empty name', { '': { _limit: 1 } }],
		['eleven levels', nested(11)],
		['a filter without end', { a: { _filter: JSON.parse('{"a":'.repeat(40) + '1' + '}'.repeat(40)) } }],
	])('%s', (_name, deep) => expect(faultInDeep(deep)).toMatch(/"deep"/));
});

it('a tree is harmless as long as no name reaches beyond the data', () => {
	expect(isHarmlessTree({ filter: { name: { _eq: 'constructor' } } })).toBe(true);
	expect(isHarmlessTree({ filter: [{ constructor: 1 }] })).toBe(false);
});

it('no relation of the data model has a name that deep refuses', () => {
	const path = join(import.meta.dirname, '../../../schema-snapshot.yaml');
	const { relations } = parse(readFileSync(path, 'utf8')) as {
		relations: { field: string; meta: { one_field: string | null } }[];
	};
	const names = relations.flatMap(({ field, meta }) => [field, meta.one_field ?? '']);
	expect(names.length).toBeGreaterThan(0);
	expect(names.filter(isInherited)).toEqual([]);
});
