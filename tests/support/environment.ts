/** Where a platform of the tests keeps its data, and the environment that its commands need. */
import { resolve } from 'node:path';
import { urlOf } from './postgres.ts';

export const root = resolve(import.meta.dirname, '../..');
export const ADMIN = { email: 'admin@example.org', password: 'tests-only-administrator' };

/** The largest files that a platform of the tests takes: small, so that too large a one is soon made. */
export const MOST_BYTES = { INVOICE: 20_000, REGISTER: 20_000, TEMPLATE: 200_000 };

export type Database = 'sqlite' | 'postgres';
/** What a database begins with; `world`: the reference data and the Suppliers of `world.ts`. */
export type Seed = 'demo' | 'reference' | 'world';

/** The database of this lane. */
export const lane = (process.env.TEST_DATABASE ?? 'sqlite') as Database;

/** A data folder and a database of one's own. */
export interface Copy {
	database: Database;
	data: string;
	/** Of the PostgreSQL database. */
	name: string;
}

export function environment({ database, data, name }: Copy, more: Record<string, string>): NodeJS.ProcessEnv {
	const own: Record<string, string> = {
		TZ: 'UTC',
		DATA_DIR: data,
		ADMIN_EMAIL: ADMIN.email,
		ADMIN_PASSWORD: ADMIN.password,
		// Tests ask faster than people do.
		RATE_LIMITER_POINTS: '5000',
		// Only tests of the second factor are about it.
		SECOND_FACTOR: 'offered',
		// A password is slow to try on purpose; tests sign in some thousand times.
		HASH_MEMORY_COST: '1024',
		// Directus waits half a second at every sign-in, so that nobody learns from the time which account exists.
		LOGIN_STALL_TIME: '0',
		// Only a browser looks at the Studio, which is put together anew at every start.
		SERVE_APP: String(process.env.TEST_LANE !== 'api'),
		...Object.fromEntries(Object.entries(MOST_BYTES).map(([what, most]) => [`${what}_MAX_BYTES`, String(most)])),
		...(database === 'postgres' ? { DB_CLIENT: 'pg', DB_CONNECTION_STRING: urlOf(name) } : {}),
		...more,
	};
	return { ...process.env, ...own };
}

/** The data that the platform itself is to load. */
export const seedOf = (seed: Seed): string => (seed === 'world' ? 'reference' : seed);
