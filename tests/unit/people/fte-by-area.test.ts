import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	areaCoverage,
	changeDays,
	daysOverMaximum,
	type FteAssignment,
} from '../../../extensions/peer-mentoring/src/domain/people/fte.ts';

const CPA9 = { cpa: 9, minimum: 3, maximum: 5 };

const assignment = (
	delivery_area: string,
	weekly_hours: number,
	from: string,
	to: string | null = null,
	cpa = 9,
): FteAssignment => ({
	mentor: `${delivery_area} ${from}`,
	cpa,
	delivery_area,
	weekly_hours,
	from: day(from),
	to: to === null ? null : day(to),
});

describe('FTE in post of each delivery area (Annex C)', () => {
	const july = (assignments: FteAssignment[], ...areas: string[]) =>
		areaCoverage(assignments, 9, areas, day('2023-07-01'), day('2023-07-31'));

	it('is that of its own assignments, from day to day, however little or much', () => {
		const assignments = [
			assignment('Wrexham', 20, '2023-06-01'),
			assignment('Wrexham', 400, '2023-07-10', '2023-07-12'),
			assignment('Flintshire', 40, '2023-06-01'),
			assignment('Wrexham', 40, '2023-06-01', null, 8),
		];
		expect(july(assignments, 'Wrexham', 'Flintshire', 'Conwy')).toEqual([
			{
				delivery_area: 'Wrexham',
				ranges: [
					{ from: '2023-07-01', to: '2023-07-09', fte_in_post: 0.5 },
					{ from: '2023-07-10', to: '2023-07-12', fte_in_post: 10.5 },
					{ from: '2023-07-13', to: '2023-07-31', fte_in_post: 0.5 },
				],
			},
			{ delivery_area: 'Flintshire', ranges: [{ from: '2023-07-01', to: '2023-07-31', fte_in_post: 1 }] },
			{ delivery_area: 'Conwy', ranges: [{ from: '2023-07-01', to: '2023-07-31', fte_in_post: 0 }] },
		]);
	});

	it('is empty for no area', () => expect(july([assignment('Wrexham', 40, '2023-06-01')])).toEqual([]));
});

describe('the days on which something begins to be different', () => {
	it('are in order and there once, whatever the order of the assignments', () => {
		const assignments = [
			assignment('Wrexham', 40, '2023-07-10'),
			assignment('Wrexham', 40, '2023-06-01', '2023-07-09'),
			assignment('Wrexham', 40, '2023-06-15', '2023-06-30'),
		];
		expect(changeDays(assignments)).toEqual(['2023-06-01', '2023-06-15', '2023-07-01', '2023-07-10']);
	});
});

describe('more than the maximum (1.22, Annex C)', () => {
	test.each<[string, FteAssignment[]]>([
		['first', [assignment('Wrexham', 240, '2023-06-01', '2023-06-09'), assignment('Wrexham', 40, '2023-07-10')]],
		['last', [assignment('Wrexham', 40, '2023-07-10'), assignment('Wrexham', 240, '2023-06-01', '2023-06-09')]],
	])('is found where the assignment that makes it comes %s', (_, assignments) => {
		const found = daysOverMaximum(assignments, CPA9);
		expect(found).toEqual([{ ...CPA9, from: '2023-06-01', to: '2023-06-09', fte_in_post: 6, gap: 0 }]);
	});

	it('is looked for on the days of its own area alone', () => {
		const full = assignment('Wrexham', 240, '2023-06-01');
		const elsewhere = assignment('Bristol', 40, '2023-09-01', null, 8);
		expect(daysOverMaximum([full, elsewhere], CPA9)).toEqual(daysOverMaximum([full], CPA9));
	});
});
