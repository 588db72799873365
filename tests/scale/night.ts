import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { settleMovedByTime } from '../../extensions/peer-mentoring/src/storage/writer/moved-by-time.ts';
import { settleEverything } from '../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import { insertLargeCaseload } from '../support/caseloads/large.ts';
import { copyTemplate, discard, environment } from '../support/platform.ts';
import { openDatabase } from '../support/tables.ts';
import { grouped, inTurn, type Bench, type Measurement } from './measurement.ts';

/** A night in which nothing happened, against settling everybody. */
export async function nightAgainstEverybody({ rows, runs, database, tell }: Bench): Promise<Measurement[]> {
	const copy = await copyTemplate('reference', database);
	const knex = openDatabase(environment(copy, {}));
	try {
		const { sessions } = await insertLargeCaseload(knex, rows, (done) =>
			tell(`${grouped(done)} of ${grouped(rows)} referrals written`),
		);
		await knex.raw('analyze');
		tell('working out every clock');
		await settleEverything(knex, today());
		await knex.raw('analyze');
		tell('the night, both ways');
		const times = await inTurn(
			runs,
			() => settleMovedByTime(knex, today()),
			() => settleEverything(knex, today()),
		);
		const size = `${grouped(rows)} referrals, ${grouped(sessions)} sessions`;
		return [{ name: 'a night, against settling everybody', size, ...times }];
	} finally {
		await knex.destroy();
		await discard(copy);
	}
}
