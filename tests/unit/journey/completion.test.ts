import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { PlainRecord } from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';
import {
	completeConsent,
	completeExplained,
	completeMeeting,
	completeMentee,
	completeName,
} from '../../../extensions/peer-mentoring/src/domain/journey/completion.ts';

const today = day('2024-05-01');

describe('a name in one piece', () => {
	it.each([
		[{ first_name: 'Gwen', last_name: 'Test' }, 'Gwen Test'],
		[{ last_name: 'Test' }, 'Test'],
		[{ first_name: '', last_name: null }, null],
	])('of %j is %s', (record, name) => {
		expect(completeName(record, record)).toEqual({ name });
	});

	it('follows from the whole record where only a part of it is written', () => {
		expect(completeName({ last_name: 'Married' }, { first_name: 'Gwen', last_name: 'Married' })).toEqual({
			name: 'Gwen Married',
		});
	});

	it('follows where only the first name is written, too', () => {
		expect(completeName({ first_name: 'Ann' }, { first_name: 'Ann', last_name: 'Test' })).toEqual({ name: 'Ann Test' });
	});

	it('is left alone where nothing of it is written', () => {
		expect(completeName({ phone: '1' }, { first_name: 'Gwen' })).toEqual({});
	});
});

describe('a Mentee record', () => {
	const there = { before: {}, today };

	it('says when contact details were changed, but not when they were first given (2.28)', () => {
		expect(completeMentee({ phone: '1' }, {}, there)).toEqual({ contact_changed_on: today });
		expect(completeMentee({ phone: '1' }, {}, { before: undefined, today })).toEqual({});
		expect(completeMentee({ nino: null }, {}, there)).toEqual({});
	});

	it.each(['first_name', 'last_name', 'phone', 'email'])('takes a new %s for a change of contact details', (field) => {
		expect(completeMentee({ [field]: '1' }, {}, there)).toMatchObject({ contact_changed_on: today });
	});

	it('has the National Insurance number as it is kept, and a wrong one as it was given', () => {
		expect(completeMentee({ nino: 'qq 12 34 56 c' }, {}, there)).toEqual({ nino: 'QQ123456C' });
		expect(completeMentee({ nino: 'nonsense' }, {}, there)).toEqual({ nino: 'nonsense' });
	});

	it('has the group of the substances (3.5)', () => {
		expect(completeMentee({ substances: ['alcohol'] }, {}, there)).toEqual({ addiction_group: 'alcohol' });
	});

	const yes = { dwp_customer: 'yes' };
	test.each([
		['becomes one today', yes, 'no', { start_on: '2024-04-02' }, { customer_since_on: today }],
		['becomes one on the day given', { ...yes, customer_since_on: '2024-04-08' }, 'no', { start_on: '2024-04-02' }, {}],
		[
			'was one all along, if somebody says so',
			{ ...yes, customer_since_on: null },
			'no',
			{ start_on: '2024-04-02' },
			{},
		],
		['was one all along, if it was not known', yes, 'not_known', { start_on: '2024-04-02' }, {}],
		['was one all along, if not started', yes, 'no', {}, {}],
		['is none any more', { dwp_customer: 'no' }, 'yes', {}, { customer_since_on: null, customer_notice_on: null }],
	])('of a DWP customer (2.28): %s', (_, written, was, record, expected) => {
		const before = { dwp_customer: was };
		expect(completeMentee(written, { ...before, ...record, ...written }, { before, today })).toEqual(expected);
	});
});

describe('an initial meeting', () => {
	const mentor = { mentor: 'a-mentor' };

	it('was decided on its day, by the Peer Mentor who records it (2.1, 2.3)', () => {
		expect(completeMeeting({ held_on: '2024-04-02', outcome: 'start' }, {}, mentor)).toEqual({
			decided_by: 'a-mentor',
			decided_on: '2024-04-02',
		});
	});

	it('was decided on the day that somebody gives', () => {
		const given = { held_on: '2024-04-02', outcome: 'declined', decided_on: '2024-04-04' };
		expect(completeMeeting(given, {}, { mentor: null })).toEqual({ decided_by: null, decided_on: '2024-04-04' });
	});

	it('says nothing of a day that it does not know', () => {
		expect(completeMeeting({ outcome: 'start' }, {}, mentor)).toStrictEqual({ decided_by: 'a-mentor' });
	});

	it('of a file was decided by whoever says how they know (2.3)', () => {
		const assured = { assurance: 'Saw the claim' };
		expect(completeMeeting(assured, { outcome: 'start' }, mentor)).toEqual({ decided_by: 'a-mentor' });
		expect(completeMeeting(assured, { outcome: 'start', decided_by: 'another' }, mentor)).toEqual({});
		expect(completeMeeting(assured, {}, mentor)).toEqual({});
	});

	it('that nobody came to decided nothing', () => {
		const missed = { held_on: '2024-04-02', outcome: 'did_not_attend' };
		expect(completeMeeting(missed, {}, mentor)).toEqual({ decided_by: null, decided_on: null });
	});

	it('of which the outcome is not written, or not known, stays as it is', () => {
		expect(completeMeeting({ held_on: '2024-04-02' }, {}, mentor)).toEqual({});
		expect(completeMeeting({ held_on: '2024-04-02', outcome: null }, {}, mentor)).toEqual({});
	});
});

it('a decision about consent says who read the statement out, and when: today, if nothing is said (2.28)', () => {
	const by = { isNew: true, mentor: 'a-mentor', today };
	expect(completeConsent({ decision: 'given' }, by)).toEqual({ read_by: 'a-mentor', decided_on: today });
	expect(completeConsent({ decision: 'given', decided_on: '2024-04-02' }, by)).toEqual({ read_by: 'a-mentor' });
	expect(completeConsent({ statement_version: '2' }, { ...by, isNew: false })).toEqual({});
});

describe('the day on which something was explained (2.26, D2.2)', () => {
	const TODAY = day('2024-04-10');
	const filled = (written: object, isNew: boolean, there: object = {}) =>
		completeExplained(
			['voluntary_explained'],
			written as PlainRecord,
			{ ...there, ...written },
			{ isNew, today: TODAY },
		);
	const tick = { voluntary_explained: true };

	test.each([
		['is that of the meeting', { ...tick, held_on: '2024-04-04' }, true, {}, { voluntary_explained_on: '2024-04-04' }],
		['is today where it is ticked later', tick, false, { held_on: '2024-04-04' }, { voluntary_explained_on: TODAY }],
		['is what is written', { ...tick, voluntary_explained_on: '2024-04-08' }, false, {}, {}],
		['stays', tick, false, { voluntary_explained_on: '2024-04-08' }, {}],
		['goes with the tick', { voluntary_explained: false }, false, {}, { voluntary_explained_on: null }],
		['is a tick', { voluntary_explained_on: '2024-04-08' }, false, {}, tick],
		['is not asked where nothing is said', { outcome: 'start' }, true, {}, {}],
	])('%s', (_, written, isNew, there, expected) => expect(filled(written, isNew, there)).toEqual(expected));
});
