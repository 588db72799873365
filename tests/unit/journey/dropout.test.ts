import { describe, expect, it, test } from 'vitest';
import { addDays, day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { dropoutDueOn, engagedUntil } from '../../../extensions/peer-mentoring/src/domain/journey/dropout.ts';
import { journey, session, sessions } from '../support/journeys.ts';

describe('the last engagement and the earliest Dropout Date (Annex E)', () => {
	test.each([
		['not started', {}, null, null],
		['started, no session yet', { start_on: '2023-10-16' }, '2023-10-16', '2023-11-20'],
		['one session attended', { start_on: '2023-10-16', sessions: sessions('2023-10-23') }, '2023-10-23', '2023-11-27'],
		[
			'the latest of several, in whatever order they were recorded',
			{ start_on: '2023-10-16', sessions: sessions('2023-11-06', '2023-10-16', '2023-10-30') },
			'2023-11-06',
			'2023-12-11',
		],
		[
			'a group session engages as well',
			{ start_on: '2023-10-16', sessions: [session('2023-10-30', { one_to_one: false })] },
			'2023-10-30',
			'2023-12-04',
		],
		[
			'a short digital session engages as well',
			{ start_on: '2023-10-16', sessions: [session('2023-10-30', { mode: 'digital', minutes: 10 })] },
			'2023-10-30',
			'2023-12-04',
		],
		['a session of a record without its start', { sessions: sessions('2023-10-23') }, '2023-10-23', '2023-11-27'],
		['five weeks over a leap day', { start_on: '2024-02-01' }, '2024-02-01', '2024-03-07'],
		['five weeks over the new year', { start_on: '2023-12-01' }, '2023-12-01', '2024-01-05'],
	] as const)('%s', (_, over, engaged, due) => {
		expect(engagedUntil(journey(over as Parameters<typeof journey>[0]))).toBe(engaged);
		expect(dropoutDueOn(journey(over as Parameters<typeof journey>[0]), SPECIFIED)).toBe(due);
	});

	test.each(['missed', 'cancelled_on_the_day', 'cancelled_earlier', 'cancelled_by_mentor'] as const)(
		'a session %s is no engagement',
		(attendance) => {
			const missed = session('2023-11-06', { attendance });
			expect(engagedUntil(journey({ start_on: '2023-10-16', sessions: [missed] }))).toBe('2023-10-16');
			expect(engagedUntil(journey({ sessions: [missed] }))).toBeNull();
		},
	);

	it('a session more never brings the Dropout Date forward', () => {
		const start = day('2023-10-16');
		for (let after = 0; after < 80; after++) {
			const held = sessions('2023-11-20', addDays(start, after));
			const due = dropoutDueOn(journey({ start_on: start, sessions: held }), SPECIFIED);
			expect(due).toBe(addDays(start, Math.max(after, 35) + 35));
		}
	});
});
