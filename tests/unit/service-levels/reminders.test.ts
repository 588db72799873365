import { describe, expect, test } from 'vitest';
import { codeLists } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	mailText,
	REMINDER_KINDS,
	reminderText,
	stageOf,
	toldTo,
	type Account,
	type Matter,
	type ReminderKind,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/reminders.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';

const account = (id: string, role: string | null, supplier: string | null, administrator = false): Account => ({
	id,
	role,
	supplier,
	administrator,
	language: 'en-GB',
	email: `${id}@example.org`,
});
const ACCOUNTS = [
	account('mentor', 'Peer Mentor', 'north'),
	account('colleague', 'Peer Mentor', 'north'),
	account('manager', 'Supplier Manager', 'north'),
	account('mi', 'Supplier MI', 'north'),
	account('stranger', 'Supplier Manager', 'west'),
	account('buyer', 'Buyer', null),
	account('dpo', 'Data Protection Officer', null),
	account('admin', 'Administrator', null, true),
];
const matter = (kind: ReminderKind, more: Partial<Matter> = {}): Matter => ({
	kind,
	key: '1',
	mentor_user: null,
	supplier: 'north',
	reference: 'TEST-1',
	...more,
});

describe('a matter is told to', () => {
	test.each<[ReminderKind, string | null, string[]]>([
		['return_not_sent', null, ['mi']],
		['due_soon', 'mentor', ['mentor']],
		['due_soon', null, ['manager']],
		['overdue', 'mentor', ['mentor', 'manager']],
		['overdue', null, ['manager']],
		['surveys_due', 'mentor', ['mentor']],
		['disengaged', 'mentor', ['mentor']],
		['dropout_proposed', 'mentor', ['mentor', 'manager']],
		['consent_missing', 'mentor', ['mentor']],
		['office_visit_missing', 'mentor', ['mentor', 'manager']],
		['fte_gap', null, ['manager']],
		['plan_opened', null, ['manager', 'mi']],
		['contract_due_soon', null, ['manager', 'mi']],
		['contract_overdue', null, ['manager', 'mi']],
		['returns_opened', null, ['mi']],
		['returns_incomplete', null, ['mi']],
		['returns_due', null, ['manager', 'mi']],
		['returns_late', null, ['manager', 'mi']],
		['quarterly_spend', null, ['mi']],
		['six_monthly_documents', null, ['mi']],
		['plan_sample', null, ['manager']],
		['mail_failed', null, ['admin']],
	])('%s of %s: %j', (kind, mentor_user, told) => {
		const supplier = kind === 'mail_failed' ? null : 'north';
		expect(toldTo(matter(kind, { mentor_user, supplier }), ACCOUNTS).map(({ id }) => id)).toEqual(told);
	});
});

describe('the stage of a due day', () => {
	const reach = new Map([
		[3, day('2024-06-06')],
		[1, day('2024-06-04')],
	]);
	test.each([
		['2024-06-07', undefined],
		['2024-06-06', 3],
		['2024-06-05', 3],
		['2024-06-04', 1],
		['2024-06-03', 1],
		['2024-05-31', undefined],
	])('%s is %s Working Days off', (due, stage) => {
		expect(stageOf(day(due), reach, day('2024-06-03'))).toBe(stage);
	});
});

describe('the text of a reminder', () => {
	const matters = [
		matter('overdue', { reference: 'TEST-3' }),
		matter('due_soon', {
			about: { 'en-GB': 'Initial meeting', 'cy-GB': 'Cyfarfod cychwynnol' },
			on: day('2024-06-05'),
			reference: 'TEST-2',
		}),
		matter('due_soon', {
			about: { 'en-GB': 'Initial meeting', 'cy-GB': 'Cyfarfod cychwynnol' },
			on: day('2024-06-04'),
		}),
	];

	test('counts in its subject and has a line for each, the earliest first, ending in the reference', () => {
		expect(reminderText(matters, 'en-GB')).toEqual({
			subject: 'Due soon (2), Overdue (1)',
			message:
				'**Due soon**\n\n- Initial meeting, 4 June 2024: TEST-1\n- Initial meeting, 5 June 2024: TEST-2\n\n**Overdue**\n\n- TEST-3',
		});
	});

	test('is Welsh for whoever reads Welsh', () => {
		expect(reminderText(matters, 'cy-GB').message).toBe(
			'**I’w wneud yn fuan**\n\n- Cyfarfod cychwynnol, 4 Mehefin 2024: TEST-1\n- Cyfarfod cychwynnol, 5 Mehefin 2024: TEST-2\n\n**Hwyr**\n\n- TEST-3',
		);
	});

	test('names twenty of many', () => {
		const many = Array.from({ length: 23 }, (_, index) => matter('overdue', { reference: `TEST-${100 + index}` }));
		const { subject, message } = reminderText(many, 'en-GB');
		expect(subject).toBe('Overdue (23)');
		expect(message.match(/: TEST-|- TEST-/g)).toHaveLength(20);
		expect(message.endsWith('\n- and 3 more')).toBe(true);
	});

	test('says in an e-mail how many and where, and nothing else', () => {
		const counts = new Map<ReminderKind, number>([
			['due_soon', 2],
			['dropout_proposed', 1],
		]);
		const { subject, text } = mailText(counts, 'https://example.org/admin', 'en-GB');
		expect(subject).toBe('Due soon (2), Not met for five weeks (1)');
		expect(text).toContain('https://example.org/admin');
		expect(text).not.toContain('TEST-');
	});

	test.each(REMINDER_KINDS)('%s has a title in each language', (kind) => {
		const code = codeLists.reminder.find(({ value }) => value === kind)!;
		expect(code.cy).not.toBe(code.en);
		expect(reminderText([matter(kind)], 'cy-GB').subject).not.toBe(reminderText([matter(kind)], 'en-GB').subject);
	});
});
