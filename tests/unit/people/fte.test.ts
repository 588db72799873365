import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	coverage,
	daysOverMaximum,
	fteOf,
	type FteAssignment,
} from '../../../extensions/peer-mentoring/src/domain/people/fte.ts';
import {
	cpaPersonnel,
	personnelChanges,
} from '../../../extensions/peer-mentoring/src/domain/people/personnel-changes.ts';

const JULY = parseMonth('2023-07')!;
const CPA9 = { cpa: 9, minimum: 3, maximum: 5 };

function assignment(
	mentor: string,
	hours: number,
	from: string,
	to: string | null = null,
	over: Partial<FteAssignment> = {},
): FteAssignment {
	const place = { cpa: 9, delivery_area: 'Wrexham', office: 'Wrexham' };
	return { mentor, ...place, weekly_hours: hours, from: day(from), to: to === null ? null : day(to), ...over };
}

describe('FTE of weekly hours (2.26)', () => {
	test.each([
		[40, 1],
		[20, 0.5],
		[37.5, 0.938],
		[13.3, 0.333],
		[0, 0],
	])('%d hours are %d', (hours, fte) => expect(fteOf([{ weekly_hours: hours }])).toBe(fte));
});

describe('coverage (C1.2)', () => {
	const range = (from: string, to: string, fte_in_post: number, gap: number) => ({
		...CPA9,
		from,
		to,
		fte_in_post,
		gap,
	});
	const july = (assignments: FteAssignment[]) => coverage(assignments, [CPA9], day('2023-07-01'), day('2023-07-31'));

	test.each([
		['nobody in post', [], [range('2023-07-01', '2023-07-31', 0, 3)]],
		[
			'the minimum all month',
			['A', 'B', 'C'].map((mentor) => assignment(mentor, 40, '2023-06-01')),
			[range('2023-07-01', '2023-07-31', 3, 0)],
		],
		[
			'one joins on the tenth',
			[assignment('A', 40, '2023-06-01'), assignment('B', 24, '2023-07-10')],
			[range('2023-07-01', '2023-07-09', 1, 2), range('2023-07-10', '2023-07-31', 1.6, 1.4)],
		],
		[
			'the last day counts',
			[assignment('A', 40, '2023-06-01', '2023-07-14')],
			[range('2023-07-01', '2023-07-14', 1, 2), range('2023-07-15', '2023-07-31', 0, 3)],
		],
		[
			'one replaces another',
			[assignment('A', 40, '2023-06-01', '2023-07-14'), assignment('B', 40, '2023-07-15')],
			[range('2023-07-01', '2023-07-31', 1, 2)],
		],
		[
			'another CPA does not help',
			[assignment('A', 40, '2023-06-01', null, { cpa: 8 })],
			[range('2023-07-01', '2023-07-31', 0, 3)],
		],
		[
			'more than the minimum',
			Array.from({ length: 4 }, (_, n) => assignment(`M${n}`, 40, '2023-06-01')),
			[range('2023-07-01', '2023-07-31', 4, 0)],
		],
	])('%s', (_, assignments, expected) => expect(july(assignments)).toEqual(expected));

	it('leaves no dust of fractions', () => {
		const thirds = Array.from({ length: 3 }, (_, n) => assignment(`M${n}`, 13.3, '2023-06-01'));
		expect(july(thirds)[0]).toMatchObject({ fte_in_post: 0.998, gap: 2.002 });
	});

	it('gives every CPA that is asked for', () => {
		const cpas = [CPA9, { cpa: 7, minimum: 1, maximum: 2 }];
		expect(coverage([], cpas, day('2023-07-01'), day('2023-07-01')).map((each) => [each.cpa, each.gap])).toEqual([
			[9, 3],
			[7, 1],
		]);
	});
});

describe('more than the maximum (1.22, Annex C)', () => {
	const full = (number: number) => Array.from({ length: number }, (_, n) => assignment(`M${n}`, 40, '2023-06-01'));
	const over = (assignments: FteAssignment[]) =>
		daysOverMaximum(assignments, CPA9).map(({ from, fte_in_post }) => [from, fte_in_post]);

	test.each([
		['nobody', [], []],
		['exactly the maximum', full(5), []],
		['an hour a week more', [...full(5), assignment('P', 1, '2023-07-10')], [['2023-07-10', 5.025]]],
		['only for some days', [...full(5), assignment('P', 20, '2023-07-10', '2023-07-14')], [['2023-07-10', 5.5]]],
		['for one day', [...full(5), assignment('P', 20, '2023-07-10', '2023-07-10')], [['2023-07-10', 5.5]]],
		[
			'on a day of the handover',
			[...full(4), assignment('P', 40, '2023-06-01', '2023-07-10'), assignment('Q', 40, '2023-07-10')],
			[['2023-07-10', 6]],
		],
		[
			'on no day of the handover',
			[...full(4), assignment('P', 40, '2023-06-01', '2023-07-09'), assignment('Q', 40, '2023-07-10')],
			[],
		],
		[
			'twice, and more the second time',
			[...full(5), assignment('P', 8, '2023-07-01', '2023-07-05'), assignment('Q', 16, '2023-08-01')],
			[
				['2023-07-01', 5.2],
				['2023-08-01', 5.4],
			],
		],
		['from the first day on', full(6), [['2023-06-01', 6]]],
		['in another CPA', [...full(5), assignment('P', 40, '2023-07-10', null, { cpa: 8 })], []],
	])('%s', (_, assignments, expected) => expect(over(assignments)).toEqual(expected));
});

