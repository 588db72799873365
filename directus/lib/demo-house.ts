/** The demo's Peer Mentors, whom their Supplier looks after. */
import type { CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayOf } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { DemoMentorInPost } from '../../seed/demo/house.ts';
import type { Knex } from './directus.ts';

/** Every Peer Mentor by their key, with the first day in post. */
export async function demoMentorsInPost(knex: Knex): Promise<Map<string, DemoMentorInPost>> {
	const rows: (Omit<DemoMentorInPost, 'from'> & { from: unknown })[] = await knex('peer_mentors as mentor')
		.join('directus_users as account', 'account.id', 'mentor.user')
		.join('fte_assignments as assignment', 'assignment.peer_mentor', 'mentor.id')
		.groupBy('mentor.id', 'mentor.supplier', 'mentor.user', 'account.email')
		.orderBy('account.email')
		.select('mentor.id', 'mentor.supplier', 'mentor.user as mentor_user', 'account.email')
		.min({ from: 'assignment.starts_on' });
	return new Map(rows.map(({ from, ...row }) => [row.id, { ...row, from: dayOf(from) as CalendarDay }]));
}
