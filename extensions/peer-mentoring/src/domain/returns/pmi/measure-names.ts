import type { Terms } from '../../contract/terms.ts';
import { numberInWords } from '../../language/in-words.ts';
import type { Texts } from '../../language/text.ts';

/** The twenty measures in the order of 3.8. */
const NAMES: readonly ((terms: Terms) => readonly [en: string, cy: string])[] = [
	() => ['Changes in Peer Mentoring personnel', 'Newidiadau mewn staff mentora cymheiriaid'],
	() => ['Total referrals', 'Cyfanswm yr atgyfeiriadau'],
	() => ['New referrals', 'Atgyfeiriadau newydd'],
	() => ['Total starts', 'Cyfanswm y rhai a ddechreuodd'],
	() => ['New starts', 'Y rhai a ddechreuodd o’r newydd'],
	() => ['Total completions', 'Cyfanswm y rhai a gwblhaodd'],
	() => ['Length of time on provision', 'Hyd yr amser ar y ddarpariaeth'],
	() => ['Initial meetings completed', 'Cyfarfodydd cychwynnol a gynhaliwyd'],
	({ initial_meeting_days: days }) => [
		`Initial meetings within ${days} Working Days of the referral`,
		`Cyfarfodydd cychwynnol o fewn ${days} diwrnod gwaith i’r atgyfeiriad`,
	],
	() => ['Diagnostic Interviews completed', 'Cyfweliadau diagnostig a gynhaliwyd'],
	({ diagnostic_interview_days: days }) => [
		`Diagnostic Interviews within ${days} Working Days of the initial meeting`,
		`Cyfweliadau diagnostig o fewn ${days} diwrnod gwaith i’r cyfarfod cychwynnol`,
	],
	() => ['SMART Action Plans completed', 'Cynlluniau gweithredu SMART a gwblhawyd'],
	({ action_plan_days: days }) => [
		`SMART Action Plans agreed within ${days} Working Days of the Diagnostic Interview`,
		`Cynlluniau gweithredu SMART y cytunwyd arnynt o fewn ${days} diwrnod gwaith i’r cyfweliad diagnostig`,
	],
	({ first_sessions: count }) => [
		`Mentees completing ${numberInWords(count)} sessions`,
		`Mentoreion a gwblhaodd ${count} sesiwn`,
	],
	({ first_sessions: count, first_sessions_days: days }) => [
		`First ${numberInWords(count)} sessions within ${days} Working Days of the start`,
		`Y ${count} sesiwn gyntaf o fewn ${days} diwrnod gwaith i’r dechrau`,
	],
	({ minimum_sessions: count }) => [
		`Mentees completing at least ${numberInWords(count)} sessions`,
		`Mentoreion a gwblhaodd o leiaf ${count} sesiwn`,
	],
	() => ['Subcontractor spend', 'Gwariant ar isgontractwyr'],
	() => ['SME spend', 'Gwariant ar fusnesau bach a chanolig'],
	() => ['Updated Contract Cost Register', 'Cofrestr Costau’r Contract wedi’i diweddaru'],
	() => ['Completed IPR Log', 'Log Hawliau Eiddo Deallusol wedi’i gwblhau'],
];

/** The name of a measure by its number in 3.8, from 1, under the terms of a contract. */
export function measureName(number: number, terms: Terms): Texts {
	const [en, cy] = (NAMES[number - 1] as (typeof NAMES)[number])(terms);
	return { 'en-GB': en, 'cy-GB': cy };
}
