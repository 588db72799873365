import { describe, expect, it, test } from 'vitest';
import {
	contractNow,
	monthsOf,
	usualMonth,
	type Contract,
} from '../../../extensions/peer-mentoring/src/app/journey/caseload/tracker.ts';
import { ROLES, sendsReturns } from '../../../extensions/peer-mentoring/src/app/shared/roles.ts';
import { monthText } from '../../../extensions/peer-mentoring/src/app/shared/date-names.ts';
import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';

const contract = (reference: string, start: string, end: string | null): Contract => ({
	reference,
	start_date: day(start),
	end_date: end === null ? null : day(end),
});
const RUNNING = contract('B', '2024-03-15', '2025-03-31');
const OVER = contract('A', '2022-01-01', '2023-12-31');
const NEXT = contract('C', '2024-09-01', null);
const TODAY = day('2024-06-10');

describe('the months a Peer Mentor can have their tracker of', () => {
	test.each([
		['from the start of the contract to this month', RUNNING, ['2024-06', '2024-05', '2024-04', '2024-03']],
		['not before it has begun', NEXT, []],
	])('%s', (_, of, months) => {
		expect(monthsOf(of, TODAY)).toEqual(months);
	});

	it('end with the contract', () => {
		expect(monthsOf(OVER, TODAY)[0]).toBe('2023-12');
		expect(monthsOf(OVER, TODAY)).toHaveLength(24);
	});

	test.each([
		['the month that is over', RUNNING, '2024-06-10', '2024-05'],
		['this month where the contract has just begun', RUNNING, '2024-03-20', '2024-03'],
		['the last month of a contract that is over', OVER, '2024-06-10', '2023-12'],
	])('begin with %s', (_, of, today, month) => {
		expect(usualMonth(of, day(today))).toBe(month);
	});

	test.each([
		['the one that runs', [OVER, RUNNING, NEXT], 'B'],
		['or the one that began last', [OVER, NEXT], 'C'],
		['or none', [], undefined],
	])('are of a contract: %s', (_, contracts, reference) => {
		expect(contractNow(contracts, TODAY)?.reference).toBe(reference);
	});

	it('are named in both languages', () => {
		const month = parseMonth('2024-06')!;
		expect([monthText(month, 'en-GB'), monthText(month, 'cy-GB')]).toEqual(['June 2024', 'Mehefin 2024']);
	});
});

describe('the form on a return', () => {
	test.each([
		['Supplier MI', { role: { id: ROLES.supplier_mi } }, true],
		['the Administrator', { role: { id: 'another' }, admin_access: true }, true],
		['anybody else', { role: { id: 'another' }, admin_access: false }, false],
		['somebody without a role', { role: null }, false],
		['nobody', null, false],
	])('is offered to %s: %j', (_, user, offered) => {
		expect(sendsReturns(user)).toBe(offered);
	});
});
