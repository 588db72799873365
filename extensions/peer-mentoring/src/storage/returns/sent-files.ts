import type { Knex } from 'knex';
import type { CalendarMonth } from '../../domain/calendar/calendar-day.ts';

/** A file that has been sent under a contract, as it is kept. */
export interface SentFile {
	/** `pmi`, or the kind of a quarterly or six-monthly return. */
	kind: string;
	month: CalendarMonth;
	/** Which submission of a PMI; `null` for what is sent once. */
	version: number | null;
	submitted_at: string;
	/** The version of the Buyer's template that it was made on; `null` for the built-in workbook. */
	template: string | null;
	/** The kept file. */
	id: string;
	name: string;
	bytes: number;
	sha256: string;
}

/** A Mentee Tracker that was taken out for the analysts: the file itself is kept by nobody. */
export interface SentTracker {
	month: CalendarMonth;
	taken_at: string;
	records: number;
}

/**
 * Everything that has been sent under a contract, in the order of the months (3.4, 3.8).
 * @param month only what went with the return of this month
 */
export async function sentFiles(knex: Knex, contract: string, month?: CalendarMonth): Promise<SentFile[]> {
	const kept = ['sent.month', 'sent.template', 'file.id', 'file.name', 'file.bytes', 'file.sha256'];
	const where = month === undefined ? {} : { 'sent.month': month };
	const versions = await knex('mi_return_versions as sent')
		.join('kept_files as file', 'file.id', 'sent.file')
		.where({ 'sent.contract': contract, ...where })
		.select('sent.version', 'sent.submitted_at', ...kept);
	const periodic = await knex('periodic_returns as sent')
		.join('kept_files as file', 'file.id', 'sent.file')
		.join('mi_returns as pmi', 'pmi.id', 'sent.mi_return')
		.where({ 'sent.contract': contract, ...where })
		.select('sent.kind', 'pmi.submitted_at', ...kept);
	return [...versions, ...periodic]
		.map(({ kind = 'pmi', month: of, version = null, submitted_at, template, id, name, bytes, sha256 }) => ({
			kind,
			month: of,
			version: version === null ? null : Number(version),
			submitted_at: new Date(submitted_at).toISOString(),
			template,
			id,
			name,
			bytes: Number(bytes),
			sha256,
		}))
		.sort((a, b) => (`${a.month} ${a.name}` < `${b.month} ${b.name}` ? -1 : 1));
}

/** The whole trackers taken out of a contract, from the read log (3.4): a Peer Mentor's is of their own Mentees. */
export async function sentTrackers(
	knex: Knex,
	{ reference, supplier }: { reference: string; supplier: string },
	month?: CalendarMonth,
): Promise<SentTracker[]> {
	const query = knex('access_log as log')
		.where({ action: 'export_mentee_tracker', 'log.supplier': supplier })
		.whereNotExists(knex('peer_mentors as mentor').whereRaw('?? = ??', ['mentor.user', 'log.user']))
		.orderBy('at');
	const subject = `${reference} `;
	const rows = await (
		month === undefined ? query.whereLike('subject', `${subject}%`) : query.where({ subject: subject + month })
	).select('subject', 'at', 'records');
	return rows
		.filter((row) => row.subject.length === subject.length + 'YYYY-MM'.length && row.subject.startsWith(subject))
		.map((row) => ({
			month: row.subject.slice(subject.length),
			taken_at: new Date(row.at).toISOString(),
			records: Number(row.records),
		}));
}
