import { labelOf, type ParamsInWords } from '../language/messages.ts';
import type { ProblemOf } from '../language/problem.ts';
import type messages from './messages.json';

/** What can be wrong in this room. */
export type Problem = ProblemOf<keyof typeof messages>;

/** How what these messages name is said. */
export const MONEY_PARAMS: ParamsInWords = {
	milestones: (list, language) =>
		String(list)
			.split(',')
			.map((each) => labelOf('milestone', each, language))
			.join('; '),
};
