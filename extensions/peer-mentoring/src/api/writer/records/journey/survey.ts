import type { Knex } from 'knex';
import { answerProblems, type Answers } from '../../../../domain/journey/questionnaire.ts';
import type { Problem } from '../../../../domain/problems.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import { questionsFor } from '../../../../storage/journey/questionnaires.ts';
import type { Payload } from '../../../shared/plain-record.ts';

const ASKED_WITH = ['completed_on', 'questionnaire', 'answers'];

/** Asks the rules about the answers of a Baseline Survey, where the Buyer has provided its questions (1.27). */
export async function surveyProblemsOf(knex: Knex, record: Payload, written: readonly string[]): Promise<Problem[]> {
	const [questionnaire, mentee] = [uuidIn(record.questionnaire), uuidIn(record.mentee)];
	if (questionnaire === undefined || mentee === undefined) return [];
	if (!ASKED_WITH.some((field) => written.includes(field))) return [];
	const questions = await questionsFor(knex, questionnaire, mentee);
	if (questions === undefined) return [{ field: 'questionnaire', code: 'questionnaire_of_other_contract' }];
	return answerProblems(questions, answersIn(record.answers), Boolean(record.completed_on));
}

/** SQLite gives lists and objects as text. */
function answersIn(value: unknown): Answers | null {
	const answers: unknown = typeof value === 'string' && value !== '' ? JSON.parse(value) : value;
	return typeof answers === 'object' && answers !== null ? (answers as Answers) : null;
}
