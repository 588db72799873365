/**
 * Imports that run on while whoever asked for them does something else. Beside the data model, so that no request
 * reaches them; what is answered stays an hour.
 */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { isSqlite } from '../database/day-columns.ts';

export const IMPORT_JOBS = 'import_jobs';

/** `ended`: the server died before it was done. Of all but `done`, nothing was loaded. */
export type JobState = 'running' | 'done' | 'refused' | 'failed' | 'cancelled' | 'ended';

const SECOND = 1000;
/** A server tells of its jobs far more often. On SQLite it cannot while it writes, and has no other beside it. */
const SILENT = 60 * SECOND;
const KEPT = 3600 * SECOND;

export interface StoredJob {
	id: string;
	user: string;
	supplier: string | null;
	server: string;
	state: JobState;
	progress: object | null;
	/** Status and body of what would have been answered without a job. */
	answer: { status: number; body: object } | null;
	cancel_asked: boolean;
	seen_at: number;
}

export async function createImportJobsTable(knex: Knex): Promise<void> {
	if (await knex.schema.hasTable(IMPORT_JOBS)) return;
	await knex.schema.createTable(IMPORT_JOBS, (table) => {
		table.uuid('id').primary();
		table.uuid('user').notNullable();
		table.uuid('supplier');
		// Whose records it writes, while it runs: one job at a time.
		table.string('running_for').unique();
		table.string('server').notNullable();
		table.string('state', 20).notNullable();
		table.text('progress');
		table.text('answer');
		table.boolean('cancel_asked').notNullable();
		table.bigInteger('seen_at').notNullable().index();
	});
}

/** Begins a job; where one of the same Supplier loads already, answers with that one instead. A trial waits for nobody. */
export async function beginJob(
	knex: Knex,
	{ user, supplier, server, isTrial }: Pick<StoredJob, 'user' | 'supplier' | 'server'> & { isTrial: boolean },
): Promise<{ id: string } | { running: string }> {
	await knex(IMPORT_JOBS)
		.where('seen_at', '<', Date.now() - KEPT)
		.whereNull('running_for')
		.delete();
	const id = randomUUID();
	const row = { id, user, supplier, server, state: 'running', cancel_asked: false, seen_at: Date.now() };
	if (isTrial) {
		await knex(IMPORT_JOBS).insert(row);
		return { id };
	}
	const running_for = supplier ?? 'every Supplier';
	for (let tries = 0; tries < 2; tries++) {
		await knex(IMPORT_JOBS)
			.insert({ ...row, running_for })
			.onConflict('running_for')
			.ignore();
		const holder = await knex(IMPORT_JOBS).where({ running_for }).first('id');
		if (holder?.id === id) return { id };
		if (holder && (await jobOf(knex, holder.id, server))?.state === 'running') return { running: holder.id };
	}
	throw new Error('no turn could be had for an import');
}

/** How a job stands. @param server who asks: its own jobs are alive as long as it is */
export async function jobOf(knex: Knex, id: string, server: string): Promise<StoredJob | undefined> {
	const row = await knex(IMPORT_JOBS).where({ id }).first();
	if (!row) return undefined;
	const job: StoredJob = {
		...row,
		cancel_asked: Boolean(row.cancel_asked),
		seen_at: Number(row.seen_at),
		progress: row.progress && JSON.parse(row.progress),
		answer: row.answer && JSON.parse(row.answer),
	};
	const isAlive = job.server === server || (!isSqlite(knex) && Date.now() - job.seen_at < SILENT);
	if (job.state !== 'running' || isAlive) return job;
	await endJob(knex, id, 'ended');
	return { ...job, state: 'ended' };
}

/** Tells how far a job is, and hears whether somebody wants it to end. */
export async function tellJob(knex: Knex, id: string, progress: object): Promise<{ cancelAsked: boolean }> {
	await knex(IMPORT_JOBS)
		.where({ id })
		.update({ progress: JSON.stringify(progress), seen_at: Date.now() });
	const row = await knex(IMPORT_JOBS).where({ id }).first('cancel_asked');
	return { cancelAsked: Boolean(row?.cancel_asked) };
}

export async function askToCancel(knex: Knex, id: string): Promise<void> {
	await knex(IMPORT_JOBS).where({ id, state: 'running' }).update({ cancel_asked: true });
}

/** Ends a job that runs; in the transaction of its load, where there is one. */
export async function endJob(
	knex: Knex,
	id: string,
	state: Exclude<JobState, 'running'>,
	answer: StoredJob['answer'] = null,
): Promise<void> {
	await knex(IMPORT_JOBS)
		.where({ id, state: 'running' })
		.update({ state, running_for: null, answer: answer && JSON.stringify(answer), seen_at: Date.now() });
}

/** Nothing that was answered about anybody is kept beyond their erasure (2.25). */
export async function forgetAnswers(knex: Knex): Promise<void> {
	await knex(IMPORT_JOBS).whereNotNull('answer').update({ answer: null });
}
