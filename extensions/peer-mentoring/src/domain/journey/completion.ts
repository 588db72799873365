/**
 * What the platform fills in for the records of a journey: it follows from the record, from its neighbours and from who
 * writes it, so it is the same for a form, a file and a flow.
 */
import type { CalendarDay } from '../calendar/calendar-day.ts';
import { addictionGroup } from './addiction.ts';
import { parseNino } from './nino.ts';
import { isBlank, isYes, listIn, type PlainRecord } from './record-rules.ts';

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
 * Whether somebody is reached otherwise than before (1.27, 2.25): the same details written again, or written in another
 * way, are no news to the analysts.
 */
export function contactChanges(written: PlainRecord, before: PlainRecord): boolean {
	return CONTACT.some(
		(field) => field in written && contactKey(field, written[field]) !== contactKey(field, before[field]),
	);
}

function contactKey(field: string, value: unknown): string {
	const text = isBlank(value) ? '' : String(value).trim().toLowerCase();
	return field === 'phone' ? text.replace(/[^\d+]/g, '').replace(/^(\+|00)44/, '0') : text.replace(/\s+/g, ' ');
}

/**
 * Of a Mentee record: the number as it is kept, the group of the substances (3.5), and when a record that is there has
 * changed its contact details, which Jobcentre Plus is told of (2.28).
 */
export function completeMentee(
	written: PlainRecord,
	record: PlainRecord,
	{ before, today }: { before: PlainRecord | undefined; today: CalendarDay },
): PlainRecord {
	return {
		...completeName(written, record),
		...completeCustomer(written, record, { before, today }),
		// One of the wrong form stays as given, for the rules to refuse.
		...(typeof written.nino === 'string' ? { nino: parseNino(written.nino) ?? written.nino } : {}),
		...('substances' in written
			? { addiction_group: addictionGroup(listIn(written.substances) as Parameters<typeof addictionGroup>[0]) }
			: {}),
		...(before && contactChanges(written, before) ? { contact_changed_on: today } : {}),
	};
}

/** Since when somebody is a DWP customer who was none when they started: today, where nothing else is said (2.28). */
function completeCustomer(
	written: PlainRecord,
	record: PlainRecord,
	{ before, today }: { before: PlainRecord | undefined; today: CalendarDay },
): PlainRecord {
	if (!('dwp_customer' in written)) return {};
	if (written.dwp_customer !== 'yes') {
		return { ...('customer_since_on' in written ? {} : { customer_since_on: null }), customer_notice_on: null };
	}
	if ('customer_since_on' in written || !isBlank(record.customer_since_on)) return {};
	const became = before?.dwp_customer === 'no' && !isBlank(record.start_on);
	return became ? { customer_since_on: today } : {};
}

/**
 * Who decided on the outcome of an initial meeting, and when: on its day, where nothing else is said (2.1, 2.3).
 * @param mentor the Peer Mentor who writes, or the person's own where somebody else writes for them
 */
export function completeMeeting(
	written: PlainRecord,
	record: PlainRecord,
	{ mentor }: { mentor: string | null },
): PlainRecord {
	// What a file said is confirmed by whoever says how they know.
	const confirms = !isBlank(written.assurance) && isBlank(record.decided_by) && !isBlank(record.outcome);
	if (!('outcome' in written)) return confirms ? { decided_by: mentor } : {};
	if (written.outcome === null) return {};
	if (written.outcome === 'did_not_attend') return { decided_by: null, decided_on: null };
	const decided_on = written.decided_on ?? written.held_on;
	return { decided_by: mentor, ...(decided_on === undefined ? {} : { decided_on }) };
}

/**
 * When something was explained (2.26, D2.2): on the day of the meeting where the tick comes with it, else on the day it is
 * ticked; a day by itself is a tick as well.
 * @param record as it would become
 */
export function completeExplained(
	ticks: readonly string[],
	written: PlainRecord,
	record: PlainRecord,
	{ isNew, today }: { isNew: boolean; today: CalendarDay },
): PlainRecord {
	const filled: Record<string, unknown> = {};
	for (const tick of ticks) {
		const day = `${tick}_on`;
		if (!(tick in written)) {
			if (!isBlank(written[day])) filled[tick] = true;
		} else if (!isYes(written[tick])) {
			filled[day] = null;
		} else if (isBlank(record[day])) {
			filled[day] = (isNew ? record.held_on : undefined) ?? today;
		}
	}
	return filled;
}

/** Who read the statement out to whoever decided about their consent, and when: today, where nothing is said (2.28). */
export function completeConsent(
	written: PlainRecord,
	{ isNew, mentor, today }: { isNew: boolean; mentor: string | null; today: CalendarDay },
): PlainRecord {
	if (!isNew) return {};
	return { read_by: mentor, ...(isBlank(written.decided_on) ? { decided_on: today } : {}) };
}

/** The Delivery Area is looked up again where another Jobcentre office is said and no area with it (1.18). */
export function completeArea(written: PlainRecord, { isNew }: { isNew: boolean }): PlainRecord {
	return !isNew && 'jobcentre_office' in written && !('delivery_area' in written) ? { delivery_area: null } : {};
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
