import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { isSqlite } from '../../../storage/database/day-columns.ts';
import { withOwnConnection } from '../../../storage/database/own-connection.ts';
import { askToCancel, beginJob, endJob, jobOf, tellJob, type StoredJob } from '../../../storage/journey/import-jobs.ts';
import type { Progress } from '../../../storage/loading/context.ts';
import { traceOf } from '../../shared/trace-of.ts';
import { runImport, type Answer, type Asked, type Place } from './run.ts';

/** How often a job that runs is told of, where other servers could be asked about it. */
const EVERY = 1000;
/** Ours run here: as long as this process lives, they do. */
const SERVER = randomUUID();

interface Running {
	supplier: string | null;
	isTrial: boolean;
	progress: Progress;
	abort: AbortController;
}

/** Of the jobs of this process, how far they are: the database cannot be told while a load writes into it (SQLite). */
const running = new Map<string, Running>();

/** Begins an import that goes on after the request is answered; where one runs already, says which. */
export async function startJob(place: Place, asked: Asked): Promise<{ id: string } | { running: string }> {
	const { supplier } = asked;
	const isTrial = asked.way === 'try';
	const here = [...running].find(([, job]) => !isTrial && !job.isTrial && job.supplier === supplier);
	if (here) return { running: here[0] };
	const begun = await beginJob(place.knex, { user: String(asked.caller.user), supplier, server: SERVER, isTrial });
	if ('id' in begun) {
		const job: Running = { supplier, isTrial, progress: { step: 'reading' }, abort: new AbortController() };
		running.set(begun.id, job);
		void work(place, asked, begun.id, job);
	}
	return begun;
}

async function work(place: Place, asked: Asked, id: string, job: Running): Promise<void> {
	const { knex, logger } = place;
	const timer = setInterval(() => void tell(knex, id, job), EVERY);
	let end: { state: Exclude<StoredJob['state'], 'running'>; answer: Answer | null };
	try {
		const answer = await withOwnConnection(knex, (own) =>
			runImport({ knex: own, logger }, asked, {
				signal: job.abort.signal,
				tell: (progress) => {
					job.progress = progress;
				},
				loaded: (transaction, each) => endJob(transaction, id, 'done', each),
			}),
		);
		end = { state: answer.status === 200 ? 'done' : 'refused', answer };
	} catch (error) {
		end = failed(error);
	}
	// Whatever stops a load that was told to stop, it was cancelled; what had loaded by then is loaded.
	if (job.abort.signal.aborted && end.state !== 'done') end = { state: 'cancelled', answer: null };
	clearInterval(timer);
	try {
		await endJob(knex, id, end.state, end.answer);
	} catch (error) {
		logger.error(`The end of an import could not be noted: ${traceOf(error)}`);
	}
	running.delete(id);
}

/** What is said of an error: those that nobody expected are in the log already, and say nothing of where they were. */
function failed(error: unknown): { state: 'refused' | 'failed'; answer: Answer } {
	const { status = 500, code, message } = error as { status?: number; code?: string; message: string };
	const said = status === 500 && code === undefined ? 'The import failed; nothing was loaded.' : message;
	return {
		state: status < 500 ? 'refused' : 'failed',
		answer: { status, body: { errors: [{ message: said, extensions: { code } }] } },
	};
}

async function tell(knex: Knex, id: string, job: Running): Promise<void> {
	// A write would wait for the load, and everybody else behind it; nobody else could be asked either.
	if (isSqlite(knex)) return;
	const told = await tellJob(knex, id, job.progress).catch(() => undefined);
	if (told?.cancelAsked) job.abort.abort();
}

/** How a job stands. */
export async function standingOf(knex: Knex, id: string): Promise<StoredJob | undefined> {
	const job = await jobOf(knex, id, SERVER);
	const here = running.get(id);
	return job && here && job.state === 'running' ? { ...job, progress: here.progress } : job;
}

export async function cancelJob(knex: Knex, id: string): Promise<void> {
	const here = running.get(id);
	if (here) here.abort.abort();
	else await askToCancel(knex, id);
}
