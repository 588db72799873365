import { describe, expect, test } from 'vitest';
import { faultText } from '../../../extensions/peer-mentoring/src/import/faults.ts';
import { importForms, type ImportForm } from '../../../extensions/peer-mentoring/src/domain/loading/forms.ts';
import type { ImportFile } from '../../../extensions/peer-mentoring/src/import/read-import.ts';
import { deliveryAreas, file, read } from '../support/import-files.ts';

async function faults(...files: ImportFile[]) {
	return (await read(...files)).faults.map(({ line, column, code }) => [line, column, code]);
}

describe('the header', () => {
	test.each(Object.keys(importForms) as ImportForm[])('%s are known by their columns, in any order', async (form) => {
		const columns = [...importForms[form].columns].reverse();
		expect((await read({ name: 'x.csv', content: `${columns.join(',').toUpperCase()}\n` })).faults).toEqual([]);
	});

	test.each([
		['a missing column', 'reference,held_on,minutes,mode', [[1, 'attendance', 'MISSING_COLUMN']]],
		['an unknown column', 'reference,held_on,minutes,mode,attendance,notes', [[1, 'notes', 'UNKNOWN_COLUMN']]],
		['a repeated column', 'reference,held_on,minutes,mode,mode,attendance', [[1, 'mode', 'REPEATED_COLUMN']]],
		[
			'a misspelt column',
			'reference,held_on,minutes,mode,attended',
			[
				[1, 'attendance', 'MISSING_COLUMN'],
				[1, 'attended', 'UNKNOWN_COLUMN'],
			],
		],
		['none of the four', 'reference,colour', [[1, null, 'UNKNOWN_FILE']]],
		['an empty file', '', [[1, null, 'EMPTY_FILE']]],
	])('%s is refused', async (_, header, expected) => {
		expect(await faults({ name: 'x.csv', content: header && `${header}\nR-1,2024-05-01\n` })).toEqual(expected);
	});

	test('an unknown header is told what was found and the four forms', async () => {
		const { faults } = await read({ name: 'x.csv', content: 'reference,colour\n' });
		expect(faults[0]?.message).toContain('the columns found are reference, colour');
		for (const form of Object.keys(importForms)) expect(faults[0]?.message).toContain(`${form} (`);
	});

	test('a first line of data is not repeated', async () => {
		const { faults } = await read({ name: 'x.csv', content: 'R-1,Jane,Doe,07700 900123\n' });
		expect(faults[0]?.message).not.toMatch(/Jane|Doe|07700/);
	});

	test('a file sent as another is refused', async () => {
		expect(await faults({ ...file('sessions', {}), expected: 'caseload' })).toEqual([[1, null, 'WRONG_FILE']]);
	});
});

