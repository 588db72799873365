/** What Directus's own parser fails on with a 500, or answers for minutes, is refused before it. */
import { describe, expect, it } from 'vitest';
import { faultInShape } from '../../../extensions/peer-mentoring/src/api/platform/guard/query-shape.ts';

describe('a query is let through as the Studio sends it', () => {
	it.each<[string, unknown]>([
		['fields and sort', { fields: ['id', 'mentee.*', 'mentee.referral.*', 'name'], sort: ['-held_on', 'name'] }],
		['the same as texts', { fields: '*.*', sort: '-held_on,id', search: 'Gwen' }],
		['counts', { aggregate: { count: ['id'], sum: 'minutes' }, groupBy: ['month(held_on)'] }],
		['counts as JSON text', { aggregate: '{"countDistinct":"id"}' }],
		['an alias as the Studio makes it', { alias: { '2b118463': 'mentee' } }],
		['an alias', { alias: { late: 'name' } }],
		['a filter', { filter: { _and: [{ id: { _eq: 1 } }, { _or: [{ name: { _null: true } }] }] } }],
		['a filter as an address says it', { filter: { _and: { 0: { id: { _eq: '1' } } } } }],
		['a filter as JSON text', { filter: '{"_or":[{"id":{"_in":["1"]}}]}' }],
		['nothing', { fields: null, aggregate: '', search: '' }],
		['no query', undefined],
		['parts of a relation', { deep: { sessions: { _sort: '-held_on', _fields: ['id'] } } }],
	])('%s', (_what, query) => expect(faultInShape(query)).toBeUndefined());
});

describe('and refused in words', () => {
	it.each<[string, unknown, RegExp]>([
		['three wildcards', { fields: '*.*.*' }, /2 wildcards/],
		['eight of them in a list', { fields: ['id', '*.*.*.*.*.*.*.*'] }, /2 wildcards/],
		['three between names', { fields: 'mentee.*.x.*.*' }, /2 wildcards/],
		['three within deep', { deep: { sessions: { _fields: ['*.*.*'] } } }, /2 wildcards/],
		['the same as JSON text, further down', { deep: '{"a":{"b":{"_fields":"*.*.*"}}}' }, /2 wildcards/],
		['fields of a number', { fields: [5] }, /"fields" must be/],
		['fields of an object', { fields: { a: 'b' } }, /"fields" must be/],
		['a field that every object has', { fields: 'id,constructor' }, /no field/],
		['a sort by one', { sort: ['-toString'] }, /no field/],
		['a filter by one', { filter: { constructor: { _eq: 1 } } }, /no field/],
		['a sort of an object', { sort: { a: 'b' } }, /"sort" must be/],
		['groups of a number', { groupBy: 5 }, /"groupBy" must be/],
		['an aggregate of a word', { aggregate: 'x' }, /"aggregate" must be an object/],
		['an aggregate of a list', { aggregate: ['count'] }, /"aggregate" must be an object/],
		['an aggregate that there is not', { aggregate: { everything: 'id' } }, /countDistinct/],
		['an aggregate of a number', { aggregate: { count: 5 } }, /"aggregate" must be/],
		['an alias of a word', { alias: 'x' }, /"alias" must be/],
		['an alias that reaches beyond data', { alias: { constructor: 'sessions' } }, /"alias" must be/],
		['an alias of a path', { alias: { a: 'b.c' } }, /"alias" must be/],
		['a search for an object', { search: { a: 1 } }, /"search" must be/],
		['an _and of a number', { filter: { _and: 5 } }, /"_and" and "_or"/],
		['an _or of texts, in JSON text', { filter: '{"_or":["a"]}' }, /"_and" and "_or"/],
		['an _and of nothing, further down', { filter: { mentee: { _and: [null] } } }, /"_and" and "_or"/],
	])('%s', (_what, query, words) => expect(faultInShape(query)).toMatch(words));
});
