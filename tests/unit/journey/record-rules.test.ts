/** What can be wrong with a record by itself, whatever else is known of the person. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { EVIDENCE } from '../../../extensions/peer-mentoring/src/domain/journey/evidence.ts';
import {
	listIn,
	permissionProblems,
	RECORD_RULES,
	recordProblems,
	type PlainRecord,
} from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';
import { isCode } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { BESIDE, INVOICE, NEEDED_CASES, ORDER_CASES, PAST_CASES } from '../support/record-rule-cases.ts';

const TODAY = day('2024-01-15');
const problems = (collection: string, record: PlainRecord) => recordProblems(collection, record, TODAY);

const LEAST_CASES: [collection: string, field: string, least: number][] = [
	['travel_claims', 'amount_pence', 1],
	['upskilling_sessions', 'attendees', 1],
	['evaluation_participation', 'minutes', 1],
	['sample_requests', 'size', 1],
	['implementation_costs', 'amount_pence', 0],
	['implementation_costs', 'deferred_pence', 0],
	['invoices', 'amount_pence', 1],
	['outreach_contacts', 'copies', 1],
];

describe('a day that cannot lie ahead', () => {
	test.each(PAST_CASES)('%s: %s', (collection, field) => {
		const beside = BESIDE[collection];
		expect(problems(collection, { ...beside, [field]: '2024-01-16' })).toEqual([
			{ field, code: 'day_in_future', params: { day: '2024-01-16', today: TODAY } },
		]);
		for (const fine of [TODAY, '2023-01-09', null, '', undefined]) {
			expect(problems(collection, { ...beside, [field]: fine }), String(fine)).toEqual([]);
		}
	});

	test.each([
		[
			'the day until which a restriction lasts',
			'restriction_periods',
			{ from_on: '2024-01-10', until_on: '2024-06-30' },
		],
		['the day an answer is due', 'information_requests', { requested_on: '2024-01-10', due_on: '2024-02-10' }],
	])('%s can', (_, collection, record) => expect(problems(collection, record)).toEqual([]));
});

describe('days in the order in which they come', () => {
	test.each(ORDER_CASES)('%s: %s, then %s', (collection, earlier, later) => {
		const beside = BESIDE[collection];
		expect(problems(collection, { ...beside, [earlier]: '2024-01-10', [later]: '2024-01-09' })).toEqual([
			{ field: later, code: 'out_of_order', params: { day: '2024-01-09', earliest: '2024-01-10' } },
		]);
		for (const fine of ['2024-01-10', '2024-01-11', null]) {
			expect(problems(collection, { ...beside, [earlier]: '2024-01-10', [later]: fine }), String(fine)).toEqual([]);
		}
	});

	it('names only the day that is wrong where those around it are right', () => {
		const record = { referred_on: '2024-01-08', entered_on: '2024-01-02', ended_on: '2024-01-09' };
		expect(problems('support_engagements', record).map(({ field }) => field)).toEqual(['entered_on']);
	});
});

describe('an answer that another answer calls for', () => {
	test.each(NEEDED_CASES)('%s: %s %s (%s) needs %j', (collection, by, because, list, fields) => {
		expect(isCode(list, because)).toBe(true);
		const expected = fields.map((field) => ({ field, code: 'required_when', params: { list, because } }));
		for (const empty of [{}, Object.fromEntries(fields.map((field) => [field, '']))]) {
			expect(problems(collection, { [by]: because, ...empty })).toEqual(expected);
		}
		const filled = Object.fromEntries(fields.map((field) => [field, '2024-01-10']));
		expect(problems(collection, { [by]: because, ...filled })).toEqual([]);
		expect(problems(collection, { [by]: 'another answer' })).toEqual([]);
	});

	test.each(INVOICE)('an invoice is not ready without its %s (4.11)', (field) => {
		const complete = Object.fromEntries(INVOICE.map((each) => [each, 'there']));
		const found = problems('invoices', { ...complete, status: 'ready', [field]: null });
		expect(found.map((each) => each.field)).toEqual([field]);
	});

	it('a draft of an invoice needs nothing', () => expect(problems('invoices', { status: 'draft' })).toEqual([]));
});

describe('a least number', () => {
	test.each(LEAST_CASES)('%s: %s is %i or more', (collection, field, least) => {
		for (const wrong of [least - 1, -5, String(least - 1), 'many']) {
			expect(problems(collection, { [field]: wrong }), String(wrong)).toEqual([
				{ field, code: 'too_small', params: { least } },
			]);
		}
		for (const fine of [least, String(least), least + 1, null, '', undefined]) {
			expect(problems(collection, { [field]: fine }), String(fine)).toEqual([]);
		}
	});
});

describe('the table of rules', () => {
	const rules = Object.entries(RECORD_RULES);

	it('has no entry without a case here, and no case without an entry', () => {
		const past = rules.flatMap(([collection, each]) => (each.past ?? []).map((field) => [collection, field]));
		const order = rules.flatMap(([collection, each]) =>
			(each.order ?? []).flatMap((fields) =>
				fields.flatMap((earlier, index) => fields.slice(index + 1).map((later) => [collection, earlier, later])),
			),
		);
		const proved = Object.entries(EVIDENCE).flatMap(([collection, own]) =>
			own.flatMap(({ field, of }) =>
				of && 'is' in of ? of.is.map((is) => [collection, of.field, is, of.list, field]) : [],
			),
		);
		const needed = rules
			.flatMap(([collection, each]) =>
				(each.needed ?? []).map(({ field, when }) => [collection, when.field, when.is, when.list, field]),
			)
			.concat(proved);
		const least = rules.flatMap(([collection, each]) =>
			Object.entries(each.least ?? {}).map(([field, number]) => [collection, field, number]),
		);
		expect(past).toEqual(PAST_CASES);
		expect(new Set(order.map(String))).toEqual(new Set(ORDER_CASES.map(String)));
		const answers = NEEDED_CASES.flatMap(([collection, by, is, list, fields]) =>
			fields.map((field) => [collection, by, is, list, field].join()),
		);
		expect(needed.map(String).sort()).toEqual(answers.sort());
		expect(least).toEqual(LEAST_CASES);
	});

	it('speaks of fields that the data model has: days without a time, choices of the list named, numbers', () => {
		interface Field {
			collection: string;
			field: string;
			type: string;
			meta?: { options?: { choices?: unknown } };
		}
		const path = new URL('../../../schema-snapshot.yaml', import.meta.url);
		const { fields } = parse(readFileSync(path, 'utf8')) as { fields: Field[] };
		const find = (collection: string, field: string) =>
			fields.find((each) => each.collection === collection && each.field === field);
		for (const [collection, { past = [], order = [], needed = [], least = {} }] of rules) {
			for (const field of [...past, ...order.flat()]) {
				expect(find(collection, field)?.type, `${collection}.${field}`).toBe('date');
			}
			for (const { field, when } of needed) {
				expect(find(collection, field), `${collection}.${field}`).toBeDefined();
				const choices = find(collection, when.field)?.meta?.options?.choices;
				expect(choices, `${collection}.${when.field}`).toBe(`code-list:${when.list}`);
			}
			for (const field of Object.keys(least)) {
				expect(find(collection, field)?.type, `${collection}.${field}`).toMatch(/^(integer|bigInteger)$/);
			}
		}
	});

	it('gives each answer that is needed its paragraph', () => {
		const paragraphs = rules.flatMap(([, { needed = [] }]) => needed.map(({ paragraph }) => paragraph));
		for (const paragraph of paragraphs) expect(paragraph).toMatch(/^D?\d\.\d+$/);
	});

	it('holds nothing against a record of another collection', () => {
		expect(problems('bank_holidays', { status: 'paid', held_on: '2030-01-01', benefits: ['none', 'pip'] })).toEqual([]);
	});
});

describe('eligibility (2.1, 2.2)', () => {
	const CRITERIA: [what: string, over: PlainRecord, field: string, code: string][] = [
		['no dependency that is a barrier', { dependency_is_a_barrier: false }, 'dependency_is_a_barrier', 'no_dependency'],
		['the same as SQLite gives it', { dependency_is_a_barrier: 0 }, 'dependency_is_a_barrier', 'no_dependency'],
		['an address outside every area', { lives_in_area: 'no' }, 'lives_in_area', 'outside_area'],
		[
			'neither benefits nor unemployed',
			{ benefit_position: 'neither' },
			'benefit_position',
			'not_benefits_or_unemployed',
		],
	];

	test.each(CRITERIA)('%s speaks against an eligible outcome only', (_, over, field, code) => {
		for (const outcome of ['start', 'declined']) {
			expect(problems('initial_meetings', { outcome, ...over }), outcome).toEqual([{ field, code }]);
		}
		for (const outcome of ['not_eligible', 'not_suitable', 'did_not_attend', null]) {
			expect(problems('initial_meetings', { outcome, ...over }), String(outcome)).toEqual([]);
		}
	});

	test.each([
		['all of them met', { dependency_is_a_barrier: true, lives_in_area: 'yes', benefit_position: 'claims_benefits' }],
		['not asked yet', { dependency_is_a_barrier: null, lives_in_area: null, benefit_position: null }],
		['not known', { dependency_is_a_barrier: 1, lives_in_area: 'not_known' }],
	])('criteria %s speak against nothing', (_, over) => {
		expect(problems('initial_meetings', { outcome: 'start', ...over })).toEqual([]);
	});

	it('each criterion is a problem of its own', () => {
		const none = { dependency_is_a_barrier: false, lives_in_area: 'no', benefit_position: 'neither' };
		expect(problems('initial_meetings', { outcome: 'start', ...none })).toHaveLength(3);
	});
});

describe('benefits (2.2)', () => {
	test.each([
		['mentees', 'benefits'],
		['mentees', 'benefits_at_start'],
		['referrals', 'benefits'],
	])('%s: %s are none or some', (collection, field) => {
		const of = (value: unknown) => problems(collection, { [field]: value });
		for (const wrong of [
			['none', 'universal_credit'],
			['universal_credit', 'none'],
		]) {
			expect(of(wrong)).toEqual([{ field, code: 'benefits_contradict' }]);
			expect(of(JSON.stringify(wrong))).toEqual([{ field, code: 'benefits_contradict' }]);
		}
		for (const fine of [['none'], ['universal_credit', 'housing_benefit'], [], null, '["none"]', '']) {
			expect(of(fine), JSON.stringify(fine)).toEqual([]);
		}
	});
});

describe('disclosure (3.5)', () => {
	test.each([
		['not_a_dwp_customer', 'yes', ['disclosure_not_customer']],
		['not_a_dwp_customer', 'no', []],
		['not_a_dwp_customer', null, []],
		['pre_disclosed', 'yes', []],
	])('%s of somebody whose being a DWP customer is %s: %j', (disclosure, dwp_customer, codes) => {
		expect(problems('mentees', { disclosure, dwp_customer }).map(({ code }) => code)).toEqual(codes);
	});
});

describe('marketing products (5.6)', () => {
	test.each([
		[true, 'draft', 1],
		[1, 'submitted', 1],
		[true, 'rejected', 1],
		[true, null, 1],
		[true, 'approved', 0],
		[false, 'draft', 0],
		[0, 'draft', 0],
		[null, 'draft', 0],
	])('in use %s, %s: problems %i', (in_use, status, number) => {
		const found = problems('marketing_products', { in_use, status, approved_on: '2024-01-10', approved_by: 'Buyer' });
		expect(found).toEqual(Array(number).fill({ field: 'in_use', code: 'not_approved' }));
	});
});

describe('permission to refer (2.8)', () => {
	test.each([
		['third_party', false, 1],
		['third_party', 0, 1],
		['third_party', null, 1],
		['third_party', undefined, 1],
		['third_party', true, 0],
		['third_party', 1, 0],
		['jobcentre_plus', false, 0],
		['jobcentre_plus', null, 0],
	])('%s, obtained %s: problems %i', (route, permission_obtained, number) => {
		const found = permissionProblems({ route, permission_obtained });
		expect(found).toEqual(Array(number).fill({ field: 'permission_obtained', code: 'permission_missing' }));
	});
});

describe('the values of a list field', () => {
	test.each([
		[
			['alcohol', 'heroin'],
			['alcohol', 'heroin'],
		],
		['["alcohol","heroin"]', ['alcohol', 'heroin']],
		['[]', []],
		['', []],
		[null, []],
		[undefined, []],
		['null', []],
		['"none"', []],
	])('%j: %j', (value, list) => expect(listIn(value)).toEqual(list));
});
