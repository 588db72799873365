import { describe, expect, it } from 'vitest';
import { isClosed } from '../../../extensions/peer-mentoring/src/api/platform/guard/closed-routes.ts';
import { normalPath } from '../../../extensions/peer-mentoring/src/api/platform/guard/normal-path.ts';
import { isOpen } from '../../../extensions/peer-mentoring/src/api/platform/guard/open-routes.ts';

describe('a path has one form', () => {
	it.each([
		['/', '/'],
		['/items/mentees', '/items/mentees'],
		['/Items//MENTEES/', '/items/mentees'],
		['//shares', '/shares'],
		['/%73hares', '/shares'],
		['/pmi/PM-CPA9/2023-12.xlsx', '/pmi/pm-cpa9/2023-12.xlsx'],
		['/items/sessions/caf%C3%A9%20au%20lait', '/items/sessions/café au lait'],
	])('%s is %s', (path, normal) => expect(normalPath(path)).toBe(normal));

	it.each([
		['/items/../users'],
		['/items/%2e%2e/users'],
		['/items/./mentees'],
		['/items%2fmentees'],
		['/items/%252e%252e'],
		['/items\\mentees'],
		['/items/%5c'],
		['/items/%00'],
		['/items/%zz'],
		['/items/%'],
	])('%s has none', (path) => expect(normalPath(path)).toBeUndefined());
});

describe('what is switched off is off below as well, and nothing beside it', () => {
	it.each([
		['/shares', true],
		['/shares/info/1', true],
		['/sharesomething', false],
		['/files/tus', true],
		['/files', false],
		['/users/register/verify-email', true],
		['/users/me', false],
		['/utils/hash/generate', true],
		['/server/specs/oas', true],
		['/server/info', false],
		['/settings/owner', true],
		['/settings', false],
		['/versions/1/save', true],
	])('%s', (path, closed) => expect(isClosed('GET', path)).toBe(closed));

	it('versions beside the records, of which the Studio hears that there are none', () => {
		const closed = ['GET', 'SEARCH', 'POST', 'PATCH', 'DELETE'].filter((method) => isClosed(method, '/versions'));
		expect(closed).toEqual(['SEARCH', 'POST', 'PATCH', 'DELETE']);
	});
});

const isCollection = (name: string) => ['mentees', 'sessions'].includes(name);
const nobody = { user: null, isCollection };
const somebody = { user: '5A0E3B1C-0000-4000-8000-000000000001', isCollection };

describe('without signing in there is only what the sign-in page needs, and the form for referrals', () => {
	it.each([
		['GET', '/server/info', true],
		['HEAD', '/server/info', true],
		['POST', '/auth/login', true],
		['POST', '/auth/refresh', true],
		['POST', '/auth/password/request', true],
		['POST', '/users/invite/accept', true],
		['GET', '/extensions/sources/index.js', true],
		['GET', '/refer', true],
		['POST', '/refer', true],
		['GET', '/refer/a-token', true],
		['POST', '/refer/a-token', true],
		['GET', '/refer/a-token/results', true],
		['POST', '/refer/a-token/results', false],
		['DELETE', '/refer/a-token', false],
		['POST', '/refer/links/1', false],
		['GET', '/refer/links/1', false],
		['GET', '/refer/a/b/c', false],
		['GET', '/items/referral_links', false],
		['GET', '/items/mentees', false],
		['SEARCH', '/items/mentees', false],
		['GET', '/users/me', false],
		['POST', '/graphql', false],
		['GET', '/working-days/deadline', false],
		['GET', '/personal-data/r-7k3f9q.json', false],
		['POST', '/flows/trigger/1', false],
		['DELETE', '/server/info', false],
	])('%s %s', (method, path, open) => expect(isOpen(method, path, nobody)).toBe(open));
});

describe('signed in, the records, the endpoints of the project and what the Studio needs are open', () => {
	it.each([
		['GET', '/items/mentees', true],
		['SEARCH', '/items/mentees', true],
		['PATCH', '/items/mentees/1', true],
		['DELETE', '/items/mentees', true],
		['POST', '/items/mentees/1', false],
		['GET', '/items/mentees/1/2', false],
		['GET', '/items/directus_users', false],
		['GET', '/items/unknown', false],
		['PUT', '/items/mentees', false],
		['GET', '/pmi/pm-cpa9/2023-12', true],
		['POST', '/pmi/pm-cpa9/2023-12/submit', true],
		['GET', '/pmi/pm-cpa9/2023-12/measures/starts_total/records', true],
		['POST', '/mentee-tracker/pm-cpa9/2023-12.xlsx', true],
		['GET', '/fte-coverage', true],
		['GET', '/home', true],
		['POST', '/hand-over', true],
		['GET', '/fte-coverage/pm-cpa9', true],
		['POST', '/caseload/import', true],
		['GET', '/working-days/nth', true],
		['GET', '/personal-data/r-7k3f9q.json', true],
		['POST', '/personal-data/r-7k3f9q.json', false],
		['GET', '/personal-data', false],
		['DELETE', '/pmi/pm-cpa9/2023-12', false],
		['GET', '/pmi', false],
		['POST', '/refer', true],
		['GET', '/refer/results', true],
		['POST', '/refer/links/1', true],
		['GET', '/refer/links/1', false],
		['DELETE', '/refer/links/1', false],
		['PATCH', '/users/me', true],
		['PATCH', '/users/5a0e3b1c-0000-4000-8000-000000000001', true],
		['PATCH', '/users/5a0e3b1c-0000-4000-8000-000000000002', false],
		['PATCH', '/users', false],
		['POST', '/users', false],
		['DELETE', '/users/me', false],
		['POST', '/users/invite', false],
		['POST', '/utils/import/mentees', false],
		['POST', '/utils/export/mentees', false],
		['POST', '/files/import', false],
		['GET', '/versions', false],
		['PATCH', '/collections/mentees', false],
		['POST', '/fields/mentees', false],
		['PATCH', '/relations/mentees/contract', false],
		['GET', '/schema/snapshot', false],
		['GET', '/permissions', false],
		['GET', '/policies', false],
		['GET', '/access', false],
		['POST', '/roles', false],
		['PATCH', '/settings', false],
		['GET', '/flows', false],
		['GET', '/', false],
	])('%s %s', (method, path, open) => expect(isOpen(method, path, somebody)).toBe(open));
});
