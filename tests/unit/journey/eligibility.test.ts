import { describe, expect, it, test } from 'vitest';
import {
	eligibilityProblems,
	isEligibilityComplete,
} from '../../../extensions/peer-mentoring/src/domain/journey/eligibility.ts';

const DECIDED = {
	outcome: 'start',
	dependency_is_a_barrier: true,
	aged_18_or_over: 'yes',
	lives_in_area: 'yes',
	benefit_position: 'claims_benefits',
	assurance: 'Spoke with them, saw the claim',
	decided_by: 'a mentor',
};
const codes = (over: object, before?: object) =>
	eligibilityProblems(before as typeof DECIDED, { ...DECIDED, ...over }).map(({ field, code }) => [field, code]);

describe('nobody starts whose eligibility was not decided (2.1 to 2.3)', () => {
	it('with every criterion, who decided, and on what assurance', () => {
		expect(codes({})).toEqual([]);
		expect(isEligibilityComplete({ ...DECIDED, dependency_is_a_barrier: 1 })).toBe(true);
		expect(codes({ benefit_position: 'unemployed_without_benefits' })).toEqual([]);
	});

	test.each<[string, unknown, string]>([
		['dependency_is_a_barrier', null, 'eligibility_unanswered'],
		['aged_18_or_over', null, 'eligibility_unanswered'],
		['aged_18_or_over', 'not_known', 'eligibility_unanswered'],
		['lives_in_area', null, 'eligibility_unanswered'],
		['lives_in_area', 'not_known', 'eligibility_unanswered'],
		['benefit_position', null, 'eligibility_unanswered'],
		['assurance', ' ', 'assurance_missing'],
	])('%s: %s', (field, answer, code) => {
		expect(codes({ [field]: answer })).toEqual([[field, code]]);
		expect(isEligibilityComplete({ ...DECIDED, [field]: answer })).toBe(false);
	});

	it('nor where nobody could have decided', () =>
		expect(codes({ decided_by: null })).toEqual([['outcome', 'decider_missing']]));

	test.each([
		['dependency_is_a_barrier', false],
		['aged_18_or_over', 'no'],
		['lives_in_area', 'no'],
		['benefit_position', 'neither'],
	])('%s: %s does not meet the criterion', (field, answer) =>
		expect(isEligibilityComplete({ ...DECIDED, [field]: answer })).toBe(false),
	);

	test.each(['declined', 'not_eligible', 'did_not_attend', null])('the outcome %s asks for nothing', (outcome) =>
		expect(codes({ outcome, assurance: null })).toEqual([]),
	);

	it('a meeting that came with a file is completed answer by answer', () => {
		const imported = { outcome: 'start' };
		expect(codes({ aged_18_or_over: null }, imported)).toEqual([]);
		expect(codes({ aged_18_or_over: null }, DECIDED)).toEqual([['aged_18_or_over', 'eligibility_unanswered']]);
		expect(codes({ aged_18_or_over: null }, { outcome: null })).toEqual([
			['aged_18_or_over', 'eligibility_unanswered'],
		]);
	});
});
