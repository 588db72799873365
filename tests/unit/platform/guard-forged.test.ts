import { describe, expect, it } from 'vitest';
import { refusalBeforeSignIn } from '../../../extensions/peer-mentoring/src/api/platform/guard/refuse-early.ts';

describe('a page of somebody else’s changes nothing with the cookies of whoever looks at it', () => {
	const own = 'https://mentoring.example.org';
	it.each<[string, number | undefined, string, string, string | undefined, string | undefined]>([
		['from another website', 403, 'POST', '/auth/logout', 'cross-site', 'https://evil.example'],
		['from another website, from no page', 403, 'DELETE', '/items/mentees/1', 'cross-site', undefined],
		['in disguise', 403, 'PATCH', '//Users/ME/', 'cross-site', 'null'],
		['from a neighbour', 403, 'POST', '/mentor/api/steps/start', 'same-site', 'https://other.example.org'],
		['from the platform’s own address beside another port', undefined, 'POST', '/refer', 'same-site', own],
		['from its own pages', undefined, 'POST', '/refer/token', 'same-origin', own],
		['from the address bar', undefined, 'POST', '/refer', 'none', undefined],
		['from a program', undefined, 'POST', '/auth/login', undefined, undefined],
		['from another website in an old browser', 403, 'POST', '/auth/logout', undefined, 'https://evil.example'],
		['from no page in an old browser', 403, 'POST', '/auth/logout', undefined, 'null'],
		['from its own pages in an old browser', undefined, 'POST', '/refer', undefined, own],
		['by another of its names in an old browser', undefined, 'POST', '/refer', undefined, 'https://10.0.0.5:8055'],
		['a link that is followed', undefined, 'GET', '/plan-confirmation/token', 'cross-site', undefined],
		['back from a directory', undefined, 'GET', '/auth/login/work/callback', 'cross-site', 'https://login.example'],
		['to a directory', 403, 'POST', '/auth/login/work', 'cross-site', 'https://evil.example'],
	])('%s: %s', (_what, status, method, path, site, origin) => {
		const refusal = refusalBeforeSignIn({
			method,
			path,
			query: {},
			contentType: '',
			site,
			origin,
			host: '10.0.0.5:8055',
			own,
		});
		expect(refusal?.status).toBe(status);
	});
});
