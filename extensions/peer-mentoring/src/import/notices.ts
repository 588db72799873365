import type { CalendarDay } from '../domain/calendar/calendar-day.ts';
import { dayInWords } from '../domain/language/in-words.ts';
import type { Source } from './cells.ts';

/** Something that whoever loads a file should know, though nothing is wrong. Never a personal value. */
export interface Notice {
	code: NoticeCode;
	message: string;
	file: string;
	/** Left out where a whole column or the file is meant. */
	line?: number;
	column?: string;
}

export type NoticeCode =
	| 'ENCODING'
	| 'SEPARATOR'
	| 'COLUMN_MATCHED'
	| 'COLUMN_LEFT_OUT'
	| 'SHEET_LEFT_OUT'
	| 'EXPORT_READ'
	| 'DAYS_READ_DAY_FIRST'
	| 'SERIAL_DAYS_READ'
	| 'DIGIT_MISSING'
	| 'LETTER_LOST'
	| 'VALUE_LEFT_OUT'
	| 'EXCEPTION';

/** What is told of one cell. */
export type CellNote =
	| { code: 'DAYS_READ_DAY_FIRST' | 'SERIAL_DAYS_READ'; text: string; day: CalendarDay }
	| { code: 'DIGIT_MISSING' | 'LETTER_LOST'; message: string };

const DAYS_SHOWN = 3;

/** The notices of a file: how days were read is told once a column, with the first of them. */
export class Notices {
	readonly list: Notice[] = [];
	readonly #columns = new Map<string, { notice: Notice; shown: string[] }>();

	add(notice: Notice): void {
		this.list.push(notice);
	}

	cell({ file, line }: Source, column: string, note: CellNote): void {
		if ('message' in note) {
			this.list.push({ code: note.code, message: note.message, file, line, column });
			return;
		}
		const key = `${file}\n${column}\n${note.code}`;
		const found = this.#columns.get(key) ?? this.#begun(key, { code: note.code, message: '', file, column });
		if (found.shown.length === DAYS_SHOWN) return;
		const read = `${note.text} as ${dayInWords(note.day, 'en-GB')}`;
		if (found.shown.includes(read)) return;
		found.shown.push(read);
		const how = note.code === 'SERIAL_DAYS_READ' ? 'as serial days of a spreadsheet' : 'day first, then the month';
		found.notice.message = `the days of ${column} were read ${how}: ${found.shown.join(', ')}`;
	}

	#begun(key: string, notice: Notice): { notice: Notice; shown: string[] } {
		const begun = { notice, shown: [] };
		this.#columns.set(key, begun);
		this.list.push(notice);
		return begun;
	}
}
