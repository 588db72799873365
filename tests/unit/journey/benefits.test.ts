import { describe, expect, test } from 'vitest';
import { benefitContradictions } from '../../../extensions/peer-mentoring/src/domain/journey/benefits.ts';

type Answers = [customer: string | null, benefits: string[], position: string | null];

const codes = (...[dwp_customer, benefits, benefit_position]: Answers) =>
	benefitContradictions({ dwp_customer, benefits, benefit_position }).map(({ field, code }) => `${field} ${code}`);

describe('the three answers about benefits do not contradict each other (2.2, Annex E)', () => {
	test.each([
		'universal_credit',
		'jsa_income_based',
		'jsa_new_style',
		'esa_income_related',
		'working_tax_credit',
		'income_support',
	])('whoever claims %s is a DWP customer', (benefit) => {
		expect(codes('no', [benefit], null)).toEqual(['dwp_customer listed_benefit_is_customer']);
		expect(codes('yes', [benefit], 'claims_benefits')).toEqual([]);
		expect(codes(null, [benefit], 'claims_benefits')).toEqual([]);
	});

	test.each<[string, Answers, string[]]>([
		['a benefit that Annex E does not list', ['no', ['housing_benefit'], 'claims_benefits'], []],
		['nothing known', [null, [], null], []],
		['a benefit that is not known', ['yes', ['not_known'], 'claims_benefits'], []],
		['unemployed without any', ['no', ['none'], 'unemployed_without_benefits'], []],
		['claims, but has none', ['no', ['none'], 'claims_benefits'], ['benefit_position claims_without_benefits']],
		[
			'without any, but has one',
			['yes', ['housing_benefit'], 'unemployed_without_benefits'],
			['benefit_position unemployed_with_benefits'],
		],
		[
			'without any, but a DWP customer',
			['yes', [], 'unemployed_without_benefits'],
			['benefit_position unemployed_customer'],
		],
	])('%s', (_, answers, expected) => expect(codes(...answers)).toEqual(expected));
});