describe('changes of personnel (3.8)', () => {
	const changes = (assignments: FteAssignment[]) =>
		personnelChanges(assignments, JULY).map((row) => [
			row.date,
			row.change,
			row.cpa,
			row.mentor,
			row.fte_before,
			row.fte_after,
		]);

	test.each([
		['joined', [assignment('A', 20, '2023-07-03')], [['2023-07-03', 'joined', 9, 'A', 0, 0.5]]],
		[
			'left, on the last day in post',
			[assignment('A', 40, '2023-06-01', '2023-07-31')],
			[['2023-07-31', 'left', 9, 'A', 1, 0]],
		],
		['left at the end of the month before', [assignment('A', 40, '2023-06-01', '2023-06-30')], []],
		[
			'hours changed',
			[assignment('A', 40, '2023-06-01', '2023-07-09'), assignment('A', 20, '2023-07-10')],
			[['2023-07-10', 'hours_changed', 9, 'A', 1, 0.5]],
		],
		[
			'an office changed',
			[
				assignment('A', 40, '2023-06-01', '2023-07-09'),
				assignment('A', 40, '2023-07-10', null, { delivery_area: 'Flintshire', office: 'Shotton' }),
			],
			[['2023-07-10', 'location_changed', 9, 'A', 1, 1]],
		],
		[
			'both changed',
			[assignment('A', 40, '2023-06-01', '2023-07-09'), assignment('A', 20, '2023-07-10', null, { office: 'Rhyl' })],
			[
				['2023-07-10', 'hours_changed', 9, 'A', 1, 0.5],
				['2023-07-10', 'location_changed', 9, 'A', 0.5, 0.5],
			],
		],
		[
			'moved to another CPA',
			[assignment('A', 40, '2023-06-01', '2023-07-09'), assignment('A', 40, '2023-07-10', null, { cpa: 8 })],
			[
				['2023-07-10', 'location_changed', 8, 'A', 0, 1],
				['2023-07-10', 'location_changed', 9, 'A', 1, 0],
			],
		],
		[
			'came back',
			[assignment('A', 40, '2023-06-01', '2023-07-07'), assignment('A', 40, '2023-07-17')],
			[
				['2023-07-07', 'left', 9, 'A', 1, 0],
				['2023-07-17', 'joined', 9, 'A', 0, 1],
			],
		],
		[
			'went on under a new row',
			[assignment('A', 40, '2023-06-01', '2023-07-09'), assignment('A', 40, '2023-07-10')],
			[],
		],
	])('%s', (_, assignments, expected) => expect(changes(assignments)).toEqual(expected));

	it('add up from the opening to the closing FTE of each CPA', () => {
		const assignments = [
			assignment('A', 40, '2023-06-01', '2023-06-30'),
			assignment('B', 40, '2023-06-01', '2023-07-31'),
			assignment('C', 40, '2023-06-01', '2023-07-31'),
			assignment('C', 20, '2023-08-01'),
			assignment('D', 37.5, '2023-07-12'),
			assignment('E', 40, '2023-06-01', '2023-07-09'),
			assignment('E', 32, '2023-07-10', null, { cpa: 8 }),
		];
		const cpas = [CPA9, { cpa: 8, minimum: 4, maximum: 6 }];
		const duty = { cpas, from: day('2023-07-15'), to: null };
		const rows = personnelChanges(assignments, JULY);
		const figures = cpaPersonnel(assignments, JULY, duty);
		expect(figures).toEqual([
			{ cpa: 9, opening_fte: 3, closing_fte: 1.938, lowest_fte: 2.938, minimum: 3, shortfall: 0.062 },
			{ cpa: 8, opening_fte: 0, closing_fte: 0.8, lowest_fte: 0.8, minimum: 4, shortfall: 3.2 },
		]);
		for (const { cpa, opening_fte, closing_fte } of figures) {
			const own = rows.filter((row) => row.cpa === cpa);
			const change = own.reduce((sum, row) => sum + row.fte_after - row.fte_before, 0);
			expect(opening_fte + change).toBeCloseTo(closing_fte, 6);
		}
	});

	it('the minimum is not tested in a month of the Implementation Period (C1.1)', () => {
		const duty = { cpas: [CPA9], from: day('2023-08-24'), to: null };
		expect(cpaPersonnel([], JULY, duty)[0]).toMatchObject({ lowest_fte: null, shortfall: null });
	});
});
