import type { CodeOf } from '../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import type { Random } from './random.ts';

/** Who somebody is, apart from their journey. Nobody here exists. */
export interface Person {
	first_name: string;
	last_name: string;
	phone: string;
	email: string | null;
	preferred_language: CodeOf<'language'>;
	dwp_customer: boolean;
	nino: string;
	benefit_type: CodeOf<'benefit'>[];
}

type Names = readonly [string, ...string[]];

const WELSH_FIRST_NAMES: Names = ['Aled', 'Bethan', 'Cerys', 'Dylan', 'Elin', 'Ffion', 'Gwyn', 'Huw', 'Mared', 'Rhys'];
const FIRST_NAMES: Names = [
	'Anna',
	'Ben',
	'Chloe',
	'Daniel',
	'Farah',
	'George',
	'Imran',
	'Jade',
	'Kevin',
	'Lena',
	'Mo',
];
const MADE_UP: Names = ['Test', 'Sample', 'Demo', 'Example'];
const WELSH_RIVERS: Names = ['Afon', 'Bryn', 'Ogwen', 'Menai', 'Ceiriog', 'Elwy', 'Clwyd', 'Alun', 'Tegid', 'Conwy'];
const RIVERS: Names = ['Mersey', 'Alt', 'Weaver', 'Douglas', 'Ribble', 'Sankey', 'Irwell', 'Bollin', 'Tawd', 'Yarrow'];

const BENEFITS = [
	[['universal_credit'], 62],
	[['universal_credit', 'personal_independence_payment'], 16],
	[['universal_credit', 'housing_benefit'], 4],
	[['esa_new_style'], 8],
	[['esa_income_related', 'personal_independence_payment'], 5],
	[['jsa_new_style'], 5],
] as const satisfies readonly (readonly [CodeOf<'benefit'>[], number])[];

/** A person for the `number`th referral, with Ofcom's drama telephone numbers, example.org and QQ numbers. */
export function demoPerson(random: Random, number: number, cpa: number, route: CodeOf<'referral_route'>): Person {
	const welsh = cpa === 9;
	const dwp_customer = route === 'jobcentre_plus' || random.chance(0.8);
	return {
		first_name: random.pick(welsh && random.chance(0.6) ? WELSH_FIRST_NAMES : FIRST_NAMES),
		last_name: `${random.pick(MADE_UP)}-${random.pick(welsh ? WELSH_RIVERS : RIVERS)}`,
		phone: `07700 900${String(number % 1000).padStart(3, '0')}`,
		email: random.chance(0.6) ? `person${number}@example.org` : null,
		preferred_language: welsh && random.chance(0.15) ? 'cy-GB' : 'en-GB',
		dwp_customer,
		nino: demoNino(number),
		benefit_type: dwp_customer ? [...random.weighted<readonly CodeOf<'benefit'>[]>(BENEFITS)] : ['none'],
	};
}

/** HMRC never issues the prefix QQ. The factor shares no divisor with a million, so no two numbers are the same. */
function demoNino(number: number): string {
	const digits = String((number * 7919 + 104_729) % 1_000_000).padStart(6, '0');
	return `QQ${digits}${'ABCD'[number % 4]}`;
}
