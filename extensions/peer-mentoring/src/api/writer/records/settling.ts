import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { retrying } from '../../../storage/database/retry.ts';
import { settleInside } from '../../../storage/writer/settle.ts';
import { forget, forgetTakenUp, keepTurn, takeUp } from '../../../storage/writer/unsettled.ts';
import { workOf, type Kind, type Noted } from '../../shared/pending.ts';
import { settleTerms } from './settle-terms.ts';
import { traceOf } from '../../shared/trace-of.ts';

interface Logger {
	info: (message: string) => void;
	error: (message: string) => void;
}

/** Removes the notes of what is settled, with the connection that settled it. */
type Remove = (knex: Knex, ids: readonly string[]) => Promise<void>;

const KEPT_EVERY = 10_000;

export interface Settling {
	/** Does all that follows from what was written; whatever fails stays noted. */
	settle(noted: readonly Noted[], user: string | null): Promise<void>;
	/** Takes up what no process has settled in time: its own of before a crash, too. */
	takeUpTheRest(): Promise<void>;
}

export function makeSettling(knex: Knex, logger: Logger): Settling {
	let busy = false;

	async function settleAll(noted: readonly Noted[], user: string | null, remove: Remove): Promise<void> {
		const of = (...kinds: Kind[]) => noted.filter(({ kind }) => kinds.includes(kind));
		const [people, terms] = [of('referral', 'contract', 'mentor'), of('terms', 'calendar')];
		if (people.length > 0) {
			const written = {
				referrals: keysOf(of('referral')),
				contracts: keysOf(of('contract')),
				mentors: keysOf(of('mentor')),
			};
			await retrying(() =>
				knex.transaction(async (transaction) => {
					await settleInside(transaction, written, today(), user);
					await remove(transaction, idsOf(people));
				}),
			);
		}
		if (terms.length > 0) {
			const changed = { contracts: keysOf(of('terms')), calendars: keysOf(of('calendar')) };
			const { goingOn } = await settleTerms(knex, changed, user, logger);
			const removed = () => remove(knex, idsOf(terms));
			if (goingOn) void kept(idsOf(terms), goingOn).then(removed).catch(tellOfTerms);
			else await removed();
		}
		for (const { kind, key, ids } of noted.filter((each) => !people.includes(each) && !terms.includes(each))) {
			await retrying(() => workOf(kind)(key));
			await remove(knex, ids);
		}
	}

	const tellOfTerms = (error: unknown) =>
		logger.error(`The due dates could not be worked out again; it is tried again in a minute: ${traceOf(error)}`);

	/** While something takes long, nobody else takes it up. */
	async function kept(ids: readonly string[], work: Promise<void>): Promise<void> {
		const timer = setInterval(() => void keepTurn(knex, ids).catch(() => undefined), KEPT_EVERY);
		await work.finally(() => clearInterval(timer));
	}

	return {
		settle: (noted, user) => settleAll(noted, user, forget),
		async takeUpTheRest() {
			if (busy) return;
			busy = true;
			try {
				for (let found = await takeUp(knex); found.length > 0; found = await takeUp(knex)) {
					for (const alike of Map.groupBy(found, ({ kind, key }) => `${kind} ${key}`).values()) {
						const [{ kind, key, user }] = alike as [(typeof alike)[number]];
						const noted = { kind: kind as Kind, key, ids: alike.map(({ id }) => id) };
						await settleAll([noted], user, forgetTakenUp).catch((error: unknown) =>
							logger.error(`What follows from a record could not be worked out; it is tried again: ${traceOf(error)}`),
						);
					}
				}
			} finally {
				busy = false;
			}
		},
	};
}

const keysOf = (noted: readonly Noted[]) => noted.map(({ key }) => key);
const idsOf = (noted: readonly Noted[]) => noted.flatMap(({ ids }) => ids);
