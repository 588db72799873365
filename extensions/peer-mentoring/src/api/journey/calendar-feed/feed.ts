import type { Knex } from 'knex';
import { calendarFeed, feedBegins } from '../../../domain/home/caseload/calendar-feed.ts';
import { today as dayAt } from '../../../clock/today.ts';
import { appointmentsOf } from '../../../storage/journey/appointments.ts';
import { userOfCalendar } from '../../../storage/people/mentor-calendars.ts';
import { standingOf } from '../../../storage/platform/standing.ts';
import { languageIn } from '../../shared/asked-language.ts';
import { PageRefused } from '../../shared/pages/refusals.ts';
import { noteRead } from '../../shared/read-log.ts';

/** The calendar behind a token, as long as whoever made it is a Peer Mentor who may sign in. */
export async function feedOf(knex: Knex, token: string): Promise<string> {
	const user = await userOfCalendar(knex, token);
	const account = user === undefined ? undefined : await standingOf(knex, user);
	const isMentor = account?.status === 'active' && account.role_name === 'Peer Mentor' && account.left_on === null;
	if (user === undefined || !isMentor) throw new PageRefused('link');
	const today = dayAt();
	const appointments = await appointmentsOf(knex, user, { from: feedBegins(today), today });
	for (const collection of ['mentees', 'referrals'] as const) {
		const own = appointments.filter((each) => each.collection === collection);
		await noteRead(
			collection,
			own.map(({ id }) => id),
		);
	}
	return calendarFeed(appointments, languageIn(account.language));
}
