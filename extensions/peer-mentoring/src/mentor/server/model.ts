/** What the server says of the steps: generated from the data model, in one language (see the endpoint `mentor`). */
import type { Condition } from '../../domain/platform/conditions.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import type { Language } from '../../domain/language/text.ts';

export interface Choice {
	value: string;
	text: string;
	/** Shown where a record has it, and offered no more. */
	disabled?: true;
}

export interface Field {
	field: string;
	type: string;
	interface: string | null;
	label: string;
	note?: string;
	required: boolean;
	readonly: boolean;
	hidden: boolean;
	choices?: Choice[];
	conditions?: readonly Condition[];
	default?: unknown;
	picks?: object;
	group?: string;
	options?: { min?: unknown; max?: unknown };
}

/** Fields that stand together under one heading. */
export interface Group {
	name: string;
	label: string;
	hidden: boolean;
	conditions: readonly Condition[];
}

export interface Part {
	name: string;
	collection: string;
	writes: 'create' | 'update';
	title?: string;
	/** Several records of a kind: as many at least, and what the button that adds one says. */
	rows?: { min: number; add: string; can_add: boolean };
	/** Written only where something is answered that does not begin so. */
	optional?: true;
	/** Asked only where the answers of an earlier part are like this. */
	when?: { part: string; rule: Readonly<Record<string, unknown>> };
	groups: Group[];
	fields: Field[];
}

export interface Step {
	key: string;
	about: CodeOf<'step_subject'>;
	/** The stages at which it is offered; all of them where there are none. */
	stages: readonly CodeOf<'journey_stage'>[] | null;
	title: string;
	button: string;
	intro?: string;
	parts: Part[];
}

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
