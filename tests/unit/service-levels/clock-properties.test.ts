/** What holds for every history, shown on thousands of generated ones. */
import { describe, expect, it, test } from 'vitest';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import {
	addDays,
	day,
	weekday,
	type CalendarDay,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { ClockStatus } from '../../../extensions/peer-mentoring/src/domain/service-levels/clock.ts';
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
import { deadlinesFrom } from '../support/day-by-day.ts';
import { history } from '../support/histories.ts';
import { calendars, holidays } from '../support/holidays.ts';
import { oneOf, randomFrom } from '../support/random.ts';

const HISTORIES = 4000;
/** How many of them are walked through from day to day. */
const WALKED = 1000;
const random = randomFrom(20230109);
const histories = Array.from({ length: HISTORIES }, () => history(random));
const known = new Map(calendars.map((calendar) => [calendar, holidays(calendar)]));

const context = (more: Partial<ClockContext> = {}): ClockContext => ({
	holidays: known.get('england-and-wales')!,
	today: day('2025-06-30'),
	terms: SPECIFIED,
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

	it('every clock is as walking from day to day finds it: due, done, and met or missed from that day on', () => {
		let judged = 0;
		for (const each of histories.slice(0, WALKED)) {
			const on = addDays(each.received_on ?? day('2024-01-01'), Math.floor(random() * 300));
			for (const [code, clock] of byCode(each, context({ today: on }))) {
				const { started_on, due_on, met_on } = clock;
				const walked = walkedClock(each, code);
				expect([each.reference, code, started_on, due_on, met_on]).toEqual([each.reference, code, ...walked]);
				expect([each.reference, code, clock.status]).toEqual([each.reference, code, walkedStatus(walked, on)]);
				judged += 1;
			}
		}
		expect(judged).toBeGreaterThan(WALKED * 3);
	});

	it('sessions may come in any order, and the record is left as it was', () => {
		for (const each of histories) {
			const frozen = JSON.stringify(each);
			const inOrder = all({ ...each, sessions: [...each.sessions].sort(byDay) });
			expect(all(each)).toEqual(inOrder);
			expect(JSON.stringify(each)).toBe(frozen);
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
				terms: { ...SPECIFIED, minimum_session_minutes: oneOf(random, [30, 45, 90]) },
			});
			expect(byCode(each, { ...changed, reported })).toEqual(now);
			if (JSON.stringify([...byCode(each, changed)]) !== JSON.stringify([...now])) fixed += 1;
			if (each.received_on === null) continue;
			const corrected = { ...each, received_on: addDays(each.received_on, -1) };
			expect(byCode(corrected, { ...changed, reported }).get('initial_meeting')?.due_on).toBe(
				deadlinesFrom(corrected.received_on, 10, changed.holidays.days)[10],
			);
		}
		expect(fixed).toBeGreaterThan(HISTORIES / 4);
	});
});

type Walked = [started_on: string, due_on: string, met_on: string | null];

const byDay = (a: { held_on: string }, b: { held_on: string }) => a.held_on.localeCompare(b.held_on);

/** A clock read off the record by hand, its Working Days counted by walking; it runs where it is asked for. */
function walkedClock(of: SupportedJourney, code: JourneyClock): Walked {
	const counted = of.sessions
		.filter((each) => each.attendance === 'attended' && each.one_to_one && (each.minutes ?? 60) >= 60)
		.map((each) => each.held_on)
		.sort();
	const met = of.initial_meeting_outcome === 'did_not_attend' ? null : of.initial_meeting_on;
	const within = (days: number, from: string | null, done: string | null): Walked => [
		String(from),
		deadlinesFrom(String(from), days, context().holidays.days)[days] as string,
		done,
	];
	const survey = (months: number, done: string | null): Walked => {
		const from = String(of.baseline_survey_on);
		return [from, sameDayOr(from, months), done];
	};
	switch (code) {
		case 'initial_meeting':
			return within(10, of.received_on, met);
		case 'diagnostic_interview':
			return within(10, met, of.diagnostic_interview_on);
		case 'smart_action_plan':
			return within(10, of.diagnostic_interview_on, of.action_plan_evidence && of.action_plan_agreed_on);
		case 'four_sessions':
			return within(30, of.start_on, counted[3] ?? null);
		case 'baseline_survey':
			return within(0, of.start_on, of.baseline_survey_on);
		case 'eight_sessions':
			return [String(of.start_on), String(of.ended_on), counted[7] ?? null];
		case 'survey_six_months':
			return survey(6, of.surveys_completed_on.six_months);
		case 'survey_twelve_months':
			return survey(12, of.surveys_completed_on.twelve_months);
	}
}

/** Walks from the first day of a clock: it is decided on the day it is done, or on the first day after it was due. */
function walkedStatus([started, due, done]: Walked, on: CalendarDay): ClockStatus {
	const first = [started, due, done ?? due].sort()[0] as CalendarDay;
	for (let today = first; today <= on; today = addDays(today, 1)) {
		if (today > due) return 'missed';
		if (today === done) return 'met';
	}
	return 'pending';
}

/** The same day some months later, or the last one of a shorter month. */
function sameDayOr(from: string, months: number): string {
	const [year, month, date] = from.split('-').map(Number) as [number, number, number];
	const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

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
