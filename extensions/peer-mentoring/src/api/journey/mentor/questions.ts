import { questionnairesOn } from '../../../storage/journey/questionnaires.ts';
import type { Person } from './person.ts';
import type { StepContext } from './step-context.ts';

/** A question of the Buyer's, in the language of whoever asks it (1.27). */
export interface AskedQuestion {
	id: string;
	kind: string;
	text: string;
	must_answer: boolean;
	choices: string[] | null;
}

/** The questions of the questionnaire in use today on a Mentee's contract; none where the Buyer has provided none. */
export async function questionsOf(context: StepContext, { mentee }: Person): Promise<AskedQuestion[]> {
	const { knex, items, today, mentor } = context;
	const questionnaire = mentee && (await questionnairesOn(knex, [{ mentee, on: today }]))[0];
	if (!questionnaire) return [];
	const own = mentor.language === 'cy-GB' ? 'cy' : 'en';
	const query = { filter: { questionnaire: { _eq: questionnaire } }, sort: ['sort', 'id'], limit: -1 };
	const rows = await items('survey_questions', knex).readByQuery(query);
	return rows.map(({ id, kind, must_answer, choices, [`text_${own}`]: text }) => ({
		id: String(id),
		kind: String(kind),
		text: String(text),
		must_answer: Boolean(must_answer),
		choices: Array.isArray(choices) ? choices.map((each: Record<string, string>) => String(each[own])) : null,
	}));
}
