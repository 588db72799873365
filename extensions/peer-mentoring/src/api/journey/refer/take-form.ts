import type { Language } from '../../../domain/language/messages.ts';
import { completed, formProblems, readAnswers, type Answers } from '../../../domain/journey/referral-form.ts';
import { ReferralRefused, type FieldMessage } from './make-referral.ts';
import { formMessage } from './messages.ts';
import { TRAP } from './pages/form-page.ts';
import type { Sender } from './sender.ts';
import { TEXTS } from './texts.ts';

/** What became of a form: a referral with its reference, or the problems to show beside what was typed. */
export interface Taken {
	given: Answers;
	submission: string | undefined;
	problems: FieldMessage[];
	reference?: string;
}

type Make = (answers: Answers, submission: string | undefined) => Promise<string>;

/** Holds a form against the rules, and makes a referral of it where nothing is wrong. */
export async function takeForm(
	body: Record<string, unknown>,
	sender: Sender,
	language: Language,
	make: Make,
): Promise<Taken> {
	const taken = readForm(body);
	if (body[TRAP]) return { ...taken, problems: [{ field: TRAP, message: TEXTS[language].leaveEmpty }] };
	const answers = completed(taken.given, sender.offer);
	const problems = formProblems(answers, sender.offer).map((problem) => ({
		field: problem.field,
		message: formMessage(problem, language),
	}));
	if (problems.length > 0) return { ...taken, problems };
	try {
		return { ...taken, reference: await make(answers, taken.submission) };
	} catch (error) {
		if (error instanceof ReferralRefused) return { ...taken, problems: error.problems };
		throw error;
	}
}

/** What was typed so far, without holding it against anything: to show it again in the other language. */
export function readForm(body: Record<string, unknown>): Taken {
	const submission = typeof body.submission === 'string' && body.submission !== '' ? body.submission : undefined;
	return { given: readAnswers(body), submission, problems: [] };
}
