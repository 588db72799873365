import type { ToDo } from '../../../domain/home/caseload/to-dos.ts';

/** What is answered on the Mentee's own form. */
const ON_THE_FORM: readonly ToDo['what'][] = [
	'nino_missing',
	'customer_notice_missing',
	'disclosure_missing',
	'plan_change_asked',
	'dropout_due',
	'leaving_unfinished',
];
/** What is answered by a session. */
const BY_A_SESSION: readonly ToDo['what'][] = ['four_sessions', 'digital_share_reached'];

/** The page of the Studio that answers something to do: our own screens, or the record where there is no Mentee yet. */
export function pageOf({ what, mentee, referral }: ToDo): string {
	if (what === 'initial_meeting' || what === 'meeting_incomplete') return `/caseload/answer/${what}/${referral}`;
	if (mentee === null) return `/content/referrals/${referral}`;
	if (ON_THE_FORM.includes(what)) return `/content/mentees/${mentee}`;
	return BY_A_SESSION.includes(what) ? sessionPage(mentee) : `/caseload/answer/${what}/${mentee}`;
}

/** *Record a session*, with the Mentee chosen. */
export function sessionPage(mentee: string): string {
	return `/caseload/session?mentee=${mentee}`;
}
