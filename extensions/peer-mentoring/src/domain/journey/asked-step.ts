/** A step as it is asked: generated from the data model, in one language. The server makes it, the mentors’ app draws it. */
import type { CodeOf } from '../language/code-lists.ts';
import type { Condition } from '../platform/conditions.ts';

/** A choice of a field. */
export interface AskedChoice {
	value: string;
	text: string;
	/** Shown where a record has it, and offered no more. */
	disabled?: true;
}

export interface AskedField {
	field: string;
	type: string;
	interface: string | null;
	label: string;
	note?: string;
	/** What the reader’s Supplier adds. */
	own_note?: string;
	required: boolean;
	readonly: boolean;
	hidden: boolean;
	choices?: AskedChoice[];
	conditions?: readonly Condition[];
	default?: unknown;
	/** Records that are picked from; what the picker offers comes with the answers. */
	picks?: { collection: string; template: string; filter: unknown };
	group?: string;
	options?: { min?: unknown; max?: unknown };
}

/** Fields that stand together under one heading. */
export interface AskedGroup {
	name: string;
	label: string;
	hidden: boolean;
	conditions: readonly Condition[];
}

export interface AskedPart {
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
	groups: AskedGroup[];
	fields: AskedField[];
}

export interface AskedStep {
	key: string;
	about: CodeOf<'step_subject'>;
	/** The stages at which it is offered; all of them where there are none. */
	stages: readonly CodeOf<'journey_stage'>[] | null;
	title: string;
	button: string;
	intro?: string;
	parts: AskedPart[];
}
