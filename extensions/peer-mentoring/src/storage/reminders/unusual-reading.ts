import type { Knex } from 'knex';
import { addDays, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { codeText } from '../../domain/language/messages.ts';
import type { Matter } from '../../domain/service-levels/reminders.ts';
import { unusualHours } from '../privacy/readers.ts';

/** Hours of yesterday and today in which somebody read people's records in an unusual way: each is told once (5.1). */
export async function unusuallyRead(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const hours = await unusualHours(knex, new Date(`${addDays(today, -1)}T00:00:00Z`));
	return hours.map(({ user, email, day, hour, why, records, read }) => {
		const said = (language: 'en-GB' | 'cy-GB') =>
			[
				...why.map((each) => codeText('unusual_reading', each)[language]),
				`${String(hour).padStart(2, '0')}:00, ${records}`,
			].join(', ');
		return {
			kind: 'unusual_reading',
			key: `${user} ${day} ${hour} ${why.join()}`,
			mentor_user: null,
			supplier: null,
			reference: email ?? user,
			contract: null,
			about: { 'en-GB': said('en-GB'), 'cy-GB': said('cy-GB') },
			on: day,
			record: { collection: 'access_log', key: read },
		};
	});
}