describe('values', () => {
	test.each<[ImportForm, string, string, unknown]>([
		['contracts', 'cpas', '5;4', [4, 5]],
		['contracts', 'total_value', '1250.05', 125_005],
		['contracts', 'total_value', '1250', 125_000],
		['contracts', 'total_value', '£1,250.00', 125_000],
		['contracts', 'total_value', '12,345,678.9', 1_234_567_890],
		['contracts', 'start_date', '04/12/2023', '2023-12-04'],
		['contracts', 'start_date', '4/12/23', '2023-12-04'],
		['contracts', 'start_date', '04-12-2023', '2023-12-04'],
		['contracts', 'start_date', '04.12.2023', '2023-12-04'],
		['contracts', 'start_date', '04/12/2023 00:00', '2023-12-04'],
		['contracts', 'start_date', '2023-12-04T00:00:00.000Z', '2023-12-04'],
		['contracts', 'start_date', '2023-12-04 00:00:00', '2023-12-04'],
		['contracts', 'start_date', '45264', '2023-12-04'],
		['contracts', 'start_date', '4 December 2023', '2023-12-04'],
		['contracts', 'start_date', '04-Rhag-23', '2023-12-04'],
		['contracts', 'working_day_calendar', 'England and Wales', 'england-and-wales'],
		['contracts', 'total_value', '', null],
		['contracts', 'working_day_calendar', 'scotland', 'scotland'],
		['mentors', 'email', 'Mentor1@Example.org', 'mentor1@example.org'],
		['mentors', 'delivery_area', 'bristol north/east', deliveryAreas[1]],
		['mentors', 'delivery_area', 'WRECSAM', deliveryAreas[0]],
		['mentors', 'weekly_hours', '48', 48],
		['caseload', 'route', 'TP', 'third_party'],
		['caseload', 'received_on', '2024-02-29', '2024-02-29'],
		['caseload', 'received_on', '', null],
		['caseload', 'dwp_customer', 'Yes', 'yes'],
		['caseload', 'dwp_customer', 'TRUE', 'yes'],
		['caseload', 'dwp_customer', '0', 'no'],
		['caseload', 'dwp_customer', 'Nac ydy', 'no'],
		['caseload', 'route', 'Job Centre Plus', 'jobcentre_plus'],
		['caseload', 'route', 'Canolfan\u00a0Byd Gwaith', 'jobcentre_plus'],
		['caseload', 'benefit_type', "Carer's Allowance", ['carers_allowance']],
		['caseload', 'cpa', '9.0', 9],
		['caseload', 'cpa', 'CPA 9', 9],
		['caseload', 'benefit_type', 'UC, PIP', ['universal_credit', 'personal_independence_payment']],
		['caseload', 'benefit_type', 'No benefits, unemployed', ['none']],
		['caseload', 'phone', "'07700900123", '07700900123'],
		['caseload', 'phone', '447700900123.0', '447700900123'],
		['caseload', 'received_on', 'Mon 04/03/2024', '2024-03-04'],
		['caseload', 'received_on', '04/03/2024 12:00:00 AM', '2024-03-04'],
		['caseload', 'preferred_language', 'cy-gb', 'cy-GB'],
		['caseload', 'nino', 'qq 12 34 56 c', 'QQ123456C'],
		['caseload', 'benefit_type', 'universal_credit; PIP', ['universal_credit', 'personal_independence_payment']],
		['caseload', 'phone', '+44 7700 900123', '+44 7700 900123'],
		['caseload', 'end_reason', 'DROP', 'dropout'],
		['caseload', 'last_name', 'O’Neil-Ŵyn', 'O’Neil-Ŵyn'],
		['sessions', 'minutes', '45', 45],
		['sessions', 'mode', 'DIG', 'digital'],
	])('%s.%s %j is read as %j', async (form, column, text, expected) => {
		const result = await read(file(form, { [column]: text }));
		expect(result.faults).toEqual([]);
		expect(result[form][0]).toMatchObject({ [column]: expected, source: { file: `${form}.csv`, line: 2 } });
	});

	test.each<[ImportForm, string, string]>([
		['contracts', 'reference', ''],
		['contracts', 'reference', 'PM CPA9'],
		['contracts', 'reference', '=1'],
		['contracts', 'supplier', ''],
		['contracts', 'cpas', '10'],
		['contracts', 'cpas', '4;4'],
		['contracts', 'cpas', '4,5'],
		['contracts', 'start_date', '2024-06-31'],
		['contracts', 'start_date', '04/13/2023'],
		['contracts', 'start_date', '31.06.2024'],
		['contracts', 'start_date', '2024-07-01T23:00:00Z'],
		['contracts', 'start_date', '4 December'],
		['contracts', 'start_date', '12345'],
		['contracts', 'start_date', '0023-12-04'],
		['contracts', 'working_day_calendar', 'wales'],
		['contracts', 'total_value', '-1.00'],
		['contracts', 'total_value', '12,50'],
		['contracts', 'total_value', '1.250,00'],
		['contracts', 'total_value', '1.005'],
		['mentors', 'email', 'mentor1'],
		['mentors', 'email', 'a@b@example.org'],
		['mentors', 'first_name', 'x'.repeat(101)],
		['mentors', 'last_name', 'two\nlines'],
		['mentors', 'delivery_area', 'Cardiff'],
		['mentors', 'weekly_hours', '0'],
		['mentors', 'weekly_hours', '48.01'],
		['mentors', 'weekly_hours', '37.125'],
		['caseload', 'cpa', '0'],
		['caseload', 'received_on', '1/1/70'],
		['caseload', 'email', 'a\u200b@example.org'],
		['caseload', 'route', 'self'],
		['caseload', 'phone', '12345'],
		['caseload', 'phone', 'ask Jane'],
		['caseload', 'aged_18_or_over', 'not_known'],
		['caseload', 'nino', 'QQ12345C'],
		['caseload', 'benefit_type', 'universal_credit;pension'],
		['caseload', 'initial_meeting_outcome', 'maybe'],
		['sessions', 'held_on', ''],
		['sessions', 'minutes', '0'],
		['sessions', 'minutes', '601'],
		['sessions', 'minutes', '60.5'],
		['sessions', 'mode', 'phone'],
		['sessions', 'attendance', ''],
	])('%s.%s %j is refused', async (form, column, text) => {
		const code = text === '' ? 'MISSING_VALUE' : 'WRONG_VALUE';
		const result = await read(file(form, { [column]: text }));
		expect(result.faults.map((fault) => [fault.line, fault.column, fault.code])).toEqual([[2, column, code]]);
		expect(result[form]).toEqual([]);
	});

	test.each<[ImportForm, string, string, string]>([
		['caseload', 'dwp_customer', 'maybe', 'dwp_customer must be yes or no, not "maybe"'],
		['sessions', 'minutes', '0', 'minutes must be a whole number of minutes from 1 to 600, not "0"'],
		['sessions', 'mode', 'phone', 'mode must be face_to_face or digital, not "phone"'],
	])('%s.%s says what would be right', async (form, column, text, message) => {
		const { faults } = await read(file(form, { [column]: text }));
		expect(faults.map(faultText)).toEqual([`${form}.csv, line 2: ${message}`]);
	});

	test.each<[string, string]>([
		['first_name', 'Jane'.repeat(51)],
		['phone', 'jane'],
		['email', 'jane'],
		['nino', 'jane'],
		['benefit_type', 'qq123456c'],
		['route', 'jane@example.org'],
		['cpa', 'Jane'],
		['end_reason', '07700900123'],
	])('what is in %s is not repeated where it may name somebody', async (column, text) => {
		const { faults } = await read(file('caseload', { [column]: text }));
		expect(faults).toHaveLength(1);
		expect(faults[0]?.message).not.toContain(text);
	});
});

