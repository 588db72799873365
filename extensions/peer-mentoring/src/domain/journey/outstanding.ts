import type { CalendarDay } from '../calendar/calendar-day.ts';
import { agreedToStart, initialMeetingHeldOn } from './progress.ts';
import type { Terms } from '../contract/terms.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { becameCustomer } from './customer.ts';
import { dropoutDueOn } from './dropout.ts';
import type { Engagement } from './engagement.ts';
import { lacksConsent, type Gap } from './gaps.ts';
import { leavingLacks, type Leaving } from './leaving.ts';
import type { JourneyFacts } from './journey-rules.ts';

/** What a person's records say beside the journey itself. */
export interface FollowUp {
	/** What was told, to whom, and when. */
	told: readonly { to: Party; about: CodeOf<'notification_subject'>; on: CalendarDay }[];
	/** Whether the initial meeting itself says that its result was told. */
	result_told: boolean;
	/** The last change of the contact details since the start. */
	contact_changed_on: CalendarDay | null;
	disclosure: CodeOf<'disclosure'> | null;
	/** What is on record as explained; nothing is asked where there is no record on which it could stand. */
	explained: { voluntary: boolean; data: boolean; complaints: boolean };
	/** The day somebody who became a DWP customer was told what that changes. */
	customer_notice_on: CalendarDay | null;
	/** Reviews of the plan that do not say what was reviewed. */
	reviews_without_words: number;
	/** Whether they have asked for a change to their plan, and nothing has come of it yet. */
	change_waits: boolean;
	/** Actions of the plan by status. */
	actions: Readonly<Partial<Record<CodeOf<'action_status'>, number>>>;
	engagement: Engagement;
	/** What the form says of the end. */
	leaving: Leaving;
}

type Outstanding = CodeOf<'outstanding'>;
type Party = CodeOf<'notified_party'>;

const JOBCENTRE: readonly Party[] = ['single_point_of_contact', 'work_coach'];
const THIRD_PARTY: readonly Party[] = ['third_party'];
const END: readonly CodeOf<'notification_subject'>[] = ['completed', 'left_early'];

/**
 * What should be recorded or done for a Mentee and is not yet, beside the service-level clocks: the things that the
 * Call-Off Specification asks for without a deadline, in the order in which they come up. Once somebody has left, only
 * what belongs to leaving is asked for.
 */
export function outstandingFor(
	facts: JourneyFacts,
	followUp: FollowUp,
	{ today, terms }: { today: CalendarDay; terms: Terms },
): Outstanding[] {
	const { told, engagement } = followUp;
	const customer = facts.dwp_customer === 'yes';
	const started = facts.start_on !== null;
	const ended = facts.ended_on !== null;
	const present = started && !ended;
	const referrer = facts.route === 'third_party' ? THIRD_PARTY : JOBCENTRE;
	const isTold = (to: readonly Party[], ...about: CodeOf<'notification_subject'>[]) =>
		told.some((each) => to.includes(each.to) && about.includes(each.about));
	const resultTold = followUp.result_told || isTold(referrer, 'referral_result');
	const startTold = facts.route !== 'third_party' || isTold(JOBCENTRE, 'taking_part');
	const dropoutDue = dropoutDueOn(facts, terms);
	const leaving = missingOfLeaving(facts, followUp);
	const lacks = (gap: Gap) => !ended && (facts.gaps ?? []).includes(gap);
	const { voluntary, data, complaints } = followUp.explained;

	const checks: [Outstanding, boolean][] = [
		// 2.6, 2.9: the referrer is told the result of every initial meeting.
		['result_not_told', !ended && initialMeetingHeldOn(facts) !== null && !resultTold],
		['consent_missing', !ended && lacksConsent(facts)],
		['nino_missing', customer && present && !facts.nino],
		['customer_notice_missing', present && becameCustomer(facts) && followUp.customer_notice_on === null],
		// 2.9, Annex B: a third party's referral of a DWP customer is told to the Jobcentre Plus contact.
		['jobcentre_not_told_of_start', customer && present && !startTold],
		['disclosure_missing', present && followUp.disclosure === null],
		// 2.1 to 2.3, 2.26: on the form of the initial meeting.
		['meeting_incomplete', lacks('eligibility_incomplete') || (!ended && agreedToStart(facts) && !(voluntary && data))],
		// 2.27, D2.2: on that of the Diagnostic Interview. One that is not finished has its clock.
		[
			'interview_incomplete',
			lacks('interview_incomplete') || (!ended && facts.diagnostic_interview_on !== null && !complaints),
		],
		['plan_not_on_record', lacks('plan_not_on_record')],
		// 1.14: reviews are documented.
		['review_not_documented', !ended && followUp.reviews_without_words > 0],
		// Table A: whoever is asked whether a plan is right is heard.
		['plan_change_asked', !ended && followUp.change_waits],
		['digital_share_reached', present && engagement.digital > 0 && engagement.limit_reached],
		['dropout_due', present && dropoutDue !== null && dropoutDue <= today],
		['analysts_not_told_of_contact', present && contactUntold(facts, followUp)],
		// One thing to do for each person: the telling by itself has a screen of its own, everything else is on the form.
		['jobcentre_not_told_of_end', leaving.length === 1 && leaving[0] === 'jobcentre_told'],
		['leaving_unfinished', leaving.some((part) => part !== 'jobcentre_told')],
	];
	return checks.filter(([, holds]) => holds).map(([code]) => code);
}

/** What is still missing of the record of somebody's leaving, each part by itself, for their form. */
export function missingOfLeaving(facts: JourneyFacts, { told, actions, leaving }: FollowUp): CodeOf<'leaving_part'>[] {
	return leavingLacks(facts, leaving, {
		// 2.7, 2.19: the Jobcentre Plus contact is told of a completion and of an early end.
		jobcentre_told: told.some(({ to, about }) => JOBCENTRE.includes(to) && END.includes(about)),
		open_actions: (actions.open ?? 0) + (actions.in_progress ?? 0),
	});
}

/** The analysts hear of new contact details of third-party Mentees whom Jobcentre Plus does not know (1.27, 2.25). */
function contactUntold(facts: JourneyFacts, { contact_changed_on: changed, told }: FollowUp): boolean {
	if (changed === null || facts.route !== 'third_party' || facts.dwp_customer === 'yes') return false;
	return !told.some(({ to, about, on }) => to === 'analysts' && about === 'contact_details' && on >= changed);
}
