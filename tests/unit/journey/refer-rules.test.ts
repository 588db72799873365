import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hasRole, ROLES } from '../../../extensions/peer-mentoring/src/app/shared/roles.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	completed,
	formProblems,
	readAnswers,
	type Offer,
} from '../../../extensions/peer-mentoring/src/domain/journey/referral-form.ts';
import {
	contractRuns,
	expiryProblem,
	latestExpiry,
	linkWorks,
} from '../../../extensions/peer-mentoring/src/domain/journey/referral-link.ts';
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

function problems(body: Record<string, unknown>, offer = OFFER): string[] {
	return formProblems(completed(readAnswers(body), offer), offer).map(({ field, code }) => `${field}: ${code}`);
}

describe('a referral is accepted', () => {
	it.each([
		['of a Work Coach (2.6)', COACH],
		['of a third party (2.8)', CHARITY],
		['with an e-mail address alone', { ...COACH, phone: '', email: 'test.person@example.org' }],
		['where the age is not known yet', { ...COACH, aged_18_or_over: 'not_known' }],
		['in Welsh', { ...COACH, preferred_language: 'cy-GB' }],
		['with an extension and brackets', { ...COACH, referrer_phone: '+44 (0)1632 960-001 ext 12' }],
	])('%s', (_, body) => expect(problems(body)).toEqual([]));
});

describe('a referral is refused, beside its field', () => {
	it.each([
		['without a route (2.4)', { ...COACH, route: '' }, ['route: missing']],
		['of a route that there is not', { ...COACH, route: 'friend' }, ['route: missing']],
		['without the office (2.6)', { ...COACH, jobcentre_office: '' }, ['jobcentre_office: missing']],
		['for an office of another contract', { ...COACH, jobcentre_office: 'hull' }, ['jobcentre_office: not_offered']],
		['for an office of another area', { ...COACH, cpa: '2' }, ['jobcentre_office: not_offered']],
		['without the Work Coach', { ...COACH, work_coach: ' ' }, ['work_coach: missing']],
		['without an area (2.8)', { ...CHARITY, cpa: '' }, ['cpa: missing']],
		['for an area without a contract', { ...CHARITY, cpa: '1' }, ['cpa: not_offered']],
		['without the organisation', { ...CHARITY, third_party_organisation: '' }, ['third_party_organisation: missing']],
		['of no known kind', { ...CHARITY, third_party_type: 'bank' }, ['third_party_type: missing']],
		['without a contact', { ...CHARITY, third_party_contact: '' }, ['third_party_contact: missing']],
		[
			'without permission (2.8)',
			{ ...CHARITY, permission_obtained: false },
			['permission_obtained: permission_missing'],
		],
		['without a name', { ...COACH, first_name: '', last_name: '\n' }, ['first_name: missing', 'last_name: missing']],
		['without a way to reach the person', { ...COACH, phone: '' }, ['phone: no_contact']],
		['with a phone number that is none', { ...COACH, phone: 'ask me' }, ['phone: phone_format']],
		['with an e-mail address that is none', { ...COACH, email: 'a@b' }, ['email: email_format']],
		[
			'with a referrer’s e-mail that is none',
			{ ...COACH, referrer_email: '<a>@b.c' },
			['referrer_email: email_format'],
		],
		['without an answer on the age (2.1)', { ...COACH, aged_18_or_over: '' }, ['aged_18_or_over: missing']],
		['of somebody under 18 (2.1)', { ...COACH, aged_18_or_over: 'no' }, ['aged_18_or_over: under_18']],
		['in a language without support', { ...COACH, preferred_language: 'fr' }, ['preferred_language: not_offered']],
		['with a name as long as a letter', { ...COACH, last_name: 'x'.repeat(101) }, ['last_name: too_long']],
		[
			'with lists for texts',
			{ ...COACH, last_name: ['a'], first_name: { a: 1 } },
			['first_name: missing', 'last_name: missing'],
		],
	])('%s', (_, body, expected) => expect(problems(body)).toEqual(expected));

	it('in the order of the page', () => {
		expect(problems({ ...CHARITY, permission_obtained: '', first_name: '', third_party_type: '' })).toEqual([
			'third_party_type: missing',
			'first_name: missing',
			'permission_obtained: permission_missing',
		]);
	});
});