describe('rows', () => {
	test('every faulty cell of every row is named', async () => {
		const rows: Record<string, string>[] = [
			{ cpa: 'x', nino: 'x' },
			{},
			{ reference: 'R-3', route: '', ended_on: 'x' },
		];
		expect(await faults(file('caseload', ...rows))).toEqual([
			[2, 'cpa', 'WRONG_VALUE'],
			[2, 'nino', 'WRONG_VALUE'],
			[4, 'route', 'MISSING_VALUE'],
			[4, 'ended_on', 'WRONG_VALUE'],
		]);
	});

	test('a row with too few or too many values', async () => {
		const content = `${importForms.sessions.columns.join(',')}\nR-1,2024-05-01\nR-1,2024-05-02,60,digital,attended,x\n`;
		expect(await faults({ name: 'sessions.csv', content })).toEqual([
			[2, null, 'WRONG_NUMBER_OF_VALUES'],
			[3, null, 'WRONG_NUMBER_OF_VALUES'],
		]);
	});

	test.each<[string, ImportFile, unknown[]]>([
		['a reference twice', file('caseload', {}, { cpa: '8' }), [[3, 'reference', 'DUPLICATE_ROW']]],
		['a contract twice', file('contracts', {}, {}), [[3, 'reference', 'DUPLICATE_ROW']]],
		['a session twice on a day', file('sessions', {}, { mode: 'digital' }), [[3, 'held_on', 'DUPLICATE_ROW']]],
		['a session on another day', file('sessions', {}, { held_on: '2024-05-02' }), []],
		['a post twice', file('mentors', {}, { weekly_hours: '20' }), [[3, 'from', 'DUPLICATE_ROW']]],
		['a mentor with two posts', file('mentors', { to: '2024-05-31' }, { from: '2024-06-01' }), []],
		[
			'a mentor with two names',
			file('mentors', {}, { from: '2024-06-01', last_name: 'Other' }),
			[[3, 'last_name', 'CONTRADICTION']],
		],
		['a post that ends before it begins', file('mentors', { to: '2024-02-11' }), [[2, 'to', 'WRONG_ORDER']]],
		[
			'a contract that ends before it begins',
			file('contracts', { end_date: '2023-12-03' }),
			[[2, 'end_date', 'WRONG_ORDER']],
		],
		[
			'a last start after the end',
			file('contracts', { last_start_date: '2025-03-08', end_date: '2025-03-07' }),
			[[2, 'end_date', 'WRONG_ORDER']],
		],
	])('%s', async (_, given, expected) => {
		expect(await faults(given)).toEqual(expected);
	});

	test('a reference in two files is found, and the first file named', async () => {
		const { faults } = await read(
			{ ...file('caseload', {}), name: 'a.csv' },
			{ ...file('caseload', {}), name: 'b.csv' },
		);
		expect(faults.map(faultText)).toEqual([
			'b.csv, line 2: line 2 of a.csv already has this reference; keep one of the two rows',
		]);
	});
});
