import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import type { CodeList } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	TRACKER_COLUMNS,
	TRACKER_KEYS,
	type TrackerColumn,
} from '../../../extensions/peer-mentoring/src/domain/returns/tracker/columns.ts';
import {
	happenedBy,
	joined,
	oneLine,
	shortCode,
	shortCodes,
	yesWith,
} from '../../../extensions/peer-mentoring/src/domain/returns/tracker/parts.ts';
import type { Interview, TrackerRecord } from '../../../extensions/peer-mentoring/src/domain/returns/tracker/record.ts';
import {
	PASSWORD_FAULTS,
	passwordFault,
} from '../../../extensions/peer-mentoring/src/domain/returns/tracker/password.ts';

describe('a column of the tracker (3.5)', () => {
	const KINDS: Partial<Record<TrackerColumn, string>> = {
		start_date: 'day',
		disclosed_on: 'day',
		appointments_attended: 'count',
		appointments_missed: 'count',
	};
	const CODES: Partial<Record<TrackerColumn, CodeList[]>> = {
		addiction_type: ['addiction_group', 'substance'],
		employment_history: ['employment_status', 'unemployment_length'],
		benefit_type: ['benefit'],
		treatment_status: ['treatment_status'],
		referral_route: ['referral_route'],
		barrier_health: ['health_need'],
		barrier_housing: ['housing'],
		barrier_other: ['other_barrier'],
		early_departure: ['end_reason'],
		completed_treatment: ['treatment_exit'],
		buyer_programme_referred: ['employment_programme'],
		buyer_programme_started: ['employment_programme'],
		buyer_programme_completed: ['employment_programme'],
		training: ['training_type'],
		volunteering: ['volunteering_type'],
		education: ['education_type'],
		employment: ['sector'],
	};

	test.each(TRACKER_KEYS)('%s has its kind, the lists of its codes, and a definition in words', (column) => {
		const { kind, codes, definition } = TRACKER_COLUMNS[column];
		expect([kind, codes]).toEqual([KINDS[column] ?? 'text', CODES[column]]);
		expect(definition).toMatch(/^[A-Z].{5,}\.$/);
		const many = /treatment$|^(training|volunteering|education|employment|buyer_programme_\w+)$/.test(column);
		expect(definition.endsWith('Each occurrence by the cut-off, separated by semicolons.')).toBe(many);
	});
});

describe('a cell of the cut-off day (3.5)', () => {
	const cutOff = day('2024-06-30');
	const read = (column: TrackerColumn, record: Partial<TrackerRecord>) =>
		TRACKER_COLUMNS[column].read(record as TrackerRecord, { cutOff, terms: SPECIFIED });
	const interview = (held: string, barriers: Interview['barriers']): Interview => ({
		held_on: day(held),
		barriers,
		health_needs: [],
		housing: null,
		other_barriers: [],
		barrier_detail: null,
	});

	it('has a disclosure of that day, and none where nothing was disclosed after joining', () => {
		const disclosed = { dwp_customer: 'yes', disclosure: 'disclosed_after_joining', disclosed_on: cutOff } as const;
		expect(read('disclosed_on', disclosed)).toBe('2024-06-30');
		expect(read('disclosed_on', { ...disclosed, disclosure: 'not_disclosed' })).toBeNull();
	});

	it('has an end of that day', () => {
		const ended = { start_on: null, sessions: [], ended_on: cutOff, end_reason: 'moved_away' } as const;
		expect(read('early_departure', ended)).toBe('2024-06-30 MOVE');
	});

	test.each<[string, Interview[], string | null]>([
		['of that day', [interview('2024-06-30', ['offending'])], 'Y'],
		['of the last, given last', [interview('2024-06-10', []), interview('2024-06-20', ['offending'])], 'Y'],
		['of the last, given first', [interview('2024-06-20', []), interview('2024-06-10', ['offending'])], 'N'],
		[
			'of three, given in between',
			[interview('2024-06-10', []), interview('2024-06-25', ['offending']), interview('2024-06-20', [])],
			'Y',
		],
		[
			'of the one before, where the last did not ask',
			[interview('2024-06-10', ['offending']), interview('2024-06-20', null)],
			'Y',
		],
	])('has the barriers %s', (_, interviews, cell) => expect(read('barrier_offending', { interviews })).toBe(cell));
});

