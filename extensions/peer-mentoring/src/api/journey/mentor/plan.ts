import { today as dayAt } from '../../../clock/today.ts';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { PlanAnswer } from '../../../domain/home/caseload/answer.ts';
import type { Reading, Row } from './reading.ts';

/** The newest plan of a Mentee, and what they have said of it by a link (Table A). */
export async function readPlan({ rows, today }: Reading, mentee: Row | undefined): Promise<PlanAnswer | null> {
	if (!mentee) return null;
	const [plan] = await rows('action_plans', {
		fields: ['id', 'agreed_on'],
		filter: { mentee: { _eq: mentee.id } },
		sort: ['-date_created', '-id'],
	});
	if (!plan) return null;
	const confirmations = await rows('plan_confirmations', {
		fields: ['answer', 'answered_at', 'asked_change', 'expires_on', 'date_created'],
		filter: { action_plan: { _eq: plan.id } },
		sort: ['date_created', 'id'],
	});
	const last = confirmations.findLast(({ answer }) => answer !== null);
	const newest = confirmations.at(-1);
	const isOpen = newest?.answer === null && String(newest.expires_on) >= today;
	return {
		id: String(plan.id),
		agreed_on: plan.agreed_on as CalendarDay | null,
		open_until: isOpen ? (newest.expires_on as CalendarDay) : null,
		asked_change:
			last?.answer === 'change_asked'
				? { on: dayAt(new Date(String(last.answered_at))), text: String(last.asked_change ?? '') }
				: null,
	};
}
