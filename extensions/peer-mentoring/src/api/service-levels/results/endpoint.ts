import { defineEndpoint } from '@directus/extensions-sdk';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { statusOn, type Clock, type ClockCode, type ClockStatus } from '../../../domain/service-levels/clock.ts';
import { isCode, valuesOf } from '../../../domain/language/code-lists.ts';
import { today } from '../../../clock/today.ts';
import { Misasked } from '../../shared/errors.ts';
import { allowedTo, handler, visibleContract } from '../../shared/http.ts';
import { dayIn, notAmong, wholeNumberIn } from '../../shared/query.ts';
import type { Caller } from '../../shared/caller.ts';
import { filterOf, type Question } from './as-at.ts';

const ROLES = ['Peer Mentor', 'Supplier Manager', 'Supplier MI', 'Buyer', 'Data Protection Officer'] as const;
const STATUSES = ['met', 'missed', 'pending'] as const satisfies ClockStatus[];
const CLOCK = ['service_level', 'started_on', 'due_on', 'met_on', 'month', 'contract.reference'];
const MOST = 500;

type Row = Pick<Clock, 'service_level' | 'started_on' | 'due_on' | 'met_on' | 'month'> & {
	contract: { reference: string } | null;
	referral?: { reference: string } | null;
};

/** How the clocks stood at the end of any day, from the records and under the caller's own permissions (3.3). */
export default defineEndpoint({
	id: 'service-levels',
	handler: (router, { database, services, getSchema }) => {
		const knex = database as unknown as Knex;
		router.get(
			'/clocks',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ROLES);
				const question = await questionIn(knex, caller, request);
				const limit = request.query.limit === undefined ? 100 : wholeNumberIn('limit', request.query.limit, 1, MOST);
				const page = request.query.page === undefined ? 1 : wholeNumberIn('page', request.query.page, 1, 100_000);
				const { accountability } = request as { accountability?: never };
				const clocks = new services.ItemsService('service_level_clocks', { schema: await getSchema(), accountability });
				const count = async (status: ClockStatus) => {
					const filter = { _and: [filterOf(question), filterOf({ ...question, status })] };
					const [counted] = await clocks.readByQuery({ aggregate: { count: ['*'] }, filter } as never);
					return Number((counted as unknown as { count: number }).count);
				};
				// The Buyer reads the contract's own deadlines only, and no reference of a person.
				const fields = caller.role === 'Buyer' ? CLOCK : [...CLOCK, 'referral.reference'];
				const filter = filterOf(question);
				const rows = await clocks.readByQuery({ fields, filter, sort: ['due_on', 'id'], limit, page } as never);
				const counts: Record<string, number> = {};
				for (const status of STATUSES) counts[status] = await count(status);
				response.json({
					data: (rows as unknown as Row[]).map((row) => answerOf(row, question)),
					meta: { as_at: question.asAt, ...counts, page, limit },
				});
			}),
		);
	},
});

async function questionIn(knex: Knex, caller: Caller, { query }: Request): Promise<Question> {
	const asAt = dayIn('as_at', query.as_at);
	if (asAt > today()) {
		throw new Misasked(`as_at must be ${today()} or earlier.`, `Rhaid i as_at fod yn ${today()} neu’n gynharach.`);
	}
	const { contract, service_level: level, status } = query;
	if (level !== undefined && !isCode('clock', level)) throw notAmong('service_level', valuesOf('clock'));
	if (status !== undefined && !isCode('clock_status', status)) throw notAmong('status', STATUSES);
	return {
		asAt,
		...(contract === undefined ? {} : { contract: await visibleContract(knex, caller, String(contract)) }),
		...(level === undefined ? {} : { serviceLevel: level as ClockCode }),
		...(status === undefined ? {} : { status: status as ClockStatus }),
	};
}

function answerOf({ contract, referral, met_on, ...clock }: Row, { asAt }: Question) {
	return {
		...clock,
		met_on: met_on !== null && met_on <= asAt ? met_on : null,
		status: statusOn({ due_on: clock.due_on, met_on }, asAt),
		contract: contract?.reference ?? null,
		reference: referral?.reference ?? null,
	};
}
