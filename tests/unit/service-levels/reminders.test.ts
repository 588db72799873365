import { describe, expect, test } from 'vitest';
import {
	isAway,
	stageOf,
	tellings,
	toldTo,
	type Account,
	type Matter,
	type ReminderKind,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/reminders.ts';
import { holidaysOf } from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
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
	contract: 'PM-1',
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
		['due_soon', 'left', ['manager']],
		['surveys_due', 'left', ['manager']],
		['safeguarding_due', null, ['manager']],
		['mentor_incomplete', null, ['manager']],
		['welsh_mentor_missing', null, ['manager']],
		['fte_gap', null, ['manager']],
		['fte_gap_ahead', null, ['manager']],
		['plan_opened', null, ['manager', 'mi']],
		['contract_due_soon', null, ['manager', 'mi']],
		['contract_overdue', null, ['manager', 'mi']],
		['returns_opened', null, ['mi']],
		['returns_incomplete', null, ['mi']],
		['returns_due', null, ['manager', 'mi']],
		['returns_late', null, ['manager', 'mi']],
		['tracker_late', null, ['manager', 'mi']],
		['quarterly_spend', null, ['mi']],
		['six_monthly_documents', null, ['mi']],
		['plan_sample', null, ['manager']],
		['nobody_to_tell', null, ['admin']],
		['mail_failed', null, ['admin']],
	])('%s of %s: %j', (kind, mentor_user, told) => {
		const supplier = kind === 'mail_failed' || kind === 'nobody_to_tell' ? null : 'north';
		expect(toldTo(matter(kind, { mentor_user, supplier }), ACCOUNTS).map(({ id }) => id)).toEqual(told);
	});
});

test('a concern about a manager is told to the other managers of the Supplier alone', () => {
	const others = [...ACCOUNTS, account('deputy', 'Supplier Manager', 'north')];
	const concern = matter('safeguarding_due', { kept_from: 'manager' });
	expect(toldTo(concern, others).map(({ id }) => id)).toEqual(['deputy']);
});

test.each<ReminderKind>(['unusual_reading', 'administrator_used', 'administration'])(
	'%s is the Data Protection Officer’s, and of those who administer where there is none',
	(kind) => {
		const told = (accounts: typeof ACCOUNTS) =>
			toldTo(matter(kind, { supplier: null, contract: null }), accounts).map(({ id }) => id);
		const both = [...ACCOUNTS, account('keeper', 'Platform Administrator', null)];
		expect(told(both)).toEqual(['dpo']);
		expect(told(both.filter(({ id }) => id !== 'dpo'))).toEqual(['admin', 'keeper']);
	},
);

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

describe('what nobody is there to be told of', () => {
	const today = day('2024-06-05');
	const west = [matter('overdue', { supplier: 'west', contract: 'PM-2' }), matter('due_soon', { supplier: 'gone' })];
	const told = (matters: Matter[], accounts = ACCOUNTS) =>
		tellings(matters, accounts, today).map(({ account: { id }, matter: { kind, key, reference } }) => [
			id,
			kind,
			key,
			reference,
		]);

	test('goes to the Administrators, once a week for each contract, and names nobody', () => {
		const gone = matter('overdue', { supplier: 'gone', contract: 'PM-3', reference: 'TEST-2' });
		expect(told([gone, { ...gone, key: '2' }])).toEqual([['admin', 'nobody_to_tell', 'PM-3 2024-06-03', 'PM-3']]);
	});

	test('is not said of what somebody is told', () => {
		expect(told([west[0]!])).toEqual([['stranger', 'overdue', '1', 'TEST-1']]);
	});

	test('is silent where there is no contract to name', () => {
		expect(told([matter('mail_failed', { supplier: null, contract: null })], [])).toEqual([]);
	});
});

describe('a bank holiday', () => {
	const england = holidaysOf('england-and-wales', [day('2024-08-26')]);
	const scotland = holidaysOf('scotland', [day('2024-08-05')]);
	test.each([
		['in the one nation that somebody works in', [england], true],
		['in one of two', [england, scotland], false],
		['in the other', [scotland], false],
		['of somebody who works in none', [], false],
	])('%s', (_, nations, away) => expect(isAway(nations, day('2024-08-26'))).toBe(away));
});
