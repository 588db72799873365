import { randomUUID } from 'node:crypto';
import type { CalendarDay } from '../../domain/calendar-day.ts';
import { sessionProblems } from '../../domain/journey-rules.ts';
import { problemMessage } from '../../domain/messages.ts';
import type { Located } from '../../import/form-reader.ts';
import type { SessionRecord } from '../../import/sessions.ts';
import { dayColumn, dayOf } from '../day-columns.ts';
import type { StoredJourney } from '../journeys.ts';
import { changesTo, insertAll, type Counts, type Loading, type Row } from './context.ts';
import { journeysByReference, onlyJourney } from './references.ts';

const BATCH = 1000;

/** Creates or corrects sessions; a session is told by its Mentee and its day. */
export async function loadSessions(loading: Loading, records: Located<SessionRecord>[]): Promise<Counts> {
	const counts: Counts = { created: 0, updated: 0, unchanged: 0 };
	if (records.length === 0) return counts;
	const { knex } = loading;
	const journeys = await journeysByReference(
		loading,
		records.map((record) => record.reference),
	);
	const found = await sessionsOf(loading, [...journeys.values()].flat());
	const inserts: Row[] = [];
	for (const record of records) {
		const journey = onlyJourney(loading, record.source, record.reference, journeys.get(record.reference));
		if (!journey || !followsRules(loading, record, journey)) continue;
		const there = found.get(`${journey.mentee} ${record.held_on}`);
		const wanted = { attendance: record.attendance, mode: record.mode, minutes: record.minutes };
		const changes = there ? changesTo(there, wanted) : {};
		if (there && Object.keys(changes).length === 0) {
			counts.unchanged += 1;
			continue;
		}
		loading.touched.add(journey.referral);
		counts[there ? 'updated' : 'created'] += 1;
		if (there)
			await knex('sessions')
				.where({ id: there.id })
				.update({ ...changes, ...loading.changed() });
		else inserts.push(newRow(loading, record, journey, wanted));
	}
	if (loading.faults.length === 0) await insertAll(knex, 'sessions', inserts);
	return counts;
}

function newRow(loading: Loading, { held_on }: SessionRecord, journey: StoredJourney, wanted: Row): Row {
	return {
		id: randomUUID(),
		mentee: journey.mentee,
		held_on: dayColumn(loading.knex, held_on),
		...wanted,
		one_to_one: true,
		supplier: journey.supplier,
		mentor_user: journey.mentor_user,
		...loading.recorded(),
	};
}

function followsRules(loading: Loading, record: Located<SessionRecord>, journey: StoredJourney): boolean {
	const problems = sessionProblems({ ...record, one_to_one: true }, journey, loading.today);
	for (const problem of problems) {
		loading.fault(record.source, problem.field, 'RULE', `${problem.field}: ${problemMessage(problem, 'en-GB')}`);
	}
	if (problems.length === 0 && journey.mentee === null) {
		const message =
			'reference must be that of somebody who agreed to start; give the caseload row a start_on or the outcome start';
		loading.fault(record.source, 'reference', 'RULE', message);
		return false;
	}
	return problems.length === 0;
}

async function sessionsOf({ knex }: Loading, journeys: StoredJourney[]): Promise<Map<string, Row>> {
	const mentees = journeys.map((journey) => journey.mentee).filter((mentee) => mentee !== null);
	const found = new Map<string, Row>();
	for (let start = 0; start < mentees.length; start += BATCH) {
		const rows = await knex('sessions')
			.whereIn('mentee', mentees.slice(start, start + BATCH))
			.select('id', 'mentee', 'held_on', 'attendance', 'mode', 'minutes');
		for (const row of rows) {
			const key = `${row.mentee} ${dayOf(row.held_on) as CalendarDay}`;
			if (!found.has(key)) found.set(key, row);
		}
	}
	return found;
}
