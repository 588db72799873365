import { describe, expect, it } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { omissions, sessionAfterEnd } from '../../../extensions/peer-mentoring/src/domain/journey/journey-rules.ts';
import { facts, session } from '../support/journeys.ts';

const ENDED = '2023-12-11';

describe('support and its sessions (2.27)', () => {
	it.each<[string, string, CodeOf<'attendance'>, string | null, boolean]>([
		['on the last day', ENDED, 'attended', ENDED, false],
		['the day after it', '2023-12-12', 'attended', ENDED, true],
		['that was missed the day after it', '2023-12-12', 'missed', ENDED, false],
		['while the support goes on', '2023-12-12', 'attended', null, false],
	])('a session %s', (_, held_on, attendance, ended_on, refused) => {
		const journey = facts({ ended_on, end_reason: ended_on === null ? null : 'moved_away' });
		expect(sessionAfterEnd(session(held_on, { attendance }), journey)).toEqual(
			refused ? [{ field: 'held_on', code: 'session_after_end', params: { day: held_on, latest: ENDED } }] : [],
		);
	});

	it.each([
		['2023-12-03', ['ends_before_session']],
		['2023-12-04', []],
	])('an end on %s, the last session being on 4 December', (ended_on, codes) => {
		const sessions = [session('2023-12-04'), session('2023-11-27'), session('2023-12-18', { attendance: 'missed' })];
		const form = { ...facts({ ended_on: day(ended_on), end_reason: 'moved_away', sessions }), final_review_on: null };
		const found = omissions(
			{ ...form, next_steps: null, end_reason_detail: null },
			{ consent_required_to_start: true },
		);
		expect(found.map(({ code }) => code)).toEqual(codes);
	});
});
