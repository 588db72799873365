import { asItWas } from '../domain/loading/live-formula.ts';
import type { FaultCode } from './faults.ts';

/** One line of a file or sheet: its values in the order of the header, tidied, and the line it begins on. */
export interface TableLine {
	line: number;
	values: readonly string[];
}

/** A file that cannot be read at all. */
export class FileProblem extends Error {
	readonly code: FaultCode;
	readonly line: number;

	constructor(code: FaultCode, line: number, message: string) {
		super(message);
		this.code = code;
		this.line = line;
	}
}

export interface FileLimits {
	maxBytes?: number;
	maxRows?: number;
}

/** Most data rows in one import file. */
export const MAX_ROWS = 1_000_000;

/**
 * Spaces of every width become plain ones, none stands around the text, letters have one form, and what an export has
 * made harmless is as it was.
 */
export function tidy(text: string): string {
	return asItWas(text.replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ').trim()).normalize('NFC');
}

export function tooManyRows(maxRows: number, line: number): FileProblem {
	const most = maxRows.toLocaleString('en-GB');
	return new FileProblem('TOO_MANY_ROWS', line, `the file has more than ${most} rows; split it into smaller files`);
}
