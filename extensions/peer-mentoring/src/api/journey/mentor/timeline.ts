import { today as dayAt } from '../../../clock/today.ts';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { Happening } from '../../../domain/home/caseload/answer.ts';
import type { Appointment } from '../../../domain/home/caseload/order.ts';
import { inLanguage, type Language } from '../../../domain/language/text.ts';
import { HAPPENINGS, MINUTES, OF_PERSON, type Kind } from './happenings.ts';
import type { Reading, Row } from './reading.ts';

export interface Whose {
	referral: Row;
	mentee: Row | undefined;
	appointment: Appointment | undefined;
}

/** Everything that happened with somebody, the newest first; what is still ahead before it. */
export async function timelineOf(reading: Reading, whose: Whose, language: Language): Promise<Happening[]> {
	const found = await Promise.all(HAPPENINGS.map((kind) => happeningsOf(reading, kind, whose, language)));
	const all = [...found.flat(), ...ofPerson(reading, whose, language)];
	return all.sort((a, b) => b.on.localeCompare(a.on) || (b.at ?? '').localeCompare(a.at ?? ''));
}

async function happeningsOf(
	{ rows, labels }: Reading,
	{ collection, of, day, what, facts, note }: Kind,
	{ referral, mentee }: Whose,
	language: Language,
): Promise<Happening[]> {
	const person = of.whose === 'referral' ? referral.id : mentee?.id;
	if (person === undefined) return [];
	const filter = of.field.split('.').reduceRight<object>((inner, name) => ({ [name]: inner }), { _eq: person });
	const records = await rows(collection, {
		fields: [day, ...facts, ...(note ? [note] : [])],
		filter: { _and: [filter, { [day]: { _nnull: true } }] },
	});
	return records.map((record) => ({
		on: dayIn(record[day]),
		what: inLanguage(what, language),
		facts: facts.flatMap((field) => saidOf(labels, collection, field, record[field], language)),
		...(note && record[note] ? { note: String(record[note]) } : {}),
	}));
}

/** A moment is told by its day. */
function dayIn(value: unknown): CalendarDay {
	return String(value).length > 10 ? dayAt(new Date(String(value))) : (value as CalendarDay);
}

function saidOf(labels: Reading['labels'], collection: string, field: string, value: unknown, language: Language) {
	if (value === null || value === undefined) return [];
	if (field === 'minutes') return [`${value} ${inLanguage(MINUTES, language)}`];
	return [String(labels.value(collection, field, value))];
}

function ofPerson(
	{ labels, today }: Reading,
	{ referral, mentee, appointment }: Whose,
	language: Language,
): Happening[] {
	const route = String(labels.value('referrals', 'route', referral.route));
	const reason = mentee?.end_reason ? [String(labels.value('mentees', 'end_reason', mentee.end_reason))] : [];
	const days = [
		{ on: referral.received_on, what: OF_PERSON.received_on, facts: [route] },
		{ on: mentee?.start_on, what: OF_PERSON.start_on, facts: [] },
		{ on: mentee?.ended_on, what: OF_PERSON.ended_on, facts: reason },
	];
	const past = days.flatMap(({ on, what, facts }) =>
		on ? [{ on: on as CalendarDay, what: inLanguage(what, language), facts }] : [],
	);
	if (!appointment || appointment.on < today) return past;
	const { on, at, place } = appointment;
	const what = inLanguage(mentee ? OF_PERSON.appointment : OF_PERSON.meeting_arranged, language);
	return [{ on, ...(at && { at }), what, facts: place ? [place] : [], is_ahead: true }, ...past];
}
