/** What belongs to leaving the provision (1.16, 2.18, 2.19, 2.27), each part by itself. */
import { describe, expect, it, test } from 'vitest';
import type { CodeOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { valuesOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import {
	leavingLacks,
	type Leaving,
	type LeavingRecords,
} from '../../../extensions/peer-mentoring/src/domain/journey/leaving.ts';
import { facts } from '../support/journeys.ts';
import { ALL_SAID, NOTHING_SAID } from '../support/leaving.ts';

type Over = Parameters<typeof facts>[0];

const DONE: LeavingRecords = { jobcentre_told: true, open_actions: 0 };
const other = { dwp_customer: 'no', nino: null, consent_given_on: '2023-10-16' } as const;

const lacks = (over: Over, said: Partial<Leaving> = {}, records: Partial<LeavingRecords> = {}) =>
	leavingLacks(facts(over), { ...ALL_SAID, ...said }, { ...DONE, ...records });

type Case = [
	part: CodeOf<'leaving_part'>,
	what: string,
	over: Over,
	said?: Partial<Leaving>,
	records?: Partial<LeavingRecords>,
];

const LACKING: Case[] = [
	['reason', 'an imported end without one', { end_reason: null }],
	['reason_in_words', 'a Dropout', { end_reason: 'dropout' }, { end_reason_detail: null }],
	['reason_in_words', 'another reason, in blanks', { end_reason: 'other' }, { end_reason_detail: '  ' }],
	['destination', 'a completion', {}, { destination: null }],
	['destination', 'a Dropout', { end_reason: 'dropout' }, { destination: null }],
	['sharing_encouraged', 'a DWP customer', {}, { sharing_encouraged: null }],
	['claim_encouraged', 'somebody who is none', other, { claim_encouraged: null }],
	[
		'claim_encouraged',
		'somebody not known to be one',
		{ dwp_customer: 'not_known', nino: null },
		{ claim_encouraged: null },
	],
	['next_steps', 'somebody who moves away', { end_reason: 'moved_away' }, { next_steps: '' }],
	['jobcentre_told', 'a DWP customer', {}, {}, { jobcentre_told: false }],
	['actions_settled', 'open actions', {}, {}, { open_actions: 1 }],
];

const NOT_ASKED: [what: string, over: Over, said: Partial<Leaving>, records?: Partial<LeavingRecords>][] = [
	['words of a reason that says enough', { end_reason: 'moved_away' }, { end_reason_detail: null }],
	['sharing of somebody who is no DWP customer', other, { sharing_encouraged: null }],
	['telling of somebody who is no DWP customer', other, {}, { jobcentre_told: false }],
	['a claim of a DWP customer', {}, { claim_encouraged: null }],
	['a sharing that was answered with no', {}, { sharing_encouraged: false }],
	['next steps and sharing of a Dropout', { end_reason: 'dropout' }, { next_steps: null, sharing_encouraged: null }],
	['a claim of a Dropout', { ...other, end_reason: 'dropout' }, { claim_encouraged: null }],
	['where to and what next of somebody who died', { end_reason: 'died' }, { destination: null, next_steps: null }],
	['anything of somebody still supported', { ended_on: null, end_reason: null }, NOTHING_SAID, { open_actions: 3 }],
	[
		'anything of the form before a start',
		{ start_on: null, end_reason: 'other' },
		NOTHING_SAID,
		{ jobcentre_told: false },
	],
];

describe('what is still to be recorded of somebody who has left', () => {
	test.each(LACKING)('%s: %s', (part, _, over, said, records) => expect(lacks(over, said, records)).toEqual([part]));
	test.each(NOT_ASKED)('not %s', (_, over, said, records) => expect(lacks(over, said, records)).toEqual([]));

	it('is each part of the list at one time or another', () => {
		expect(new Set(LACKING.map(([part]) => part))).toEqual(new Set(valuesOf('leaving_part')));
	});

	it('comes in the order of the form', () => {
		expect(leavingLacks(facts(), NOTHING_SAID, { jobcentre_told: false, open_actions: 2 })).toEqual([
			'destination',
			'sharing_encouraged',
			'next_steps',
			'jobcentre_told',
			'actions_settled',
		]);
	});
});
