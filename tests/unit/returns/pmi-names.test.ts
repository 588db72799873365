import { describe, expect, it, test } from 'vitest';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { DEFINITIONS_VERSION } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/definitions-version.ts';
import { byReference, exceptionsOf } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/exceptions.ts';
import { measureName } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/measure-names.ts';
import {
	EMPTY_REPORT,
	REPORT_LABELS,
	REPORT_PARTS,
} from '../../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import { NOT_DUE, quarterlySpend } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/returns.ts';
import { journey } from '../support/journeys.ts';
import { pmiContext } from '../support/pmi.ts';

describe('the twenty measures by their numbers (3.8)', () => {
	test.each([
		[1, 'Changes in Peer Mentoring personnel', 'Newidiadau mewn staff mentora cymheiriaid'],
		[2, 'Total referrals', 'Cyfanswm yr atgyfeiriadau'],
		[3, 'New referrals', 'Atgyfeiriadau newydd'],
		[4, 'Total starts', 'Cyfanswm y rhai a ddechreuodd'],
		[5, 'New starts', 'Y rhai a ddechreuodd o’r newydd'],
		[6, 'Total completions', 'Cyfanswm y rhai a gwblhaodd'],
		[7, 'Length of time on provision', 'Hyd yr amser ar y ddarpariaeth'],
		[8, 'Initial meetings completed', 'Cyfarfodydd cychwynnol a gynhaliwyd'],
		[
			9,
			'Initial meetings within 10 Working Days of the referral',
			'Cyfarfodydd cychwynnol o fewn 10 diwrnod gwaith i’r atgyfeiriad',
		],
		[10, 'Diagnostic Interviews completed', 'Cyfweliadau diagnostig a gynhaliwyd'],
		[
			11,
			'Diagnostic Interviews within 10 Working Days of the initial meeting',
			'Cyfweliadau diagnostig o fewn 10 diwrnod gwaith i’r cyfarfod cychwynnol',
		],
		[12, 'SMART Action Plans completed', 'Cynlluniau gweithredu SMART a gwblhawyd'],
		[
			13,
			'SMART Action Plans agreed within 10 Working Days of the Diagnostic Interview',
			'Cynlluniau gweithredu SMART y cytunwyd arnynt o fewn 10 diwrnod gwaith i’r cyfweliad diagnostig',
		],
		[14, 'Mentees completing four sessions', 'Mentoreion a gwblhaodd 4 sesiwn'],
		[
			15,
			'First four sessions within 30 Working Days of the start',
			'Y 4 sesiwn gyntaf o fewn 30 diwrnod gwaith i’r dechrau',
		],
		[16, 'Mentees completing at least eight sessions', 'Mentoreion a gwblhaodd o leiaf 8 sesiwn'],
		[17, 'Subcontractor spend', 'Gwariant ar isgontractwyr'],
		[18, 'SME spend', 'Gwariant ar fusnesau bach a chanolig'],
		[19, 'Updated Contract Cost Register', 'Cofrestr Costau’r Contract wedi’i diweddaru'],
		[20, 'Completed IPR Log', 'Log Hawliau Eiddo Deallusol wedi’i gwblhau'],
	])('%i: %s', (number, english, welsh) => {
		expect(measureName(number, SPECIFIED)).toEqual({ 'en-GB': english, 'cy-GB': welsh });
	});
});

describe('the narrative of a return (2.25)', () => {
	it('has five parts, each with a label in each language, and none written at first', () => {
		expect(REPORT_LABELS).toEqual({
			spend_against_profile: { 'en-GB': 'Spend against profile', 'cy-GB': 'Gwariant yn erbyn y proffil' },
			recruitment: { 'en-GB': 'Recruitment', 'cy-GB': 'Recriwtio' },
			mitigations: {
				'en-GB': 'Mitigations where numbers are lower than expected',
				'cy-GB': 'Mesurau lliniaru lle mae niferoedd yn is na’r disgwyl',
			},
			results_achieved: { 'en-GB': 'Results achieved', 'cy-GB': 'Canlyniadau a gyflawnwyd' },
			remedial_plans: { 'en-GB': 'Remedial plans', 'cy-GB': 'Cynlluniau adfer' },
		});
		expect(EMPTY_REPORT).toStrictEqual(Object.fromEntries(REPORT_PARTS.map((part) => [part, null])));
	});
});

it('what is not due in a month says so, and nothing else', () => {
	expect(NOT_DUE).toBe('not due');
	expect(quarterlySpend([], 'sme', parseMonth('2024-01')!)).toEqual({ due: false });
});

it('the definitions have a version', () => expect(DEFINITIONS_VERSION).toBe('1'));

describe('exceptions', () => {
	it('are none of somebody whose consent was withdrawn by then', () => {
		const of = journey({ received_on: '2023-12-01', end_reason: 'dropout', consent_withdrawn_on: '2024-01-08' });
		expect(exceptionsOf(of, pmiContext())).toEqual([]);
		expect(exceptionsOf({ ...of, consent_withdrawn_on: day('2024-01-09') }, pmiContext())).toHaveLength(1);
	});

	it('are in order of reference, then code, whatever their order before', () => {
		const of = (reference: string, code: 'end_reason_missing' | 'start_missing' | 'ended_on_missing') => ({
			reference,
			code,
			message: '',
		});
		const given = [
			of('B', 'start_missing'),
			of('A', 'start_missing'),
			of('B', 'end_reason_missing'),
			of('B', 'ended_on_missing'),
		];
		for (const each of [given, given.toReversed()]) {
			expect(each.toSorted(byReference).map(({ reference, code }) => `${reference} ${code}`)).toEqual([
				'A start_missing',
				'B end_reason_missing',
				'B ended_on_missing',
				'B start_missing',
			]);
		}
	});
});
