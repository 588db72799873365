/** The questionnaires that the Buyer has provided (1.27). */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Question } from '../../domain/journey/questionnaire.ts';
import { listIn } from '../../domain/journey/record-rules.ts';
import { dayColumn } from '../database/day-columns.ts';

/** The questionnaire in use on a day on a Mentee's contract; `undefined` where the Buyer has provided none. */
export async function questionnaireOn(knex: Knex, mentee: string, on: CalendarDay): Promise<string | undefined> {
	const row = await knex('questionnaires as questionnaire')
		.join('mentees as mentee', 'mentee.contract', 'questionnaire.contract')
		.where('mentee.id', mentee)
		.where('questionnaire.in_use_from', '<=', dayColumn(knex, on) as string)
		.orderBy('questionnaire.in_use_from', 'desc')
		.first('questionnaire.id');
	return row?.id;
}

/** Its questions; `undefined` where it is none of the Mentee's contract. */
export async function questionsFor(knex: Knex, questionnaire: string, mentee: string): Promise<Question[] | undefined> {
	const own = await knex('questionnaires as questionnaire')
		.join('mentees as mentee', 'mentee.contract', 'questionnaire.contract')
		.where({ 'mentee.id': mentee, 'questionnaire.id': questionnaire })
		.first('questionnaire.id');
	if (!own) return undefined;
	const rows = await knex('survey_questions').where({ questionnaire }).orderBy(['sort', 'id']);
	return rows.map(({ id, sort, kind, choices, must_answer }) => ({
		id,
		number: Number(sort),
		kind,
		choices: listIn(choices).length,
		must_answer: Boolean(must_answer),
	}));
}

/** Whether anybody has answered a questionnaire. */
export async function isAnswered(knex: Knex, questionnaire: string): Promise<boolean> {
	return (await knex('baseline_surveys').where({ questionnaire }).whereNotNull('answers').first('id')) !== undefined;
}

/** Links each Baseline Survey to the first session that the Mentee attended (1.27, Table A). */
export async function settleFirstSessions(knex: Knex, referrals: readonly string[]): Promise<void> {
	const surveys = await knex('baseline_surveys as survey')
		.join('mentees as mentee', 'mentee.id', 'survey.mentee')
		.whereIn('mentee.referral', [...referrals])
		.select('survey.id', 'survey.mentee', 'survey.first_session');
	const sessions = await knex('sessions')
		.whereIn(
			'mentee',
			surveys.map(({ mentee }) => mentee),
		)
		.where({ attendance: 'attended' })
		.orderBy(['held_on', 'id'])
		.select('id', 'mentee');
	const first = new Map(sessions.toReversed().map(({ id, mentee }) => [mentee, id as string]));
	for (const { id, mentee, first_session } of surveys) {
		const wanted = first.get(mentee) ?? null;
		if (wanted !== first_session) await knex('baseline_surveys').where({ id }).update({ first_session: wanted });
	}
}
