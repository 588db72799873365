import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	consentRefused,
	consentStanding,
	consentWithdrawnOn,
	isRestricted,
	type ConsentDecision,
} from '../../../extensions/peer-mentoring/src/domain/privacy/consent.ts';

const WORDS = { g: 'given', r: 'refused', w: 'withdrawn' } as const;

/** `g01 w05`: given on 1 November 2023, withdrawn on 5 November 2023. */
const decisions = (text: string): ConsentDecision[] =>
	text === ''
		? []
		: text.split(' ').map((each) => ({
				decision: WORDS[each.charAt(0) as keyof typeof WORDS],
				decided_on: day(`2023-11-${each.slice(1)}`),
			}));

const CASES: [what: string, text: string, given: string | null, withdrawn: string | null][] = [
	['no decision', '', null, null],
	['given', 'g01', '01', null],
	['refused', 'r01', null, null],
	['refused, then given', 'r01 g05', '05', null],
	['given, then refused at a later reading', 'g01 r05', '01', null],
	['given twice: the first counts', 'g01 g09', '01', null],
	['given, then withdrawn', 'g01 w05', '01', '05'],
	['withdrawn and given again later', 'g01 w05 g09', '01', null],
	['withdrawn, given again and withdrawn again', 'g01 w05 g09 w12', '01', '12'],
	['given and withdrawn on one day', 'g05 w05', '05', '05'],
	['given again on the day of the withdrawal', 'g01 w05 g05', '01', '05'],
	['withdrawn twice', 'g01 w05 w09', '01', '09'],
	['withdrawn, although never recorded as given', 'w05', null, '05'],
	['refused after a withdrawal', 'g01 w05 r09', '01', '05'],
];

describe('what decisions on consent come to (2.25, 2.26, 2.28)', () => {
	const inNovember = (of: string | null) => (of === null ? null : `2023-11-${of}`);

	test.each(CASES)('%s (%s): given %s, withdrawn %s', (_, text, given, withdrawn) => {
		expect(consentStanding(decisions(text))).toEqual({
			given_on: inNovember(given),
			withdrawn_on: inNovember(withdrawn),
		});
	});

	it('does not depend on the order in which they were recorded', () => {
		for (const [what, text] of CASES) {
			const all = decisions(text);
			for (let turn = 0; turn < all.length; turn++) {
				const turned = [...all.slice(turn), ...all.slice(0, turn)].reverse();
				expect(consentStanding(turned), what).toEqual(consentStanding(all));
			}
		}
	});
});

test.each([
	['no decision', '', false],
	['given', 'g01', false],
	['refused', 'r01', true],
	['refused, then given', 'r01 g05', false],
	['given, then refused', 'g01 r05', true],
	['refused, given, refused again', 'r01 g05 r09', true],
	['given and refused on one day', 'g05 r05', true],
	['withdrawn alone', 'g01 w05', false],
	['refused, and withdrawn later', 'r01 w05', true],
])('a refusal stands until consent is given later: %s (2.26)', (_, text, refused) => {
	expect(consentRefused(decisions(text))).toBe(refused);
	expect(consentRefused(decisions(text).reverse())).toBe(refused);
});

describe('the day from which nothing is used (2.25): the referral and the Mentee record may say different days', () => {
	const on = (of: string | null) => (of === null ? null : day(`2023-11-${of}`));

	test.each<[what: string, referral: string | null, mentee: string | null, withdrawn: string | null]>([
		['neither', null, null, null],
		['both, on one day', '05', '05', '05'],
		['the referral alone: from before there was a Mentee record', '05', null, '05'],
		['the Mentee record alone: what is newer stands there', null, '05', '05'],
		['the referral earlier', '05', '09', '05'],
		['the Mentee record earlier', '09', '05', '05'],
	])('%s: %s, %s', (_, referral, mentee, withdrawn) => {
		const found = consentWithdrawnOn(on(referral), on(mentee));
		expect(found).toBe(on(withdrawn));
		expect(isRestricted(found, false)).toBe(withdrawn !== null);
	});

	it('leaves somebody who was erased restricted, whatever they decided', () => {
		expect([isRestricted(null, true), isRestricted(day('2023-11-05'), true)]).toEqual([true, true]);
	});
});
