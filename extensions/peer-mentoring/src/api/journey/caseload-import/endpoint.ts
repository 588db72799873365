import { createError } from '@directus/errors';
import { defineEndpoint } from '@directus/extensions-sdk';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { uuidIn } from '../../../storage/database/keys.ts';
import type { StoredJob } from '../../../storage/journey/import-jobs.ts';
import { languageOfAccount } from '../../../storage/platform/accounts.ts';
import { askedLanguage } from '../../shared/asked-language.ts';
import type { Caller } from '../../shared/caller.ts';
import { NotYoursError } from '../../shared/errors.ts';
import { abortedWith, allowedTo, handler } from '../../shared/http.ts';
import { cancelJob, standingOf, startJob } from './jobs.ts';
import { leftOutFile } from './left-out.ts';
import { readParts } from './parts.ts';
import { runImport } from './run.ts';
import { refuseContracts, supplierOf } from './sender.ts';
import { TEXTS } from './texts.ts';
import { originOf } from './trace.ts';
import { wayAsked } from './way.ts';

const RunsError = createError<{ reason: string; address: string }>('IMPORT_RUNS', ({ reason }) => reason, 409);

const addressOf = (id: string) => `/caseload/jobs/${id}`;

/** Loads the files of a Supplier: all of them, or none; or tries, or leaves the faulty rows out. */
export default defineEndpoint({
	id: 'caseload',
	handler: (router, { database, logger }) => {
		const knex = database as unknown as Knex;

		const languageFor = async (request: Request, { user }: Caller) =>
			askedLanguage(request, user === null ? null : await languageOfAccount(knex, user));

		router.post(
			'/import',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier MI']);
				const language = await languageFor(request, caller);
				const supplier = supplierOf(caller, language);
				const { way, asJob } = wayAsked(request.query);
				const sent = await readParts(request, language);
				refuseContracts(
					caller,
					sent.parts.flatMap((part) => part.expected ?? []),
					language,
				);
				const asked = { caller, supplier, way, sent, from: originOf(request), language };
				if (asJob) {
					const begun = await startJob({ knex, logger }, asked);
					if ('running' in begun) {
						const running = addressOf(begun.running);
						throw new RunsError({ reason: TEXTS[language].runs(running), address: running });
					}
					const address = addressOf(begun.id);
					response
						.status(202)
						.location(address)
						.json({ data: { id: begun.id, address } });
					return;
				}
				// Whoever has gone does not wait for a trial; what is being loaded goes on.
				const signal = way === 'try' ? abortedWith(response) : new AbortController().signal;
				const answer = await runImport({ knex, logger }, asked, { signal }).catch((error: unknown) => {
					if (!signal.aborted) throw error;
				});
				if (answer) response.status(answer.status).json(answer.body);
			}),
		);
		router.get(
			'/jobs/:id',
			handler(async (request, response) => {
				const { job, caller } = await ownJob(knex, request);
				const { id, state, progress, answer } = job;
				// What was in the files is for whoever has sent them.
				const mine = caller.user === job.user ? answer : null;
				response.json({ data: { id, state, progress, answer: mine } });
			}),
		);
		router.delete(
			'/jobs/:id',
			handler(async (request, response) => {
				const { job } = await ownJob(knex, request);
				await cancelJob(knex, job.id);
				response.status(202).json({ data: { id: job.id, address: addressOf(job.id) } });
			}),
		);
		router.get(
			'/left-out/:id',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier MI']);
				const { content, type, name } = await leftOutFile(
					knex,
					caller,
					request.params.id,
					await languageFor(request, caller),
				);
				response.type(type).attachment(name).send(content);
			}),
		);
	},
});

/** The job that a request names, where it is of the caller's Supplier; one wording for another's and for none. */
async function ownJob(knex: Knex, request: Request): Promise<{ job: StoredJob; caller: Caller }> {
	const caller = await allowedTo(knex, request, ['Supplier MI']);
	const id = uuidIn(request.params.id);
	const job = id === undefined ? undefined : await standingOf(knex, id);
	if (!job || !(caller.unrestricted || (job.supplier !== null && job.supplier === caller.supplier))) {
		throw new NotYoursError();
	}
	return { job, caller };
}
