import { describe, expect, it, vi } from 'vitest';
import { accountReader, isCurrent } from '../../../extensions/peer-mentoring/src/api/platform/guard/account-check.ts';
import { describeRejection } from '../../../extensions/peer-mentoring/src/api/platform/guard/keep-serving.ts';
import { readKeysAsTheCaller } from '../../../extensions/peer-mentoring/src/api/platform/guard/keys-by-query.ts';
import { refusalOfCaller } from '../../../extensions/peer-mentoring/src/api/platform/guard/refuse-by-caller.ts';
import { refusalBeforeSignIn } from '../../../extensions/peer-mentoring/src/api/platform/guard/refuse-early.ts';
import type { Standing } from '../../../extensions/peer-mentoring/src/storage/platform/standing.ts';
import {
	faultInSettingsChange,
	shownSettings,
} from '../../../extensions/peer-mentoring/src/api/platform/guard/settings.ts';
import {
	faultInAccountChange,
	faultInFileChange,
	faultInOperation,
} from '../../../extensions/peer-mentoring/src/api/platform/guard/system-records.ts';

describe('the first gate holds for everybody', () => {
	const refusal = (path: string, query: Record<string, unknown> = {}, contentType = '') =>
		refusalBeforeSignIn({ method: 'GET', path, query, contentType })?.status;

	it.each<[string, number | undefined, Parameters<typeof refusal>]>([
		['a plain request', undefined, ['/items/mentees', { deep: { sessions: { _limit: '5' } } }]],
		['a part that is off', 404, ['/Shares/']],
		['an ambiguous path', 400, ['/items/%2e%2e/users']],
		['a broken deep', 400, ['/items/mentees', { deep: '{"a":{"_filter":"{bad"}}' }]],
		['a broken deep on any path', 400, ['/server/info', { deep: 'x' }]],
		['a bracket that the parser left', 400, ['/items/mentees', { 'deep[a': '1' }]],
		['a small picture', undefined, ['/assets/1', { width: '400', height: '1200' }]],
		['a huge picture', 400, ['/assets/1', { width: '20000' }]],
		['two widths', 400, ['/assets/1', { width: ['1', '2'] }]],
		['transforms', 400, ['/assets/1', { transforms: '[["blur",45]]' }]],
		['a token in the address', 400, ['/items/mentees', { access_token: 'x' }]],
		['an uploaded import', 403, ['/utils/import/mentees', {}, 'Multipart/form-data; boundary=a']],
		['an uploaded import of ours', undefined, ['/caseload/import', {}, 'multipart/form-data; boundary=a']],
	])('%s', (_name, status, request) => expect(refusal(...request)).toBe(status));
});

