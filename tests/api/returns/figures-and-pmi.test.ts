/** Every figure of the catalogue that is in the PMI is the same number there, in the whole and in each area (3.8, 3.12). */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import {
	addDays,
	day,
	dayNumber,
	lastDay,
	parseMonth,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Asked } from '../../../extensions/peer-mentoring/src/domain/returns/figures/asked.ts';
import type { FigureKey, Split } from '../../../extensions/peer-mentoring/src/domain/returns/figures/catalogue.ts';
import type { Sum } from '../../../extensions/peer-mentoring/src/domain/returns/figures/cells.ts';
import type { PmiMeasures } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/measures.ts';
import type { StoredContract } from '../../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { readFigure, type Behind } from '../../../extensions/peer-mentoring/src/storage/returns/figures/read-figure.ts';
import { readPmi } from '../../../extensions/peer-mentoring/src/storage/returns/pmi.ts';
import { insertContract } from '../../support/caseloads/contract.ts';
import { addPerson, uuidFrom } from '../../support/caseloads/person.ts';
import { emptyCaseload, insertCaseload, insertRows, type RawRow } from '../../support/caseloads/rows.ts';
import { copyTemplate, discard, environment, type Copy } from '../../support/platform.ts';
import { openDatabase } from '../../support/tables.ts';
import { randomFrom } from '../../unit/support/random.ts';

const CONTRACTS = 6;
const PEOPLE = 40;
const AREAS = [4, 5];
const SINCE = parseMonth('2016-01')!;
const MONTHS = ['2023-12', '2024-06', '2025-03'].map((text) => parseMonth(text)!);
const RECEIVED = { from: dayNumber(day('2023-03-01')), to: dayNumber(day('2025-02-28')) };
/** As the return is made: on the eighth of the month after. */
const knownOn = (month: CalendarMonth) => addDays(lastDay(month), 8);

let copy: Copy;
let knex: Knex;
const contracts: StoredContract[] = [];

beforeAll(async () => {
	copy = await copyTemplate('reference');
	knex = openDatabase(environment(copy, {}));
	const random = randomFrom(20_260_312);
	const rows = emptyCaseload();
	const mentors: RawRow[] = [];
	const allocations: RawRow[] = [];
	for (let number = 0; number < CONTRACTS; number++) {
		const contract = await insertContract(knex, { random, reference: `F-${number}`, cpas: AREAS });
		for (let person = 0; person < PEOPLE; person++) {
			const reference = `F-${number}-${person}`;
			addPerson(rows, { random, contract, reference, received: RECEIVED, faults: 1, sessions: 16 });
		}
		contracts.push(contract);
		const { supplier } = contract;
		const mentor = uuidFrom(random);
		mentors.push({ id: mentor, supplier, reference: `F-${number}`, first_name: 'Test', last_name: 'Mentor' });
		// One Mentee in three moves from one area to the other, sooner or later.
		const own = rows.mentees.filter((mentee, index) => mentee.supplier === supplier && index % 3 === 0);
		for (const { id, start_on } of own) {
			const start = Number(start_on ?? RECEIVED.to);
			const moved = start + 10 + Math.floor(random() * 90);
			const held = { supplier, mentee: id as string, peer_mentor: mentor };
			allocations.push(
				{ id: uuidFrom(random), ...held, cpa: 4, from_on: start, until_on: moved },
				{ id: uuidFrom(random), ...held, cpa: 5, from_on: moved, until_on: null },
			);
		}
	}
	await insertRows(knex, 'peer_mentors', mentors);
	await insertCaseload(knex, rows);
	await insertRows(knex, 'allocations', allocations);
	await knex.raw('analyze');
}, 300_000);
afterAll(async () => {
	await knex.destroy();
	await discard(copy);
});

