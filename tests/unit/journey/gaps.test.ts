import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	becameCustomer,
	isCustomerOn,
	isOnConsent,
} from '../../../extensions/peer-mentoring/src/domain/journey/customer.ts';
import { gapsOf, type Gap, type GapFacts } from '../../../extensions/peer-mentoring/src/domain/journey/gaps.ts';

const START = day('2023-10-16');
const NONE: GapFacts = {
	start_on: START,
	eligibility_complete: true,
	interview_complete: true,
	plan_on_record: true,
	dwp_customer: 'yes',
	consent_given_on: null,
};
const onConsent = { dwp_customer: 'no', consent_given_on: START } as const;

describe('what a record of the past lacks', () => {
	test.each<[Gap[], Partial<GapFacts>]>([
		[[], {}],
		[['eligibility_incomplete'], { eligibility_complete: false }],
		[['interview_incomplete'], { interview_complete: false }],
		[['plan_not_on_record'], { plan_on_record: false }],
		[[], { eligibility_complete: null, interview_complete: null, plan_on_record: null }],
		[[], onConsent],
		[['consent_missing'], { ...onConsent, consent_given_on: null }],
		[[], { ...onConsent, consent_given_on: null, start_on: null }],
		[['consent_after_start'], { ...onConsent, consent_given_on: day('2023-10-17') }],
		[['consent_missing'], { customer_since_on: day('2023-11-01') }],
		[[], { customer_since_on: day('2023-10-16') }],
	])('%j', (gaps, over) => expect(gapsOf({ ...NONE, ...over })).toEqual(gaps));
});

describe('becoming a DWP customer (2.28)', () => {
	const since = { dwp_customer: 'yes', customer_since_on: day('2023-11-01'), start_on: START } as const;
	test.each([
		['the day before', '2023-10-31', false],
		['that day', '2023-11-01', true],
	])('counts from %s', (_, on, customer) => {
		expect(isCustomerOn(since, day(on))).toBe(customer);
		expect(isOnConsent(since, day(on))).toBe(!customer);
	});
	test.each([
		[true, since],
		[false, { ...since, customer_since_on: START }],
		[false, { ...since, customer_since_on: null }],
		[false, { ...since, dwp_customer: 'no' as const }],
		[false, { ...since, start_on: null }],
	])('was after the start: %s', (became, facts) => expect(becameCustomer(facts)).toBe(became));
});
