import type { CalendarDay } from '../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../domain/language/code-lists.ts';
import type { FormRules } from './form-reader.ts';
import * as kind from './kinds.ts';

/** One row of the sessions file: a session held or missed with a Mentee. */
export interface SessionRecord {
	/** Reference of the referral in the caseload. */
	reference: string;
	held_on: CalendarDay;
	minutes: number | null;
	mode: CodeOf<'session_mode'>;
	attendance: CodeOf<'attendance'>;
}

const mode = kind.code('session_mode');
const attendance = kind.code('attendance');

export const sessionRules: FormRules<'sessions', SessionRecord> = {
	record: (cells) =>
		cells.record<SessionRecord>({
			reference: cells.required('reference', kind.reference),
			held_on: cells.required('held_on', kind.day),
			minutes: cells.optional('minutes', kind.minutes),
			mode: cells.required('mode', mode),
			attendance: cells.required('attendance', attendance),
		}),
	/** One session a day for each reference: nothing in the file would tell two apart when it is loaded again. */
	key: (record) => `${record.reference} ${record.held_on}`,
	keyColumn: 'held_on',
	keyWords: 'a session of this reference with the same held_on',
};
