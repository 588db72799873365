/** What is to be looked at of the sessions of one Mentee: it happened, and is shown where it should not have (2.20, 2.26). */
import type { CalendarDay } from '../calendar/calendar-day.ts';
import type { CodeOf } from '../language/code-lists.ts';
import type { Session } from './journey.ts';
import type { Problem } from './messages.ts';

export interface HeldSession extends Session {
	id: string;
	/** Whether the Mentee agreed to meet digitally; `null` while nobody has said. */
	digital_agreed: boolean | null;
	/** Whether it was digital because face-to-face meetings were restricted (2.25). */
	under_restriction: boolean;
	/** One of the contract's places, or another in words. */
	place: string | null;
	place_other: string | null;
}

/** The off-site places of a contract, each with the day of the Buyer's approval. */
export type Places = ReadonlyMap<string, CalendarDay | null>;

type Attention = CodeOf<'session_attention'>;

/** What each session has to be looked at for, by its key; sessions without anything are left out. */
export function attentionOf(sessions: readonly HeldSession[], places: Places): Map<string, Attention[]> {
	const attended = sessions.filter(({ attendance }) => attendance === 'attended');
	const first = attended.map(({ held_on }) => held_on).sort()[0];
	const metFirst = attended.some(({ held_on, mode }) => held_on === first && mode === 'face_to_face');
	const listKept = [...places.values()].filter((on) => on !== null).sort()[0];
	return new Map(
		attended.flatMap((session) => {
			const found =
				session.mode === 'digital'
					? digitalAttention(session, session.held_on === first && !metFirst)
					: placeAttention(session, places, listKept);
			return found.length > 0 ? [[session.id, found]] : [];
		}),
	);
}

/** 2.20: the first meetings are face to face, and a digital one is held by agreement; not so under a restriction (2.25). */
function digitalAttention({ under_restriction, digital_agreed }: HeldSession, isFirst: boolean): Attention[] {
	if (under_restriction) return [];
	return [
		...(isFirst ? (['first_digital'] as const) : []),
		...(digital_agreed ? [] : (['agreement_missing'] as const)),
	];
}

/** 2.26: one-to-one sessions are held where the Buyer has approved it. Nobody is asked before there is a list of places. */
function placeAttention(
	{ one_to_one, place, place_other, held_on }: HeldSession,
	places: Places,
	listKept: CalendarDay | undefined,
): Attention[] {
	if (!one_to_one) return [];
	if (place !== null) {
		const approved = places.get(place) ?? null;
		return approved !== null && approved <= held_on ? [] : ['place_not_approved'];
	}
	if (place_other?.trim()) return ['place_not_approved'];
	return listKept !== undefined && listKept <= held_on ? ['place_missing'] : [];
}

/** 2.20: whether the Mentee agreed is asked of each digital session that was attended, and may be answered with no. */
export function agreementProblems({
	mode,
	attendance,
	digital_agreed,
}: Pick<HeldSession, 'mode' | 'attendance' | 'digital_agreed'>): Problem[] {
	if (mode !== 'digital' || attendance !== 'attended' || digital_agreed !== null) return [];
	return [{ field: 'digital_agreed', code: 'required_when', params: { list: 'session_mode', because: 'digital' } }];
}
