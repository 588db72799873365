import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { STATE_TABLE } from '../../extensions/peer-mentoring/src/storage/database/can-write.ts';
import { PUSHED_TABLE } from '../../extensions/peer-mentoring/src/storage/platform/data-model.ts';
import { IMPORT_JOBS } from '../../extensions/peer-mentoring/src/storage/journey/import-jobs.ts';
import { MENTOR_SUBMISSIONS } from '../../extensions/peer-mentoring/src/storage/journey/mentor-submissions.ts';
import { MENTOR_CALENDARS } from '../../extensions/peer-mentoring/src/storage/people/mentor-calendars.ts';
import { OFFERED_SECRETS } from '../../extensions/peer-mentoring/src/storage/platform/offered-secrets.ts';
import { RECOVERY_CODES } from '../../extensions/peer-mentoring/src/storage/platform/recovery-codes.ts';
import { FIELD_KEYS } from '../../extensions/peer-mentoring/src/storage/platform/sealed-fields/field-key.ts';
import { SIGN_IN_SESSIONS } from '../../extensions/peer-mentoring/src/storage/platform/sign-in-sessions.ts';
import { ADMINISTRATOR_DAYS } from '../../extensions/peer-mentoring/src/storage/platform/administrator-days.ts';
import { USED_CODES } from '../../extensions/peer-mentoring/src/storage/platform/used-codes.ts';
import { TRAIL_TABLES } from '../../extensions/peer-mentoring/src/storage/platform/trail/tables.ts';
import { UNSETTLED } from '../../extensions/peer-mentoring/src/storage/writer/unsettled.ts';
import { directoriesIn, settingOf } from '../../extensions/peer-mentoring/src/environment/directories.ts';
import { readVariable } from '../../extensions/peer-mentoring/src/environment/read-variables.ts';
import { quickenImports } from './quick-imports.ts';
import { quickenPermissions } from './quick-permissions.ts';

export const root = resolve(import.meta.dirname, '../..');

/** What weakens the platform when it is changed: set here, and checked again after Directus has read its `.env`. */
const ENFORCED: Record<string, string> = {
	// Holes of Directus 11.17.4 that only a closed feature closes.
	WEBSOCKETS_ENABLED: 'false',
	WEBSOCKETS_REST_AUTH: 'strict',
	WEBSOCKETS_GRAPHQL_AUTH: 'strict',
	WEBSOCKETS_LOGS_ENABLED: 'false',
	WEBSOCKETS_COLLAB_ENABLED: 'false',
	TUS_ENABLED: 'false',
	CACHE_ENABLED: 'false',
	// What is left of Directus's caches would wait for a Redis that is away, and nothing reads it.
	CACHE_STORE: 'memory',
	// Ours have a token, and count what matters to the contract.
	METRICS_ENABLED: 'false',
	AI_ENABLED: 'false',
	MCP_ENABLED: 'false',
	GRAPHQL_INTROSPECTION: 'false',
	OPENAPI_ENABLED: 'false',
	RATE_LIMITER_ENABLED: 'true',
	EXTENSIONS_MUST_LOAD: 'true',
	IMPORT_IP_DENY_LIST:
		'0.0.0.0,0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.168.0.0/16,198.18.0.0/15,224.0.0.0/4,240.0.0.0/4,::,::1,fc00::/7,fe80::/10',
	// Nobody is told who uses this; activity and revisions are the audit trail and are never thrown away.
	TELEMETRY: 'false',
	TELEMETRY_URL: 'http://127.0.0.1:9',
	COMPLIANCE_URL: 'http://127.0.0.1:9',
	RETENTION_ENABLED: 'false',
	// The Studio talks to this server alone; Directus would let a script on its pages talk to any.
	// One text each: a list would be laid over Directus's own, place by place.
	// Nothing is shown within a page of somebody else's.
	CONTENT_SECURITY_POLICY_DIRECTIVES__FRAME_ANCESTORS: "'none'",
	ASSETS_CONTENT_SECURITY_POLICY_DIRECTIVES__FRAME_ANCESTORS: "'none'",
	CONTENT_SECURITY_POLICY_DIRECTIVES__CONNECT_SRC: "'self'",
	CONTENT_SECURITY_POLICY_DIRECTIVES__IMG_SRC: "'self' data: blob:",
	CONTENT_SECURITY_POLICY_DIRECTIVES__FONT_SRC: "'self' data:",
	CONTENT_SECURITY_POLICY_DIRECTIVES__STYLE_SRC: "'self' 'unsafe-inline'",
};

