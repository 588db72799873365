import { defineOperationApi } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { monthOf } from '../../../domain/calendar/calendar-day.ts';
import { codeLists } from '../../../domain/language/code-lists.ts';
import { today as dayNow } from '../../../clock/today.ts';
import { nthWorkingDay, type Calendar } from '../../../domain/calendar/working-days.ts';
import { readHolidays } from '../../../storage/calendar/holidays.ts';
import { choiceOption, OperationError, wholeNumberOption } from '../../shared/operation-options.ts';

interface Options {
	/** Which Working Day of the month: 5 for the fifth. */
	number?: unknown;
	calendar?: unknown;
	/** `on` that day, or `from` that day on. */
	when?: unknown;
}

const CALENDARS = codeLists.working_day_calendar.map(({ value }) => value);

/** Goes on only on the nth Working Day of the month, or from it on; on any other day the flow takes the other way. */
export default defineOperationApi<Options>({
	id: 'nth-working-day',
	handler: async ({ number, calendar, when }, { database }) => {
		const n = wholeNumberOption('number', number, 1, 23, 1);
		const name: Calendar = choiceOption('calendar', calendar, CALENDARS, 'england-and-wales');
		const mode = choiceOption('when', when, ['on', 'from'], 'on');
		const today = dayNow();
		const day = nthWorkingDay(monthOf(today), n, await readHolidays(database as unknown as Knex, name));
		const answer = { today, number: n, calendar: name, day };
		if (mode === 'on' ? today === day : today >= day) return answer;
		throw new OperationError(
			`today is not ${mode === 'on' ? '' : 'on or after '}${day}, Working Day ${n} of the month`,
		);
	},
});
