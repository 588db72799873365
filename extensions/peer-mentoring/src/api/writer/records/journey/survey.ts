import type { Knex } from 'knex';
import { answerProblems, returnProblems, type Answers } from '../../../../domain/journey/questionnaire.ts';
import type { Problem } from '../../../../domain/problems.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import { questionsFor } from '../../../../storage/journey/questionnaires.ts';
import type { Payload } from '../../../shared/plain-record.ts';

const ASKED_WITH = ['completed_on', 'questionnaire', 'answers'];
const RETURNED = ['returned_on', 'returned_by'];

/** Asks the rules about the answers of a Baseline Survey, where the Buyer has provided its questions, and its return (1.27). */
export async function surveyProblemsOf(knex: Knex, record: Payload, written: readonly string[]): Promise<Problem[]> {
	// A survey of old can still be given its later days.
	const returned = RETURNED.some((field) => written.includes(field)) ? returnProblems(record) : [];
	const [questionnaire, mentee] = [uuidIn(record.questionnaire), uuidIn(record.mentee)];
	if (questionnaire === undefined || mentee === undefined) return returned;
	if (!ASKED_WITH.some((field) => written.includes(field))) return returned;
	const questions = await questionsFor(knex, questionnaire, mentee);
	if (questions === undefined)
		return [...returned, { field: 'questionnaire', code: 'questionnaire_of_other_contract' }];
	return returned.concat(answerProblems(questions, answersIn(record.answers), Boolean(record.completed_on)));
}

/** SQLite gives lists and objects as text. */
function answersIn(value: unknown): Answers | null {
	const answers: unknown = typeof value === 'string' && value !== '' ? JSON.parse(value) : value;
	return typeof answers === 'object' && answers !== null ? (answers as Answers) : null;
}
