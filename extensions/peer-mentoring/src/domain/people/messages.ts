import type { ProblemOf } from '../language/problem.ts';
import type messages from './messages.json';

/** What can be wrong in this room. */
export type Problem = ProblemOf<keyof typeof messages>;
