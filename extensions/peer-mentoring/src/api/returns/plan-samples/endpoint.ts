import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { isOpenSample, releaseProblem } from '../../../domain/returns/samples/plan-sample.ts';
import { parseQuarter } from '../../../domain/calendar/quarter.ts';
import { today } from '../../../clock/today.ts';
import {
	anonymisedSample,
	keepReview,
	readSample,
	rejectSample,
	releaseSample,
	type StoredSample,
} from '../../../storage/returns/plan-sample-review.ts';
import { readReleased } from '../../../storage/returns/released-samples.ts';
import { planSampleWorkbook } from '../../../workbook/plan-sample-workbook.ts';
import { mayTouch } from '../../shared/caller.ts';
import { Misasked, inTheirLanguage, languageOf, NotYoursError, RecordRefused, refusal } from '../../shared/errors.ts';
import { allowedTo, handler, visibleContract, type AuthenticatedRequest } from '../../shared/http.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { WORKBOOK } from '../../shared/pmi-file.ts';
import { noteExport, noteRead } from '../../shared/read-log.ts';
import { reasonIn, reviewIn } from './asked.ts';

const SAMPLES = 'plan_samples';

/** The review of sampled plans, and what is released of them (1.29, 2.25, 3.11). */
export default defineEndpoint({
	id: 'plan-samples',
	handler: (router, { database }) => {
		const knex = database as unknown as Knex;

		router.get(
			'/:id/review',
			handler(async (request, response) => {
				const sample = await sampleOf(knex, request);
				response.json({ data: await answer(knex, sample) });
			}),
		);
		router.patch(
			'/:id',
			handler(async (request, response) => {
				const sample = await decide(knex, request, async (transaction, open, user) => {
					const review = reviewIn(request.body);
					await keepReview(transaction, open, review, user);
					return { ...open, ...review, status: 'in_review' as const };
				});
				response.json({ data: await answer(knex, sample) });
			}),
		);
		router.post(
			'/:id/release',
			handler(async (request, response) => {
				await decide(knex, request, async (transaction, open, user) => {
					const passages = await anonymisedSample(transaction, open);
					if (!passages) throw refusal(SAMPLES, 'action_plan', 'sample_plan_missing');
					const fingerprints = passages.map(({ fingerprint }) => fingerprint);
					const problem = releaseProblem(fingerprints, open.passages_read);
					if (problem) throw new RecordRefused(SAMPLES, [problem]);
					await releaseSample(transaction, open, passages, { user, today: today() });
				});
				response.json({ data: { status: 'released' } });
			}),
		);
		router.post(
			'/:id/reject',
			handler(async (request, response) => {
				const another = await decide(knex, request, (transaction, open, user) =>
					rejectSample(transaction, open, reasonIn(request.body), { user, today: today() }),
				);
				response.json({ data: { status: 'rejected', another } });
			}),
		);
		router.get(
			'/:contract/:file.xlsx',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier Manager', 'Supplier MI', 'Buyer', 'Buyer Analyst']);
				const quarter = parseQuarter(String(request.params.file));
				if (!quarter) {
					throw new Misasked(
						'The quarter must be written YYYY-Qn, such as 2024-Q2.',
						'Rhaid ysgrifennu’r chwarter fel BBBB-Qn, megis 2024-Q2.',
					);
				}
				const contract = await visibleContract(knex, caller, String(request.params.contract));
				const plans = await readReleased(knex, contract.id, quarter.name);
				const language = await languageOf(knex, caller.user);
				const sample = { contract: contract.reference, quarter: quarter.name, plans };
				const content = await planSampleWorkbook(sample, language);
				const subject = `plan samples ${contract.reference} ${quarter.name}`;
				const access = { action: 'export', subject, supplier: contract.supplier, records: plans.length } as const;
				await noteExport(access);
				const name = `plan-samples-${contract.reference}-${quarter.name}.xlsx`.replaceAll('/', '-');
				response.set('cache-control', 'private, no-store').type(WORKBOOK).attachment(name).send(content);
			}),
		);
	},
});

/** The sample, if it is the caller's to review; nobody reviews whoever has withdrawn consent (2.25). */
async function sampleOf(knex: Knex, request: AuthenticatedRequest, lock = false): Promise<StoredSample> {
	const caller = await allowedTo(knex, request, ['Supplier Manager']);
	const id = uuidIn(request.params.id);
	const sample = id === undefined ? undefined : await readSample(knex, id, lock);
	if (!sample || sample.restricted || !mayTouch(caller, sample)) throw new NotYoursError();
	return sample;
}

/** Does something to a sample that is still open, for a named person, in one transaction. */
function decide<Result>(
	knex: Knex,
	request: AuthenticatedRequest,
	work: (transaction: Knex, sample: StoredSample, user: string) => Promise<Result>,
): Promise<Result> {
	const { accountability } = request;
	return inTheirLanguage({ database: knex, accountability }, () =>
		knex.transaction(async (transaction) => {
			const sample = await sampleOf(transaction, request, true);
			if (!isOpenSample(sample.status)) throw refusal(SAMPLES, 'status', 'sample_closed');
			return work(transaction, sample, accountability?.user as string);
		}),
	);
}

/** What a reviewer sees: of a sample that has been decided, nothing is worked out anew. */
async function answer(knex: Knex, sample: StoredSample): Promise<object> {
	const { id, draw, status, redactions, passages_read } = sample;
	const passages = isOpenSample(status) ? await anonymisedSample(knex, sample) : [];
	await noteRead(SAMPLES, [id]);
	return { id, draw, status, redactions, passages_read, passages: passages ?? [] };
}
