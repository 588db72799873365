/** The directories of organisations that their people sign in with (OpenID Connect): what of Directus's settings is taken. */
import { choice, type Reader } from './readers.ts';
import type { Environment } from './read-variables.ts';

/** Part of an address and of the names of variables, so that neither can be taken for another's. */
const NAME = /^[a-z][a-z0-9]*$/;

const on: Reader<true> = { right: 'true, or left out', read: (text) => (text === 'true' ? true : undefined) };
const off: Reader<false> = {
	right: 'false, or left out',
	read: (text) => (['false', '0'].includes(text) ? false : undefined),
};
const any: Reader<string> = { right: 'a text', read: (text) => text };
const secret: Reader<string> = { ...any, secret: true };

/** What may be asked of the directory beside what the sign-in itself needs. */
const ASKED = ['acr_values', 'domain_hint', 'kc_idp_hint', 'max_age', 'prompt', 'ui_locales'];

/** Every setting that is taken, by what follows `AUTH_NAME_`; what is not here is refused, whatever it would do. */
export const SETTINGS: Record<string, Reader<unknown>> = {
	DRIVER: {
		right: 'openid: no other kind of sign-in has been tried',
		read: (text) => (text === 'openid' ? text : undefined),
	},
	ISSUER_URL: {
		right: 'the address of one organisation’s directory, with https; "common" would let in every organisation',
		read: (text) => (isIssuer(text) ? text : undefined),
	},
	CLIENT_ID: any,
	CLIENT_SECRET: secret,
	CLIENT_PRIVATE_KEYS: secret,
	CLIENT_TOKEN_ENDPOINT_AUTH_METHOD: choice('client_secret_basic', 'client_secret_post', 'private_key_jwt'),
	CLIENT_ID_TOKEN_SIGNED_RESPONSE_ALG: choice('RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'EdDSA'),
	IDENTIFIER_KEY: {
		right: 'sub or oid: whatever else names a person may be given to another one',
		read: (text) => (['sub', 'oid'].includes(text) ? text : undefined),
	},
	SCOPE: {
		right: 'a list that has openid and not offline_access: no token of the directory is kept',
		read: (text) => {
			const scopes = text.split(/[ ,]+/);
			return scopes.includes('openid') && !scopes.includes('offline_access') ? text : undefined;
		},
	},
	PARAMS: {
		right: `json:{...} with no other names than ${ASKED.join(', ')}`,
		read: (text) => (isAsked(text) ? text : undefined),
	},
	MODE: { right: 'session, or left out', read: (text) => (text === 'session' ? text : undefined) },
	COOKIE_SECURE: any,
	LABEL: any,
	ICON: any,
	LOGIN_TIMEOUT: any,
	ISSUER_DISCOVERY_MUST_SUCCEED: any,
	ALLOW_PUBLIC_REGISTRATION: {
		...off,
		right: 'false, or left out: an Administrator makes the accounts, or everybody in the directory would have one',
	},
	REQUIRE_VERIFIED_EMAIL: on,
	SYNC_USER_INFO: { ...off, right: 'false, or left out: what an account says of its owner is changed here, on record' },
	PLAIN_CODE_CHALLENGE: off,
};

/** Why some that Directus has are not taken. */
const REFUSED: Record<string, string> = {
	DEFAULT_ROLE_ID: 'an account has the role that an Administrator gives it',
	ROLE_MAPPING: 'an account has the role that an Administrator gives it, and no group of a directory makes one',
	REDIRECT_ALLOW_LIST: 'a sign-in leads back to this platform and nowhere else',
};

const NEEDED = ['DRIVER', 'ISSUER_URL', 'CLIENT_ID'];

/** The names of the directories, in the order in which they are offered. */
export function directoriesIn(env: Environment): string[] {
	const set = env.AUTH_PROVIDERS;
	const names = Array.isArray(set) ? set.map(String) : String(set ?? '').split(',');
	return names.filter((name) => name !== '');
}

export const settingOf = (directory: string, name: string): string => `AUTH_${directory.toUpperCase()}_${name}`;

/** One sentence for each setting that would let somebody in who must not be, or a sign-in be overheard. */
export function faultsInDirectories(env: Environment): string[] {
	const names = directoriesIn(env);
	return [
		...(env.AUTH_DISABLE_DEFAULT
			? [`AUTH_DISABLE_DEFAULT ${LEFT_OUT}: an Administrator signs in without a directory.`]
			: []),
		...(textOf(env.AUTH_ALLOWED_PUBLIC_URLS)
			? [`AUTH_ALLOWED_PUBLIC_URLS ${LEFT_OUT}: PUBLIC_URL is the one address.`]
			: []),
		...(names.length > 0 ? faultsInTransport(env) : []),
		...names.flatMap((name) => (NAME.test(name) ? faultsInDirectory(name, env) : [wrongName(name)])),
	];
}

/** A sentence for every setting of a directory that is not in use. */
export function strayDirectories(env: Environment): string[] {
	const names = directoriesIn(env).map((name) => name.toUpperCase());
	return Object.keys(env).flatMap((variable) => {
		const [, name] = /^AUTH_([A-Z0-9]+)_(?:DRIVER|ISSUER_URL|CLIENT_ID)$/i.exec(variable) ?? [];
		if (name === undefined || names.includes(name.toUpperCase())) return [];
		return [`${variable} does nothing: AUTH_PROVIDERS does not name "${name.toLowerCase()}".`];
	});
}

const LEFT_OUT = 'must be left out';

const wrongName = (name: string) =>
	`AUTH_PROVIDERS names "${name}"; a name must be of small letters and figures, with nothing but a comma before the next.`;

function faultsInTransport(env: Environment): string[] {
	const address = textOf(env.PUBLIC_URL);
	const sameSite = textOf(env.SESSION_COOKIE_SAME_SITE);
	return [
		...(['', 'lax'].includes(sameSite)
			? []
			: [
					`SESSION_COOKIE_SAME_SITE is "${sameSite}"; it must be lax: who comes back from a directory brings no other.`,
				]),
		...(isSafe(address)
			? []
			: [`PUBLIC_URL is "${address}"; it must begin with https:// where AUTH_PROVIDERS is set.`]),
		...(textOf(env.NODE_TLS_REJECT_UNAUTHORIZED) === '0'
			? [`NODE_TLS_REJECT_UNAUTHORIZED ${LEFT_OUT}: anybody could answer for the directory.`]
			: []),
	];
}

function faultsInDirectory(directory: string, env: Environment): string[] {
	const prefix = settingOf(directory, '');
	// Directus reads these names in small letters too.
	const set = Object.entries(env).filter(([name]) => name.toUpperCase().startsWith(prefix));
	const given = new Set(
		set.filter(([, value]) => textOf(value)).map(([name]) => name.slice(prefix.length).toUpperCase()),
	);
	const overTls = /^https:/i.test(textOf(env.PUBLIC_URL));
	const issuer = textOf(env[`${prefix}ISSUER_URL`]);
	return [
		...set.flatMap(([name, value]) => faultInSetting(name, name.slice(prefix.length).toUpperCase(), value) ?? []),
		...NEEDED.filter((name) => !given.has(name)).map((name) => `${prefix}${name} must be set.`),
		...(given.has('CLIENT_SECRET') || given.has('CLIENT_PRIVATE_KEYS') ? [] : [`${prefix}CLIENT_SECRET must be set.`]),
		...(overTls && textOf(env[`${prefix}COOKIE_SECURE`]) !== 'true' ? [`${prefix}COOKIE_SECURE must be true.`] : []),
		...(overTls && /^http:/i.test(issuer) && isIssuer(issuer)
			? [`${prefix}ISSUER_URL must begin with https://, as PUBLIC_URL does.`]
			: []),
	];
}

function faultInSetting(variable: string, name: string, value: unknown): string | undefined {
	const text = textOf(value);
	const why = REFUSED[name];
	if (why) return `${variable} ${LEFT_OUT}: ${why}.`;
	const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
	if (!setting)
		return `${variable} is no setting that the platform takes: leave it out. README lists those that it does.`;
	if (text === '' || setting.read(text) !== undefined) return undefined;
	return setting.secret
		? `${variable} must be ${setting.right}.`
		: `${variable} is "${text}"; it must be ${setting.right}.`;
}

/** What Directus has made of a text: lists, numbers and objects as they would be written. */
function textOf(value: unknown): string {
	if (value === undefined || value === null) return '';
	return typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : String(value).trim();
}

/** Nobody listens on the way: with TLS, or without leaving this machine, as where it is tried out. */
function isSafe(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol, hostname } = new URL(address);
	if (protocol === 'https:') return true;
	return protocol === 'http:' && (['localhost', '[::1]'].includes(hostname) || /^127(\.\d{1,3}){3}$/.test(hostname));
}

/** Whatever is common to organisations is none's own (Entra ID). */
function isIssuer(text: string): boolean {
	return isSafe(text) && !/\/(common|organizations|consumers)(\/|$)/i.test(new URL(text).pathname);
}

function isAsked(text: string): boolean {
	try {
		const asked: unknown = JSON.parse(text);
		return typeof asked === 'object' && asked !== null && Object.keys(asked).every((name) => ASKED.includes(name));
	} catch {
		return false;
	}
}
