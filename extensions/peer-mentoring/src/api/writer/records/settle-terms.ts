import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { languageOfAccount } from '../../../storage/platform/accounts.ts';
import { notify } from '../../../storage/platform/notifications.ts';
import {
	concernedBy,
	recompute,
	type ChangedTerms,
	type Recomputation,
} from '../../../storage/writer/recomputation.ts';

interface Logger {
	info: (message: string) => void;
}

/** As many referrals as are worked out again while whoever changed the terms waits: well under two seconds. */
const REFERRALS_TO_WAIT_FOR = 500;

/**
 * Works out again what changed terms concern. Where that takes longer it goes on after the answer: its progress is on
 * record, and whoever made the change is told when it is done.
 * @returns what goes on
 */
export async function settleTerms(
	knex: Knex,
	changed: ChangedTerms,
	user: string | null,
	logger: Logger,
): Promise<{ goingOn?: Promise<void> }> {
	const concerned = await concernedBy(knex, changed);
	const all = concerned.reduce((total, { referrals }) => total + referrals, 0);
	if (all <= REFERRALS_TO_WAIT_FOR) {
		for (const each of concerned) await recompute(knex, each, today(), user);
		return {};
	}
	return { goingOn: inBackground(knex, concerned, user, logger) };
}

async function inBackground(
	knex: Knex,
	concerned: readonly Recomputation[],
	user: string | null,
	logger: Logger,
): Promise<void> {
	for (const each of concerned) {
		const { changed, due_dates_moved, now_met, now_missed } = await recompute(knex, each, today(), user);
		logger.info(`Due dates worked out again for ${each.referrals} referrals: ${changed} changed`);
		if (user !== null) await tell(knex, user, each.reference, { due_dates_moved, now_met, now_missed });
	}
}

type Counts = Record<'due_dates_moved' | 'now_met' | 'now_missed', number>;

async function tell(
	knex: Knex,
	user: string,
	contract: string,
	{ due_dates_moved: moved, now_met: met, now_missed: missed }: Counts,
) {
	const welsh = (await languageOfAccount(knex, user)) === 'cy-GB';
	await notify(knex, {
		recipient: user,
		collection: 'clock_recomputations',
		subject: welsh
			? `${contract}: ailgyfrifwyd y dyddiadau cau`
			: `${contract}: the due dates have been worked out again`,
		message: welsh
			? `Dyddiadau cau a symudwyd: ${moved}. Bellach wedi’u bodloni: ${met}. Bellach wedi’u methu: ${missed}.`
			: `Due dates moved: ${moved}. Now met: ${met}. Now missed: ${missed}.`,
	});
}
