import { describe, expect, it, test } from 'vitest';
import {
	isStaffRole,
	staffProblem,
	type StaffAccount,
	type StaffChange,
	type StaffProblem,
} from '../../../extensions/peer-mentoring/src/domain/platform/staff.ts';

const mentor: StaffAccount = { id: 'mentor', role: 'Peer Mentor', status: 'active', mentees: 0 };

describe('what a manager may change of an account', () => {
	test.each<[string, Partial<StaffAccount>, StaffChange, StaffProblem | undefined]>([
		['suspends a mentor', {}, { status: 'suspended' }, undefined],
		['suspends one who holds Mentees', { mentees: 3 }, { status: 'suspended' }, undefined],
		['lets somebody in again', { status: 'suspended' }, { status: 'active' }, undefined],
		['makes a mentor one of MI', {}, { role: 'Supplier MI' }, undefined],
		['not while there are Mentees', { mentees: 1 }, { role: 'Supplier MI' }, 'holds_mentees'],
		['the same role again', { mentees: 1 }, { role: 'Peer Mentor' }, undefined],
		['not an invitation', { status: 'invited' }, { status: 'active' }, 'not_accepted'],
		['takes an invitation back', { status: 'invited' }, { status: 'suspended' }, undefined],
		['not oneself', { id: 'manager' }, { status: 'suspended' }, 'yourself'],
		['not another manager', { role: 'Supplier Manager' }, { status: 'suspended' }, 'not_below'],
		['not whoever has no role of ours', { role: null }, { role: 'Supplier MI' }, 'not_below'],
	])('%s', (_, account, change, problem) => {
		expect(staffProblem({ ...mentor, ...account }, change, 'manager')).toBe(problem);
	});
});

it('gives no role beside or above a manager’s', () => {
	for (const role of ['Supplier Manager', 'Buyer', 'Administrator', 'peer mentor', '', null, ['Peer Mentor']]) {
		expect(isStaffRole(role)).toBe(false);
	}
});