describe('the second gate knows the caller', () => {
	const request = {
		method: 'PATCH',
		path: '/items/mentees',
		query: {},
		body: {},
		user: 'a' as string | null,
		admin: false,
		isCollection: (name: string) => name === 'mentees',
	};
	const byQuery = { query: { filter: { first_name: { _starts_with: 'A' } } }, data: { first_name: 'B' } };

	it.each<[string, number | undefined, Partial<typeof request>]>([
		['a change of named records', undefined, { body: { keys: ['1'], data: {} } }],
		['a change of a list of records', undefined, { body: [{ id: '1' }] }],
		['a change by query', 403, { body: byQuery }],
		['a deletion by query', 403, { method: 'DELETE', body: byQuery }],
		['a change by query without signing in', 403, { body: byQuery, user: null }],
		['a change by query by the Administrator', undefined, { body: byQuery, admin: true }],
		[
			'what the Studio leaves out of a list to choose from',
			undefined,
			{ method: 'GET', query: { filter: '{"_and":[{"$FOLLOW(moods,kind)":{"_none":{"mentee":{"_eq":"1"}}}}]}' } },
		],
		[
			'a way down to rows of others',
			400,
			{ method: 'GET', query: { filter: { '$FOLLOW(moods,kind)': { text: { _contains: 'x' } } } } },
		],
		['the same as text', 400, { method: 'GET', query: { filter: '{"$FOLLOW(moods,kind)":{"text":{"_eq":"x"}}}' } }],
		[
			'the same in a search',
			400,
			{ method: 'SEARCH', body: { query: { filter: { '$FOLLOW(a,b)': { c: { _null: 1 } } } } } },
		],
		['the same to sort by', 400, { method: 'GET', query: { sort: '$FOLLOW(moods,kind).text' } }],
		[
			'the same further down',
			400,
			{ method: 'GET', query: { deep: '{"a":{"_filter":{"$FOLLOW(b,c)":{"d":{"_eq":1}}}}}' } },
		],
		['a search', undefined, { method: 'SEARCH', body: { query: { deep: { sessions: { _limit: 1 } } } } }],
		['a search with a broken deep', 400, { method: 'SEARCH', body: { query: { deep: { a: { _filter: '{' } } } } }],
		[
			'the same by the Administrator',
			400,
			{ method: 'SEARCH', body: { query: { deep: { a: { _filter: '{' } } } }, admin: true },
		],
		['a path that nobody opened', 403, { path: '/utils/cache/clear', method: 'POST' }],
		['the same by the Administrator', undefined, { path: '/utils/cache/clear', method: 'POST', admin: true }],
		['an endpoint of the project', undefined, { method: 'GET', path: '/working-days/nth' }],
		['the same without signing in', 401, { method: 'GET', path: '/working-days/nth', user: null }],
		['the settings', undefined, { method: 'GET', path: '/settings', query: { fields: ['*'] } }],
		['a question about the settings', 403, { method: 'GET', path: '/settings', query: { filter: { id: 1 } } }],
		['a GraphQL query', undefined, { method: 'POST', path: '/graphql', body: { query: '{ mentees { id } }' } }],
		[
			'a GraphQL query without signing in',
			403,
			{ method: 'POST', path: '/graphql', body: { query: '{ mentees { id } }' }, user: null },
		],
		[
			'a GraphQL mutation',
			403,
			{ method: 'POST', path: '/graphql', body: { query: 'mutation { delete_mentees_item(id: 1) { id } }' } },
		],
		['GraphQL by GET', 403, { method: 'GET', path: '/graphql', query: { query: '{ mentees { id } }' } }],
		[
			'GraphQL by GET of the Administrator, with too much in it',
			400,
			{
				method: 'GET',
				path: '/graphql',
				query: { query: `{ ${'mentees { id } '.repeat(61)} }` },
				admin: true,
			},
		],
	])('%s', (_name, status, changes) => expect(refusalOfCaller({ ...request, ...changes })?.status).toBe(status));
});

it('the rows of a change by query are looked up with the rights of whoever asks', async () => {
	const made: object[] = [];
	class ItemsService {
		collection = 'mentees';
		schema = { collections: { mentees: { primary: 'reference' } } };
		knex = 'the transaction';
		accountability = { user: 'a' };
		constructor(_collection: string, options: object) {
			made.push(options);
		}
		readByQuery = async (query: object) => [{ reference: JSON.stringify(query) }, { reference: null }];
		declare getKeysByQuery: (query: object) => Promise<unknown>;
	}
	readKeysAsTheCaller(ItemsService as never);
	const service = new ItemsService('mentees', {});
	expect(await service.getKeysByQuery({ limit: 5 })).toEqual(['{"limit":5,"fields":["reference"]}']);
	expect(made[1]).toEqual({ schema: service.schema, knex: 'the transaction', accountability: { user: 'a' } });
});

describe('a token speaks for its user as long as the account is what it was', () => {
	const account: Standing = {
		...{ status: 'active', role: 'r', role_name: 'Buyer', language: null, left_on: null },
		...{ password: 'p', factor: null, provider: 'default' },
	};
	const issued = { password: 'p', factor: undefined };
	it.each<[string, Partial<Standing> | undefined, boolean]>([
		['active, same role', {}, true],
		['suspended', { status: 'suspended' }, false],
		['another role', { role: 's' }, false],
		['a last day that has passed', { left_on: '2024-06-28' as Standing['left_on'] }, false],
		['another password', { password: 'q' }, false],
		['a second factor since', { factor: 'f' }, false],
		['deleted', undefined, false],
	])('%s', (_name, change, current) => {
		const now = change && { ...account, ...change };
		expect(isCurrent(now, { role: 'r', issued, session: false })).toBe(current);
	});

	it('goes on in its session when its owner changes the password in it, and is a service’s without either', () => {
		const changed = { ...account, password: 'q' };
		expect(isCurrent(changed, { role: 'r', issued, session: true })).toBe(true);
		expect(isCurrent({ ...changed, factor: 'f' }, { role: 'r', issued, session: true })).toBe(false);
		expect(isCurrent({ ...changed, factor: 'f' }, { role: 'r', session: false })).toBe(true);
	});

	it('the account is read once in a few seconds, and again after an error', async () => {
		let time = 0;
		const read = vi.fn(async () => account);
		const accountOf = accountReader(read, () => time);
		await Promise.all([accountOf('a'), accountOf('a')]);
		expect(read).toHaveBeenCalledTimes(1);
		time = 5000;
		await accountOf('a');
		expect(read).toHaveBeenCalledTimes(2);
		time = 10_000;
		read.mockRejectedValueOnce(new Error('the database is away'));
		await expect(accountOf('a')).rejects.toThrow();
		await accountOf('a');
		expect(read).toHaveBeenCalledTimes(4);
	});
});

