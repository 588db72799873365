import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	mailText,
	reminderText,
	toldTo,
	type Account,
	type Matter,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/reminders.ts';

const account = (id: string, role: string | null, supplier: string | null, administrator = false): Account => ({
	id,
	role,
	supplier,
	administrator,
	language: 'en-GB',
	email: null,
});
const matter = (more: Partial<Matter> = {}): Matter => ({
	kind: 'overdue',
	key: '1',
	mentor_user: null,
	supplier: 'north',
	reference: 'TEST-1',
	...more,
});
const about = (en: string, cy: string) => ({ 'en-GB': en, 'cy-GB': cy });

describe('a matter reaches nobody whom it does not concern', () => {
	const accounts = [
		account('mentor', 'Peer Mentor', 'north'),
		account('manager', 'Supplier Manager', 'north'),
		account('mi', 'Supplier MI', 'north'),
		account('buyer', 'Buyer', null),
		account('admin', 'Administrator', null, true),
	];

	test.each<[string, Partial<Matter>, string[]]>([
		[
			'of a plan sample: not the Peer Mentor whose Mentee it is',
			{ kind: 'plan_sample', mentor_user: 'mentor' },
			['manager'],
		],
		['of no Supplier: nobody', { supplier: null }, []],
		['of another Supplier: nobody', { supplier: 'west' }, []],
		['of a manager who supports the Mentee: the manager', { kind: 'due_soon', mentor_user: 'manager' }, ['manager']],
		['of the platform: Administrators alone', { kind: 'mail_failed' }, ['admin']],
	])('%s', (_, of, told) => expect(toldTo(matter(of), accounts).map(({ id }) => id)).toEqual(told));
});

describe('the lines of a reminder', () => {
	const lines = (matters: Matter[], language: 'en-GB' | 'cy-GB' = 'en-GB') =>
		reminderText(matters, language).message.split('\n').slice(2);

	it('are in order of day, of what it is about, and of reference; those without a day come first', () => {
		const [plan, meeting] = [about('Plan', 'Cynllun'), about('Meeting', 'Cyfarfod')];
		const matters = [
			matter({ about: plan, on: day('2024-06-05'), reference: 'TEST-1' }),
			matter({ about: plan, on: day('2024-06-04'), reference: 'TEST-3' }),
			matter({ about: plan, on: day('2024-06-04'), reference: 'TEST-2' }),
			matter({ about: meeting, on: day('2024-06-04'), reference: 'TEST-4' }),
			matter({ on: day('2024-06-03'), reference: 'TEST-5' }),
			matter({ about: plan, reference: 'TEST-6' }),
		];
		const expected = [
			'- Plan: TEST-6',
			'- 3 June 2024: TEST-5',
			'- Meeting, 4 June 2024: TEST-4',
			'- Plan, 4 June 2024: TEST-2',
			'- Plan, 4 June 2024: TEST-3',
			'- Plan, 5 June 2024: TEST-1',
		];
		expect(lines(matters)).toEqual(expected);
		expect(lines(matters.toReversed())).toEqual(expected);
	});

	const many = (length: number) => Array.from({ length }, (_, index) => matter({ reference: `TEST-${100 + index}` }));

	test.each([
		[20, 'en-GB', 20, '- TEST-119'],
		[21, 'en-GB', 21, '- and 1 more'],
		[25, 'cy-GB', 21, '- a 5 arall'],
	] as const)('of %i matters, in %s, are %i and end with "%s"', (number, language, shown, last) => {
		expect(lines(many(number), language)).toHaveLength(shown);
		expect(lines(many(number), language).at(-1)).toBe(last);
	});
});

describe('the e-mail about reminders', () => {
	test.each([
		[
			'en-GB',
			'Due soon (2), Overdue (1)\n\nSign in to read them:\nhttps://example.org\n\n' +
				'Details are never sent by e-mail. You can turn these e-mails off in your profile.\n',
		],
		[
			'cy-GB',
			'I’w wneud yn fuan (2), Hwyr (1)\n\nMewngofnodwch i’w darllen:\nhttps://example.org\n\n' +
				'Ni roddir manylion mewn e-bost. Gallwch ddiffodd y negeseuon hyn yn eich proffil.\n',
		],
	] as const)('in %s says how many, where to read them and why no more', (language, text) => {
		const counts = new Map([
			['due_soon', 2],
			['overdue', 1],
		] as const);
		expect(mailText(counts, 'https://example.org', language).text).toBe(text);
	});
});
