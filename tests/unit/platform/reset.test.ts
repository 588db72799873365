import { expect, test } from 'vitest';
import {
	faultInReset,
	type ResetFault,
	type ResetRequest,
} from '../../../extensions/peer-mentoring/src/domain/platform/reset.ts';

const NOW = Date.parse('2024-02-05T12:00:00Z');
const DAY = 24 * 60 * 60 * 1000;
const asked: ResetRequest = {
	asked_by: 'manager',
	asked_at: NOW - DAY,
	account: 'mentor',
	done: false,
	asker_is_theirs: false,
};

test.each<[string, Partial<ResetRequest>, string | null, ResetFault | undefined]>([
	['another does it', {}, 'keeper', undefined],
	['it was done', { done: true }, 'keeper', 'reset_done'],
	['nobody knows whose it was', { account: null }, 'keeper', 'reset_done'],
	['it was asked for eight days ago', { asked_at: NOW - 8 * DAY }, 'keeper', 'reset_too_old'],
	['it is one’s own account', {}, 'mentor', 'reset_own_account'],
	['one has asked oneself', {}, 'manager', 'reset_own_request'],
	['nobody has asked', { asked_by: null }, 'keeper', 'reset_own_request'],
	['who asks is one’s own creature', { asker_is_theirs: true }, 'keeper', 'reset_asker_is_theirs'],
])('%s', (_, change, by, fault) => expect(faultInReset({ ...asked, ...change }, by, NOW)).toBe(fault));
