import { expect, it } from 'vitest';
import { letterTo, plain } from '../../../extensions/peer-mentoring/src/mentor/person/addresses.ts';

it.each([
	['gwen.probe@example.org', 'mailto:gwen.probe@example.org'],
	['a@b.org?bcc=c@d.org', 'mailto:a@b.org%3Fbcc%3Dc%40d.org'],
	['a?subject=x&body=y@b.org', 'mailto:a%3Fsubject%3Dx%26body%3Dy@b.org'],
	['a%0d%0abcc@b.org', 'mailto:a%250d%250abcc@b.org'],
])('a letter to %s goes to nobody else', (email, address) => {
	expect(letterTo(email)).toBe(address);
});

it('a telephone number is digits alone', () => {
	expect(plain('+44 (0)7700 900123;ext=1?body=x')).toBe('+44077009001231');
});
