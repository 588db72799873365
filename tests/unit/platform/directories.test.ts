import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { arriveAtTheCode } from '../../../extensions/peer-mentoring/src/api/platform/guard/arrive-at-code.ts';
import { owesCode } from '../../../extensions/peer-mentoring/src/domain/platform/second-factor.ts';
import {
	directoriesIn,
	faultsInDirectories,
	SETTINGS,
	strayDirectories,
} from '../../../extensions/peer-mentoring/src/environment/directories.ts';

/** As Directus gives them: texts of true and false as such, `json:` as objects. */
const ENTRA = {
	PUBLIC_URL: 'https://peer.example.org',
	AUTH_PROVIDERS: 'entra',
	AUTH_ENTRA_DRIVER: 'openid',
	AUTH_ENTRA_ISSUER_URL: 'https://login.microsoftonline.com/7f3c8a12-0000-4000-8000-000000000000/v2.0',
	AUTH_ENTRA_CLIENT_ID: '0d5f0000-0000-4000-8000-000000000000',
	AUTH_ENTRA_CLIENT_SECRET: 'a secret',
	AUTH_ENTRA_IDENTIFIER_KEY: 'oid',
	AUTH_ENTRA_COOKIE_SECURE: true,
};

describe('the settings of a directory', () => {
	it.each<[string, object]>([
		['as README has them', {}],
		[
			'with what else is harmless',
			{ AUTH_ENTRA_LABEL: 'Acme', AUTH_ENTRA_SCOPE: 'openid email', AUTH_ENTRA_MODE: 'session' },
		],
		['that are off', { AUTH_ENTRA_ALLOW_PUBLIC_REGISTRATION: false, AUTH_ENTRA_SYNC_USER_INFO: 'false' }],
		['that ask the directory for a second factor', { AUTH_ENTRA_PARAMS: { acr_values: 'mfa', prompt: 'login' } }],
		[
			'with a key in place of the secret',
			{ AUTH_ENTRA_CLIENT_SECRET: undefined, AUTH_ENTRA_CLIENT_PRIVATE_KEYS: [{}] },
		],
	])('are taken %s', (_what, more) => expect(faultsInDirectories({ ...ENTRA, ...more })).toEqual([]));

	it('are none where there is no directory', () => {
		expect(
			faultsInDirectories({ PUBLIC_URL: 'http://peer.example.org', AUTH_PROVIDERS: '', AUTH_DISABLE_DEFAULT: false }),
		).toEqual([]);
		expect(directoriesIn({ AUTH_PROVIDERS: ['entra', 'keycloak'] })).toEqual(['entra', 'keycloak']);
		expect(directoriesIn({ AUTH_PROVIDERS: 'entra,keycloak' })).toEqual(['entra', 'keycloak']);
	});

	it.each<[object, RegExp]>([
		[
			{ AUTH_ENTRA_ALLOW_PUBLIC_REGISTRATION: true },
			/^AUTH_ENTRA_ALLOW_PUBLIC_REGISTRATION is "true"; it must be false/,
		],
		[{ auth_entra_allow_public_registration: 'yes' }, /^auth_entra_allow_public_registration is "yes"/],
		[{ AUTH_ENTRA_DEFAULT_ROLE_ID: 'x' }, /^AUTH_ENTRA_DEFAULT_ROLE_ID must be left out: an account has the role/],
		[{ AUTH_ENTRA_ROLE_MAPPING: { staff: 'administrator' } }, /^AUTH_ENTRA_ROLE_MAPPING must be left out/],
		[{ AUTH_ENTRA_ROLE_MAPPING__staff: 'administrator' }, /^AUTH_ENTRA_ROLE_MAPPING__staff is no setting/],
		[{ AUTH_ENTRA_SYNC_USER_INFO: true }, /^AUTH_ENTRA_SYNC_USER_INFO is "true"/],
		[{ AUTH_ENTRA_REQUIRE_VERIFIED_EMAIL: false }, /^AUTH_ENTRA_REQUIRE_VERIFIED_EMAIL is "false"; it must be true/],
		[{ AUTH_ENTRA_IDENTIFIER_KEY: 'email' }, /^AUTH_ENTRA_IDENTIFIER_KEY is "email"; it must be sub or oid/],
		[{ AUTH_ENTRA_PLAIN_CODE_CHALLENGE: true }, /^AUTH_ENTRA_PLAIN_CODE_CHALLENGE/],
		[{ AUTH_ENTRA_MODE: 'json' }, /^AUTH_ENTRA_MODE is "json"; it must be session/],
		[{ AUTH_ENTRA_REDIRECT_ALLOW_LIST: 'https://x.example.org' }, /^AUTH_ENTRA_REDIRECT_ALLOW_LIST must be left out/],
		[{ AUTH_ENTRA_SCOPE: 'openid offline_access' }, /^AUTH_ENTRA_SCOPE .* no token of the directory is kept/],
		[{ AUTH_ENTRA_SCOPE: 'email' }, /^AUTH_ENTRA_SCOPE/],
		[{ AUTH_ENTRA_PARAMS: { redirect_uri: 'https://x.example.org' } }, /^AUTH_ENTRA_PARAMS/],
		[
			{ AUTH_ENTRA_CLIENT_ID_TOKEN_SIGNED_RESPONSE_ALG: 'none' },
			/^AUTH_ENTRA_CLIENT_ID_TOKEN_SIGNED_RESPONSE_ALG is "none"/,
		],
		[
			{ AUTH_ENTRA_CLIENT_HTTP_REJECT_UNAUTHORIZED: false },
			/^AUTH_ENTRA_CLIENT_HTTP_REJECT_UNAUTHORIZED is no setting/,
		],
		[{ AUTH_ENTRA_DRIVER: 'saml' }, /^AUTH_ENTRA_DRIVER is "saml"; it must be openid/],
		[{ AUTH_ENTRA_CLIENT_SECRET: '' }, /^AUTH_ENTRA_CLIENT_SECRET must be set\.$/],
		[{ AUTH_ENTRA_CLIENT_ID: undefined }, /^AUTH_ENTRA_CLIENT_ID must be set\.$/],
		[{ AUTH_ENTRA_COOKIE_SECURE: false }, /^AUTH_ENTRA_COOKIE_SECURE must be true/],
		[{ AUTH_ENTRA_ISSUER_URL: 'http://login.example.org' }, /^AUTH_ENTRA_ISSUER_URL is "http:/],
		[{ AUTH_ENTRA_ISSUER_URL: 'http://127.0.0.1:8080' }, /^AUTH_ENTRA_ISSUER_URL must begin with https/],
		[
			{ AUTH_ENTRA_ISSUER_URL: 'https://login.microsoftonline.com/common/v2.0' },
			/"common" would let in every organisation/,
		],
		[{ AUTH_ENTRA_ISSUER_URL: 'https://login.microsoftonline.com/organizations/v2.0' }, /^AUTH_ENTRA_ISSUER_URL/],
		[
			{ AUTH_PROVIDERS: 'entra', PUBLIC_URL: 'http://peer.example.org' },
			/^PUBLIC_URL is "http:.* it must begin with https/,
		],
		[{ SESSION_COOKIE_SAME_SITE: 'strict' }, /^SESSION_COOKIE_SAME_SITE is "strict"; it must be lax/],
		[{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, /^NODE_TLS_REJECT_UNAUTHORIZED must be left out/],
		[{ AUTH_DISABLE_DEFAULT: true }, /^AUTH_DISABLE_DEFAULT must be left out/],
		[{ AUTH_ALLOWED_PUBLIC_URLS: 'https://x.example.org' }, /^AUTH_ALLOWED_PUBLIC_URLS must be left out/],
		[{ AUTH_PROVIDERS: 'entra, Other' }, /^AUTH_PROVIDERS names " Other"; a name must be of small letters/],
	])('are refused where they would let in whoever must not be: %o', (more, sentence) => {
		const faults = faultsInDirectories({ ...ENTRA, ...more });
		expect([faults.length, faults[0]]).toEqual([1, expect.stringMatching(sentence)]);
	});

	it('that are secret are not repeated', () => {
		const faults = faultsInDirectories({ ...ENTRA, AUTH_ENTRA_CLIENT_SECRETS: 'hidden', AUTH_ENTRA_DRIVER: 'x' });
		expect(faults.join()).not.toContain('hidden');
	});

	it('of a directory that is not in use are told', () => {
		expect(strayDirectories({ ...ENTRA, AUTH_KEYCLOAK_DRIVER: 'openid' })).toEqual([
			'AUTH_KEYCLOAK_DRIVER does nothing: AUTH_PROVIDERS does not name "keycloak".',
		]);
		expect(strayDirectories(ENTRA)).toEqual([]);
	});

	it('stand in README, all of them', () => {
		const readme = readFileSync('README.md', 'utf8');
		const [, section = ''] = readme.split('## Sign-in with an organisation’s account\n');
		const missing = Object.keys(SETTINGS).filter((name) => !(section.split('\n## ')[0] ?? '').includes(`\`${name}\``));
		expect(missing).toEqual([]);
	});
});

describe('a sign-in with a directory', () => {
	const arriving = (query: Record<string, unknown>, url = 'https://peer.example.org/platform') => {
		let status = 200;
		const response = { status: (code: number) => ((status = code), response), json: () => response };
		const request = { path: '/auth/login/entra', query };
		arriveAtTheCode({ PUBLIC_URL: url }, ['entra'])(request as never, response as never, () => undefined);
		return [status, query.redirect];
	};
	const then = (place: string) => `/platform/second-factor/next?then=${encodeURIComponent(place)}`;

	it.each<[string | string[] | undefined, unknown]>([
		[undefined, [200, then('/platform/admin')]],
		['/platform/mentor/', [200, then('/platform/mentor/')]],
		['https://peer.example.org/platform/admin/login?continue=', [200, then('/platform/admin/login?continue=')]],
		['/platform/second-factor/next?then=%2Fx', [200, '/platform/second-factor/next?then=%2Fx']],
		['https://peer.example.org.evil.example/', [400, 'https://peer.example.org.evil.example/']],
		['//evil.example/', [400, '//evil.example/']],
		['http://peer.example.org/platform', [400, 'http://peer.example.org/platform']],
	])('begun for %s arrives where the code is asked for', (redirect, wanted) => {
		expect(arriving({ redirect, otp: '123456' })).toEqual(wanted);
	});

	it('takes no list for a place, and no code from the address', () => {
		expect(arriving({ redirect: ['/a', '/b'] })[0]).toBe(400);
		const query = { otp: '123456', lang: 'cy-GB' };
		expect(arriving(query)).toEqual([200, `${then('/platform/admin')}&lang=cy-GB`]);
		expect(query).not.toHaveProperty('otp');
	});

	it.each([
		['default', 'factor', undefined, false],
		['entra', 'factor', undefined, true],
		['entra', 'factor', null, true],
		['entra', 'factor', 1, false],
		['entra', null, undefined, false],
		[null, 'factor', undefined, false],
	])('of %s with %s, the code at %s: is it owed? %s', (provider, factor, code_at, owed) => {
		expect(owesCode({ provider, factor, role_name: 'Peer Mentor' }, code_at)).toBe(owed);
	});
});
