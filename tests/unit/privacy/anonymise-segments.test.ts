import { describe, expect, it, test } from 'vitest';
import {
	asWritten,
	inOrder,
	replacementsOf,
	takeOut,
	textOf,
	type Span,
} from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/segments.ts';

type Plain = [start: number, end: number, kind: Span['kind'], shown?: string];
const span = ([start, end, kind, shown]: Plain): Span => ({ start, end, kind, ...(shown && { shown }) });
const plain = ({ start, end, kind, shown }: Span): Plain => (shown ? [start, end, kind, shown] : [start, end, kind]);
const ordered = (...spans: Plain[]) => inOrder(spans.map(span)).map(plain);

describe('spans in order without overlap', () => {
	test.each<[string, Plain[], Plain[]]>([
		['none', [], []],
		[
			'in the order of the text',
			[
				[10, 14, 'place'],
				[0, 4, 'name'],
			],
			[
				[0, 4, 'name'],
				[10, 14, 'place'],
			],
		],
		[
			'two that touch stay two',
			[
				[0, 4, 'name'],
				[4, 8, 'place'],
			],
			[
				[0, 4, 'name'],
				[4, 8, 'place'],
			],
		],
		[
			'two that share a letter are one, of the kind given first',
			[
				[0, 5, 'name'],
				[4, 8, 'place'],
			],
			[[0, 8, 'name']],
		],
		[
			'the one given first decides though it begins later',
			[
				[4, 8, 'place'],
				[0, 5, 'name'],
			],
			[[0, 8, 'place']],
		],
		[
			'one inside another goes with it',
			[
				[2, 4, 'phone'],
				[0, 9, 'address'],
			],
			[[0, 9, 'address']],
		],
		[
			'of two at the same place the first counts',
			[
				[0, 4, 'place'],
				[0, 4, 'name'],
			],
			[[0, 4, 'place']],
		],
		[
			'of two that begin together the longer counts',
			[
				[0, 4, 'place'],
				[0, 6, 'name'],
			],
			[[0, 6, 'name']],
		],
		[
			'a third that reaches on makes it longer',
			[
				[0, 5, 'name'],
				[4, 8, 'place'],
				[7, 12, 'phone'],
			],
			[[0, 12, 'name']],
		],
		[
			'a moved date inside something longer is not shown',
			[
				[3, 6, 'date', '≈ May'],
				[0, 9, 'address'],
			],
			[[0, 9, 'address']],
		],
		[
			'a moved date with something inside is shown',
			[
				[0, 9, 'date', '≈ May'],
				[3, 6, 'number'],
			],
			[[0, 9, 'date', '≈ May']],
		],
		[
			'a moved date that grows is shown no more',
			[
				[0, 5, 'date', '≈ May'],
				[4, 9, 'number'],
			],
			[[0, 9, 'date']],
		],
	])('%s', (_, given, expected) => expect(ordered(...given)).toEqual(expected));
});

describe('taking spans out', () => {
	const token = ({ kind, shown }: Span) => shown ?? `[${kind}]`;
	const out = (text: string, ...spans: Plain[]) => takeOut(asWritten(text), spans.map(span), token);

	test.each<[string, string, Plain[], string]>([
		['nothing', 'Siân rang', [], 'Siân rang'],
		['at the beginning', 'Siân rang', [[0, 4, 'name']], '[name] rang'],
		['in the middle', 'saw Siân today', [[4, 8, 'name']], 'saw [name] today'],
		['at the end', 'saw Siân', [[4, 8, 'name']], 'saw [name]'],
		['all of it', 'Siân', [[0, 4, 'name']], '[name]'],
		[
			'two beside each other',
			'SiânWrexham',
			[
				[0, 4, 'name'],
				[4, 11, 'place'],
			],
			'[name][place]',
		],
		['nothing but signs stays', 'a -- b', [[2, 4, 'number']], 'a -- b'],
		['a moved date as it is shown', 'on 3 May', [[3, 8, 'date', '[≈ May]']], 'on [≈ May]'],
		['what reaches into a token leaves the token', 'Siân [name] rang', [[0, 16, 'place']], '[place][name][place]'],
		['nothing inside a token', 'a [name] b', [[3, 7, 'place']], 'a [name] b'],
		['after a token', '[name] Siân', [[7, 11, 'place']], '[name] [place]'],
	])('%s', (_, text, spans, expected) => expect(textOf(out(text, ...spans))).toBe(expected));

	it('keeps what was written beside what stands there', () => {
		expect(out('saw Siân today', [4, 8, 'name'])).toEqual([
			{ text: 'saw ' },
			{ text: '[name]', kind: 'name', original: 'Siân' },
			{ text: ' today' },
		]);
	});

	it('says where each replacement stands in the new text; earlier tokens are none', () => {
		expect(replacementsOf(out('[name] met Siân', [11, 15, 'name']))).toEqual([
			{ text: '[name]', kind: 'name', original: 'Siân', start: 11, end: 17 },
		]);
	});
});

describe('a text as it was written', () => {
	test.each([
		['', []],
		['plain', [{ text: 'plain' }]],
		['[name]', [{ text: '[name]', kind: 'redacted' }]],
		['a [enw] b', [{ text: 'a ' }, { text: '[enw]', kind: 'redacted' }, { text: ' b' }]],
		[
			'[name][≈ 3 May 2024]',
			[
				{ text: '[name]', kind: 'redacted' },
				{ text: '[≈ 3 May 2024]', kind: 'redacted' },
			],
		],
		['[nobody]', [{ text: '[nobody]' }]],
	])('"%s" has its tokens set apart', (text, segments) => expect(asWritten(text)).toEqual(segments));
});
