import { describe, expect, it } from 'vitest';
import { contactProblems, isEmail, isPhone } from '../../../extensions/peer-mentoring/src/domain/journey/contact.ts';

describe('contact details that can work (2.6, 2.8)', () => {
	it.each([
		['01632 960 001', true],
		['+44 (0)1632 960001', true],
		['01632 960 001 ext. 12', true],
		['123456', false],
		['1234567890123456', false],
		['4.41633E+11', false],
		['ask her sister', false],
	])('%s is a telephone number: %s', (text, right) => {
		expect(isPhone(text)).toBe(right);
	});

	it.each([
		['owen@example.org', true],
		['owen.ap-rhys+work@mail.example.org', true],
		['siân@enghraifft.cymru', true],
		['owen at example', false],
		['owen@example', false],
		['owen@@example.org', false],
		['owen@example..org', false],
		['.owen@example.org', false],
		['owen..rhys@example.org', false],
		['owen@-example.org', false],
		[' ', false],
		['owen@example.org, nia@example.org', false],
	])('%s is an e-mail address: %s', (text, right) => {
		expect(isEmail(text)).toBe(right);
	});

	it('are asked for where they are written, and empty ones are nobody’s business', () => {
		const record = { phone: 'none', email: 'owen at example', referrer_email: '', referrer_phone: null };
		expect(contactProblems('referrals', record, ['phone', 'email', 'referrer_email', 'referrer_phone'])).toEqual([
			{ field: 'phone', code: 'phone_format' },
			{ field: 'email', code: 'email_format' },
		]);
		expect(contactProblems('mentees', record, ['first_name', 'phone'])).toEqual([
			{ field: 'phone', code: 'phone_format' },
		]);
		expect(contactProblems('mentees', record, ['first_name'])).toEqual([]);
		expect(contactProblems('sessions', record, ['phone'])).toEqual([]);
	});
});
