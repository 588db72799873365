import type { Words } from '../../../domain/language/words.ts';

/** What kinds of faults there are, in words; the server says of each what would be right. */
export const FAULT_KINDS: Readonly<Record<string, Words>> = {
	FILE_TOO_LARGE: { en: 'the file is too large', cy: 'mae’r ffeil yn rhy fawr' },
	TOO_MANY_ROWS: { en: 'too many rows', cy: 'gormod o resi' },
	EMPTY_FILE: { en: 'the file is empty', cy: 'mae’r ffeil yn wag' },
	NOT_UTF8: { en: 'letters that cannot be read', cy: 'llythrennau na ellir eu darllen' },
	NOT_A_WORKBOOK: { en: 'the workbook cannot be read', cy: 'ni ellir darllen y llyfr gwaith' },
	BAD_QUOTES: { en: 'quotation marks that do not match', cy: 'dyfynodau nad ydynt yn cyfateb' },
	LINE_TOO_LONG: { en: 'a line is too long', cy: 'mae llinell yn rhy hir' },
	UNKNOWN_FILE: { en: 'not known what the file is', cy: 'nid yw’n hysbys beth yw’r ffeil' },
	WRONG_FILE: { en: 'another kind of file', cy: 'math arall o ffeil' },
	MISSING_COLUMN: { en: 'the column is missing', cy: 'mae’r golofn ar goll' },
	UNKNOWN_COLUMN: { en: 'not known which column it is', cy: 'nid yw’n hysbys pa golofn ydyw' },
	REPEATED_COLUMN: { en: 'the column is there more than once', cy: 'mae’r golofn yno fwy nag unwaith' },
	WRONG_NUMBER_OF_VALUES: {
		en: 'too many or too few values in the row',
		cy: 'gormod neu rhy ychydig o werthoedd yn y rhes',
	},
	MISSING_VALUE: { en: 'a value is missing', cy: 'mae gwerth ar goll' },
	WRONG_VALUE: { en: 'cannot be read', cy: 'ni ellir ei ddarllen' },
	WRONG_ORDER: { en: 'days in the wrong order', cy: 'dyddiau yn y drefn anghywir' },
	DUPLICATE_ROW: { en: 'the same record twice', cy: 'yr un cofnod ddwywaith' },
	CONTRADICTION: { en: 'contradicts something else', cy: 'yn gwrth-ddweud rhywbeth arall' },
	UNKNOWN_RECORD: { en: 'names what there is not', cy: 'yn enwi rhywbeth nad yw’n bod' },
	NOT_ALLOWED: { en: 'not allowed', cy: 'ni chaniateir hyn' },
	RULE: { en: 'against a rule of the contract', cy: 'yn groes i reol y contract' },
};

/** What is told of how the files were read. */
export const NOTICE_KINDS: Readonly<Record<string, Words>> = {
	ENCODING: { en: 'Letters', cy: 'Llythrennau' },
	SEPARATOR: { en: 'Separators', cy: 'Gwahanyddion' },
	COLUMN_MATCHED: { en: 'Headings that were matched', cy: 'Penawdau a barwyd' },
	COLUMN_LEFT_OUT: { en: 'Columns left out', cy: 'Colofnau a hepgorwyd' },
	SHEET_LEFT_OUT: { en: 'Sheets passed over', cy: 'Taflenni a hepgorwyd' },
	EXPORT_READ: { en: 'Exports of this platform', cy: 'Allforion o’r platfform hwn' },
	DAYS_READ_DAY_FIRST: { en: 'Days', cy: 'Dyddiau' },
	SERIAL_DAYS_READ: { en: 'Days stored as numbers', cy: 'Dyddiau a gadwyd fel rhifau' },
	DIGIT_MISSING: { en: 'Telephone numbers a digit short', cy: 'Rhifau ffôn sydd ddigid yn fyr' },
	LETTER_LOST: { en: 'Letters that may be lost', cy: 'Llythrennau a allai fod ar goll' },
	VALUE_LEFT_OUT: { en: 'Values left out', cy: 'Gwerthoedd a hepgorwyd' },
	EXCEPTION: { en: 'Loaded, and listed among the exceptions', cy: 'Caiff ei lwytho, a’i restru ymysg yr eithriadau' },
};
