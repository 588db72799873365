/** What belongs to leaving the provision, and is asked for at its end (1.16, 2.18, 2.19, 2.27). */
import type { CodeOf } from '../language/code-lists.ts';
import type { Problem } from './messages.ts';
import type { JourneyFacts } from './journey-rules.ts';

/** What the Mentee's form says of the end, beside its day and its reason. */
export interface Leaving {
	/** Why, in words. */
	end_reason_detail: string | null;
	destination: CodeOf<'destination'> | null;
	next_steps: string | null;
	/** Whether sharing the final plan with the Work Coach was encouraged; `null` while nobody has said. */
	sharing_encouraged: boolean | null;
	/** Whether somebody who is no DWP customer was encouraged to claim; `null` while nobody has said. */
	claim_encouraged: boolean | null;
}

/** What other records say of the end. */
export interface LeavingRecords {
	jobcentre_told: boolean;
	/** Actions of the plan that are neither done nor dropped. */
	open_actions: number;
}

type EndReason = CodeOf<'end_reason'>;

/** A choice of the list that says too little by itself: why somebody disengaged, and what else it was (2.27, Annex E). */
const NEED_WORDS: readonly EndReason[] = ['dropout', 'other'];
/** Ends without a final meeting: nobody was there to talk about next steps with, or to encourage (1.16, 2.18). */
const WITHOUT_MEETING: readonly EndReason[] = ['dropout', 'died'];

/** Whether the reason of an end still has to be said in words. */
export function lacksWords(
	{ end_reason }: Pick<JourneyFacts, 'end_reason'>,
	{ end_reason_detail }: Pick<Leaving, 'end_reason_detail'>,
): boolean {
	return end_reason !== null && NEED_WORDS.includes(end_reason) && isBlank(end_reason_detail);
}

/** Refuses a Dropout, and another end, of which a form does not say why in words (2.27, Annex E). */
export function wordsMissing(
	facts: Pick<JourneyFacts, 'end_reason'>,
	leaving: Pick<Leaving, 'end_reason_detail'>,
): Problem[] {
	return lacksWords(facts, leaving) ? [{ field: 'end_reason_detail', code: 'end_needs_words' }] : [];
}

/** What is still to be recorded of somebody who has left, in the order of the form; nothing while they are supported. */
export function leavingLacks(
	facts: JourneyFacts,
	leaving: Leaving,
	{ jobcentre_told, open_actions }: LeavingRecords,
): CodeOf<'leaving_part'>[] {
	if (facts.ended_on === null) return [];
	const { end_reason: reason } = facts;
	const customer = facts.dwp_customer === 'yes';
	const started = facts.start_on !== null;
	const metAtTheEnd = started && (reason === null || !WITHOUT_MEETING.includes(reason));
	const checks: [CodeOf<'leaving_part'>, boolean][] = [
		['reason', started && reason === null],
		['reason_in_words', started && lacksWords(facts, leaving)],
		['destination', started && reason !== 'died' && leaving.destination === null],
		['sharing_encouraged', metAtTheEnd && customer && leaving.sharing_encouraged === null],
		['claim_encouraged', metAtTheEnd && !customer && leaving.claim_encouraged === null],
		['next_steps', metAtTheEnd && isBlank(leaving.next_steps)],
		['jobcentre_told', started && customer && !jobcentre_told],
		['actions_settled', open_actions > 0],
	];
	return checks.filter(([, lacks]) => lacks).map(([part]) => part);
}

const isBlank = (text: string | null) => !text?.trim();
