import {
	addDays,
	daysBetween,
	type CalendarDay,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { SessionRecord } from '../../extensions/peer-mentoring/src/import/sessions.ts';
import { workingDayFrom } from './calendar.ts';
import type { Random } from './random.ts';

export type DemoSession = Omit<SessionRecord, 'reference'>;

const LONGEST_SILENCE = 21;
const MINUTES = [
	[60, 88],
	[45, 3],
	[90, 6],
	[null, 3],
] as const;

/** Weekly sessions (for some, every fortnight) from the start until `attended` of them are held; some are missed. */
export function demoSessions(random: Random, start: CalendarDay, attended: number): DemoSession[] {
	const pace = random.chance(0.06) ? 13 : 7;
	const sessions = [session(random, start, true, 'face_to_face')];
	let last = start;
	for (let held = 1, on = start; held < attended;) {
		on = workingDayFrom(addDays(on, pace + random.between(-1, 2)));
		const comes = daysBetween(last, on) > LONGEST_SILENCE || random.chance(0.86);
		sessions.push(session(random, on, comes));
		if (!comes) continue;
		held++;
		last = on;
	}
	return sessions;
}

/** The appointments somebody misses after the last session they came to. */
export function missedAfter(random: Random, last: CalendarDay): DemoSession[] {
	return Array.from({ length: random.between(1, 3) }, (_, week) =>
		session(random, workingDayFrom(addDays(last, 7 * (week + 1))), false),
	);
}

function session(random: Random, held_on: CalendarDay, came: boolean, mode?: DemoSession['mode']): DemoSession {
	return {
		held_on,
		minutes: came ? random.weighted<number | null>(MINUTES) : null,
		mode: mode ?? (random.chance(0.17) ? 'digital' : 'face_to_face'),
		attendance: came ? 'attended' : 'missed',
	};
}
