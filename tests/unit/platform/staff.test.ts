import { describe, expect, it, test } from 'vitest';
import {
	hasSupplier,
	isKeptRole,
	rolesKeptBy,
	staffProblem,
	type Keeper,
	type StaffAccount,
	type StaffChange,
	type StaffProblem,
} from '../../../extensions/peer-mentoring/src/domain/platform/staff.ts';

const ALL = 'Platform Administrator';
const mentor: StaffAccount = { id: 'mentor', role: 'Peer Mentor', status: 'active', mentees: 0 };

describe('what may be changed of an account', () => {
	test.each<[string, Partial<StaffAccount>, StaffChange, StaffProblem | undefined, Keeper?]>([
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
		['a manager, by who keeps all', { role: 'Supplier Manager' }, { status: 'suspended' }, undefined, ALL],
		['the Buyer, by who keeps all', { role: 'Buyer' }, { role: 'Buyer Analyst' }, undefined, ALL],
		['not another of their kind', { role: ALL }, { status: 'suspended' }, 'not_below', ALL],
		['not who watches', { role: 'Data Protection Officer' }, { status: 'suspended' }, 'not_below', ALL],
		['not an Administrator', { role: 'Administrator' }, { status: 'suspended' }, 'not_below', ALL],
		['no mentor at the Buyer', {}, { role: 'Buyer' }, 'other_kind', ALL],
		['no Buyer as a mentor', { role: 'Buyer' }, { role: 'Peer Mentor' }, 'other_kind', ALL],
		['not oneself, whoever one is', { id: 'manager', role: ALL }, { status: 'suspended' }, 'yourself', ALL],
	])('%s', (_, account, change, problem, role = 'Supplier Manager') => {
		expect(staffProblem({ ...mentor, ...account }, change, { user: 'manager', role })).toBe(problem);
	});
});

it('gives no role beside or above a manager’s', () => {
	for (const role of ['Supplier Manager', 'Buyer', 'Administrator', 'peer mentor', '', null, ['Peer Mentor']]) {
		expect(isKeptRole(role, 'Supplier Manager')).toBe(false);
	}
});

it('gives nobody the roles that administer, or that watch over who does', () => {
	for (const role of [ALL, 'Administrator', 'Data Protection Officer']) expect(isKeptRole(role, ALL)).toBe(false);
	expect(rolesKeptBy(ALL).filter(hasSupplier)).toEqual(['Peer Mentor', 'Supplier Manager', 'Supplier MI']);
});
