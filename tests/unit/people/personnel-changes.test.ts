import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { FteAssignment } from '../../../extensions/peer-mentoring/src/domain/people/fte.ts';
import {
	cpaPersonnel,
	personnelChanges,
} from '../../../extensions/peer-mentoring/src/domain/people/personnel-changes.ts';

const JULY = parseMonth('2023-07')!;
const CPA9 = { cpa: 9, minimum: 3, maximum: 5 };

function assignment(
	mentor: string,
	weekly_hours: number,
	from: string,
	to: string | null = null,
	over: Partial<FteAssignment> = {},
): FteAssignment {
	const place = { cpa: 9, delivery_area: 'Wrexham', office: 'Wrexham' };
	return { mentor, ...place, weekly_hours, from: day(from), to: to === null ? null : day(to), ...over };
}

describe('changes of personnel (3.8)', () => {
	const changes = (assignments: FteAssignment[]) =>
		personnelChanges(assignments, JULY).map((row) => [row.date, row.change, row.cpa, row.mentor, row.delivery_area]);

	test.each<[string, FteAssignment[], unknown[]]>([
		['that of somebody who joined', [assignment('A', 20, '2023-07-03')], [['2023-07-03', 'joined', 9, 'A', 'Wrexham']]],
		[
			'the one that somebody left',
			[assignment('A', 40, '2023-06-01', '2023-07-14')],
			[['2023-07-14', 'left', 9, 'A', 'Wrexham']],
		],
		[
			'the new one of somebody who moved',
			[
				assignment('A', 40, '2023-06-01', '2023-07-09'),
				assignment('A', 40, '2023-07-10', null, { delivery_area: 'Flintshire' }),
			],
			[['2023-07-10', 'location_changed', 9, 'A', 'Flintshire']],
		],
		[
			'each one of somebody who works in several, named once and in order',
			[
				assignment('A', 20, '2023-07-03'),
				assignment('A', 10, '2023-07-03', null, { delivery_area: 'Flintshire' }),
				assignment('A', 5, '2023-07-03', null, { office: 'Rhyl' }),
			],
			[['2023-07-03', 'joined', 9, 'A', 'Flintshire; Wrexham']],
		],
	])('name the delivery area: %s', (_, assignments, expected) => expect(changes(assignments)).toEqual(expected));

	it('are in order of date, area and mentor, whatever the order of the assignments', () => {
		const assignments = [
			assignment('D', 40, '2023-07-20'),
			assignment('C', 40, '2023-07-03'),
			assignment('B', 40, '2023-07-03', null, { cpa: 10 }),
			assignment('A', 40, '2023-07-03'),
			assignment('E', 40, '2023-07-03', null, { cpa: 8 }),
		];
		const expected = ['2023-07-03 8 E', '2023-07-03 9 A', '2023-07-03 9 C', '2023-07-03 10 B', '2023-07-20 9 D'];
		for (const given of [assignments, assignments.toReversed()]) {
			expect(changes(given).map(([date, , cpa, mentor]) => `${date} ${cpa} ${mentor}`)).toEqual(expected);
		}
	});

	it('of hours and of the area at once are a change of hours in each area', () => {
		const assignments = [
			assignment('A', 40, '2023-06-01', '2023-07-09'),
			assignment('A', 20, '2023-07-10', null, { cpa: 8, delivery_area: 'Bristol' }),
		];
		const rows = personnelChanges(assignments, JULY).map((row) => [row.change, row.cpa, row.fte_before, row.fte_after]);
		expect(rows).toEqual([
			['hours_changed', 8, 0, 0.5],
			['hours_changed', 9, 1, 0],
		]);
	});

	it('are none where two assignments change places', () => {
		const rhyl = { office: 'Rhyl' };
		const assignments = [
			assignment('A', 20, '2023-06-01', '2023-07-09'),
			assignment('A', 20, '2023-06-01', '2023-07-09', rhyl),
			assignment('A', 20, '2023-07-10', null, rhyl),
			assignment('A', 20, '2023-07-10'),
		];
		expect(changes(assignments)).toEqual([]);
	});
});

describe('the FTE of an area over a month (C1.1, C1.2)', () => {
	const duty = { cpas: [CPA9], from: day('2023-06-01'), to: null };
	const july = (assignments: FteAssignment[], over: Partial<typeof duty> = {}) =>
		cpaPersonnel(assignments, JULY, { ...duty, ...over })[0];

	it('opens with what there was before the first day, and closes after the last', () => {
		const assignments = [
			assignment('A', 40, '2023-06-01'),
			assignment('B', 40, '2023-07-01'),
			assignment('C', 20, '2023-06-01', '2023-07-31'),
			assignment('D', 40, '2023-08-01'),
		];
		expect(july(assignments)).toMatchObject({ opening_fte: 1.5, closing_fte: 2 });
	});

	it('has the lowest day and the largest shortfall of all its days', () => {
		const assignments = [
			assignment('A', 80, '2023-06-01'),
			assignment('B', 40, '2023-06-01', '2023-07-09'),
			assignment('C', 20, '2023-07-20'),
		];
		expect(july(assignments)).toMatchObject({ lowest_fte: 2, shortfall: 1, minimum: 3 });
	});

	it('is judged on the one day of the month on which the minimum applies', () => {
		const last = july([], { from: day('2023-07-31') });
		expect(last).toMatchObject({ lowest_fte: 0, shortfall: 3 });
		const first = cpaPersonnel([], JULY, { ...duty, to: day('2023-07-01') })[0];
		expect(first).toMatchObject({ lowest_fte: 0, shortfall: 3 });
		const over = cpaPersonnel([], JULY, { ...duty, to: day('2023-06-30') })[0];
		expect(over).toMatchObject({ lowest_fte: null, shortfall: null });
	});
});