describe('the parts of a cell', () => {
	const cutOff = day('2024-06-30');

	test.each([
		[[], null],
		[[null, ''], null],
		[['A', null, '', 'B'], 'A; B'],
	])('%j are joined to %j', (parts, cell) => expect(joined(parts)).toBe(cell));

	test.each([
		[[], 'N'],
		[['2024-06-03'], 'Y; 2024-06-03'],
		[['2024-06-03', '2024-06-04'], 'Y; 2024-06-03; 2024-06-04'],
	])('%j are said to have happened as %j', (parts, cell) => expect(yesWith(parts)).toBe(cell));

	it('have happened by the cut-off, in order of their days and words, without what is not known', () => {
		const on = (text: string | null, ...words: (string | null)[]) => ({ on: text === null ? null : day(text), words });
		expect(
			happenedBy(cutOff, [
				on('2024-06-30', 'LIC', null),
				on('2024-07-01', 'VOC'),
				on(null, 'VOC'),
				on('2024-06-03', null, 'B'),
				on('2024-06-03', 'A'),
				{ on: day('2024-06-02') },
			]),
		).toEqual(['2024-06-02', '2024-06-03 A', '2024-06-03 B', '2024-06-30 LIC']);
	});

	test.each([
		[null, null],
		['', null],
		[' \n ', null],
		[' No bus\r\n\tafter six ', 'No bus after six'],
	])('%j on one line is %j', (text, line) => expect(oneLine(text)).toBe(line));

	it('are short codes, or nothing where a list has no such value', () => {
		expect([shortCode('substance', 'heroin'), shortCode('substance', null)]).toEqual(['HER', null]);
		expect(shortCodes('substance', ['heroin', 'gone' as never, 'alcohol'])).toEqual(['HER', 'ALC']);
	});
});

describe('the password of a tracker (3.4)', () => {
	const fault = (password: string, contract = 'PM-CPA9') => passwordFault({ password }, contract);

	const COMMON =
		'administrator caseload changeme jobcentre jobcentreplus letmein mentee menteetracker mentor mentoring password peermentor ' +
		'peermentoring secret supplier tracker welcome';
	test.each(COMMON.split(' '))('is not %s with digits and signs around it', (word) => {
		expect(fault(`2024!${word}!12345`)).toBe('common');
		expect(fault(`${word.toUpperCase()}_20-24-07`)).toBe('common');
		expect(fault(`${word} and other things`)).toBeUndefined();
	});

	test.each([
		['P@$$w0rd!!!!', 'common'],
		['s3cr3t!!!!!!', 'common'],
		['adm1n1strator', 'common'],
		['ca5eload!!!!', 'common'],
		['pass12345word', 'common'],
		['13p@ssw0rd!!', 'common'],
		['p@ssw0rd31!!', 'common'],
		['p@ss-w0rd!!!', 'common'],
		['s3cr3t and ladders', undefined],
		['ladder s3cr3t plum', undefined],
	])('"%s": %s', (password, expected) => expect(fault(password)).toBe(expected));

	test.each([
		['zyxwvutsrqpo', 'sequence'],
		['0987654321xx', 'sequence'],
		['asdfghjkl123', 'sequence'],
		['zxcvbnmzxcvb', 'sequence'],
		['abcdefgXlamp', undefined],
		['abcdefgh lamp', 'sequence'],
		['a-b-c-d-e-f-g-h', 'sequence'],
	])('a row of keys, "%s": %s', (password, expected) => expect(fault(password)).toBe(expected));

	test.each([
		['of five different signs', 'abcdaebcdbea', undefined],
		['of four', 'abcdabcdbcda', 'repeated'],
		['the same again and again', 'otter1otter1', 'repeated'],
		['the same but for its end', 'otter1otter12', undefined],
		['the same but for its beginning', 'xotter1otter1', undefined],
		['the same on two lines', 'otter1\notter1\n', 'repeated'],
	])('%s: %j, %s', (_, password, expected) => expect(fault(password)).toBe(expected));

	it('may be 255 signs long, and 12 short', () => {
		const long = 'otter violin ladder plum '.repeat(11).slice(0, 255).replace(/^o/, 'x');
		expect([fault(long), fault(`${long}x`)]).toEqual([undefined, 'too_long']);
		expect([fault('otter violin'), fault('otter violi')]).toEqual([undefined, 'too_short']);
	});

	it('may be anything where the contract has no reference yet', () => {
		expect(fault('otter violin ladder', '')).toBeUndefined();
		expect(fault('otter violin ladder', '--')).toBeUndefined();
	});

	it('is missed in words', () => {
		const faults = 'missing too_short too_long reference repeated sequence common different';
		expect(Object.keys(PASSWORD_FAULTS).sort()).toEqual(faults.split(' ').sort());
		for (const text of Object.values(PASSWORD_FAULTS).flatMap(Object.values)) expect(text).toMatch(/^[A-Z].{20,}\.$/);
	});
});
