import type { Knex } from 'knex';
import type { Accountability } from '../../shared/caller.ts';
import { retrying } from '../../../storage/database/retry.ts';
import { inWrite } from '../../shared/pending.ts';
import type { Tell, Told } from '../../shared/tell-everybody.ts';
import type { Settling } from './settling.ts';

type Given = unknown[];
interface Service {
	collection: string;
	knex: Knex;
	accountability: Accountability;
	fork(options: { knex: Knex }): Service;
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

/** Those that Directus asks the rules of before it opens its transaction. */
const ASKED_OUTSIDE: readonly Method[] = ['updateMany', 'deleteMany'];

/**
 * Follows every write of Directus as a whole, with all that is nested in it: it is done again where another stood in
 * its way, and what follows from it is settled when it is over, also where no request waits for it.
 * @param act tells the action hooks of a write that is stored
 */
export function settleWholeWrites(
	prototype: Writes,
	settling: Settling,
	act: Tell,
	tell: (error: unknown) => void,
): void {
	const settle: Settling['settle'] = (noted, user) => settling.settle(noted, user).catch(tell);
	for (const [method, position] of Object.entries(OPTIONS) as [Method, number][]) {
		const write = ASKED_OUTSIDE.includes(method)
			? inOneTransaction(prototype[method], position, act)
			: prototype[method];
		prototype[method] = function (...given) {
			// A part of a larger one, which is done again and settled with it.
			if (this.knex.isTransaction) return write.apply(this, given);
			// Directus counts in its options what a write has written.
			const once = () => write.apply(this, given.toSpliced(position, 1, { ...(given[position] as object) }));
			return inWrite(this.accountability?.user ?? null, () => retrying(once), settle);
		};
	}
}

/**
 * A change, or a deletion, whose rules are asked in the transaction that writes it, as a new record's are: what a rule
 * has locked stays locked until the record is stored, so that of two at the same moment the second sees the first.
 */
function inOneTransaction(write: Write, position: number, act: Tell): Write {
	return async function (...given) {
		if (this.knex.isTransaction || this.collection.startsWith('directus_')) return write.apply(this, given);
		const options = given[position] as { bypassEmitAction?: Tell } | undefined;
		const told: Told[] = [];
		const bypassEmitAction: Tell = (each) => void told.push(each);
		const inside = given.toSpliced(position, 1, { ...options, bypassEmitAction });
		const result = await this.knex.transaction((knex) => write.apply(this.fork({ knex }), inside));
		told.forEach(options?.bypassEmitAction ?? act);
		return result;
	};
}
