/** One thing wrong with an import file, and what would be right. `column` is `null` where the whole line is meant. */
export interface Fault {
	file: string;
	/** Line of the file, the header being line 1. */
	line: number;
	column: string | null;
	code: FaultCode;
	message: string;
}

export type FaultCode =
	| 'FILE_TOO_LARGE'
	| 'TOO_MANY_ROWS'
	| 'EMPTY_FILE'
	| 'NOT_UTF8'
	| 'NOT_A_WORKBOOK'
	| 'BAD_QUOTES'
	| 'LINE_TOO_LONG'
	| 'UNKNOWN_FILE'
	| 'WRONG_FILE'
	| 'MISSING_COLUMN'
	| 'UNKNOWN_COLUMN'
	| 'REPEATED_COLUMN'
	| 'WRONG_NUMBER_OF_VALUES'
	| 'MISSING_VALUE'
	| 'WRONG_VALUE'
	| 'WRONG_ORDER'
	| 'DUPLICATE_ROW'
	| 'CONTRADICTION'
	| 'UNKNOWN_RECORD'
	| 'NOT_ALLOWED'
	| 'RULE';

/** A fault as one line of text for a person: where it is, what is wrong, what would be right. */
export function faultText(fault: Fault): string {
	return `${fault.file}, line ${fault.line}: ${fault.message}`;
}

const SAFE_TO_SHOW = /^[a-z0-9_;.:/-]{1,30}$/;
const LONG_NUMBER = /\d{6}/;

/**
 * `, not "maybe"` where the value is safe to repeat, else nothing. A value can be in the wrong column, so whatever
 * might be a name, telephone number, e-mail address or NINO is not repeated: messages end up in logs.
 */
export function butNot(value: string): string {
	return SAFE_TO_SHOW.test(value) && !LONG_NUMBER.test(value) ? `, not "${value}"` : '';
}
