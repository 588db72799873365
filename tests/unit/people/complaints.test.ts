import { describe, expect, test } from 'vitest';
import {
	complainedOfUser,
	complaintProblems,
	type Complaint,
} from '../../../extensions/peer-mentoring/src/domain/people/complaints.ts';

describe('whom a complaint is kept from (D2.1)', () => {
	const accounts = { mentor: 'mentor', manager: 'manager' };
	test.each<[Complaint['about'], string | null]>([
		[null, 'mentor'],
		['peer_mentor', 'mentor'],
		['manager', 'manager'],
		['service', null],
	])('about %s: %s', (about, expected) => expect(complainedOfUser({ about }, accounts)).toBe(expected));

	test('about a manager who is not known, it is nobody’s', () => {
		expect(complainedOfUser({ about: 'manager' }, { mentor: 'mentor', manager: null })).toBeNull();
	});
});

describe('a complaint is about one (D2.1)', () => {
	const NOBODY: Complaint = { about: null, complained_of: null, manager_email: null };
	test.each<[what: string, change: Partial<Complaint>, isManager: boolean, expected: string[]]>([
		['a Peer Mentor', { about: 'peer_mentor', complained_of: 'A' }, false, []],
		['a Peer Mentor of a complaint of old', { complained_of: 'A' }, false, []],
		['the service', { about: 'service' }, false, []],
		['a manager who is known', { about: 'manager', manager_email: 'm@example.org' }, true, []],
		['a manager who is not said', { about: 'manager' }, false, []],
		[
			'a manager of nobody’s address',
			{ about: 'manager', manager_email: 'x@example.org' },
			false,
			['manager_email manager_unknown'],
		],
		['a manager and a mentor', { about: 'manager', complained_of: 'A' }, false, ['complained_of complaint_of_one']],
		['the service and a mentor', { about: 'service', complained_of: 'A' }, false, ['complained_of complaint_of_one']],
		[
			'a mentor and a manager',
			{ about: 'peer_mentor', manager_email: 'm@example.org' },
			true,
			['manager_email complaint_of_one'],
		],
	])('%s', (_, change, isManager, expected) => {
		const found = complaintProblems({ ...NOBODY, ...change }, isManager);
		expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
	});
});
