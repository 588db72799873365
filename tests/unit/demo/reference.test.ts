import { describe, expect, test } from 'vitest';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { contractPackageAreas } from '../../../seed/reference/annex-c.ts';
import serviceLevels from '../../../seed/reference/service-levels.json' with { type: 'json' };

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);

describe('Annex C', () => {
	test('nine Contract Package Areas, 35 FTE at least and 50 at most, as the printed totals', () => {
		expect(contractPackageAreas.map(({ cpa }) => cpa)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(sum(contractPackageAreas.map((each) => each.minimum_fte))).toBe(35);
		expect(sum(contractPackageAreas.map((each) => each.maximum_fte))).toBe(50);
	});

	test.each(contractPackageAreas)('CPA$cpa: allocations add up to the minimum and cover each area once', (area) => {
		const { minimum_allocations: allocations, delivery_areas, minimum_fte } = area;
		if (allocations.length === 0) return expect(delivery_areas).toHaveLength(1);
		expect(sum(allocations.map(({ fte }) => fte))).toBe(minimum_fte);
		const covered = allocations.flatMap((each) => each.delivery_areas).sort();
		expect(covered).toEqual(delivery_areas.map(({ id }) => id).sort());
	});

	test('ids are unique', () => {
		const areas = contractPackageAreas.flatMap((each) => each.delivery_areas);
		const offices = areas.flatMap((each) => each.offices);
		expect(new Set(areas.map(({ id }) => id)).size).toBe(areas.length);
		expect(new Set(offices.map(({ id }) => id)).size).toBe(offices.length);
	});

	test('CPA9, and no other, has its names in Welsh', () => {
		for (const { cpa, bilingual, delivery_areas } of contractPackageAreas) {
			const places = [...delivery_areas, ...delivery_areas.flatMap((each) => each.offices)];
			expect(bilingual).toBe(cpa === 9);
			expect(places.every(({ name_cy }) => (name_cy !== null) === bilingual)).toBe(true);
		}
	});

	test('Horfield is shown, Hofield is what is printed', () => {
		const offices = contractPackageAreas.flatMap((each) => each.delivery_areas).flatMap((each) => each.offices);
		expect(offices.find(({ name }) => name === 'Horfield')).toMatchObject({ name_printed: 'Hofield' });
	});
});

describe('Table A', () => {
	test('eight rows, of which only the PMI is critical', () => {
		expect(serviceLevels.map((each) => each.table_a_row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		expect(serviceLevels.filter(({ critical }) => critical).map(({ id }) => id)).toEqual(['pmi']);
	});

	test.each([
		['initial_meeting', SPECIFIED.initial_meeting_days],
		['diagnostic_interview', SPECIFIED.diagnostic_interview_days],
		['smart_action_plan', SPECIFIED.action_plan_days],
		['interventions', SPECIFIED.first_sessions_days],
		['baseline_survey', 0],
	])('%s allows the Working Days of its clock', (id, days) => {
		expect(serviceLevels.find((each) => each.id === id)?.working_days).toBe(days);
	});
});
