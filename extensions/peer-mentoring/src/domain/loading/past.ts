import type { Problem } from '../journey/messages.ts';
import type { Words } from '../language/words.ts';
import table from './past.json' with { type: 'json' };

/** A kind of thing that a form refuses, and whether a record of the past loads with it and stands among the exceptions. */
export interface OfThePast extends Words {
	codes: readonly Problem['code'][];
	loads: boolean;
}

/**
 * The past cannot be typed differently: what a form would refuse although it happened is loaded and listed among the
 * exceptions; what cannot be true, or is not the contract's, is a fault. Codes are those of the rules of the journey.
 */
export const OF_THE_PAST = table as readonly OfThePast[];

/** Whether a record of the past is loaded in spite of this. */
export function loadsAsException({ code }: Pick<Problem, 'code'>): boolean {
	return OF_THE_PAST.some(({ codes, loads }) => loads && codes.includes(code));
}