describe('what follows is not asked', () => {
	it('the area, of an office or where there is one only', () => {
		expect(completed(readAnswers(COACH), OFFER).cpa).toBe('9');
		expect(completed(readAnswers({ ...CHARITY, cpa: '' }), { ...OFFER, cpas: [2] }).cpa).toBe('2');
	});

	it('what a link fixes, whatever is sent', () => {
		const fixed = { route: 'third_party', third_party_organisation: 'Test Charity' };
		const sent = readAnswers({ ...COACH, third_party_organisation: 'Another' });
		expect(completed(sent, { ...OFFER, fixed })).toMatchObject({ ...fixed, jobcentre_office: '', work_coach: '' });
	});

	it('nor kept, where only the other route asks it', () => {
		expect(completed(readAnswers({ ...CHARITY, ...COACH }), OFFER)).toMatchObject({
			third_party_organisation: '',
			third_party_type: '',
			third_party_contact: '',
			permission_obtained: '',
		});
	});
});

describe('a link (2.23)', () => {
	const today = day('2026-11-22');

	it.each([
		['2026-11-22', null, true],
		['2026-11-21', null, false],
		['2027-01-01', '2026-11-22', false],
		['2027-01-01', '2026-11-23', true],
	])('that expires on %s and was withdrawn on %s works: %s', (expires, withdrawn, works) => {
		const dates = { expires_on: day(expires), withdrawn_on: withdrawn === null ? null : day(withdrawn) };
		expect(linkWorks(dates, today)).toBe(works);
	});

	it.each([
		['2026-11-21', 'past'],
		['2026-11-22', undefined],
		['2027-11-22', undefined],
		['2027-11-23', 'too_far'],
	])('may expire on %s: %s', (expires, problem) => expect(expiryProblem(day(expires), today)).toBe(problem));

	it('issued on a leap day ends on 28 February', () => {
		expect(latestExpiry(day('2028-02-29'))).toBe('2029-02-28');
	});

	it.each([
		['0123456789abcdef0123456789abcdef01234567', true],
		['0123456789ABCDEF0123456789abcdef01234567', true],
		['0123456789abcdef0123456789abcdef0123456', false],
		['results', false],
		[undefined, false],
	])('has a token of 160 bits: %s %s', (text, is) => expect(isToken(text)).toBe(is));

	it.each([
		['2026-11-22', '2026-11-22', true],
		['2026-11-23', null, false],
		['2023-01-09', '2026-11-21', false],
		['2023-01-09', null, true],
	])('of a contract from %s to %s takes referrals: %s', (start, end, runs) => {
		expect(contractRuns({ start_date: day(start), end_date: end === null ? null : day(end) }, today)).toBe(runs);
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

	it('is the last one told to whoever referred', () => {
		const notes = [
			note({ result: 'not_reached', told_on: day('2026-11-02') }),
			note({ told_to: 'third_party', told_on: day('2026-11-03') }),
			note({ told_to: 'single_point_of_contact', result: 'not_eligible', told_on: day('2026-11-09') }),
			note({ about: 'left_early', result: null, told_on: day('2026-11-10') }),
		];
		expect(resultTold(notes)).toEqual({ result: 'will_start', told_on: '2026-11-03' });
	});

	it('is none while nobody was told', () => expect(resultTold([note({ told_to: 'analysts' })])).toBeUndefined());
});

it('the module is for the role of the file, and for nobody else', () => {
	for (const [name, key] of Object.entries(ROLES)) {
		expect(parse(readFileSync(`directus/roles/${name.replaceAll('_', '-')}.yaml`, 'utf8')).id).toBe(key);
	}
	expect(hasRole({ role: { id: ROLES.referrer } }, 'referrer')).toBe(true);
	expect(hasRole({ role: { id: ROLES.supplier_mi } }, 'referrer')).toBe(false);
	expect(hasRole({ role: null }, 'referrer')).toBe(false);
	expect(hasRole(null, 'referrer')).toBe(false);
});
