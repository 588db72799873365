import { describe, expect, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { evidenceMissing, provenOn } from '../../../extensions/peer-mentoring/src/domain/journey/evidence.ts';
import {
	recordProblems,
	type PlainRecord,
} from '../../../extensions/peer-mentoring/src/domain/journey/record-rules.ts';

const ON = '2024-01-10';
const PLAN = { submitted_on: ON, document: 'Plan v1' };
const EXIT = { version: '1', dated_on: ON, document: 'Exit Plan v1' };
const refused = (collection: string, record: PlainRecord) =>
	recordProblems(collection, record, day('2024-06-03')).map(({ field, code }) => `${field} ${code}`);

describe('what is said to be done is refused without what proves it', () => {
	test.each<[what: string, collection: string, record: PlainRecord, field: string, code: string]>([
		['a milestone without its product (2.29)', 'milestones', { met_on: ON }, 'evidence', 'evidence_missing'],
		['one of which spaces are said', 'milestones', { met_on: ON, evidence: ' ' }, 'evidence', 'evidence_missing'],
		[
			'a request answered with nothing (3.12, 3.14, 5.2)',
			'information_requests',
			{ requested_on: ON, answered_on: ON },
			'answer',
			'evidence_missing',
		],
		[
			'an Implementation Plan submitted without a document (2.25)',
			'implementation_plans',
			{ ...PLAN, status: 'submitted', document: null },
			'document',
			'required_when',
		],
		[
			'one approved by nobody (2.25)',
			'implementation_plans',
			{ ...PLAN, status: 'approved', approved_on: ON },
			'approved_by',
			'required_when',
		],
		[
			'one approved on no day (2.25)',
			'implementation_plans',
			{ ...PLAN, status: 'approved', approved_by: 'Buyer' },
			'approved_on',
			'required_when',
		],
		[
			'an Exit Plan submitted without a document (2.25)',
			'exit_plans',
			{ ...EXIT, status: 'submitted', document: '' },
			'document',
			'required_when',
		],
		[
			'one approved by nobody',
			'exit_plans',
			{ ...EXIT, status: 'approved', approved_on: ON },
			'approved_by',
			'required_when',
		],
		[
			'one approved on no day',
			'exit_plans',
			{ ...EXIT, status: 'approved', approved_by: 'Buyer' },
			'approved_on',
			'required_when',
		],
		[
			'a marketing product approved by nobody (5.6)',
			'marketing_products',
			{ status: 'approved', submitted_on: ON, approved_on: ON },
			'approved_by',
			'required_when',
		],
		[
			'a marketing product approved on no day (5.6)',
			'marketing_products',
			{ status: 'approved', submitted_on: ON, approved_by: 'Buyer' },
			'approved_on',
			'required_when',
		],
	])('%s', (_, collection, record, field, code) => expect(refused(collection, record)).toEqual([`${field} ${code}`]));

	test.each<[collection: string, record: PlainRecord]>([
		['milestones', {}],
		['milestones', { met_on: ON, evidence: 'Output note' }],
		['information_requests', { requested_on: ON }],
		['information_requests', { requested_on: ON, answered_on: ON, answer: 'Sent' }],
		['implementation_plans', { status: 'draft' }],
		['implementation_plans', { ...PLAN, status: 'approved', approved_on: ON, approved_by: 'Buyer' }],
		['exit_plans', { ...EXIT, document: null }],
		['exit_plans', { ...EXIT, status: 'approved', approved_on: ON, approved_by: 'Buyer' }],
		['marketing_products', { status: 'approved', submitted_on: ON, approved_on: ON, approved_by: 'Buyer' }],
		['meetings', { held_on: ON }],
		['ipr_log_entries', { dated_on: ON }],
	])('nothing of %s: %j', (collection, record) => expect(refused(collection, record)).toEqual([]));
});

describe('what is still to be added', () => {
	test.each<[what: string, collection: string, record: PlainRecord, expected: string[]]>([
		['the notes of a meeting that was held (3.1)', 'meetings', { held_on: ON }, ['notes']],
		['nothing of one that is planned', 'meetings', { planned_on: ON }, []],
		['nothing of one with its notes', 'meetings', { held_on: ON, notes: 'Output note' }, []],
		['the file of an IPR Log (2.31, 3.8)', 'ipr_log_entries', { dated_on: ON }, ['document']],
		['the file of a Cost Register (3.8)', 'cost_register_entries', { dated_on: ON }, ['document']],
		['nothing of a register with its file', 'ipr_log_entries', { document: 'a file' }, []],
		['nothing of what needs no evidence', 'risks_and_issues', { raised_on: ON }, []],
	])('%s', (_, collection, record, expected) => expect(evidenceMissing(collection, record)).toEqual(expected));
});

test.each([
	['milestones', { met_on: ON, evidence: null }, null],
	['milestones', { met_on: ON, evidence: 'Output note' }, ON],
	['information_requests', { answered_on: ON, answer: '' }, null],
	['information_requests', { answered_on: ON, answer: 'Sent' }, ON],
])('a deadline of %s is met once it is proved: %j', (collection, record, expected) =>
	expect(provenOn(collection, record, day(ON))).toBe(expected),
);
