import type { MESSAGES } from './message-texts.ts';

/** What can be wrong with a record; each has its sentences in both languages in `message-texts.ts`. */
export type ProblemCode = keyof typeof MESSAGES;

/** One thing wrong with a record: the field, what is wrong, and the values that its message names. */
export interface Problem {
	/** What the rules call the field: it has a name in sentences by it. */
	field: string;
	/** The field to show it beside, where that is called something else. */
	beside?: string;
	code: ProblemCode;
	params?: Record<string, string | number>;
}
