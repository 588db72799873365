import { expect, it } from 'vitest';
import { forXml } from '../../../extensions/peer-mentoring/src/domain/language/xml-names.ts';

it.each([
	['a month', { '2024-01': 1 }, { '_2024-01': 1 }],
	[
		'a key of another record',
		{ '9f1c0b1e-1111-4111-8111-111111111111': 'x' },
		{ '_9f1c0b1e-1111-4111-8111-111111111111': 'x' },
	],
	['an empty key', { '': 1 }, { _: 1 }],
	['what the writer takes for attributes and text', { '@': { a: 1 }, '#': 'x' }, { _: 'x' }],
	['words', { 'two words': [{ ŵ: null }] }, { two_words: [{ _: null }] }],
	['names as they are', { first_name: 'Siân', _x: { 'a.b-c': true } }, { first_name: 'Siân', _x: { 'a.b-c': true } }],
	[
		'characters that XML has not',
		['a\u0000b\u001f', '\ud800', '😀', 'a\tb\n'],
		['a\ufffdb\ufffd', '\ufffd', '😀', 'a\tb\n'],
	],
	['days and numbers', [1, null, false], [1, null, false]],
])('%s can be written as XML', (_, value, written) => {
	expect(forXml(value)).toEqual(written);
});