it('an error is logged without its message, which may quote a person', () => {
	const error = Object.assign(new TypeError('Gwyn Demo-Afon is no filter'), { code: 'INVALID_QUERY' });
	const logged = describeRejection(error);
	expect(logged).toMatchObject({ name: 'TypeError', code: 'INVALID_QUERY' });
	expect(logged.at[0]).toMatch(/guard-requests/);
	expect(JSON.stringify(logged)).not.toContain('Gwyn');
	expect(describeRejection('Gwyn')).toEqual({ name: 'string', at: [] });
});

it('an ordinary user reads of the settings only what the Studio shows', () => {
	expect(shownSettings([{ project_name: 'Peer Mentoring', project_id: 'x', ai_openai_api_key: 'y' }])).toEqual([
		{ project_name: 'Peer Mentoring', project_id: null, ai_openai_api_key: null },
	]);
});

describe('a change of Directus’s own records that would open a hole says what to do', () => {
	it.each([
		['a colour', faultInSettingsChange({ project_color: '#00703c' }), undefined],
		['markup as a colour', faultInSettingsChange({ project_color: '"/><script>' }), /hexadecimal/],
		['registration', faultInSettingsChange({ public_registration: true }), /invite people/],
		['any size of picture', faultInSettingsChange({ storage_asset_transform: 'all' }), /fixed sizes/],
		['a title of a file', faultInFileChange({ title: 'Plan' }, 'update')?.en, undefined],
		['a new file in its storage', faultInFileChange({ storage: 'local' }, 'create')?.en, undefined],
		['another storage', faultInFileChange({ storage: 'other' }, 'update')?.en, /"storage"/],
		['another file on the disk', faultInFileChange({ filename_disk: '../a' }, 'update')?.en, /"filename_disk"/],
		['one’s own language', faultInAccountChange({ language: 'cy-GB' }, ['a'], 'a')?.en, undefined],
		['a language that there is not', faultInAccountChange({ language: 'nope' }, ['a'], 'a')?.en, /"en-GB" or "cy-GB"/],
		['no language of one’s own', faultInAccountChange({ language: null }, ['a'], 'a')?.en, undefined],
		['one’s own role', faultInAccountChange({ role: 'r' }, ['a'], 'a')?.en, /"role"/],
		['somebody else’s language', faultInAccountChange({ language: 'cy-GB' }, ['a', 'b'], 'a')?.en, /your own account/],
		['a mail template', faultInOperation({ options: { template: 'due-soon' } }), undefined],
		['a mail template by path', faultInOperation({ options: { template: '../../secret' } }), /plain name/],
		['a mail template by path, in text', faultInOperation({ options: '{"template":"../x"}' }), /plain name/],
		['options that are none', faultInOperation({ type: 'mail', options: '{' }), undefined],
		[
			'a script',
			faultInOperation({ type: 'exec', options: { code: 'module.exports = () => 1' } }),
			/Scripts are not run/,
		],
		['a quiet write', faultInOperation({ type: 'item-delete', options: {} }), /Emit Events/],
		['a quiet write without options', faultInOperation({ type: 'item-create', options: null }), /Emit Events/],
		['a write that the rules see', faultInOperation({ type: 'item-create', options: { emitEvents: true } }), undefined],
	])('%s', (_name, fault, wanted) => (wanted ? expect(fault).toMatch(wanted) : expect(fault).toBeUndefined()));
});
