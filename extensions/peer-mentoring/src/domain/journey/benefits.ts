import type { Problem } from './messages.ts';

/** Whoever claims one of these is a DWP customer (2.2, Annex E); the list there is not a full one. */
const LISTED: readonly string[] = [
	'universal_credit',
	'jsa_income_based',
	'jsa_new_style',
	'esa_income_related',
	'working_tax_credit',
	'income_support',
];

/** The three answers about benefits (2.2, Annex E). */
export interface BenefitAnswers {
	dwp_customer: string | null;
	benefits: readonly string[];
	/** What the initial meeting says; `null` where it does not matter any more. */
	benefit_position: string | null;
}

/** What contradicts itself in the answers about benefits; each problem with the answers that it is about. */
export function benefitContradictions({
	dwp_customer,
	benefits,
	benefit_position: position,
}: BenefitAnswers): Problem[] {
	const claimed = benefits.filter((benefit) => benefit !== 'none' && benefit !== 'not_known');
	const listed = claimed.find((benefit) => LISTED.includes(benefit));
	const problems: Problem[] = [];
	if (listed && dwp_customer === 'no') {
		problems.push({
			field: 'dwp_customer',
			code: 'listed_benefit_is_customer',
			params: { list: 'benefit', because: listed },
		});
	}
	const contradict = (code: Problem['code']) =>
		problems.push({ field: 'benefit_position', code, params: { list: 'benefit_position', because: String(position) } });
	if (position === 'claims_benefits' && benefits.includes('none')) contradict('claims_without_benefits');
	if (position === 'unemployed_without_benefits') {
		if (claimed.length > 0) contradict('unemployed_with_benefits');
		else if (dwp_customer === 'yes') contradict('unemployed_customer');
	}
	return problems;
}
