import { describe, expect, test } from 'vitest';
import welsh from '../../../extensions/peer-mentoring/src/app/language/welsh/cy-GB.json' with { type: 'json' };
import { literal, nested } from '../../../extensions/peer-mentoring/src/app/language/welsh/messages.ts';

describe('the Welsh of the Studio', () => {
	test('nests its flat keys', () => {
		expect(nested({ save: 'Cadw', 'errors.FORBIDDEN': 'x', 'errors.UNKNOWN': 'y' })).toEqual({
			save: 'Cadw',
			errors: { FORBIDDEN: 'x', UNKNOWN: 'y' },
		});
	});

	test('takes typed text literally', () => {
		expect(literal('a@b | $1')).toBe("a{'@'}b {'|'} {'$'}1");
	});

	test('leaves the date formats alone, which are no words', () => {
		expect(Object.keys(welsh).filter((key) => key.startsWith('date-fns'))).toEqual([]);
	});

	test('uses one kind of apostrophe, and the words of the glossary', () => {
		const texts = Object.values(welsh).join('\n');
		expect(texts).not.toMatch(/'/);
		expect(texts).not.toMatch(/mentor cyfoed/i);
	});
});
