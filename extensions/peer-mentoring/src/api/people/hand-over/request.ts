import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { isCode, valuesOf, type CodeOf } from '../../../domain/language/code-lists.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { Misasked } from '../../shared/errors.ts';
import { dayIn, notAmong } from '../../shared/query.ts';

/** A new allocation as a form would write it. */
interface NewAllocation {
	mentee: string;
	peer_mentor: string;
	from_on: CalendarDay;
	because: CodeOf<'hand_over_cause'>;
	reason: string | null;
}

/** As many as anybody holds, and what one transaction takes. */
const MOST = 200;

/** `{"because":"mentor_leaves","from_on":"2026-12-01","reason":"...","mentees":[{"mentee":"...","peer_mentor":"..."}]}`. */
export function handOversIn(body: unknown): NewAllocation[] {
	const { because, from_on, reason = null, mentees } = (body ?? {}) as Record<string, unknown>;
	if (!isCode('hand_over_cause', because)) throw notAmong('because', valuesOf('hand_over_cause'));
	if (reason !== null && typeof reason !== 'string')
		throw new Misasked('reason must be text.', 'Rhaid i reason fod yn destun.');
	if (!Array.isArray(mentees) || mentees.length === 0 || mentees.length > MOST) {
		throw new Misasked(
			`mentees must be a list of 1 to ${MOST}, each with mentee and peer_mentor.`,
			`Rhaid i mentees fod yn rhestr o 1 i ${MOST}, pob un â mentee a peer_mentor.`,
		);
	}
	const day = dayIn('from_on', from_on);
	const rows = mentees.map((each, index) => {
		const { mentee, peer_mentor } = (each ?? {}) as Record<string, unknown>;
		const [held, holder] = [uuidIn(mentee), uuidIn(peer_mentor)];
		if (!held || !holder) {
			throw new Misasked(
				`mentees[${index}] must have the keys of a mentee and of a peer_mentor.`,
				`Rhaid i mentees[${index}] fod ag allweddi mentee a peer_mentor.`,
			);
		}
		return { mentee: held, peer_mentor: holder, from_on: day, because, reason: reason?.trim() || null };
	});
	const twice = rows.find(({ mentee }, index) => rows.findIndex((other) => other.mentee === mentee) !== index);
	if (twice) {
		throw new Misasked(
			`${twice.mentee} is handed over twice.`,
			`Mae ${twice.mentee} yn cael ei drosglwyddo ddwywaith.`,
		);
	}
	return rows;
}
