/** Fills in, for the imported demo, what the forms of a Mentee ask for and the files do not carry. */
import type { CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayOf } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { Writer } from '../../extensions/peer-mentoring/src/storage/writer/complete.ts';
import { changeRecord } from '../../extensions/peer-mentoring/src/storage/writer/records.ts';
import { demoAnswers, type DemoAnswers } from '../../seed/demo/asked.ts';
import type { DemoRow } from '../../seed/demo/records.ts';
import type { Knex } from './directus.ts';

/** @param columnsOf days as the database keeps them */
export async function answerDemoForms(
	knex: Knex,
	writer: Writer,
	columnsOf: (knex: Knex, row: DemoRow) => DemoRow,
): Promise<void> {
	for (const [number, row] of (await formsOfMentees(knex)).entries()) {
		const mentee = {
			...row,
			dwp_customer: row.dwp_customer === 'yes',
			met_on: dayOf(row.met_on) as CalendarDay,
			interviewed_on: dayOf(row.interviewed_on),
		};
		for (const [table, answers] of Object.entries(demoAnswers(mentee, number))) {
			const id = row[table as keyof DemoAnswers];
			if (id) await changeRecord(knex, table, { id }, columnsOf(knex, answers), writer);
		}
	}
}

/** Everybody who agreed to start, with the key of each of their forms. */
async function formsOfMentees(knex: Knex) {
	return knex('mentees as mentee')
		.join('initial_meetings as meeting', 'meeting.referral', 'mentee.referral')
		.leftJoin('diagnostic_interviews as interview', 'interview.mentee', 'mentee.id')
		.leftJoin('action_plans as plan', 'plan.mentee', 'mentee.id')
		.leftJoin('consents as consent', (join) =>
			join.on('consent.referral', 'mentee.referral').andOnVal('consent.decision', 'given'),
		)
		.where('meeting.outcome', 'start')
		.orderBy('mentee.reference')
		.select(
			'mentee.peer_mentor',
			'mentee.preferred_language',
			'mentee.dwp_customer',
			'meeting.held_on as met_on',
			'interview.held_on as interviewed_on',
			'meeting.id as initial_meetings',
			'interview.id as diagnostic_interviews',
			'plan.id as action_plans',
			'consent.id as consents',
		);
}
