import type { Texts } from '../../language/text.ts';

/** The twenty measures in the order of 3.8. */
const NAMES: readonly (readonly [en: string, cy: string])[] = [
	['Changes in Peer Mentoring personnel', 'Newidiadau mewn staff mentora cymheiriaid'],
	['Total referrals', 'Cyfanswm yr atgyfeiriadau'],
	['New referrals', 'Atgyfeiriadau newydd'],
	['Total starts', 'Cyfanswm y rhai a ddechreuodd'],
	['New starts', 'Y rhai a ddechreuodd o’r newydd'],
	['Total completions', 'Cyfanswm y rhai a gwblhaodd'],
	['Length of time on provision', 'Hyd yr amser ar y ddarpariaeth'],
	['Initial meetings completed', 'Cyfarfodydd cychwynnol a gynhaliwyd'],
	[
		'Initial meetings within 10 Working Days of the referral',
		'Cyfarfodydd cychwynnol o fewn 10 diwrnod gwaith i’r atgyfeiriad',
	],
	['Diagnostic Interviews completed', 'Cyfweliadau diagnostig a gynhaliwyd'],
	[
		'Diagnostic Interviews within 10 Working Days of the initial meeting',
		'Cyfweliadau diagnostig o fewn 10 diwrnod gwaith i’r cyfarfod cychwynnol',
	],
	['SMART Action Plans completed', 'Cynlluniau gweithredu SMART a gwblhawyd'],
	[
		'SMART Action Plans agreed within 10 Working Days of the Diagnostic Interview',
		'Cynlluniau gweithredu SMART y cytunwyd arnynt o fewn 10 diwrnod gwaith i’r cyfweliad diagnostig',
	],
	['Mentees completing four sessions', 'Mentoreion a gwblhaodd 4 sesiwn'],
	['First four sessions within 30 Working Days of the start', 'Y 4 sesiwn gyntaf o fewn 30 diwrnod gwaith i’r dechrau'],
	['Mentees completing at least eight sessions', 'Mentoreion a gwblhaodd o leiaf 8 sesiwn'],
	['Subcontractor spend', 'Gwariant ar isgontractwyr'],
	['SME spend', 'Gwariant ar fusnesau bach a chanolig'],
	['Updated Contract Cost Register', 'Cofrestr Costau’r Contract wedi’i diweddaru'],
	['Completed IPR Log', 'Log Hawliau Eiddo Deallusol wedi’i gwblhau'],
];

/** The name of a measure by its number in 3.8, from 1. */
export function measureName(number: number): Texts {
	const [en, cy] = NAMES[number - 1] as readonly [string, string];
	return { 'en-GB': en, 'cy-GB': cy };
}
