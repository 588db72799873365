import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { CaseloadAnswer, PersonRow } from '../../../domain/home/caseload/answer.ts';
import { lastDayOfWeekFrom, type Appointment } from '../../../domain/home/caseload/order.ts';
import { toDoOf, toDosOf, type OpenClock, type Unfinished } from '../../../domain/home/caseload/people.ts';
import type { ToDo } from '../../../domain/home/caseload/to-dos.ts';
import { LAST_SESSION, relatedIn, type Reading, type Row } from './reading.ts';

const OF_MENTEE = [
	'id',
	'name',
	'stage',
	'next_due_on',
	'sessions_counted',
	'ended_on',
	'referral',
	'sessions.held_on',
];
const NEXT = ['next_appointment_on', 'next_appointment_at', 'next_appointment_place'];
const ARRANGED = ['meeting_arranged_on', 'meeting_arranged_at', 'meeting_arranged_place'];

/** What My caseload and My week show, of each record no more than that. */
export async function readCaseload(reading: Reading, withLeft: boolean): Promise<CaseloadAnswer> {
	const { today, rows } = reading;
	const askMentees = rows('mentees', {
		fields: [...OF_MENTEE, ...NEXT],
		filter: withLeft ? {} : { ended_on: { _null: true } },
		sort: ['name'],
		deep: LAST_SESSION,
	});
	const askReferrals = rows('referrals', {
		fields: ['id', 'name', 'stage', 'next_due_on', ...ARRANGED],
		filter: {
			_and: [
				{ mentees: { _none: { id: { _nnull: true } } } },
				...(withLeft ? [] : [{ stage: { _neq: 'not_starting' } }]),
			],
		},
		sort: ['name'],
	});
	const [mentees, referrals, toDos] = await Promise.all([askMentees, askReferrals, readToDos(reading, {})]);
	return {
		today,
		people: [...mentees.map((row) => menteeRow(reading, row)), ...referrals.map((row) => referralRow(reading, row))],
		to_dos: toDos,
		appointments: [...mentees, ...referrals].flatMap((row) => appointmentOf(reading, row) ?? []),
	};
}

/** What is due this week or late, and what is left to do without a day; of everybody, or of one person. */
export async function readToDos({ today, rows }: Reading, one: { referral?: string }): Promise<ToDo[]> {
	const askClocks = rows('service_level_clocks', {
		fields: ['service_level', 'due_on', 'mentee.id', 'referral.id', 'referral.name'],
		filter: {
			_and: [
				{ met_on: { _null: true } },
				...(one.referral ? [{ referral: { _eq: one.referral } }] : [{ due_on: { _lte: lastDayOfWeekFrom(today) } }]),
				{ referral: { stage: { _nin: ['left', 'not_starting'] } } },
				// Eight sessions are judged at the end.
				{ service_level: { _neq: 'eight_sessions' } },
			],
		},
	});
	const askUnfinished = rows('mentees', {
		fields: ['id', 'name', 'outstanding', 'ended_on', 'referral.id'],
		filter: {
			_and: [{ outstanding: { _nnull: true } }, ...(one.referral ? [{ referral: { _eq: one.referral } }] : [])],
		},
	});
	const [clocks, unfinished] = await Promise.all([askClocks, askUnfinished]);
	return [
		...(clocks as unknown as OpenClock[]).map(toDoOf),
		...(unfinished as unknown as Unfinished[]).flatMap(toDosOf),
	];
}

export function menteeRow({ labels }: Reading, row: Row): PersonRow {
	const { id, name, stage, next_due_on, sessions_counted, ended_on } = row;
	return {
		...({ id, name, stage, next_due_on } as Pick<PersonRow, 'id' | 'name' | 'stage' | 'next_due_on'>),
		referral: String(relatedIn(row, 'referral')?.id ?? row.referral),
		mentee: String(id),
		stage_text: String(labels.value('mentees', 'stage', stage)),
		sessions_counted: Number(sessions_counted ?? 0),
		last_seen: (relatedIn(row, 'sessions')?.held_on ?? null) as CalendarDay | null,
		has_left: ended_on !== null,
	};
}

export function referralRow({ labels }: Reading, { id, name, stage, next_due_on }: Row): PersonRow {
	return {
		...({ id, name, stage, next_due_on } as Pick<PersonRow, 'id' | 'name' | 'stage' | 'next_due_on'>),
		referral: String(id),
		mentee: null,
		stage_text: String(labels.value('referrals', 'stage', stage)),
		sessions_counted: null,
		last_seen: null,
		has_left: stage === 'not_starting',
	};
}

/** The appointment that a person has, where it is not over: a Mentee's next one, or the first meeting of a referral. */
export function appointmentOf({ today, labels }: Reading, row: Row): Appointment | undefined {
	const isMentee = 'next_appointment_on' in row;
	const on = (isMentee ? row.next_appointment_on : row.meeting_arranged_on) as CalendarDay | null;
	const at = (isMentee ? row.next_appointment_at : row.meeting_arranged_at) as string | null;
	const place = isMentee
		? row.next_appointment_place
		: labels.value('referrals', 'meeting_arranged_place', row.meeting_arranged_place);
	if (!on || on < today) return undefined;
	return {
		on,
		at: at?.slice(0, 5) ?? null,
		name: String(row.name),
		referral: String(isMentee ? (relatedIn(row, 'referral')?.id ?? row.referral) : row.id),
		mentee: isMentee ? String(row.id) : null,
		place: place ? String(place) : null,
	};
}
