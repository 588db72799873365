/** The links of the chain: each holds the digest of a row, and a hash over itself and the link before (5.1). */
import { createHash } from 'node:crypto';

export type What = 'row' | 'changed' | 'deleted';

export interface Link {
	seq: number;
	/** The table of the row, and its key. */
	source: string;
	item: string;
	what: What;
	/** What made a change lawful. */
	note: string | null;
	digest: string;
	hash: string;
	/** Milliseconds. */
	sealed_at: number;
}

/** What stands before the first link. */
export const BEGINNING = '0'.repeat(64);

export function hashOf(
	before: string,
	{ seq, source, item, what, note, digest, sealed_at }: Omit<Link, 'hash'>,
): string {
	const said = JSON.stringify([before, seq, source, item, what, note, digest, sealed_at]);
	return createHash('sha256').update(said).digest('hex');
}

/** As the two databases give it: PostgreSQL gives large numbers as text. */
export function linkOf(row: Record<string, unknown>): Link {
	return { ...(row as unknown as Link), seq: Number(row.seq), sealed_at: Number(row.sealed_at) };
}
