/** What a backup says of itself, at its end. */
import { randomBytes, scryptSync } from 'node:crypto';
import type { Checksum } from './entries.ts';

/** How many rows a table has and, where the database can say so, what they come to whatever their order. */
export interface TableCount {
	rows: number;
	sum?: string;
}

export type Kind = 'sqlite' | 'postgres';

export interface Manifest {
	taken_at: string;
	version: string;
	database: Kind;
	tables: Record<string, TableCount>;
	entries: Record<string, Checksum>;
	/** Files that the database names and that were not there any more. */
	missing_files: string[];
	/** Of keys that are no part of the backup: what tells whether another machine has the same. */
	keys: { salt: string; fingerprints: Record<string, string> };
}

export const MANIFEST = 'manifest.json';

/** Keys without which some of what is stored cannot be read, or people have to sign in again. */
const KEYS = ['SECRET', 'FIELD_KEY'] as const;

export function fingerprints(env: Record<string, unknown>, salt = randomBytes(16).toString('hex')): Manifest['keys'] {
	const set = KEYS.flatMap((name) => (env[name] ? [[name, fingerprint(String(env[name]), salt)] as const] : []));
	return { salt, fingerprints: Object.fromEntries(set) };
}

/** The keys that are not here as they were where the backup was taken. */
export function otherKeys({ keys }: Manifest, env: Record<string, unknown>): string[] {
	const here = fingerprints(env, keys.salt).fingerprints;
	return Object.entries(keys.fingerprints)
		.filter(([name, print]) => here[name] !== print)
		.map(([name]) => name);
}

function fingerprint(key: string, salt: string): string {
	return scryptSync(key, Buffer.from(salt, 'hex'), 16).toString('hex');
}
