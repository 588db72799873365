/** What the server says of the steps: generated from the data model, in one language (see the endpoint `mentor`). */
import type { AskedChoice as Choice, AskedStep as Step } from '../../domain/journey/asked-step.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import type { Language } from '../../domain/language/text.ts';

export type {
	AskedChoice as Choice,
	AskedField as Field,
	AskedGroup as Group,
	AskedPart as Part,
	AskedStep as Step,
} from '../../domain/journey/asked-step.ts';

export interface Me {
	id: string;
	first_name: string | null;
	language: Language | null;
}

export interface Model {
	hash: string;
	language: Language;
	me: Me;
	steps: Step[];
}

export type Answers = Record<string, unknown>;

/** What is typed into a step, by part: one record, or several. */
export type Values = Record<string, Answers | Answers[]>;

/** A question of a survey (1.27). */
export interface Question {
	id: string;
	kind: CodeOf<'question_kind'>;
	text: string;
	choices?: string[];
	must_answer: boolean;
}

export interface Beginning {
	/** Whom it is about; null where it is about nobody. */
	name: string | null;
	values: Values;
	/** What pickers offer, by `part.field`. */
	picks: Record<string, Choice[]>;
	/** The questions of a survey, by `part.field`. */
	questions: Record<string, Question[]>;
	/** By part: what is usual, and not on record, of a record that is there. */
	begun: Record<string, string[]>;
	/** By part: what is read out to the person before it is answered, in their language. */
	read_out: Record<string, { title: string; text: string }>;
	/** By part: what its conditions look at beside the answers; of a part with rows, what a new one begins with. */
	context: Record<string, Answers>;
}
