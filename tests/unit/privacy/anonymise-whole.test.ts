import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { anonymise, type Known } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/anonymise.ts';
import {
	anonymisedPlan,
	type SampledPlan,
} from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/plan.ts';
import { redact } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/redact.ts';
import {
	asWritten,
	inOrder,
	replacementsOf,
	takeOut,
	textOf,
	type Span,
} from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/segments.ts';
import { shiftOf } from '../../../extensions/peer-mentoring/src/domain/privacy/anonymise/shift.ts';

const KNOWN: Known = {
	people: [{ first_name: 'Gwen', last_name: 'Evans' }],
	otherNames: [],
	exact: ['abc', 'ab12', 'WX-YZ', 'KM/NP/QR/ST/UV'],
	places: ['Wrexham'],
	moving: { days: 35, near: day('2024-03-01') },
};
const shown = (text: string) => textOf(anonymise(text, KNOWN));

describe('of two things that meet the one that tells more is named', () => {
	test.each([
		['ask Mr gwen.evans@example.org', 'ask [e-mail]'],
		['look at Mr www.example.org/gwen', 'look at [web address]'],
		['(@gwen.3 March 2024)', '([social media])'],
		['Gwen Wrexham', '[name] [place]'],
		['Gwen 3 March 2024', '[name] [≈7 April 2024]'],
		['Gwen  Evans', '[name]'],
		['Gwen. Evans', '[name]'],
		['Gwen, Evans', '[name], [name]'],
		['Gwen and Evans', '[name] and [name]'],
	])('%s', (text, expected) => expect(shown(text)).toBe(expected));
});

describe('a recorded value', () => {
	test.each([
		['of three letters is too short to be one', 'the abc of it', 'the abc of it'],
		['of four is one', 'ref ab12.', 'ref [number].'],
		[
			'stands for itself whatever is between its letters',
			'ref ab 12, AB-12, Ab.12',
			'ref [number], [number], [number]',
		],
		['is found in whatever pieces, the longest too', 'code km np-qr.st uv', 'code [number]'],
		['is not a part of another', 'xab12 ab123 wxyzz', 'xab12 ab123 wxyzz'],
	])('%s', (_, text, expected) => expect(shown(text)).toBe(expected));

	it('is looked for where there is one', () => {
		expect(textOf(anonymise('see ab12', { ...KNOWN, exact: [] }))).toBe('see ab12');
	});
});

describe('what a reviewer hides besides (3.11)', () => {
	const segments = (text: string, ...words: string[]) => redact(anonymise(text, KNOWN), words);
	const hidden = (text: string, ...words: string[]) => textOf(segments(text, ...words));

	test.each<[string, string[], string, string]>([
		['a token is no word of the text', ['[name]'], 'Gwen has a name', '[name] has a name'],
		['nothing but signs hides nothing', ['', ' -- ', '...'], 'As it is here', 'As it is here'],
		['chosen words stand together', ['red van'], 'A red bus and a van', 'A red bus and a van'],
		['chosen words at the end', ['red van'], 'A red', 'A red'],
		['a date that went as a whole stays so', ['date'], 'born 04/05/1985', 'born [date]'],
		['a date that was moved, among other words', ['nowhere', '[≈7 April 2024]'], 'On 3 March 2024', 'On [redacted]'],
		['what was moved before is not looked at again', ['7 April 2024'], 'On [≈7 April 2024]', 'On [≈7 April 2024]'],
		['every time it stands there', ['van'], 'van, Van and vans', '[redacted], [redacted] and vans'],
	])('%s', (_, words, text, expected) => expect(hidden(text, ...words)).toBe(expected));

	it('says of each replacement that it was hidden, and what was there', () => {
		expect(replacementsOf(segments('On 3 March 2024 by van', '[≈7 April 2024]', 'van'))).toEqual([
			{ start: 3, end: 13, kind: 'redacted', text: '[redacted]', original: '3 March 2024' },
			{ start: 17, end: 27, kind: 'redacted', text: '[redacted]', original: 'van' },
		]);
	});
});

describe('the parts of a text', () => {
	const token = ({ kind }: Span) => `[${kind}]`;
	const out = (text: string, ...spans: [number, number][]) =>
		takeOut(
			asWritten(text),
			spans.map(([start, end]) => ({ start, end, kind: 'name' })),
			token,
		);
	const name = { text: '[name]', kind: 'name' };

	test.each<[string, string, [number, number][], object[]]>([
		['at the beginning', 'Siân rang', [[0, 4]], [{ ...name, original: 'Siân' }, { text: ' rang' }]],
		['at the end', 'saw Siân', [[4, 8]], [{ text: 'saw ' }, { ...name, original: 'Siân' }]],
		[
			'beside each other',
			'SiânLloyd',
			[
				[0, 4],
				[4, 9],
			],
			[
				{ ...name, original: 'Siân' },
				{ ...name, original: 'Lloyd' },
			],
		],
		['nothing', 'rang', [], [{ text: 'rang' }]],
	])('are none without a letter: %s', (_, text, spans, expected) => expect(out(text, ...spans)).toEqual(expected));

	it('of two that end together the one that begins first counts, whichever was given first', () => {
		const spans: Span[] = [
			{ start: 4, end: 9, kind: 'place' },
			{ start: 0, end: 9, kind: 'name' },
		];
		for (const given of [spans, spans.toReversed()]) {
			expect(inOrder(given).map(({ start, end, kind }) => [start, end, kind])).toEqual([[0, 9, 'name']]);
		}
	});
});

describe('one draw', () => {
	test.each([
		['mentee-1', 182],
		['mentee-2', -133],
		['mentee-3', -133],
	])('moves the dates of %s by %i days, on every machine and in every version', (mentee, days) => {
		expect(shiftOf('2024-Q1', mentee)).toBe(days);
	});

	it('has a fingerprint of sixteen signs for each passage, of which each half tells it from others', () => {
		const plan: SampledPlan = {
			agreed_on: null,
			goal: 'Work',
			actions: [],
			reviews: Array.from({ length: 40 }, (_, index) => ({ reviewed_on: null, summary: `Went well, ${index} times` })),
		};
		const prints = anonymisedPlan(plan, KNOWN, []).map(({ fingerprint }) => fingerprint);
		for (const print of prints) expect(print).toMatch(/^[0-9a-f]{16}$/);
		expect(new Set(prints.map((print) => print.slice(0, 8))).size).toBe(41);
		expect(new Set(prints.map((print) => print.slice(8))).size).toBe(41);
	});
});