/** What an address with https brings: a cookie never goes out in the clear. */
const OVER_TLS = ['SESSION_COOKIE_SECURE', 'REFRESH_TOKEN_COOKIE_SECURE', 'HSTS_ENABLED'];

const COOKIES: Record<string, string> = {
	SESSION_COOKIE: '__Host-directus_session_token',
	REFRESH_TOKEN_COOKIE: '__Host-directus_refresh_token',
};

const isSecure = (address: unknown): boolean => /^https:/i.test(String(address));

/** Where nothing else is said: one machine, one database file, reachable from this machine only. */
function defaults(data: string): Record<string, string> {
	const port = process.env.PORT ?? '8055';
	return {
		HOST: '127.0.0.1',
		PORT: port,
		PUBLIC_URL: `http://localhost:${port}`,
		LOG_LEVEL: 'warn',
		DB_CLIENT: 'sqlite3',
		DB_FILENAME: join(data, 'database.sqlite'),
		STORAGE_LOCAL_ROOT: join(data, 'uploads'),
		TEMP_PATH: join(data, 'tmp'),
		IP_TRUST_PROXY: 'loopback',
		FILES_MAX_UPLOAD_SIZE: '20mb',
		FILES_MIME_TYPE_ALLOW_LIST:
			'application/pdf,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,image/png,image/jpeg',
		ASSETS_TRANSFORM_MAX_CONCURRENT: '2',
		ASSETS_TRANSFORM_IMAGE_MAX_DIMENSION: '2000',
		MAX_BATCH_MUTATION: '1000',
		QUERY_LIMIT_MAX: '10000',
		MAX_RELATIONAL_DEPTH: '5',
		ACCESS_TOKEN_TTL: '10m',
		// Whoever does nothing for half an hour signs in again; that, and twelve hours in all, is held by the guard too.
		SESSION_COOKIE_TTL: '30m',
		REFRESH_TOKEN_TTL: '30m',
		HASH_MEMORY_COST: '65536',
		// Directus hands every request a copy of the whole data model, which costs more than the request: nothing of ours
		// changes it, so all may share one.
		CACHE_SCHEMA_FREEZE_ENABLED: 'true',
		// The Studio sends some sixty requests a page; this stops floods, not people.
		RATE_LIMITER_POINTS: '300',
		// The first page after a start keeps a small machine busy for a second: that is not an overload.
		PRESSURE_LIMITER_MAX_EVENT_LOOP_UTILIZATION: '1',
		PRESSURE_LIMITER_MAX_EVENT_LOOP_DELAY: '3000',
		// Requests that are under way when the server is told to stop are answered; Directus would give them a second.
		SERVER_SHUTDOWN_TIMEOUT: '30000',
		ADMIN_EMAIL: 'admin@example.org',
	};
}

/**
 * Prepares `process.env` for Directus: what the user set stands, what is missing gets a default, what is enforced is
 * overridden, secrets are made once and kept in the data folder. Call it before anything of Directus is imported.
 */
