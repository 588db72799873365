/** Gives the demo a questionnaire with its answers, and the Buyer's requests for samples with their draws. */
import { randomUUID } from 'node:crypto';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { completedActivities, drawActivities } from '../../extensions/peer-mentoring/src/storage/returns/samples.ts';
import { addRecord, changeAlike, changeRecord } from '../../extensions/peer-mentoring/src/storage/writer/records.ts';
import { dayOf } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { demoSampleRequests, demoSurveyAnswers, DEMO_QUESTIONS } from '../../seed/demo/surveys.ts';
import { columnsOf, WRITER } from './demo-records.ts';
import type { Knex } from './directus.ts';

export async function loadDemoSurveys(knex: Knex): Promise<void> {
	for (const each of await knex('call_off_contracts').orderBy('reference').select()) {
		const { id: contract, supplier, reference, start_date } = each;
		const own = { contract, supplier };
		const questionnaire = {
			id: randomUUID(),
			...own,
			name: `Baseline Survey, ${reference}`,
			version: '1',
			in_use_from: dayOf(start_date),
		};
		await addRecord(knex, 'questionnaires', columnsOf(knex, questionnaire), WRITER);
		const questions: string[] = [];
		for (const [index, question] of DEMO_QUESTIONS.entries()) {
			const row = { id: randomUUID(), supplier, questionnaire: questionnaire.id, sort: index + 1, ...question };
			await addRecord(knex, 'survey_questions', row, WRITER);
			questions.push(row.id);
		}
		await answerSurveys(knex, contract, questionnaire.id, questions);
		await askForSamples(knex, own);
	}
}

async function answerSurveys(
	knex: Knex,
	contract: string,
	questionnaire: string,
	questions: readonly string[],
): Promise<void> {
	const surveys = await knex('baseline_surveys as survey')
		.join('mentees as mentee', 'mentee.id', 'survey.mentee')
		.where({ 'mentee.contract': contract })
		.whereNotNull('survey.completed_on')
		.orderBy('mentee.reference')
		.pluck('survey.id');
	for (const [number, id] of surveys.entries()) {
		const answers = JSON.stringify(demoSurveyAnswers(questions, number));
		await changeRecord(knex, 'baseline_surveys', { id }, { questionnaire, answers }, WRITER);
	}
}

/** A contract asks only of months with so many activities. */
async function askForSamples(knex: Knex, own: { contract: string; supplier: string }): Promise<void> {
	let number = 0;
	for (const asked of demoSampleRequests(today())) {
		const id = randomUUID();
		const request = columnsOf(knex, { id, ...own, ...asked });
		const drawn_from = (await completedActivities(knex, request)).length;
		if (drawn_from < Number(asked.size)) continue;
		const row = { ...request, number: `S${++number}`, seed: randomUUID(), drawn_from };
		await addRecord(knex, 'sample_requests', row, WRITER);
		await drawActivities(knex, id);
		if (asked.answered_on)
			await changeAlike(
				knex,
				'sample_items',
				{ sample: id },
				{ result: 'valid', response: 'Checked against the record', buyer_response: 'Held and recorded as reported' },
			);
	}
}
