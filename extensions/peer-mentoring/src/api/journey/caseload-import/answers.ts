import type { Language } from '../../../domain/language/messages.ts';
import { saidIn } from '../../../domain/loading/said.ts';
import type { Fault, FaultCode } from '../../../import/faults.ts';
import type { ImportForm } from '../../../domain/loading/forms.ts';
import type { Notice } from '../../../import/notices.ts';
import type { ReadTable } from '../../../import/read-table.ts';
import type { Counts } from '../../../storage/loading/context.ts';
import type { Loaded } from '../../../storage/loading/load-import.ts';
import type { LeftOutRow, RightOnes } from '../../../storage/loading/load-right.ts';

interface LoadedAnswer {
	data: Partial<Record<ImportForm, Counts>>;
	meta?: { notices: readonly Notice[] };
}

type RightAnswer = {
	data: Partial<Record<ImportForm, Counts & { faulty: number }>> & {
		faults: readonly Fault[];
		notices: readonly Notice[];
		/** Of a trial: what each file or sheet was taken for, and the faulty rows as they were given. */
		tables?: readonly ReadTable[];
		rows?: Partial<Record<ImportForm, readonly LeftOutRow[]>>;
		/** Where the rows that were left out are to be had, after a load. */
		left_out?: string | null;
	};
};

interface FaultError {
	message: string;
	extensions: {
		code: 'IMPORT_INVALID';
		reason: FaultCode | 'MORE_FAULTS';
		file?: string;
		line?: number;
		column?: string | null;
	};
}

const MORE: Record<Language, (count: string) => string> = {
	'en-GB': (count) => `${count} more faults are not listed; correct these first.`,
	'cy-GB': (count) => `Nid yw ${count} o wallau eraill wedi’u rhestru; cywirwch y rhain yn gyntaf.`,
};

/** As many as a person can work through before trying again. */
const MOST_FAULTS_LISTED = 1000;
/** A preview is worked through kind by kind, and lists far more. */
const MOST_LISTED = 20_000;

/** What was said of it, in the reader's language. */
function inTheirs<Said extends { message: string }>(
	language: Language,
	all: readonly Said[],
	most = MOST_LISTED,
): Said[] {
	return all.slice(0, most).map((each) => ({ ...each, message: saidIn(language, each.message) }));
}

/** What was loaded of each file that was sent, and what whoever sent it is told. */
export function loadedAnswer(
	forms: readonly ImportForm[],
	{ counts, notices }: Loaded,
	language: Language,
): LoadedAnswer {
	const data = Object.fromEntries(forms.map((form) => [form, counts[form]]));
	return notices.length > 0 ? { data, meta: { notices: inTheirs(language, notices) } } : { data };
}

/** The same of a load without its faulty rows, with every fault and the address of what was left out. */
export function rightAnswer(
	forms: readonly ImportForm[],
	right: RightOnes,
	leftOut: string | null,
	language: Language,
): RightAnswer {
	return { data: { ...countsAndLists(forms, right, language), left_out: leftOut } };
}

/** What a load would come to, with what is needed to mend it. */
export function triedAnswer(
	forms: readonly ImportForm[],
	right: RightOnes,
	tables: readonly ReadTable[],
	language: Language,
): RightAnswer {
	const saidOf = (row: LeftOutRow) => ({ ...row, why: row.why.map((each) => saidIn(language, each)) });
	const rows = forms.map((form) => [form, right.leftOut[form].slice(0, MOST_LISTED).map(saidOf)]);
	return { data: { ...countsAndLists(forms, right, language), tables, rows: Object.fromEntries(rows) } };
}

function countsAndLists(
	forms: readonly ImportForm[],
	{ counts, notices, faults, leftOut }: RightOnes,
	language: Language,
) {
	const data = Object.fromEntries(forms.map((form) => [form, { ...counts[form], faulty: leftOut[form].length }]));
	return { ...data, faults: inTheirs(language, faults), notices: inTheirs(language, notices) };
}

/** Every fault as an error in Directus's shape; beyond what can be listed, how many more there are. */
export function faultsAnswer(
	faults: readonly Fault[],
	notices: readonly Notice[],
	language: Language,
): { errors: FaultError[]; meta?: { notices: readonly Notice[] } } {
	const errors: FaultError[] = inTheirs(language, faults, MOST_FAULTS_LISTED).map(
		({ file, line, column, code: reason, message }) => ({
			message,
			extensions: { code: 'IMPORT_INVALID', reason, file, line, column },
		}),
	);
	const more = faults.length - errors.length;
	if (more > 0) {
		const message = MORE[language](more.toLocaleString('en-GB'));
		errors.push({ message, extensions: { code: 'IMPORT_INVALID', reason: 'MORE_FAULTS' } });
	}
	return notices.length > 0
		? { errors, meta: { notices: inTheirs(language, notices, MOST_FAULTS_LISTED) } }
		: { errors };
}
