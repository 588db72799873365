import {
	addDays,
	dayNumber,
	firstDay,
	lastDay,
	parseMonth,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { readPmi } from '../../extensions/peer-mentoring/src/storage/returns/pmi.ts';
import { insertLargeCaseload } from '../support/caseloads/large.ts';
import { copyTemplate, discard, environment } from '../support/platform.ts';
import { makeCalendarTable } from '../support/second-pmi/calendar-table.ts';
import { bareFigures } from '../support/second-pmi/figures.ts';
import { openDatabase } from '../support/tables.ts';
import { grouped, inTurn, type Bench, type Measurement } from './measurement.ts';

const MONTH = parseMonth('2024-12')!;

/** The figures and exceptions of a month, as `GET /pmi/:contract/:month` makes them, against SQL for the figures alone. */
export async function pmiAgainstSql({ rows, runs, database, tell }: Bench): Promise<Measurement[]> {
	const copy = await copyTemplate('reference', database);
	const knex = openDatabase(environment(copy, {}));
	try {
		const { contract, sessions } = await insertLargeCaseload(knex, rows, (done) =>
			tell(`${grouped(done)} of ${grouped(rows)} referrals written`),
		);
		await makeCalendarTable(knex, contract.calendar);
		await knex.raw('analyze');
		const known = addDays(lastDay(MONTH), 8);
		const question = {
			contracts: `'${contract.id}'`,
			calendar: contract.calendar,
			minutes: contract.terms.minimum_session_minutes,
			first: dayNumber(firstDay(MONTH)),
			last: dayNumber(lastDay(MONTH)),
			known: dayNumber(known),
		};
		tell('the month, both ways');
		const now = new Date(`${known}T12:00:00Z`);
		const times = await inTurn(
			runs,
			() => readPmi(knex, contract, MONTH, { now }),
			() => bareFigures(knex, question),
		);
		const size = `${grouped(rows)} referrals, ${grouped(sessions)} sessions`;
		return [{ name: 'PMI as JSON, against bare SQL', size, ...times }];
	} finally {
		await knex.destroy();
		await discard(copy);
	}
}