export function prepareEnvironment(): { data: string } {
	const data = resolve(root, readVariable('DATA_DIR', process.env));
	// Whatever is written from here on is for this account alone: the database and its journal too.
	process.umask(0o077);
	makeFolder(data);
	const file = readDotEnv();
	const set = (name: string, value: string) => {
		if (process.env[name] === undefined && !file.has(name)) process.env[name] = value;
	};

	for (const [name, value] of Object.entries(ENFORCED)) process.env[name] = value;
	for (const [name, value] of Object.entries(defaults(data))) set(name, value);
	for (const folder of ['uploads', 'tmp']) mkdirSync(join(data, folder), { recursive: true });
	const effective = (name: string) => (file.get(name) ?? process.env[name] ?? '').trim();
	if (isSecure(effective('PUBLIC_URL'))) {
		for (const name of OVER_TLS) process.env[name] = 'true';
		// A browser takes it from this host alone, over TLS, for all of it: nobody can plant one from a neighbour's.
		const isWholeHost = new URL(effective('PUBLIC_URL')).pathname === '/';
		for (const cookie of isWholeHost ? ['SESSION_COOKIE', 'REFRESH_TOKEN_COOKIE'] : []) {
			if (effective(`${cookie}_DOMAIN`) === '') set(`${cookie}_NAME`, COOKIES[cookie] as string);
		}
	}
	for (const directory of directoriesIn({ AUTH_PROVIDERS: effective('AUTH_PROVIDERS') })) {
		set(settingOf(directory, 'COOKIE_SECURE'), String(isSecure(effective('PUBLIC_URL'))));
		// A directory that is away keeps nobody from the platform who signs in without it.
		set(settingOf(directory, 'ISSUER_DISCOVERY_MUST_SUCCEED'), 'false');
	}
	// Nobody's records are at stake where all people are invented.
	if (['', 'demo'].includes(effective('SEED'))) set('SECOND_FACTOR', 'offered');
	// Without it two instances would each run every flow.
	if (process.env.REDIS !== undefined || file.has('REDIS')) set('SYNCHRONIZATION_STORE', 'redis');
	set('SECRET', keptSecret(data, 'secret', 48));
	set('ADMIN_PASSWORD', keptSecret(data, 'admin-password', 18));
	process.env.EXTENSIONS_PATH = join(root, 'extensions');
	const own = [
		STATE_TABLE,
		PUSHED_TABLE,
		UNSETTLED,
		SIGN_IN_SESSIONS,
		RECOVERY_CODES,
		USED_CODES,
		OFFERED_SECRETS,
		ADMINISTRATOR_DAYS,
		FIELD_KEYS,
		MENTOR_SUBMISSIONS,
		MENTOR_CALENDARS,
		IMPORT_JOBS,
		...TRAIL_TABLES,
	];
	process.env.DB_EXCLUDE_TABLES = ['spatial_ref_sys', 'sysdiagrams', ...own].join(',');
	process.env.TZ = 'UTC';
	quickenImports();
	quickenPermissions();
	return { data };
}

function makeFolder(path: string): void {
	try {
		mkdirSync(path, { recursive: true, mode: 0o700 });
	} catch (error) {
		const { message } = error as Error;
		throw new Error(`DATA_DIR is "${path}", which is no folder and cannot become one (${message}).`, { cause: error });
	}
}

/** Stops the start where a `.env` file, which Directus lets win, has weakened an enforced setting. */
export function assertEnforced(effective: Record<string, unknown>): void {
	const overTls = isSecure(effective.PUBLIC_URL) ? OVER_TLS.map((name) => [name, 'true'] as const) : [];
	const weak = [...Object.entries(ENFORCED), ...overTls].filter(
		([name, value]) => String(effective[name]) !== value && !sameList(effective[name], value),
	);
	if (weak.length === 0) return;
	const lines = weak.map(([name, value]) => `  ${name} must be ${value}`);
	throw new Error(`The configuration file weakens the platform. Remove these lines from it:\n${lines.join('\n')}`);
}

function sameList(found: unknown, wanted: string): boolean {
	return Array.isArray(found) && found.join(',') === wanted;
}

/** What the `.env` file sets, which Directus lets win, so that a default does not hide behind it. */
function readDotEnv(): Map<string, string> {
	const path = resolve(process.env.CONFIG_PATH ?? join(root, '.env'));
	if (!existsSync(path) || !/(^|[/\\])\.env[^/\\]*$/.test(path)) return new Map();
	const lines = readFileSync(path, 'utf8').matchAll(/^\s*(?:export\s+)?([A-Z0-9_]+)\s*=\s*["'`]?([^"'`\n]*)/gm);
	return new Map([...lines].map(([, name = '', value = '']) => [name, value]));
}

/** A random text that is made at the first start and stays: the file is readable by its owner only. */
export function keptSecret(data: string, name: string, bytes: number): string {
	const path = join(data, `${name}.txt`);
	if (!existsSync(path)) {
		// Whole or not at all, also where the process is killed in between.
		writeFileSync(`${path}.new`, randomBytes(bytes).toString('base64url'), { mode: 0o600 });
		renameSync(`${path}.new`, path);
	}
	return readFileSync(path, 'utf8').trim();
}
