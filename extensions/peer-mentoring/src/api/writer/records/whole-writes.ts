import type { Accountability } from '../../shared/caller.ts';
import { retrying } from '../../../storage/database/retry.ts';
import { inWrite } from '../../shared/pending.ts';
import type { Settling } from './settling.ts';

type Given = unknown[];
interface Service {
	knex: { isTransaction?: boolean };
	accountability: Accountability;
}
type Write = (this: Service, ...given: Given) => Promise<unknown>;

/** Where each method takes its options. */
const OPTIONS = {
	createOne: 1,
	createMany: 1,
	updateMany: 2,
	updateBatch: 1,
	upsertOne: 1,
	upsertMany: 1,
	deleteMany: 1,
} as const;
type Method = keyof typeof OPTIONS;
export type Writes = Record<Method, Write>;

/**
 * Follows every write of Directus as a whole, with all that is nested in it: it is done again where another stood in
 * its way, and what follows from it is settled when it is over, also where no request waits for it.
 */
export function settleWholeWrites(prototype: Writes, settling: Settling, tell: (error: unknown) => void): void {
	const settle: Settling['settle'] = (noted, user) => settling.settle(noted, user).catch(tell);
	for (const [method, position] of Object.entries(OPTIONS) as [Method, number][]) {
		const write = prototype[method];
		prototype[method] = function (...given) {
			// A part of a larger one, which is done again and settled with it.
			if (this.knex.isTransaction) return write.apply(this, given);
			// Directus counts in its options what a write has written.
			const once = () => write.apply(this, given.toSpliced(position, 1, { ...(given[position] as object) }));
			return inWrite(this.accountability?.user ?? null, () => retrying(once), settle);
		};
	}
}
