import { isDirectusError } from '@directus/errors';
import type { Knex } from 'knex';
import { agreementAfter, standingOfLink, type GivenAnswer } from '../../../domain/journey/plan-confirmation.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { today } from '../../../clock/today.ts';
import { lockInOrder } from '../../../storage/database/locks.ts';
import { retrying } from '../../../storage/database/retry.ts';
import { findConfirmation, keepAnswer, type StoredLink } from '../../../storage/journey/plan-confirmations.ts';
import { languageOfAccount } from '../../../storage/platform/accounts.ts';
import { notify } from '../../../storage/platform/notifications.ts';
import { settleInside } from '../../../storage/writer/settle.ts';
import { PageRefused } from '../../shared/pages/refusals.ts';
import type { Tell, Told } from '../../shared/tell-everybody.ts';
import { TEXTS, TOLD } from './texts.ts';

/** Writes a plan as the platform itself does, within a transaction: through every rule, with all that follows from it. */
export type WritePlan = (
	transaction: Knex,
	id: string,
	change: object,
	options: { bypassEmitAction: Tell },
) => Promise<unknown>;

interface Confirming {
	knex: Knex;
	writePlan: WritePlan;
	tell: Tell;
}

/** The link of a token that opens its plan now; every other one is refused. */
export async function openLink(knex: Knex, token: string): Promise<StoredLink> {
	const link = await findConfirmation(knex, token);
	const standing = link && standingOfLink(link, link.plan, today());
	if (!link || !standing || standing === 'gone') throw new PageRefused('link');
	if (standing === 'changed') throw new PageRefused('changed');
	return link;
}

/**
 * Takes the one answer of a link: it is kept with its words, and the plan is agreed, in one transaction. Of two at the
 * same moment one counts, and the other finds a link that is over.
 */
export async function confirm(
	{ knex, writePlan, tell }: Confirming,
	token: string,
	given: GivenAnswer,
	language: Language,
): Promise<void> {
	const told: Told[] = [];
	try {
		await retrying(() => {
			told.length = 0;
			return knex.transaction(async (transaction) => {
				const seen = await openLink(transaction, token);
				await lockInOrder(transaction, 'referral', [seen.plan.referral]);
				// Whatever was written about the person until the lock was had is looked at now.
				const link = await openLink(transaction, token);
				const wording = given.answer === 'agreed' ? TEXTS[language].wording : null;
				const counts = await keepAnswer(transaction, link, { ...given, wording, read_in: language, at: new Date() });
				if (!counts) throw new PageRefused('link');
				const change = given.answer === 'agreed' ? agreementAfter(link.plan, today()) : undefined;
				if (change)
					await writePlan(transaction, link.plan.id, change, { bypassEmitAction: (each) => void told.push(each) });
				else
					await settleInside(
						transaction,
						{ referrals: [link.plan.referral], contracts: [], mentors: [] },
						today(),
						null,
					);
				await tellMentor(transaction, link, given);
			});
		});
	} catch (error) {
		if (isRefusal(error)) throw new PageRefused('not_now');
		throw error;
	}
	told.forEach(tell);
}

/** What a rule refuses is nothing that a Mentee could put right. */
function isRefusal(error: unknown): boolean {
	const errors = Array.isArray(error) ? error : [error];
	return errors.length > 0 && errors.every((each) => isDirectusError(each) && each.status < 500);
}

async function tellMentor(knex: Knex, { plan }: StoredLink, { answer }: GivenAnswer): Promise<void> {
	const { mentor_user: recipient, mentee: item } = plan;
	if (recipient === null) return;
	const language = (await languageOfAccount(knex, recipient)) ?? 'en-GB';
	await notify(knex, { recipient, collection: 'mentees', item, subject: TOLD[language][answer], message: '' });
}
