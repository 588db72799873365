import type { Knex } from 'knex';
import { isOnRecord } from '../../../domain/journey/plan.ts';
import { lastDayOfLink } from '../../../domain/journey/plan-confirmation.ts';
import { dayInWords } from '../../../domain/language/messages.ts';
import { today } from '../../../clock/today.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { lockInOrder } from '../../../storage/database/locks.ts';
import { retrying } from '../../../storage/database/retry.ts';
import { issueConfirmation, readPlan } from '../../../storage/journey/plan-confirmations.ts';
import { settleInside } from '../../../storage/writer/settle.ts';
import { mayTouch } from '../../shared/caller.ts';
import { NotYoursError, refusal } from '../../shared/errors.ts';
import { allowedTo, type AuthenticatedRequest } from '../../shared/http.ts';
import { noteRead } from '../../shared/read-log.ts';
import { LETTER } from './texts.ts';

export interface MadeLink {
	/** The address, told this once. */
	url: string;
	expires_on: string;
	/** What to send with it, in the Mentee's language, without the nature of the service. */
	text: string;
	subject: string;
	/** Where it can be sent by e-mail. */
	email: string | null;
}

/** A link for a plan of the caller's own Mentees or Supplier; the one before ends. */
export async function makeLink(knex: Knex, request: AuthenticatedRequest, publicUrl: string): Promise<MadeLink> {
	const caller = await allowedTo(knex, request, ['Peer Mentor', 'Supplier Manager']);
	const id = uuidIn(request.params.id);
	const plan = id === undefined ? undefined : await readPlan(knex, id);
	if (!plan || !mayTouch(caller, plan)) throw new NotYoursError();
	// A restricted record is the mentor's alone (2.25): nobody else learns that it is there.
	if (plan.restricted && caller.role === 'Supplier Manager') throw new NotYoursError();
	if (plan.restricted || plan.ended_on !== null) throw refusal('action_plans', 'mentee', 'plan_link_for_nobody');
	const { goal, actions } = plan.read;
	if (!isOnRecord({ plan: { goal }, actions })) throw refusal('action_plans', 'actions', 'plan_link_needs_plan');
	await noteRead('action_plans', [plan.id]);
	const expires_on = lastDayOfLink(today());
	const { user } = caller;
	const token = await retrying(() =>
		knex.transaction(async (transaction) => {
			await lockInOrder(transaction, 'referral', [plan.referral]);
			const made = await issueConfirmation(transaction, plan, { expires_on, user });
			// A change that was asked for before waits no more.
			await settleInside(transaction, { referrals: [plan.referral], contracts: [], mentors: [] }, today(), user);
			return made;
		}),
	);
	const url = `${publicUrl}/plan-confirmation/${token}`;
	const { text, subject } = LETTER[plan.language];
	return { url, expires_on, text: text(url, dayInWords(expires_on, plan.language)), subject, email: plan.email };
}
