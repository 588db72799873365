import { describe, expect, it, test } from 'vitest';
import {
	actionProblems,
	agreementProblems,
	isOnRecord,
	isSmart,
	type PlanOnRecord,
} from '../../../extensions/peer-mentoring/src/domain/journey/plan.ts';
import { rowsAfter } from '../../../extensions/peer-mentoring/src/api/writer/records/journey/nested-rows.ts';

const ACTION = {
	what: 'See the doctor',
	measure: 'The letter is there',
	achievable: 'It is near',
	relevance: 'Pain',
	due_on: '2023-11-10',
};
const AGREED = { agreed_on: '2023-10-27', goal: 'A job with animals' };
const WHOLE: PlanOnRecord = { plan: AGREED, actions: [ACTION] };
const of = (plan: object, ...actions: object[]) => ({ plan: { ...AGREED, ...plan }, actions }) as PlanOnRecord;
const SMART = Object.keys(ACTION);

describe('an action is SMART (1.13)', () => {
	it('with all of it', () => expect(isSmart(ACTION)).toBe(true));
	test.each(SMART)('not without %s', (field) => {
		expect(isSmart({ ...ACTION, [field]: null })).toBe(false);
		expect(isSmart({ ...ACTION, [field]: ' ' })).toBe(false);
	});
});

describe('a SMART Action Plan is agreed with a goal and a SMART action (1.13, Table A)', () => {
	const goal = ['goal', 'agreed_plan_needs_goal'];
	const action = ['actions', 'agreed_plan_needs_action'];
	test.each<[string, PlanOnRecord | undefined, PlanOnRecord, string[][]]>([
		['whole', undefined, WHOLE, []],
		['one action of two is SMART', undefined, of({}, {}, ACTION), []],
		['without a goal', undefined, of({ goal: ' ' }, ACTION), [goal]],
		['without an action', undefined, of({}), [action]],
		['with an action that is not SMART', undefined, of({}, { ...ACTION, measure: null }), [action]],
		['with nothing', undefined, of({ goal: null }), [goal, action]],
		['a draft', undefined, of({ agreed_on: null, goal: null }), []],
		['a draft that is agreed', of({ agreed_on: null }), of({}), [action]],
		['the goal of an agreed plan is taken out', WHOLE, of({ goal: null }, ACTION), [goal]],
		['an agreement of a file is completed step by step', of({ goal: null }), of({}), []],
	])('%s', (_, before, after, expected) => {
		const found = agreementProblems(before, after);
		expect(found.map(({ field, code }) => [field, code])).toEqual(expected);
		expect(isOnRecord(after)).toBe(after.plan.goal === AGREED.goal && after.actions.some(isSmart));
	});

	test.each(SMART)('its one action does not lose %s', (field) => {
		const emptied = { ...ACTION, [field]: null };
		expect(actionProblems(WHOLE, of({}, emptied), emptied)).toEqual([{ field, code: 'agreed_plan_needs_action' }]);
		expect(actionProblems(of({}, ACTION, ACTION), of({}, emptied, ACTION), emptied)).toEqual([]);
	});
});

describe('the rows of a list after a write', () => {
	const there = [
		{ id: 'a', what: 'A' },
		{ id: 'b', what: 'B' },
	];
	test.each<[string, unknown, unknown[]]>([
		['nothing is written of it', undefined, there],
		['one is added', { create: [{ what: 'C' }] }, [...there, { what: 'C' }]],
		['one is changed', { update: [{ id: 'b', what: null }] }, [there[0], { id: 'b', what: null }]],
		['one is deleted', { delete: ['a'] }, [there[1]]],
		[
			'the whole list is given',
			['b', { id: 'a', what: 'D' }, { what: 'E' }],
			[there[1], { id: 'a', what: 'D' }, { what: 'E' }],
		],
	])('%s', (_, nested, expected) => expect(rowsAfter(there, nested)).toEqual(expected));
});
