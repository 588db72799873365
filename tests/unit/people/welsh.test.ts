import { describe, expect, test } from 'vitest';
import { lacksWelshMentor } from '../../../extensions/peer-mentoring/src/domain/people/welsh.ts';

describe('somebody who wants Welsh (2.25)', () => {
	const ASKED = { cpa: 9, preferred_language: 'cy-GB' } as const;
	test.each([
		['has a mentor who works in it', { ...ASKED, works_in_welsh: 'yes' as const }, false],
		['has one who does not', { ...ASKED, works_in_welsh: 'no' as const }, true],
		['has one who has not said', { ...ASKED, works_in_welsh: null }, true],
		['has one of whom it is not known', { ...ASKED, works_in_welsh: 'not_known' as const }, true],
		['is somebody of CPA9', { ...ASKED, cpa: 2, works_in_welsh: null }, false],
		['is somebody whose area is known', { ...ASKED, cpa: null, works_in_welsh: null }, false],
		['is not somebody who chose English', { ...ASKED, preferred_language: 'en-GB', works_in_welsh: null }, false],
		['is not somebody who chose nothing', { ...ASKED, preferred_language: null, works_in_welsh: null }, false],
	])('%s', (_, who, lacks) => expect(lacksWelshMentor(who)).toBe(lacks));
});
