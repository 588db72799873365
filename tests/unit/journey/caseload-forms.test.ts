import { describe, expect, test } from 'vitest';
import {
	ANSWERS,
	missingFrom,
	type Parent,
} from '../../../extensions/peer-mentoring/src/app/journey/caseload/answers.ts';
import { lastSeenFirst, type Mentee } from '../../../extensions/peer-mentoring/src/domain/home/caseload/people.ts';
import {
	missingIn,
	problemsOf,
	recordOf,
	usualSession,
} from '../../../extensions/peer-mentoring/src/app/journey/caseload/session.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';

const USUAL = usualSession(day('2024-06-12'), 'M');

describe('a session as it is recorded', () => {
	test('is an hour face to face today, unless something else is chosen', () => {
		expect(recordOf(USUAL)).toEqual({
			mentee: 'M',
			held_on: '2024-06-12',
			attendance: 'attended',
			mode: 'face_to_face',
			place: null,
			place_other: null,
			minutes: 60,
			note: null,
		});
	});

	test.each([
		['a length that was cleared is not known', { minutes: '' as const }, { minutes: null }],
		['a missed session has no length', { attendance: 'missed' }, { minutes: null }],
		['of a digital session it is known whether it was agreed', { mode: 'digital' }, { digital_agreed: false }],
		['a place of the list', { place: 'P', place_other: 'left over' }, { place: 'P', place_other: null }],
		['another place, in words', { place: 'other', place_other: ' A bench ' }, { place: null, place_other: 'A bench' }],
		['a note of spaces is none', { note: '  ' }, { note: null }],
		['a note is kept without the spaces around it', { note: ' Rang ' }, { note: 'Rang' }],
	])('%s', (_, typed, stored) => expect(recordOf({ ...USUAL, ...typed })).toMatchObject(stored));

	test('needs a Mentee and a date', () => {
		const texts = { no_mentee: 'Who?', no_date: 'When?' };
		expect(missingIn(USUAL, texts)).toEqual({});
		expect(missingIn({ ...USUAL, mentee: '' }, texts)).toEqual({ mentee: 'Who?' });
		expect(missingIn({ ...USUAL, held_on: null }, texts)).toEqual({ held_on: 'When?' });
	});

	test('shows a refusal beside its field, and nothing of fields that are not on the screen', () => {
		const refusals = [
			{ field: 'held_on', reason: 'In the future.' },
			{ field: 'supplier', reason: 'Not yours.' },
			{ field: 'minutes' },
		];
		expect(problemsOf(USUAL, refusals)).toEqual({ held_on: 'In the future.' });
	});
});

test('whoever was seen last is offered first, people not seen yet by name after them', () => {
	const mentee = (name: string, last_seen: string | null) => ({ name, last_seen }) as Mentee;
	const people = [mentee('Zed', null), mentee('Old', '2024-01-02'), mentee('Ann', null), mentee('New', '2024-06-11')];
	expect(lastSeenFirst(people).map(({ name }) => name)).toEqual(['New', 'Old', 'Ann', 'Zed']);
});

test('a generated form asks for required fields that are empty and have no default', () => {
	const fields = [
		{ field: 'held_on', meta: { required: true, group: 'first' } },
		{ field: 'mode', meta: { required: true }, schema: { default_value: 'digital' } },
		{ field: 'outcome', meta: { required: true } },
		{ field: 'notes', meta: { required: false } },
	];
	const found = missingFrom({ outcome: 'start' }, fields, 'meetings');
	expect(found).toEqual([
		{ collection: 'meetings', field: 'held_on', group: 'first', type: 'required', code: 'FAILED_VALIDATION' },
	]);
});

test.each<[keyof typeof ANSWERS, Parent, Record<string, string>]>([
	[
		'result_not_told',
		{ referral: { route: 'third_party' } },
		{ told_to: 'third_party', about: 'referral_result', result: 'will_start' },
	],
	[
		'result_not_told',
		{ referral: { route: 'jobcentre_plus' } },
		{ told_to: 'work_coach', about: 'referral_result', result: 'will_start' },
	],
	['jobcentre_not_told_of_start', {}, { told_to: 'single_point_of_contact', about: 'taking_part' }],
	[
		'jobcentre_not_told_of_end',
		{ end_reason: 'completed' },
		{ told_to: 'single_point_of_contact', about: 'completed' },
	],
	['jobcentre_not_told_of_end', { end_reason: 'dropout' }, { told_to: 'single_point_of_contact', about: 'left_early' }],
	['analysts_not_told_of_contact', {}, { told_to: 'analysts', about: 'contact_details' }],
])('%s of %o opens a record that says %o', (what, parent, said) => {
	const { collection, fill } = ANSWERS[what];
	expect(collection).toBe('notifications_to_jobcentre');
	expect(fill?.(parent)).toEqual(said);
});
