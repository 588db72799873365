/** What is to be looked at of sessions: how they were held, and where (2.20, 2.25, 2.26). */
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	agreementProblems,
	attentionOf,
	type HeldSession,
} from '../../../extensions/peer-mentoring/src/domain/journey/session-attention.ts';
import { session } from '../support/journeys.ts';

const PLACES = new Map([
	['centre', day('2023-10-01')],
	['cafe', null],
	['late', day('2023-12-01')],
]);
const held = (on: string, over: Partial<HeldSession> = {}): HeldSession => ({
	...session(on),
	id: on,
	digital_agreed: null,
	under_restriction: false,
	place: 'centre',
	place_other: null,
	...over,
});
const digital = { mode: 'digital', digital_agreed: true, place: null } as const;
const [FIRST, SECOND] = ['2023-10-16', '2023-10-23'];
const of = (...sessions: HeldSession[]) => Object.fromEntries(attentionOf(sessions, PLACES));

describe('what a session has to be looked at for', () => {
	test.each<[string, HeldSession[], Record<string, string[]>]>([
		['the first one digital', [held(FIRST, digital), held(SECOND)], { [FIRST]: ['first_digital'] }],
		['a later one digital, by agreement', [held(FIRST), held(SECOND, digital)], {}],
		['both ways on the first day', [held(FIRST, { ...digital, id: 'd' }), held(FIRST)], {}],
		[
			'the first one missed, the next digital',
			[held(FIRST, { attendance: 'missed' }), held(SECOND, digital)],
			{ [SECOND]: ['first_digital'] },
		],
		[
			'the first one digital under a restriction',
			[held(FIRST, { ...digital, under_restriction: true, digital_agreed: null })],
			{},
		],
		[
			'digital without an answer',
			[held(FIRST), held(SECOND, { ...digital, digital_agreed: null })],
			{ [SECOND]: ['agreement_missing'] },
		],
		[
			'digital against their wish',
			[held(FIRST), held(SECOND, { ...digital, digital_agreed: false })],
			{ [SECOND]: ['agreement_missing'] },
		],
		[
			'a digital one missed',
			[held(FIRST), held(SECOND, { ...digital, digital_agreed: null, attendance: 'missed' })],
			{},
		],
		['a place of the list without approval', [held(FIRST, { place: 'cafe' })], { [FIRST]: ['place_not_approved'] }],
		['a place approved since', [held(FIRST, { place: 'late' })], { [FIRST]: ['place_not_approved'] }],
		['another place', [held(FIRST, { place: null, place_other: 'A bench' })], { [FIRST]: ['place_not_approved'] }],
		['no place', [held(FIRST, { place: null })], { [FIRST]: ['place_missing'] }],
		['no place of a group session', [held(FIRST, { place: null, one_to_one: false })], {}],
		['no place before there was a list', [held('2023-09-29', { place: null })], {}],
	])('%s', (_, sessions, expected) => expect(of(...sessions)).toEqual(expected));

	it('is no place where the contract has no list', () => {
		expect(attentionOf([held(FIRST, { place: null })], new Map())).toEqual(new Map());
	});

	it('is each code of the list at one time or another', () => {
		const all = of(
			held(FIRST, { ...digital, digital_agreed: null }),
			held(SECOND, { place: 'cafe' }),
			held('2023-10-30', { place: null }),
		);
		expect(new Set(Object.values(all).flat())).toEqual(new Set(valuesOf('session_attention')));
	});
});

test.each([
	['digital', 'attended', null, true],
	['digital', 'attended', false, false],
	['digital', 'attended', true, false],
	['digital', 'missed', null, false],
	['face_to_face', 'attended', null, false],
] as const)(
	'whether it was agreed, of a %s session that was %s, answered %s',
	(mode, attendance, digital_agreed, asked) => {
		expect(agreementProblems({ mode, attendance, digital_agreed }).map(({ field }) => field)).toEqual(
			asked ? ['digital_agreed'] : [],
		);
	},
);
