import type { Knex } from 'knex';
import type { CalendarDay } from '../domain/calendar-day.ts';
import { dayInWords, type Language } from '../domain/messages.ts';
import { deadline, type Calendar } from '../domain/working-days.ts';
import { dayColumn } from './day-columns.ts';
import { holidayReader } from './holidays.ts';

/** What one Peer Mentor is to be told. No name: the message may travel by e-mail. */
export interface Reminder {
	user: string;
	subject: string;
	message: string;
}

/** For every Peer Mentor with something due in so many Working Days: what, for which reference, by when. */
export async function remindersDueIn(knex: Knex, workingDays: number, today: CalendarDay): Promise<Reminder[]> {
	const holidaysOf = holidayReader(knex);
	const contracts = await knex('call_off_contracts').select('id', 'working_day_calendar');
	const reminders: Reminder[] = [];
	const due = new Map<string, CalendarDay>();
	for (const { id, working_day_calendar } of contracts) {
		due.set(id, deadline(today, workingDays, await holidaysOf(working_day_calendar as Calendar)));
	}
	const rows = [];
	for (const [contract, day] of due) rows.push(...(await clocksDueOn(knex, contract, day)));
	for (const [user, clocks] of Map.groupBy(rows, (row) => row.mentor_user as string)) {
		const language: Language = clocks[0]?.language === 'cy-GB' ? 'cy-GB' : 'en-GB';
		const on = dayInWords(due.get(clocks[0]?.contract) as string, language);
		const lines = clocks
			.map((clock) => `- ${language === 'cy-GB' ? clock.name_cy : clock.name_en}: ${clock.reference}`)
			.sort();
		reminders.push({ user, subject: subject(workingDays, on, language), message: lines.join('\n') });
	}
	return reminders;
}

function clocksDueOn(knex: Knex, contract: string, day: CalendarDay) {
	return knex('service_level_clocks as clock')
		.join('service_levels as level', 'level.id', 'clock.service_level')
		.join('referrals as referral', 'referral.id', 'clock.referral')
		.join('directus_users as account', 'account.id', 'clock.mentor_user')
		.where({ 'clock.contract': contract, 'clock.due_on': dayColumn(knex, day), 'clock.status': 'pending' })
		.whereNull('clock.met_on')
		.select(
			'clock.mentor_user',
			'clock.contract',
			'level.name_en',
			'level.name_cy',
			'referral.reference',
			'account.language',
		);
}

function subject(workingDays: number, on: string, language: Language): string {
	if (language === 'cy-GB') return `I’w wneud o fewn ${workingDays} diwrnod gwaith, erbyn ${on}`;
	return `Due within ${workingDays} Working ${workingDays === 1 ? 'Day' : 'Days'}, by ${on}`;
}
