import { describe, expect, it, test } from 'vitest';
import { weaknessOf } from '../../../extensions/peer-mentoring/src/domain/language/password.ts';
import {
	PASSWORD_FAULTS,
	passwordFault,
	type PasswordFault,
} from '../../../extensions/peer-mentoring/src/domain/returns/tracker/password.ts';
import { cpuTime } from '../support/cpu-time.ts';

const GOOD = 'otter violin ladder plum';

const CASES: [password: unknown, fault: PasswordFault | undefined][] = [
	[undefined, 'missing'],
	[null, 'missing'],
	['', 'missing'],
	['            ', 'missing'],
	[123456789012345, 'missing'],
	[['otter violin ladder'], 'missing'],
	['short one', 'too_short'],
	['elevenchars', 'too_short'],
	['twelve chars', undefined],
	// A sign outside the basic plane is one character.
	['🦦🎻🪜🍑🦦🎻', 'too_short'],
	[GOOD, undefined],
	[`${GOOD} `.repeat(12), 'too_long'],
	['tR7$kq!Zp2&v', undefined],
	['llew gwiwer môr afon', undefined],
	['PM-CPA9 otter violin', 'reference'],
	['pmcpa9ottervio', 'reference'],
	['otterPM.CPA.9x', 'reference'],
	['aaaaaaaaaaaa', 'repeated'],
	['abababababab', 'repeated'],
	['ottersottersotters', 'repeated'],
	['LetmeinLetmein', 'repeated'],
	['abcdefghijkl', 'sequence'],
	['qwertyuiop12', 'sequence'],
	['poiuytrewq!!', 'sequence'],
	['123456789012', 'sequence'],
	['Password1234', 'common'],
	['P@ssw0rd!2024', 'common'],
	['Welcome2024!!', 'common'],
	['MenteeTracker', 'common'],
	['mentee-tracker-2024', 'common'],
	['2024!password', 'common'],
	['@dm1n1str@t0r', 'common'],
	['$up9l1er-2024', undefined],
	['$upp1!er-2024', 'common'],
	['W3lc0m3-mentor', 'common'],
];

describe('the password of an account (5.1)', () => {
	const known = ['Siân', 'ap Huw', 'PM-CPA9', 'Hope North'];
	it.each<[string, string | undefined]>([
		['sian otter violin', 'known_word'],
		['otter S1@n-violin', 'known_word'],
		['otter p.m.c.p.a.9', 'known_word'],
		['violin hope-north 8', 'known_word'],
		[GOOD, undefined],
	])('%j: %s', (password, weakness) => expect(weaknessOf(password, known)).toBe(weakness));

	it('may have a short name within a longer word, and not by itself', () => {
		expect(weaknessOf('annual otter violin', ['Ann'])).toBeUndefined();
		expect(weaknessOf('ann! otter violin', ['Ann'])).toBe('known_word');
	});
});

describe('the password of a tracker (3.4)', () => {
	test.each(CASES)('%j: %s', (password, fault) => {
		expect(passwordFault({ password }, 'PM-CPA9')).toBe(fault);
	});

	it('has to be the same the second time, where it was typed twice', () => {
		expect(passwordFault({ password: GOOD, again: GOOD }, 'PM-CPA9')).toBeUndefined();
		expect(passwordFault({ password: GOOD, again: `${GOOD} ` }, 'PM-CPA9')).toBe('different');
		expect(passwordFault({ password: GOOD, again: '' }, 'PM-CPA9')).toBe('different');
		expect(passwordFault({ password: GOOD, again: null }, 'PM-CPA9')).toBe('different');
	});

	it('says in both languages what would be right', () => {
		for (const texts of Object.values(PASSWORD_FAULTS)) {
			expect(texts['en-GB']).toMatch(/Use|Choose|choose|Type/);
			expect(texts['cy-GB']).toMatch(/Defnyddiwch|Dewiswch|dewiswch|Teipiwch/);
		}
	});

	it('takes no long time over the longest', async () => {
		const took = await cpuTime(() => passwordFault({ password: 'ab'.repeat(127) + 'c' }, 'PM-CPA9'));
		expect(took).toBeLessThan(200);
	});
});
