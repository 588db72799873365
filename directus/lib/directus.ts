/**
 * The one door to Directus's own modules. Directus publishes them without types and loads the whole server with them,
 * so they are imported when asked for, after {@link prepareEnvironment}, and typed here.
 */
import type { Readable } from 'node:stream';
import type { Knex } from 'knex';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Bus, Clock, Lock, RightsCache } from './redis-away/stand-ins.ts';
import type { StorageLocation } from './stored-files.ts';

export type { Knex };

/** One item of a collection as Directus's services read and write it. */
export type Item = Record<string, unknown>;

export interface ItemsService {
	createOne(data: Item): Promise<string | number>;
	createMany(data: Item[]): Promise<(string | number)[]>;
	updateOne(key: string | number, data: Item): Promise<string | number>;
	upsertSingleton(data: Item): Promise<string | number>;
	readByQuery(query: object): Promise<Item[]>;
	deleteMany(keys: (string | number)[]): Promise<unknown>;
}

export type SchemaOverview = { collections: Record<string, unknown> } & object;

export interface Snapshot {
	version: number;
	directus: string;
	vendor?: string;
	collections: SnapshotCollection[];
	fields: SnapshotField[];
	systemFields?: unknown[];
	relations: SnapshotRelation[];
}
export interface SnapshotCollection {
	collection: string;
	meta: Item | null;
	schema: Item | null;
}
export interface SnapshotField {
	collection: string;
	field: string;
	type: string;
	meta: Item | null;
	schema: Item | null;
}
export interface SnapshotRelation {
	collection: string;
	field: string;
	related_collection: string | null;
	meta: Item | null;
	schema: Item | null;
}

interface Modules {
	'utils/generate-hash': { generateHash: (text: string) => Promise<string> };
	'database/index': {
		default: () => Knex;
		getDatabaseClient: (knex: Knex) => string;
		isInstalled: () => Promise<boolean>;
		validateMigrations: () => Promise<boolean>;
		validateDatabaseConnection: (knex: Knex) => Promise<void>;
	};
	'database/seeds/run': { default: (knex: Knex) => Promise<void> };
	'database/migrations/run': { default: (knex: Knex, direction: 'latest', log?: boolean) => Promise<void> };
	'utils/create-admin': { createAdmin: (schema: SchemaOverview) => Promise<void> };
	'utils/get-schema': {
		getSchema: (options?: { database?: Knex; bypassCache?: boolean }) => Promise<SchemaOverview>;
	};
	'utils/get-snapshot': { getSnapshot: (options: { database: Knex; schema: SchemaOverview }) => Promise<Snapshot> };
	'utils/apply-diff': {
		applyDiff: (current: Snapshot, diff: object, options: { database: Knex; schema: SchemaOverview }) => Promise<void>;
	};
	'services/items': {
		ItemsService: new (collection: string, options: { schema: SchemaOverview; knex?: Knex }) => ItemsService;
	};
	'services/assets': { AssetsService: unknown };
	'services/files': {
		FilesService: new (options: { schema: SchemaOverview }) => {
			uploadOne(content: Readable, about: Item): Promise<string>;
		};
	};
	'storage/index': { getStorage: () => Promise<{ location: (name: string) => StorageLocation }> };
	cache: { flushCaches: (force?: boolean) => Promise<void> };
	'redis/index': { useRedis: () => { status: string; ping: () => Promise<unknown> } };
	'permissions/cache': { useCache: () => RightsCache };
	'bus/index': { useBus: () => Bus };
	'lock/index': { useLock: () => Lock };
	synchronization: { SynchronizedClock: { prototype: Clock } };
	'middleware/rate-limiter-ip': { rateLimiter: RateLimiterAbstract | undefined };
	'middleware/rate-limiter-global': { rateLimiterGlobal: RateLimiterAbstract | undefined };
	'logger/index': { useLogger: () => { warn(details: object | string, message?: string): void } };
	server: { startServer: () => Promise<void> };
	emitter: { default: { onAction: (event: string, handler: () => void) => void } };
}

/** Imports one module of `@directus/api`, with the types above. */
export async function directus<Path extends keyof Modules>(path: Path): Promise<Modules[Path]> {
	return (await import(`@directus/api/${path}`)) as Modules[Path];
}

/** Directus's effective environment: defaults, then `process.env`, then its configuration file. */
export async function effectiveEnvironment(): Promise<Record<string, unknown>> {
	const { useEnv } = await import('@directus/env');
	return useEnv() as Record<string, unknown>;
}
