import { importForms, type ImportForm } from '../../../domain/loading/forms.ts';

/** What `POST /caseload/import` answers, as the page needs it. */
export type Form = ImportForm;
export const FORMS = Object.keys(importForms) as Form[];

export interface Counts {
	created: number;
	updated: number;
	unchanged: number;
	faulty?: number;
}

export interface Told {
	code: string;
	message: string;
	file: string;
	line?: number;
	column?: string | null;
}

export interface Fault extends Told {
	line: number;
	column: string | null;
}

export interface Heading {
	name: string;
	column: string | null;
	isLeftOut?: boolean;
}

export interface ReadTable {
	file: string;
	form: Form | null;
	isExport: boolean;
	rows: number;
	headings: readonly Heading[];
}

export interface FaultyRow {
	file: string;
	line: number;
	values: Readonly<Record<string, string>>;
	why: readonly string[];
}

/** How many records there are of each kind that the files have. */
export type Counted = Partial<Record<Form, Counts>>;

export type Tried = Counted & {
	faults: readonly Fault[];
	notices: readonly Told[];
	tables: readonly ReadTable[];
	rows: Partial<Record<Form, readonly FaultyRow[]>>;
};

export type Loaded = Counted & {
	faults?: readonly Fault[];
	/** Where the rows that were left out are to be had. */
	left_out?: string | null;
};

export type Step = 'reading' | 'waiting' | 'mentors' | 'checking' | 'terms' | 'writing' | 'corrections' | 'due_dates';

export interface Job {
	id: string;
	state: 'running' | 'done' | 'refused' | 'failed' | 'cancelled' | 'ended';
	progress: { step: Step; done?: number; of?: number } | null;
	answer: { status: number; body: { data?: object; errors?: { message: string }[] } } | null;
}
