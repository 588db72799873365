/** *Peer Support Plus* beside the contracts on the specification's terms: made of values alone, and counted as they are. */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	addDays,
	dayNumber,
	firstDay,
	lastDay,
	parseMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	readContracts,
	type StoredContract,
} from '../../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { readPmi } from '../../../extensions/peer-mentoring/src/storage/returns/pmi.ts';
import { NORTH_WEST, PLUS, WALES } from '../../../seed/demo/contracts.ts';
import { PLUS_MEASURES, PLUS_TERMS } from '../../../seed/demo/plus.ts';
import { bareAnswer } from '../../support/second-pmi/answer.ts';
import { makeCalendarTable } from '../../support/second-pmi/calendar-table.ts';
import { bareFigures } from '../../support/second-pmi/figures.ts';
import { TABLE_A, type BareTerms } from '../../support/second-pmi/question.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { openDatabase } from '../../support/tables.ts';

const CALENDAR = 'england-and-wales';
const OWN: BareTerms = { ...TABLE_A, ...PLUS_TERMS };
const MONTHS = ['2024-06', '2025-01', '2025-08', '2026-03'].map((text) => parseMonth(text)!);

let server: TestServer;
let knex: Knex;
let contracts: StoredContract[];

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	knex = openDatabase(server.env);
	contracts = await readContracts(knex, undefined);
	await makeCalendarTable(knex, CALENDAR);
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

/** The figures of a month as SQL of another hand has them, on the eighth of the month after. */
async function counted(reference: string, month: (typeof MONTHS)[number], terms: BareTerms) {
	const found = await bareFigures(knex, {
		contracts: `select id from call_off_contracts where reference = '${reference}'`,
		...{ calendar: CALENDAR, minutes: 60, terms },
		first: dayNumber(firstDay(month)),
		last: dayNumber(lastDay(month)),
		known: dayNumber(addDays(lastDay(month), 8)),
	});
	return bareAnswer(found);
}

async function reported(reference: string, month: (typeof MONTHS)[number]) {
	const contract = contracts.find((each) => each.reference === reference)!;
	const now = new Date(`${addDays(lastDay(month), 8)}T12:00:00Z`);
	return (await readPmi(knex, contract, month, { now })).measures as unknown as Record<string, unknown>;
}

const at = (measures: Record<string, unknown>, path: string) =>
	path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], measures);

describe.each([
	[PLUS, OWN],
	[WALES, TABLE_A],
	[NORTH_WEST, TABLE_A],
])('the figures of %s', (reference, terms) => {
	it.each(MONTHS)('of %s are those of the second implementation, on its own terms', async (month) => {
		const expected = await counted(reference, month, terms);
		const measures = await reported(reference, month);
		const found = Object.fromEntries(Object.keys(expected).map((path) => [path, at(measures, path)]));
		expect(found).toEqual(expected);
		expect(Object.keys(expected).length).toBeGreaterThan(40);
	});
});

describe('Peer Support Plus', () => {
	it('would have other figures on the specification’s terms', async () => {
		const month = MONTHS.at(-1)!;
		expect(await counted(PLUS, month, OWN)).not.toEqual(await counted(PLUS, month, TABLE_A));
	});

	it('sends its returns on the third Working Day, beside those who send them on the fifth', async () => {
		const admin = await server.admin();
		const { body } = await admin.get('/items/mi_returns?filter[month][_eq]=2026-03&fields=due_on,contract.reference');
		const due = body.data.map((each: { due_on: string; contract: { reference: string } }) => [
			each.contract.reference,
			each.due_on,
		]);
		// Good Friday and Easter Monday fall on the third and the sixth of April.
		const fifth = '2026-04-09';
		expect(Object.fromEntries(due)).toEqual({ [PLUS]: '2026-04-07', [WALES]: fifth, [NORTH_WEST]: fifth });
	});

	it('reports its own measures under its own names, in its own order', async () => {
		const mi = await server.login('mi-plus@example.org');
		const { body } = await mi.get(`/pmi/${PLUS}/2026-03`);
		const lines = body.data.lines as { names: Record<string, string>; cumulative?: { number: number } }[];
		expect(lines).toHaveLength(PLUS_MEASURES.length);
		for (const [index, { name_en, name_cy }] of PLUS_MEASURES.entries()) {
			if (name_en) expect(lines[index]!.names).toMatchObject({ 'en-GB': name_en, 'cy-GB': name_cy });
		}
		const own = lines.filter((_, index) => PLUS_MEASURES[index]!.count);
		for (const { cumulative } of own) expect(cumulative!.number).toBeGreaterThan(0);
		expect(own).toHaveLength(2);
	});

	it('is its own Supplier’s to see, and the Buyer’s', async () => {
		const seen = async (email: string) => {
			const { body } = await (
				await server.login(email)
			).get('/items/call_off_contracts?fields=reference&sort=reference');
			return body.data.map((each: { reference: string }) => each.reference);
		};
		expect(await seen('manager-plus@example.org')).toEqual([PLUS]);
		expect(await seen('manager@example.org')).toEqual([WALES]);
		expect(await seen('buyer@example.org')).toEqual([NORTH_WEST, WALES, PLUS]);
	});
});
