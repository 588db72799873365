import { randomUUID } from 'node:crypto';
import { sessionProblems } from '../../domain/journey/journey-rules.ts';
import { problemMessage } from '../../domain/problems.ts';
import type { Located } from '../../import/form-reader.ts';
import type { SessionRecord } from '../../import/sessions.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import { openMentees } from '../writer/mentees.ts';
import { noCounts, type Counts, type Loading } from './context.ts';
import { addAll, change, changesTo, rowsWhere, type Row } from './rows.ts';
import { SessionTargets, type SessionTarget } from './session-targets.ts';

type Record = Located<SessionRecord>;

export interface SessionsPlan {
	write: () => Promise<Counts>;
}

/** Holds every session against its journey; a session is told by its Mentee and its day. */
export async function planSessions(
	loading: Loading,
	records: readonly Record[],
	planned: ReadonlyMap<string, SessionTarget>,
): Promise<SessionsPlan> {
	const counts = noCounts();
	if (records.length === 0) return { write: async () => counts };
	const targets = await SessionTargets.read(loading, records, planned);
	const onRecord = await sessionsOnRecord(loading, targets.mentees());
	const inserts: Row[] = [];
	const updates: { row: Row; changes: Row }[] = [];
	for (const record of records) {
		const target = targets.of(record);
		if (!target || !followsRules(loading, record, target)) continue;
		const wanted = { attendance: record.attendance, mode: record.mode, minutes: record.minutes };
		const there = onRecord.get(`${target.mentee} ${record.held_on}`)?.map((row) => ({
			row,
			changes: changesTo(row, wanted),
		}));
		const alike = there?.find(({ changes }) => Object.keys(changes).length === 0);
		if (alike) {
			counts.unchanged += 1;
			continue;
		}
		loading.touched.referrals.add(target.referral);
		counts[there ? 'updated' : 'created'] += 1;
		if (there?.[0]) updates.push(there[0]);
		else inserts.push(newRow(loading, record, target, wanted));
	}
	return {
		write: async () => {
			if (loading.onlyCounts) return counts;
			await openMentees(loading.knex, targets.opened, loading.writer.user);
			await addAll(loading, 'sessions', inserts);
			for (const { row, changes } of updates) await change(loading, 'sessions', row, changes);
			return counts;
		},
	};
}

function newRow(loading: Loading, { held_on }: SessionRecord, target: SessionTarget, wanted: Row): Row {
	return {
		id: randomUUID(),
		mentee: target.mentee,
		held_on: dayColumn(loading.knex, held_on),
		...wanted,
		one_to_one: true,
		supplier: target.supplier,
		mentor_user: target.mentor_user,
	};
}

function followsRules(loading: Loading, record: Record, { facts, mentee }: SessionTarget): boolean {
	const problems = sessionProblems({ ...record, one_to_one: true }, facts, loading.today);
	for (const problem of problems) {
		loading.fault(
			record.source,
			problem.field,
			'RULE',
			`${problem.field}: ${problemMessage(problem, loading.language)}`,
		);
	}
	if (problems.length === 0 && mentee === null) {
		const message =
			'reference must be that of somebody who agreed to start; give the caseload row a start_on or the outcome start';
		loading.fault(record.source, 'reference', 'RULE', message);
		return false;
	}
	return problems.length === 0;
}

/** The sessions of these Mentees by Mentee and day, those of one day in a fixed order. */
async function sessionsOnRecord({ knex }: Loading, mentees: readonly string[]): Promise<Map<string, Row[]>> {
	const columns = ['id', 'mentee', 'held_on', 'attendance', 'mode', 'minutes'];
	const rows = await rowsWhere(knex, 'sessions', 'mentee', mentees, columns);
	rows.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
	return Map.groupBy(rows, (row) => `${row.mentee} ${dayOf(row.held_on)}`);
}
