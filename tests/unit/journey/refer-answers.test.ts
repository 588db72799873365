import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	completed,
	formProblems,
	readAnswers,
	type Offer,
} from '../../../extensions/peer-mentoring/src/domain/journey/referral-form.ts';
import { isToken } from '../../../extensions/peer-mentoring/src/storage/database/secret-token.ts';
import {
	resultTold,
	type Notification,
} from '../../../extensions/peer-mentoring/src/domain/journey/referral-result.ts';

const OFFER: Offer = {
	cpas: [2, 9],
	offices: [
		{ id: 'wrexham', cpa: 9 },
		{ id: 'toxteth', cpa: 2 },
	],
	fixed: {},
};
const PERSON = { first_name: 'Test', last_name: 'Test-Person', phone: '01632 960 001', aged_18_or_over: 'yes' };
const COACH = { ...PERSON, route: 'jobcentre_plus', jobcentre_office: 'wrexham', work_coach: 'Test Coach' };
const CHARITY = {
	...PERSON,
	route: 'third_party',
	cpa: '9',
	third_party_organisation: 'Test Charity',
	third_party_type: 'charity',
	third_party_contact: 'Test Contact',
	permission_obtained: true,
};

const answers = (body: Record<string, unknown>, offer = OFFER) => completed(readAnswers(body), offer);
const problems = (body: Record<string, unknown>) =>
	formProblems(answers(body), OFFER).map(({ field, code }) => `${field}: ${code}`);

describe('a kind of organisation', () => {
	const own = { value: 'faith_group', code: 'FG', en: 'Faith group', cy: 'Grŵp ffydd' };
	const taken = (third_party_type: string, offer: Offer) =>
		formProblems(answers({ ...CHARITY, third_party_type }, offer), offer).length === 0;
	const offer = { ...OFFER, third_party_types: [own] };

	test.each([
		['faith_group', true, false],
		['charity', false, true],
	])('%s is taken where it is offered', (type, offered, shipped) => {
		expect([taken(type, offer), taken(type, OFFER)]).toEqual([offered, shipped]);
	});
});

describe('an answer is one line of text', () => {
	test.each([
		['Ann  Marie', 'Ann Marie'],
		['\tAnn\r\n Marie\u0000', 'Ann Marie'],
		[5, '5'],
		[true, 'true'],
		[undefined, ''],
		[null, ''],
		[['Ann'], ''],
	])('%j is read as "%s"', (given, read) => expect(readAnswers({ first_name: given }).first_name).toBe(read));

	test.each([
		['yes', 'true'],
		['TRUE', 'true'],
		['on', 'true'],
		[1, 'true'],
		[true, 'true'],
		['no', ''],
		[false, ''],
		['', ''],
	])('permission %j is "%s"', (given, read) => {
		expect(readAnswers({ permission_obtained: given }).permission_obtained).toBe(read);
	});

	it('or empty where nothing was asked', () => {
		expect(new Set(Object.values(readAnswers({})))).toEqual(new Set(['']));
	});
});

describe('the area of a referral', () => {
	it('is that of the office, whichever it is', () => {
		expect(answers({ ...COACH, jobcentre_office: 'toxteth' }).cpa).toBe('2');
		expect(problems({ ...COACH, jobcentre_office: 'toxteth' })).toEqual([]);
		expect(problems({ ...COACH, jobcentre_office: 'toxteth', cpa: '9' })).toEqual(['jobcentre_office: not_offered']);
	});

	it('stays as it was given, where there is one only as well', () => {
		expect(answers({ ...CHARITY, cpa: '7' }, { ...OFFER, cpas: [2] }).cpa).toBe('7');
		expect(answers({ ...CHARITY, cpa: '' }).cpa).toBe('');
	});

	it('is not asked of a route that there is not', () => {
		expect(problems({ ...PERSON, route: 'friend' })).toEqual(['route: missing']);
	});
});

describe('a text is as long as its column at most', () => {
	test.each([
		['work_coach', 255],
		['referrer_phone', 40],
		['referrer_email', 255],
		['first_name', 100],
		['last_name', 100],
		['phone', 40],
		['email', 255],
	])('%s: %i characters', (field, most) => {
		const found = (length: number) =>
			formProblems({ ...answers(COACH), [field]: 'x'.repeat(length) }, OFFER).filter(({ code }) => code === 'too_long');
		expect(found(most)).toEqual([]);
		expect(found(most + 1)).toEqual([{ field, code: 'too_long', most }]);
	});

	test.each(['third_party_organisation', 'third_party_contact'])('%s: 255 characters', (field) => {
		const found = formProblems({ ...answers(CHARITY), [field]: 'x'.repeat(256) }, OFFER);
		expect(found).toEqual([{ field, code: 'too_long', most: 255 }]);
	});
});

describe('a phone number', () => {
	test.each([
		['1234567', true],
		['123456', false],
		['123456789012345', true],
		['1234567890123456', false],
		['01632 960001x5', true],
		['01632 960001 ext. 123456', true],
		['01632 960001EXT7', true],
		['01632 960001 ext', false],
		['01632 960001 ext 12 or so', false],
		['01632 ext 5 960001', false],
		['ask 01632960001', false],
		['01632960001 ask', false],
	])('"%s": %s', (phone, taken) => {
		expect(problems({ ...COACH, phone })).toEqual(taken ? [] : ['phone: phone_format']);
		expect(problems({ ...COACH, referrer_phone: phone })).toEqual(taken ? [] : ['referrer_phone: phone_format']);
	});
});

describe('an e-mail address', () => {
	test.each([
		['ann@example.org', true],
		['ann.b+c@mail.example.co.uk', true],
		['ann@example', false],
		['ann@example.', false],
		['@example.org', false],
		['<ann@example.org', false],
		['ann@example.org>', false],
		['ann@@example.org', false],
		['ann b@example.org', false],
		['ann@example.org b', false],
	])('"%s": %s', (email, taken) => {
		expect(problems({ ...COACH, email })).toEqual(taken ? [] : ['email: email_format']);
	});
});

describe('a token of a link', () => {
	const token = '0123456789abcdef0123456789abcdef01234567';
	test.each([[`${token}0`], [`0${token}`], [`${token}\n`], [[token]], ['g'.repeat(40)]])('is not %j', (text) => {
		expect(isToken(text)).toBe(false);
	});
});

describe('the result told (2.6, 2.9)', () => {
	const note = (change: Partial<Notification>): Notification => ({
		id: 'a',
		about: 'referral_result',
		told_to: 'work_coach',
		result: 'will_start',
		told_on: day('2026-11-01'),
		...change,
	});
	const told = (...notes: Notification[]) => [resultTold(notes), resultTold(notes.toReversed())];

	test.each<[string, Notification[], Notification]>([
		[
			'of two days the later one',
			[note({ told_on: day('2026-11-05'), result: 'not_reached' }), note({})],
			note({ told_on: day('2026-11-05'), result: 'not_reached' }),
		],
		[
			'of one day the one of the later key',
			[note({ id: 'b', result: 'not_reached' }), note({})],
			note({ result: 'not_reached' }),
		],
		['to a Work Coach', [note({})], note({})],
		['to a third party', [note({ told_to: 'third_party' })], note({})],
		[
			'not what was told about something else',
			[note({}), note({ about: 'left_early', told_on: day('2026-11-09') })],
			note({}),
		],
		['not what says no result', [note({}), note({ result: null, told_on: day('2026-11-09') })], note({})],
	])('%s, whatever the order', (_, notes, { result, told_on }) => {
		expect(told(...notes)).toEqual([
			{ result, told_on },
			{ result, told_on },
		]);
	});
});
