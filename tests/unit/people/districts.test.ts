import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	movesAcrossDistricts,
	type DistrictAssignment,
} from '../../../extensions/peer-mentoring/src/domain/people/districts.ts';

const at = (district: string, from: string, to: string | null = null): DistrictAssignment => ({
	district,
	from: day(from),
	to: to === null ? null : day(to),
});
const WALES = 'North Wales';
const WEST = 'North West England';
const left = (to: string | null) => at(WALES, '2023-04-03', to);

describe('nobody is moved between Districts (1.21, C1.4)', () => {
	test.each<[what: string, assignments: DistrictAssignment[], moves: number]>([
		['the next day', [left('2024-03-31'), at(WEST, '2024-04-01')], 1],
		['after a weekend', [left('2024-03-29'), at(WEST, '2024-04-01')], 1],
		['up to four weeks later', [left('2024-03-31'), at(WEST, '2024-04-28')], 1],
		['shortly before leaving', [left('2024-03-31'), at(WEST, '2024-03-18')], 1],
		['whichever is named first', [at(WEST, '2024-04-01'), left('2024-03-31')], 1],
		[
			'to another District each time',
			[left('2023-12-31'), at(WEST, '2024-01-01', '2024-06-30'), at(WALES, '2024-07-01')],
			2,
		],
	])('%s it is a move', (_, assignments, moves) => expect(movesAcrossDistricts(assignments)).toHaveLength(moves));

	test.each<[what: string, assignments: DistrictAssignment[]]>([
		['a move within the District', [left('2024-03-31'), at(WALES, '2024-04-01')]],
		['two Districts side by side', [left(null), at(WEST, '2024-04-01')]],
		['two Districts side by side, one of which ends long after', [left('2025-03-31'), at(WEST, '2024-04-01')]],
		['a new appointment after more than four weeks', [left('2024-03-31'), at(WEST, '2024-04-29')]],
		[
			'who goes on in the District with other hours, and begins in another',
			[left('2024-03-31'), at(WALES, '2024-04-01'), at(WEST, '2024-04-01')],
		],
		['a single assignment', [left('2024-03-31')]],
		[
			'a short stand-in elsewhere, over before the first one ends',
			[left('2024-03-31'), at(WEST, '2024-03-18', '2024-03-29')],
		],
	])('no move is %s', (_, assignments) => expect(movesAcrossDistricts(assignments)).toEqual([]));

	test('says where it leads from and to', () => {
		const [from, to] = [left('2024-03-31'), at(WEST, '2024-04-01')];
		expect(movesAcrossDistricts([from, to])).toEqual([{ left: from, begun: to }]);
	});
});
