import type { PersonAnswer } from '../../../domain/home/caseload/answer.ts';
import { dayInWords } from '../../../domain/language/date-names.ts';
import type { Language } from '../../../domain/language/text.ts';
import { NotYoursError } from '../../shared/errors.ts';
import { appointmentOf, menteeRow, readToDos, referralRow } from './caseload.ts';
import { readPlan } from './plan.ts';
import { LAST_SESSION, type Reading, type Row } from './reading.ts';
import { timelineOf } from './timeline.ts';

const CONTACT = ['id', 'name', 'stage', 'next_due_on', 'phone', 'email', 'preferred_language'];

/** What is said of a Mentee beyond their name, in this order. */
const DETAILS = [
	...['preferred_language', 'dwp_customer', 'nino', 'benefits', 'universal_credit_regime', 'disclosure', 'start_on'],
	...['employment_status', 'unemployment_length', 'substances', 'main_substance', 'consent_given_on'],
	...['consent_withdrawn_on', 'face_to_face_sessions', 'digital_percent', 'dropout_due_on', 'reference'],
];
const DETAILS_OF_REFERRAL = [
	...['preferred_language', 'aged_18_or_over', 'dwp_customer', 'benefits', 'route', 'received_on', 'work_coach'],
	...['third_party_organisation', 'third_party_contact', 'referrer_phone', 'referrer_email', 'reference'],
];

const IS_KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** One person, found by the key of their Mentee's record or of their referral. */
export async function readPerson(reading: Reading, id: string, language: Language): Promise<PersonAnswer> {
	if (!IS_KEY.test(id)) throw new NotYoursError();
	const [mentee] = await reading.rows('mentees', {
		fields: [
			...new Set([
				...CONTACT,
				...DETAILS,
				'sessions_counted',
				'ended_on',
				'end_reason',
				'referral',
				'sessions.held_on',
			]),
			...['next_appointment_on', 'next_appointment_at', 'next_appointment_place'],
		],
		filter: { _or: [{ id: { _eq: id } }, { referral: { _eq: id } }] },
		deep: LAST_SESSION,
	});
	const [referral] = await reading.rows('referrals', {
		fields: [
			...new Set([...CONTACT, ...DETAILS_OF_REFERRAL]),
			...['meeting_arranged_on', 'meeting_arranged_at', 'meeting_arranged_place'],
		],
		filter: { id: { _eq: mentee?.referral ?? id } },
	});
	if (!referral) throw new NotYoursError();
	const person = mentee ?? referral;
	const appointment = appointmentOf(reading, person);
	const { has_left: _left, ...row } = mentee ? menteeRow(reading, mentee) : referralRow(reading, referral);
	return {
		...row,
		today: reading.today,
		reference: String(referral.reference),
		phone: (person.phone as string | null) ?? null,
		email: (person.email as string | null) ?? null,
		next_appointment: appointment ?? null,
		plan: await readPlan(reading, mentee),
		to_dos: await readToDos(reading, { referral: String(referral.id) }),
		details: mentee
			? detailsOf(reading, 'mentees', mentee, DETAILS, language)
			: detailsOf(reading, 'referrals', referral, DETAILS_OF_REFERRAL, language),
		timeline: await timelineOf(reading, { referral, mentee, appointment }, language),
	};
}

function detailsOf({ labels }: Reading, collection: string, row: Row, fields: readonly string[], language: Language) {
	return fields.flatMap((field) => {
		const value = row[field];
		if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
			return [];
		const said = labels.value(collection, field, value);
		const list = Array.isArray(said) ? said.join(', ') : String(said);
		const text = /^\d{4}-\d\d-\d\d$/.test(list) ? dayInWords(list, language) : list;
		return [{ label: labels.field(collection, field), value: text }];
	});
}
