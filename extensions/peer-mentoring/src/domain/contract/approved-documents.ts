import type { CalendarDay } from '../calendar/calendar-day.ts';

/** A version of what the Buyer approves, as it stands. */
export interface DocumentVersion {
	in_use_on: CalendarDay | null;
	/** What is read out; `null` where the words are kept elsewhere. */
	words: string | null;
}

/**
 * Whether the words of a version stay as they are: once people have decided upon them, other words are another version,
 * or what somebody consented to would change under them (2.26, 2.28). Words that were not kept yet can be added.
 */
export function wordsStay({ in_use_on, words }: DocumentVersion, today: CalendarDay): boolean {
	return words !== null && in_use_on !== null && in_use_on <= today;
}
