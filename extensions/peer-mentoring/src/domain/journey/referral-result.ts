import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';

/** One time that somebody was told something about a referral. */
export interface Notification {
	id: string;
	about: CodeOf<'notification_subject'>;
	told_to: CodeOf<'notified_party'>;
	result: CodeOf<'referral_result'> | null;
	told_on: CalendarDay;
}

/** What whoever referred somebody may know of it: no name, and no more than they were told. */
export interface ReferralResult {
	result: CodeOf<'referral_result'>;
	told_on: CalendarDay;
}

const REFERRERS: readonly CodeOf<'notified_party'>[] = ['work_coach', 'third_party'];

/** The result last told to the Work Coach (2.6) or the third party (2.9); undefined while it is being arranged. */
export function resultTold(notifications: readonly Notification[]): ReferralResult | undefined {
	const told = notifications.filter(
		({ about, told_to, result }) => about === 'referral_result' && REFERRERS.includes(told_to) && result !== null,
	);
	const latest = told.sort((a, b) => (order(a) < order(b) ? -1 : 1)).at(-1);
	return latest && { result: latest.result as ReferralResult['result'], told_on: latest.told_on };
}

function order({ told_on, id }: Notification): string {
	return `${told_on} ${id}`;
}
