/**
 * What the platform fills in for the records of a journey: it follows from the record, from its neighbours and from who
 * writes it, so it is the same for a form, a file and a flow.
 */
import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addictionGroup } from './addiction.ts';
import { parseNino } from './nino.ts';
import { listIn, type PlainRecord } from './record-rules.ts';

/** The full name, which the Studio searches and lists show; `null` for nobody with a name. */
export function fullName({ first_name, last_name }: PlainRecord): string | null {
	return [first_name, last_name].filter(Boolean).join(' ') || null;
}

/** Whether something is written of a person's name. */
export function writesName(written: PlainRecord): boolean {
	return 'first_name' in written || 'last_name' in written;
}

/** Whom a referral or a Mentee record is of, in one piece. @param record as it would become */
export function completeName(written: PlainRecord, record: PlainRecord): PlainRecord {
	return writesName(written) ? { name: fullName(record) } : {};
}

const CONTACT = ['first_name', 'last_name', 'phone', 'email'];

/**
 * Of a Mentee record: the number as it is kept, the group of the substances (3.5), and when a record that is there has
 * changed its contact details, which Jobcentre Plus is told of (2.28).
 */
export function completeMentee(
	written: PlainRecord,
	record: PlainRecord,
	{ isNew, today }: { isNew: boolean; today: CalendarDay },
): PlainRecord {
	return {
		...completeName(written, record),
		// One of the wrong form stays as given, for the rules to refuse.
		...(typeof written.nino === 'string' ? { nino: parseNino(written.nino) ?? written.nino } : {}),
		...('substances' in written
			? { addiction_group: addictionGroup(listIn(written.substances) as Parameters<typeof addictionGroup>[0]) }
			: {}),
		...(!isNew && CONTACT.some((field) => field in written) ? { contact_changed_on: today } : {}),
	};
}

/** Who decided on the outcome of an initial meeting, and when: on its day, where nothing else is said (2.1, 2.3). */
export function completeMeeting(written: PlainRecord, { mentor }: { mentor: string | null }): PlainRecord {
	if (!('outcome' in written) || written.outcome === null) return {};
	if (written.outcome === 'did_not_attend') return { decided_by: null, decided_on: null };
	const decided_on = written.decided_on ?? written.held_on;
	return { decided_by: mentor, ...(decided_on === undefined ? {} : { decided_on }) };
}

/** Who read the statement out to whoever decided about their consent (2.28). */
export function completeConsent(written: PlainRecord, { mentor }: { mentor: string | null }): PlainRecord {
	return 'decision' in written ? { read_by: mentor } : {};
}

/** A Peer Mentor says of themselves whom they do not want to work with; others say of whom it is (2.25). */
export function completeWish(
	written: PlainRecord,
	{ mentor, today }: { mentor: string | null; today: CalendarDay },
): PlainRecord {
	return {
		...(mentor === null ? {} : { peer_mentor: mentor, side: 'mentor' }),
		since_on: written.since_on ?? today,
	};
}
