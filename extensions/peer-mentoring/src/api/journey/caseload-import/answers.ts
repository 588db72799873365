import type { Fault, FaultCode } from '../../../import/faults.ts';
import type { ImportForm } from '../../../import/forms.ts';
import type { Notice } from '../../../import/notices.ts';
import type { Counts } from '../../../storage/loading/context.ts';
import type { Loaded } from '../../../storage/loading/load-import.ts';
import type { RightOnes } from '../../../storage/loading/load-right.ts';

interface LoadedAnswer {
	data: Partial<Record<ImportForm, Counts>>;
	meta?: { notices: readonly Notice[] };
}

type RightAnswer = {
	data: Partial<Record<ImportForm, Counts & { faulty: number }>> & {
		faults: readonly Fault[];
		notices: readonly Notice[];
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

/** As many as a person can work through before trying again. */
const MOST_FAULTS_LISTED = 1000;
/** A preview is worked through kind by kind, and lists far more. */
const MOST_LISTED = 20_000;

/** What was loaded of each file that was sent, and what whoever sent it is told. */
export function loadedAnswer(forms: readonly ImportForm[], { counts, notices }: Loaded): LoadedAnswer {
	const data = Object.fromEntries(forms.map((form) => [form, counts[form]]));
	return notices.length > 0 ? { data, meta: { notices: notices.slice(0, MOST_LISTED) } } : { data };
}

/** The same of a load without its faulty rows, or of a preview, with every fault. */
export function rightAnswer(forms: readonly ImportForm[], right: RightOnes, leftOut?: string | null): RightAnswer {
	const { counts, notices, faults } = right;
	const data = Object.fromEntries(forms.map((form) => [form, { ...counts[form], faulty: right.leftOut[form].length }]));
	const address = leftOut === undefined ? {} : { left_out: leftOut };
	const lists = { faults: faults.slice(0, MOST_LISTED), notices: notices.slice(0, MOST_LISTED) };
	return { data: { ...data, ...lists, ...address } };
}

/** Every fault as an error in Directus's shape; beyond what can be listed, how many more there are. */
export function faultsAnswer(
	faults: readonly Fault[],
	notices: readonly Notice[],
): { errors: FaultError[]; meta?: { notices: readonly Notice[] } } {
	const errors: FaultError[] = faults
		.slice(0, MOST_FAULTS_LISTED)
		.map(({ file, line, column, code: reason, message }) => ({
			message,
			extensions: { code: 'IMPORT_INVALID', reason, file, line, column },
		}));
	const more = faults.length - errors.length;
	if (more > 0) {
		const message = `${more.toLocaleString('en-GB')} more faults are not listed; correct these first.`;
		errors.push({ message, extensions: { code: 'IMPORT_INVALID', reason: 'MORE_FAULTS' } });
	}
	return notices.length > 0 ? { errors, meta: { notices: notices.slice(0, MOST_FAULTS_LISTED) } } : { errors };
}
