/** The Baseline Survey as the Buyer has provided it: a list of questions, and what may be answered (1.27, 2.26). */
import type { CodeOf } from '../language/code-lists.ts';
import type { Problem } from './messages.ts';

export interface Question {
	id: string;
	/** As the questionnaire numbers it. */
	number: number;
	kind: CodeOf<'question_kind'>;
	/** How many answers there are to choose from. */
	choices: number;
	must_answer: boolean;
}

/** Answers by the key of their question: words, a number, yes or no, or the place of a choice, from 0. */
export type Answers = Readonly<Record<string, unknown>>;

/** A scale goes from 0 to this. */
export const MOST_ON_SCALE = 10;
const LONGEST = 2000;

const FITS: Record<Question['kind'], (answer: unknown, question: Question) => boolean> = {
	text: (answer) => typeof answer === 'string' && answer.length <= LONGEST,
	number: (answer) => typeof answer === 'number' && Number.isFinite(answer),
	yes_no: (answer) => typeof answer === 'boolean',
	scale: (answer) => isPlace(answer, MOST_ON_SCALE + 1),
	choice: (answer, { choices }) => isPlace(answer, choices),
};

const isPlace = (answer: unknown, places: number) =>
	typeof answer === 'number' && Number.isInteger(answer) && answer >= 0 && answer < places;

/** Refuses answers that fit no question, and a completed survey in which one that has to be answered is not. */
export function answerProblems(questions: readonly Question[], answers: Answers | null, completed: boolean): Problem[] {
	const given = answers ?? {};
	const wrong = questions.find(
		(question) => isGiven(given[question.id]) && !FITS[question.kind](given[question.id], question),
	);
	if (wrong) return [{ field: 'answers', code: 'answer_unfit', params: { number: wrong.number } }];
	if (Object.keys(given).some((id) => !questions.some((question) => question.id === id))) {
		return [{ field: 'answers', code: 'answer_of_no_question' }];
	}
	const open = completed ? unanswered(questions, given) : [];
	if (open.length === 0) return [];
	return [
		{ field: 'answers', code: 'answers_missing', params: { numbers: open.map(({ number }) => number).join(', ') } },
	];
}

/** The questions that have to be answered and are not. */
export function unanswered(questions: readonly Question[], answers: Answers): Question[] {
	return questions.filter(({ id, must_answer }) => must_answer && !isGiven(answers[id]));
}

const isGiven = (answer: unknown) => answer !== undefined && answer !== null && answer !== '';

/** Refuses a survey that was returned on a day, without how (1.27, 2.27). */
export function returnProblems({ returned_on, returned_by }: Readonly<Record<string, unknown>>): Problem[] {
	return isGiven(returned_on) && !isGiven(returned_by) ? [{ field: 'returned_by', code: 'returned_how' }] : [];
}
