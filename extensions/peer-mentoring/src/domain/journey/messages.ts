import { daysInWords } from '../language/in-words.ts';
import { labelOf, type Language, type ParamsInWords } from '../language/messages.ts';
import type { ProblemOf } from '../language/problem.ts';
import { inLanguage } from '../language/text.ts';
import type { Words } from '../language/words.ts';
import fieldNames from './field-names.json' with { type: 'json' };
import type messages from './messages.json';

/** What can be wrong in this room. */
export type Problem = ProblemOf<keyof typeof messages>;

/**
 * Names of the journey's fields that can stand in a sentence: Welsh ones are never put where they would have to mutate.
 * A field whose name says something else in another collection, such as `held_on`, has none.
 */
export const FIELDS: Readonly<Record<string, Words>> = fieldNames;

/** What the messages of the journey name. */
export const JOURNEY_PARAMS: ParamsInWords = {
	predecessor: (field, language) => (FIELDS[field] ? inLanguage(FIELDS[field], language) : String(field)),
	start: (_, language) => outcomeLabel('start', language),
	outcome: outcomeLabel,
	span: (days, language) => daysInWords(Number(days), language),
	usual: (place, language) => labelOf('meeting_place', String(place), language),
};

function outcomeLabel(value: string | number, language: Language): string {
	return labelOf('initial_meeting_outcome', String(value), language);
}
