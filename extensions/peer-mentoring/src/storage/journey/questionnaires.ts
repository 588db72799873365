/** The questionnaires that the Buyer has provided (1.27). */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Question } from '../../domain/journey/questionnaire.ts';
import { listIn } from '../../domain/journey/record-rules.ts';
import { dayOf } from '../database/day-columns.ts';

const MENTEES_AT_ONCE = 500;

/** The questionnaire in use on a day on a Mentee's contract, of each; `undefined` where the Buyer has provided none. */
export async function questionnairesOn(
	knex: Knex,
	asked: readonly { mentee: string; on: CalendarDay }[],
): Promise<(string | undefined)[]> {
	const provided = await knex('questionnaires').orderBy('in_use_from', 'desc').select('id', 'contract', 'in_use_from');
	if (provided.length === 0) return asked.map(() => undefined);
	const contracts = new Map<string, string>();
	for (let start = 0; start < asked.length; start += MENTEES_AT_ONCE) {
		const mentees = asked.slice(start, start + MENTEES_AT_ONCE).map(({ mentee }) => mentee);
		for (const { id, contract } of await knex('mentees').whereIn('id', mentees).select('id', 'contract')) {
			contracts.set(id, contract);
		}
	}
	const byContract = Map.groupBy(provided, ({ contract }) => contract as string);
	return asked.map(({ mentee, on }) => {
		const own = byContract.get(contracts.get(mentee) ?? '') ?? [];
		return own.find(({ in_use_from }) => (dayOf(in_use_from) as CalendarDay) <= on)?.id;
	});
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
