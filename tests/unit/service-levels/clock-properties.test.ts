/** What holds for every history, shown on thousands of generated ones. */
import { describe, expect, it, test } from 'vitest';
import {
	addDays,
	day,
	weekday,
	type CalendarDay,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { statusOn } from '../../../extensions/peer-mentoring/src/domain/service-levels/clock.ts';
import {
	clocksOf,
	laterClocksOf,
	type ClockContext,
	type JourneyClock,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/clocks.ts';
import type { SupportedJourney } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import {
	holidaysOf,
	type Calendar,
	type Holidays,
} from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import { history } from '../support/histories.ts';
import { calendars, holidays } from '../support/holidays.ts';
import { oneOf, randomFrom } from '../support/random.ts';

const HISTORIES = 4000;
const random = randomFrom(20230109);
const histories = Array.from({ length: HISTORIES }, () => history(random));
const known = new Map(calendars.map((calendar) => [calendar, holidays(calendar)]));

const context = (more: Partial<ClockContext> = {}): ClockContext => ({
	holidays: known.get('england-and-wales')!,
	today: day('2025-06-30'),
	minimum_session_minutes: 60,
	...more,
});
const all = (of: SupportedJourney, on: ClockContext = context()) => [...clocksOf(of, on), ...laterClocksOf(of, on)];
const byCode = (of: SupportedJourney, on: ClockContext = context()) =>
	new Map(all(of, on).map((clock) => [clock.service_level, clock]));

/** The facts that each clock follows from: the only ones that may move it. */
const FACTS: Record<JourneyClock, readonly (keyof SupportedJourney)[]> = {
	initial_meeting: ['received_on', 'initial_meeting_on', 'initial_meeting_outcome'],
	diagnostic_interview: ['initial_meeting_on', 'initial_meeting_outcome', 'start_on', 'diagnostic_interview_on'],
	smart_action_plan: [
		'initial_meeting_outcome',
		'diagnostic_interview_on',
		'action_plan_agreed_on',
		'action_plan_evidence',
	],
	four_sessions: ['initial_meeting_outcome', 'start_on', 'sessions'],
	baseline_survey: ['initial_meeting_outcome', 'start_on', 'baseline_survey_on'],
	eight_sessions: ['start_on', 'ended_on', 'end_reason', 'shorter_support', 'sessions'],
	survey_six_months: ['baseline_survey_on', 'surveys_completed_on'],
	survey_twelve_months: ['baseline_survey_on', 'surveys_completed_on'],
};

describe(`of ${HISTORIES} generated histories`, () => {
	it('every clock occurs, met, missed and pending', () => {
		const seen = new Set(
			histories.flatMap((each) => all(each)).map((clock) => `${clock.service_level} ${clock.status}`),
		);
		for (const code of Object.keys(FACTS)) {
			// Eight sessions are judged on the last day; only an end today could still be pending.
			const statuses = code === 'eight_sessions' ? ['met', 'missed'] : ['met', 'missed', 'pending'];
			const expected = code === 'survey_twelve_months' ? ['missed', 'pending'] : statuses;
			for (const status of expected) expect(seen).toContain(`${code} ${status}`);
		}
	});

	test.each(calendars)('no clock moves earlier when a holiday is added (%s)', (calendar) => {
		const before = known.get(calendar)!;
		let moved = 0;
		for (const [index, each] of histories.entries()) {
			const added = nextWeekday(addDays(each.received_on ?? day('2024-01-01'), index % 60));
			const then = byCode(each, context({ holidays: withHoliday(calendar, added) }));
			const now = byCode(each, context({ holidays: before }));
			expect([...then.keys()]).toEqual([...now.keys()]);
			for (const [code, clock] of now) {
				const due = then.get(code)!.due_on;
				if (due < clock.due_on) expect.unreachable(`${each.reference} ${code}: ${clock.due_on} became ${due}`);
				if (due > clock.due_on) moved += 1;
			}
		}
		expect(moved).toBeGreaterThan(HISTORIES / 10);
	});

	it('nothing that a clock does not follow from changes it', () => {
		let compared = 0;
		for (const [index, each] of histories.entries()) {
			const other = histories[(index + 1) % HISTORIES] as SupportedJourney;
			for (const [code, clock] of byCode(each)) {
				const own = Object.fromEntries(FACTS[code].map((fact) => [fact, each[fact]]));
				const changed = byCode({ ...other, ...own } as SupportedJourney).get(code);
				if (JSON.stringify(changed) !== JSON.stringify(clock)) expect.unreachable(`${each.reference} ${code}`);
				compared += 1;
			}
		}
		expect(compared).toBeGreaterThan(HISTORIES * 3);
	});

	it('met and missed stay as days go by, and are what the status of each day says', () => {
		for (const each of histories) {
			const on = addDays(each.received_on ?? day('2024-01-01'), Math.floor(random() * 300));
			const later = byCode(each, context({ today: addDays(on, 40) }));
			for (const [code, clock] of byCode(each, context({ today: on }))) {
				const then = later.get(code)!;
				expect(clock.status).toBe(statusOn(then, on));
				if (clock.met_on !== null && clock.met_on > on) continue;
				if (clock.status !== 'pending')
					expect([each.reference, code, then.status]).toEqual([each.reference, code, clock.status]);
			}
		}
	});

	it('working out twice equals once, in whatever order the sessions come', () => {
		for (const each of histories) {
			const frozen = JSON.stringify(each);
			const once = all(each);
			expect(all(each)).toEqual(once);
			expect(JSON.stringify(each)).toBe(frozen);
			const shuffled = [...each.sessions].sort(() => random() - 0.5);
			expect(all({ ...each, sessions: shuffled })).toEqual(once);
		}
	});

	it('what a return has reported moves with no holiday and no reading, only with its own starting day', () => {
		let fixed = 0;
		for (const each of histories) {
			const now = byCode(each);
			const reported = new Map([...now].map(([code, clock]) => [code, clock]));
			const added = nextWeekday(addDays(each.received_on ?? day('2024-01-01'), 5));
			const changed = context({
				holidays: withHoliday('england-and-wales', added),
				minimum_session_minutes: oneOf(random, [30, 45, 90]),
			});
			expect(byCode(each, { ...changed, reported })).toEqual(now);
			if (JSON.stringify([...byCode(each, changed)]) !== JSON.stringify([...now])) fixed += 1;
			if (each.received_on === null) continue;
			const corrected = { ...each, received_on: addDays(each.received_on, -1) };
			expect(byCode(corrected, { ...changed, reported }).get('initial_meeting')?.due_on).toBe(
				byCode(corrected, changed).get('initial_meeting')?.due_on,
			);
		}
		expect(fixed).toBeGreaterThan(HISTORIES / 4);
	});
});

const made = new Map<string, Holidays>();

/** A calendar with one holiday more. */
function withHoliday(calendar: Calendar, added: CalendarDay): Holidays {
	const key = `${calendar} ${added}`;
	const found = made.get(key) ?? holidaysOf(calendar, [...known.get(calendar)!.days, added]);
	made.set(key, found);
	return found;
}

/** A weekday that may become a holiday, on or after a day. */
function nextWeekday(from: CalendarDay): CalendarDay {
	let found = from;
	while ([0, 6].includes(weekday(found)) || context().holidays.days.has(found)) found = addDays(found, 1);
	return found;
}