/** What each figure is in the return: cumulative, in the month, and of a share what is met of what. */
type InPmi = (measures: PmiMeasures) => number | Sum;
const met = ({ met: amount, determinable: of }: { met: number; determinable: number }): Sum => ({ amount, of });
const CUMULATIVE: Partial<Record<FigureKey, InPmi>> = {
	referrals: ({ referrals_total }) => referrals_total.total,
	starts: ({ starts_total }) => starts_total.total,
	completions: ({ completions_total }) => completions_total.total,
	in_support: ({ length_on_provision }) => length_on_provision.current.count,
	initial_meetings: ({ initial_meetings }) => initial_meetings.total,
	initial_meetings_on_time: ({ initial_meetings_on_time }) => met(initial_meetings_on_time.service_level),
	diagnostic_interviews: ({ diagnostic_interviews }) => diagnostic_interviews.total,
	diagnostic_interviews_on_time: ({ diagnostic_interviews_on_time }) =>
		met(diagnostic_interviews_on_time.service_level),
	action_plans: ({ action_plans }) => action_plans.total,
	action_plans_on_time: ({ action_plans_on_time }) => met(action_plans_on_time.service_level),
	four_sessions: ({ four_sessions }) => four_sessions.total,
	four_sessions_on_time: ({ four_sessions_on_time: { number, of } }) => ({ amount: number, of }),
	eight_sessions: ({ eight_sessions }) => eight_sessions.number,
};
const IN_MONTH: Partial<Record<FigureKey, InPmi>> = {
	referrals: ({ referrals_new }) => referrals_new.total,
	starts: ({ starts_new }) => starts_new.total,
};

async function figure(contract: StoredContract, asked: Asked): Promise<Map<string, Sum>> {
	const cells = await readFigure(knex, asked, asked.by, { contracts: [contract], today: knownOn(asked.to) });
	const { cells: found, total } = cells.result();
	return new Map([['', total], ...found.map(({ values, ...sum }): [string, Sum] => [String(values[0]), sum])]);
}

async function compare(key: FigureKey, month: CalendarMonth, from: CalendarMonth, inPmi: InPmi): Promise<number> {
	let seen = 0;
	for (const contract of contracts) {
		const asked: Asked = { count: key, from, to: month, by: ['cpa'], where: {} };
		const found = await figure(contract, asked);
		for (const cpa of [undefined, ...AREAS]) {
			const now = new Date(`${knownOn(month)}T12:00:00Z`);
			const { measures } = await readPmi(knex, contract, month, { now, cpa });
			const expected = inPmi(measures);
			const { amount, of } = found.get(String(cpa ?? '')) ?? { amount: 0, of: 0 };
			const actual = typeof expected === 'number' ? amount : { amount, of };
			expect([contract.reference, cpa, actual]).toEqual([contract.reference, cpa, expected]);
			seen += amount;
		}
	}
	return seen;
}

describe('a figure of the catalogue', () => {
	test.each(Object.entries(CUMULATIVE) as [FigureKey, InPmi][])(
		'%s is that of the PMI up to the month',
		async (key, inPmi) => {
			for (const month of MONTHS) expect(await compare(key, month, SINCE, inPmi)).toBeGreaterThan(0);
		},
	);

	test.each(Object.entries(IN_MONTH) as [FigureKey, InPmi][])(
		'%s is that of the PMI of the month',
		async (key, inPmi) => {
			let seen = 0;
			for (const month of MONTHS) seen += await compare(key, month, month, inPmi);
			expect(seen).toBeGreaterThan(0);
		},
	);

	it.each<[FigureKey, Split]>([
		['starts', 'cpa'],
		['sessions_attended', 'session_mode'],
		['initial_meetings_on_time', 'route'],
		['referrals', 'route'],
	])('%s has as many records behind it as it says, by months and %s', async (count, split) => {
		const to = parseMonth('2024-06')!;
		const asked: Asked = { count, from: parseMonth('2024-01')!, to, by: ['month', split], where: {} };
		const behind: Behind[] = [];
		const reading = { contracts, today: knownOn(to) };
		const told = await readFigure(knex, asked, [], { ...reading, behind: (record) => behind.push(record) });
		const { cells, total } = (await readFigure(knex, asked, asked.by, reading)).result();
		expect(told.result().total).toEqual(total);
		expect(cells.reduce((sum, { amount }) => sum + amount, 0)).toBe(total.amount);
		expect(behind.reduce((sum, { amount }) => sum + amount, 0)).toBe(total.amount);
		expect(behind.length).toBeGreaterThan(10);
		expect(behind.filter(({ reference, contract }) => !reference || !contract)).toEqual([]);
	});
});
