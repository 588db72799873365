import type { CalendarDay } from '../calendar/calendar-day.ts';

/** When somebody is away, for whatever reason: it is not asked for, as it may be about their health. */
export interface Absence {
	away_from_on: CalendarDay | null;
	/** The last day of it; `null` while nobody knows. */
	away_until_on: CalendarDay | null;
}

/** Whether somebody is away on a day: what falls due for their Mentees is then their manager's to see to (2.26). */
export function isAbsent({ away_from_on, away_until_on }: Absence, on: CalendarDay): boolean {
	return away_from_on !== null && away_from_on <= on && (away_until_on === null || away_until_on >= on);
}

/** Whether somebody is away, or will be by a day that lies ahead. */
export function isAbsentBy(absence: Absence, today: CalendarDay, by: CalendarDay): boolean {
	return (
		absence.away_from_on !== null &&
		absence.away_from_on <= by &&
		!(absence.away_until_on !== null && absence.away_until_on < today)
	);
}
