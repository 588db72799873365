import type { Fault, FaultCode } from '../../../import/faults.ts';
import type { ImportForm } from '../../../import/forms.ts';
import type { Counts, Notice } from '../../../storage/loading/context.ts';
import type { Loaded } from '../../../storage/loading/load-import.ts';
import type { Part } from './parts.ts';

interface LoadedAnswer {
	data: Partial<Record<ImportForm, Counts>>;
	meta?: { notices: Notice[] };
}

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

/** What was loaded of each part that was sent, and what was left out on purpose. */
export function loadedAnswer(parts: readonly Part[], { counts, notices }: Loaded): LoadedAnswer {
	const data = Object.fromEntries(parts.map(({ expected }) => [expected, counts[expected]]));
	return notices.length > 0 ? { data, meta: { notices } } : { data };
}

/** Every fault as an error in Directus's shape; beyond what can be listed, how many more there are. */
export function faultsAnswer(faults: readonly Fault[]): { errors: FaultError[] } {
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
	return { errors };
}
