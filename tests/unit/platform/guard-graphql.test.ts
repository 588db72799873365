import { describe, expect, it } from 'vitest';
import { refusalOfGraphQL } from '../../../extensions/peer-mentoring/src/api/platform/guard/graphql-request.ts';

interface Asked {
	variables?: unknown;
	system?: boolean;
	admin?: boolean;
}
const refusal = (query: unknown, { variables, system = false, admin = false }: Asked = {}) =>
	refusalOfGraphQL({ query, variables, system, admin });

const aliases = (count: number) => Array.from({ length: count }, (_, n) => `a${n}: mentees { id }`).join(' ');
const nested = (levels: number): string => (levels === 0 ? 'id' : `child { ${nested(levels - 1)} }`);
/** Each fragment uses the next one ten times: a billion fields in a page of text. */
const bomb = () => {
	const fragment = (n: number) => `fragment f${n} on mentees { ${`...f${n + 1} `.repeat(10)} }`;
	const all = Array.from({ length: 9 }, (_, n) => fragment(n)).join(' ');
	return `{ mentees { ...f0 } } ${all} fragment f9 on mentees { id }`;
};

describe('a dashboard is answered', () => {
	it.each<[string, string, Asked?]>([
		['one panel', '{ query_1: mentees_aggregated(filter: {status: {_eq: "open"}}) { count { id } } }'],
		['sixty panels', `{ ${aliases(60)} }`],
		['a fragment', '{ mentees { ...names } } fragment names on mentees { first_name last_name }'],
		['variables', 'query ($of: JSON) { mentees(filter: $of) { __typename id } }', { variables: { of: { a: 1 } } }],
		['people', '{ users_aggregated { count { id } } }', { system: true }],
		['a change by the Administrator', 'mutation { delete_mentees_item(id: 1) { id } }', { admin: true }],
	])('%s', (_name, query, asked) => expect(refusal(query, asked)).toBeUndefined());
});

describe('everything else is refused', () => {
	it.each<[string, number, unknown, Asked?]>([
		['a mutation', 403, 'mutation { delete_mentees_item(id: 1) { id } }'],
		['a mutation beside a query', 403, 'query a { mentees { id } } mutation b { delete_mentees_item(id: 1) { id } }'],
		['a subscription', 403, 'subscription { mentees_mutated { key } }'],
		['a system mutation', 404, 'mutation { utils_hash_generate(string: "a") }', { system: true }],
		['a system mutation by the Administrator', 404, 'mutation { auth_logout }', { system: true, admin: true }],
		['a system query that no panel needs', 403, '{ server_specs_oas }', { system: true }],
		['the settings', 403, '{ settings { project_id } }', { system: true }],
		['a system query behind a fragment', 403, '{ ...on Query { server_health } }', { system: true }],
		['no document', 400, undefined],
		['a list of documents', 400, [{ query: '{ mentees { id } }' }]],
		['no GraphQL', 400, '{ mentees '],
		['an alias flood', 400, `{ ${aliases(61)} }`],
		['an alias flood by the Administrator', 400, `{ ${aliases(61)} }`, { admin: true }],
		['aliases spread over operations', 400, `query a { ${aliases(40)} } query b { ${aliases(40)} }`],
		['aliases behind a fragment', 400, `{ ...all } fragment all on Query { ${aliases(61)} }`],
		['an alias flood below the root', 400, `{ mentees { ${aliases(400)} } }`],
		['a depth of nine', 400, `{ ${nested(8)} }`],
		['a fragment bomb', 400, bomb()],
		['a fragment in itself', 400, '{ mentees { ...a } } fragment a on mentees { ...a }'],
		['a missing fragment', 400, '{ mentees { ...a } }'],
		['an inherited alias', 400, '{ mentees { toString: sessions(limit: 1) { call: mentee(limit: 1) { id } } } }'],
		['__proto__ as an alias', 400, '{ mentees { __proto__: sessions(limit: 1) { id } } }'],
		['the schema', 400, '{ __schema { types { name } } }'],
		['an inherited name in a variable', 400, '{ mentees { id } }', { variables: JSON.parse('{"__proto__":{"a":1}}') }],
		['the same as text', 400, '{ mentees { id } }', { variables: '{"a":{"constructor":1}}' }],
		['a document too long to read', 400, `{ mentees { ${'id '.repeat(5001)} } }`],
	])('%s', (_name, status, query, asked) => expect(refusal(query, asked)?.status).toBe(status));
});
