import type { ReadOfAction } from '../../../domain/journey/plan-confirmation.ts';
import type { Language } from '../../../domain/language/messages.ts';

/** What the parts of an action are called to the Mentee, on a screen as on paper. */
export const ACTION_WORDS: Record<Language, Record<ReadOfAction, string>> = {
	'en-GB': {
		what: 'What',
		measure: 'How we will know',
		achievable: 'What makes it possible',
		relevance: 'Why it matters now',
		due_on: 'By when',
	},
	'cy-GB': {
		what: 'Beth',
		measure: 'Sut y byddwn yn gwybod',
		achievable: 'Beth sy’n ei wneud yn bosibl',
		relevance: 'Pam mae’n bwysig nawr',
		due_on: 'Erbyn pryd',
	},
};
