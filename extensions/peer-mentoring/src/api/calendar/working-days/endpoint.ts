import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { addDays, firstDay, lastDay } from '../../../domain/calendar/calendar-day.ts';
import { deadline, nthWorkingDay, workingDaysBetween } from '../../../domain/calendar/working-days.ts';
import { readHolidays } from '../../../storage/calendar/holidays.ts';
import { Misasked } from '../../shared/errors.ts';
import { handler, signedIn } from '../../shared/http.ts';
import { calendarIn, dayIn, monthIn, wholeNumberIn } from '../../shared/query.ts';

/** More than a month has, and as many as any deadline of the specification and then some. */
const MOST_IN_MONTH = 23;
const MOST_DAYS = 366;

/** `GET /working-days/deadline` and `GET /working-days/nth`: the same Working Days that every clock counts. */
export default defineEndpoint({
	id: 'working-days',
	handler: (router, { database }) => {
		const knex = database as unknown as Knex;
		router.get(
			'/deadline',
			handler(async (request, response) => {
				await signedIn(knex, request);
				const from = dayIn('from', request.query.from);
				const days = wholeNumberIn('days', request.query.days, 0, MOST_DAYS);
				const holidays = await readHolidays(knex, calendarIn('calendar', request.query.calendar));
				response.json({ data: { deadline: deadline(from, days, holidays) } });
			}),
		);
		router.get(
			'/nth',
			handler(async (request, response) => {
				await signedIn(knex, request);
				const month = monthIn('month', request.query.month);
				const n = wholeNumberIn('n', request.query.n, 1, MOST_IN_MONTH);
				const holidays = await readHolidays(knex, calendarIn('calendar', request.query.calendar));
				const inMonth = workingDaysBetween(addDays(firstDay(month), -1), lastDay(month), holidays);
				if (n > inMonth) {
					throw new Misasked(
						`${month} has ${inMonth} Working Days; ask for n up to ${inMonth}.`,
						`Mae ${inMonth} diwrnod gwaith yn ${month}; gofynnwch am n hyd at ${inMonth}.`,
					);
				}
				response.json({ data: { date: nthWorkingDay(month, n, holidays) } });
			}),
		);
	},
});
