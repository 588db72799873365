import { randomUUID } from 'node:crypto';
import { drawProblem, emptyDrawProblem, countedOn } from '../../../../domain/returns/samples/plan-sample.ts';
import { parseQuarter, type Quarter } from '../../../../domain/calendar/quarter.ts';
import { today } from '../../../../clock/today.ts';
import { readContracts, type StoredContract } from '../../../../storage/contract/contracts.ts';
import { dayOf } from '../../../../storage/database/day-columns.ts';
import { drawQuarter } from '../../../../storage/returns/plan-samples.ts';
import { RecordRefused, refusal } from '../../../shared/errors.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';

const DRAWS = 'plan_sample_draws';

/**
 * Draws the plans of a contract and a quarter as soon as somebody asks for them (2.25, 3.11): the plans are stored with
 * the draw, in its transaction. A quarter is drawn once, and its draw stays as it is.
 */
export async function prepareDraw({ database }: WriteContext, record: Payload, written: Payload): Promise<Payload> {
	if (record.seed) throw refusal(DRAWS, Object.keys(written)[0] ?? 'quarter', 'sample_by_platform');
	const [contract] = (await readContracts(database, [uuidIn(record.contract) as string])) as [StoredContract];
	const quarter = parseQuarter(String(record.quarter ?? '').trim());
	const problem = drawProblem(quarter, contract, today());
	if (problem) throw new RecordRefused(DRAWS, [problem]);
	const { name } = quarter as Quarter;
	const there = await database(DRAWS).where({ contract: contract.id, quarter: name }).first('drawn_on');
	if (there) throw refusal(DRAWS, 'quarter', 'quarter_drawn_already', { day: dayOf(there.drawn_on) ?? '' });
	const seed = randomUUID();
	const { areas, plans } = await drawQuarter(database, contract, quarter as Quarter, seed);
	const empty = emptyDrawProblem(areas, countedOn(quarter as Quarter, contract));
	if (empty) throw new RecordRefused(DRAWS, [empty]);
	const { id, supplier } = contract;
	return {
		quarter: name,
		drawn_on: today(),
		seed,
		areas,
		sample_size: plans.length,
		drawn_from: areas.reduce((total, { eligible }) => total + eligible, 0),
		plan_samples: plans.map((plan) => ({ ...plan, contract: id, quarter: name, status: 'drawn', supplier })),
	};
}
