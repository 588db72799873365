import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { Refusal } from '../../shared/request-error.ts';

/** A session as it is typed in. */
export interface TypedSession {
	mentee: string;
	held_on: string | null;
	attendance: string;
	mode: string;
	/** Whether the Mentee agreed to meet digitally (2.20); asked of digital sessions only. */
	digital_agreed: boolean;
	/** One of the contract's places, {@link ANOTHER_PLACE}, or empty; asked of sessions face to face (2.26). */
	place: string;
	place_other: string;
	/** As the box holds it: empty where it is not known. */
	minutes: number | '';
	note: string;
}

/** A place that is on no list. */
export const ANOTHER_PLACE = 'other';

/** What is wrong, by field, in the reader's language. */
export type Problems = Partial<Record<keyof TypedSession, string>>;

/** The usual session: today, one hour, face to face, and the person came. */
export function usualSession(today: CalendarDay, mentee: string): TypedSession {
	return {
		mentee,
		held_on: today,
		attendance: 'attended',
		mode: 'face_to_face',
		digital_agreed: false,
		place: '',
		place_other: '',
		minutes: 60,
		note: '',
	};
}

/** The record of a session. A missed one has no length, which would otherwise become the usual hour. */
export function recordOf(typed: TypedSession): Record<string, unknown> {
	const { note, minutes, digital_agreed, place, place_other, ...session } = typed;
	const length = session.attendance === 'attended' && minutes !== '' ? minutes : null;
	const agreed = session.mode === 'digital' ? { digital_agreed } : {};
	const where =
		session.mode === 'face_to_face' && session.attendance === 'attended' ? placeOf({ place, place_other }) : {};
	return { ...session, ...agreed, ...where, minutes: length, note: note.trim() || null };
}

function placeOf({ place, place_other }: Pick<TypedSession, 'place' | 'place_other'>) {
	if (place === ANOTHER_PLACE) return { place: null, place_other: place_other.trim() || null };
	return { place: place || null, place_other: null };
}

/** What is missing before the server need be asked. */
export function missingIn({ mentee, held_on }: TypedSession, texts: { no_mentee: string; no_date: string }): Problems {
	return { ...(mentee ? {} : { mentee: texts.no_mentee }), ...(held_on ? {} : { held_on: texts.no_date }) };
}

/** What the server said of fields of this screen, to be shown beside them. */
export function problemsOf(session: TypedSession, refusals: readonly Refusal[]): Problems {
	return Object.fromEntries(
		refusals.flatMap(({ field, reason }) => (field && reason && field in session ? [[field, reason]] : [])),
	);
}
