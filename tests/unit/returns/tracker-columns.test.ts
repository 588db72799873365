/** What each column of the Mentee Tracker says (3.5). */
import { describe, expect, it, test } from 'vitest';
import { codeLists } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	TRACKER_COLUMNS,
	trackerRow,
	type TrackerColumn,
} from '../../../extensions/peer-mentoring/src/domain/returns/tracker/columns.ts';
import { OF_THE_PERSON } from '../support/tracker-columns-person.ts';
import { OF_THE_SUPPORT } from '../support/tracker-columns-support.ts';
import { interview, MENTEE, MOMENT, recordOf, session, type Case } from '../support/tracker-records.ts';

const CASES: Record<TrackerColumn, Case[]> = { ...OF_THE_PERSON, ...OF_THE_SUPPORT };

describe('the columns of the Mentee Tracker (3.5)', () => {
	for (const [column, cases] of Object.entries(CASES) as [TrackerColumn, Case[]][]) {
		test.each(cases)(`${column}: %s`, (_, record, cell) => {
			expect(TRACKER_COLUMNS[column].read(recordOf(record), MOMENT)).toBe(cell);
		});
	}

	it('are 28, numbered in their order', () => {
		expect(codeLists.tracker_column.map(({ code }) => code)).toEqual(
			Array.from({ length: 28 }, (_, index) => `${index + 1}`),
		);
		expect(Object.keys(trackerRow(MENTEE, MOMENT))).toEqual(codeLists.tracker_column.map(({ value }) => value));
	});

	it('change nothing in the record that they read', () => {
		const record = {
			...MENTEE,
			interviews: [interview('20'), interview('10')],
			sessions: [session('20'), session('10')],
		};
		const before = structuredClone(record);
		trackerRow(record, MOMENT);
		expect(record).toEqual(before);
	});
});
