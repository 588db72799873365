/** Thousands of generated caseloads, whose figures are counted twice: by the platform, and by SQL over the raw tables. */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import {
	addDays,
	day,
	dayNumber,
	firstDay,
	lastDay,
	parseMonth,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { JourneyMeasures } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/measures.ts';
import type { Calendar } from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import type { StoredContract } from '../../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { readPmi, readRecordsBehind } from '../../../extensions/peer-mentoring/src/storage/returns/pmi.ts';
import { insertContract } from '../../support/caseloads/contract.ts';
import { addPerson } from '../../support/caseloads/person.ts';
import { emptyCaseload, insertCaseload } from '../../support/caseloads/rows.ts';
import { sample } from '../../support/sample.ts';
import { copyTemplate, discard, environment, type Copy } from '../../support/platform.ts';
import { bareAnswer } from '../../support/second-pmi/answer.ts';
import { makeCalendarTable } from '../../support/second-pmi/calendar-table.ts';
import { bareFigures, COUNTS, type BareFigures } from '../../support/second-pmi/figures.ts';
import type { BareQuestion, BareTerms } from '../../support/second-pmi/question.ts';
import { openDatabase } from '../../support/tables.ts';
import { randomFrom } from '../../unit/support/random.ts';

const CASELOADS = sample(2000, 600);
const PEOPLE = 12;
const CALENDARS: Calendar[] = ['england-and-wales', 'scotland'];
const MINUTES = [60, 45];
/** The specification's terms, and those of a call-off of its own. */
const TERMS: (BareTerms | undefined)[] = [
	undefined,
	{
		...{ initial_meeting_days: 5, diagnostic_interview_days: 7, action_plan_days: 12 },
		...{ first_sessions: 3, first_sessions_days: 20, minimum_sessions: 6 },
	},
];
const MONTHS = ['2023-12', '2024-03', '2024-12', '2025-03'].map((text) => parseMonth(text)!);
const RECEIVED = { from: dayNumber(day('2023-03-01')), to: dayNumber(day('2025-02-28')) };

/** As the return is made: on the eighth of the month after. */
const knownOn = (month: CalendarMonth) => addDays(lastDay(month), 8);

interface Caseload {
	contract: StoredContract;
	month: CalendarMonth;
}

let copy: Copy;
let knex: Knex;
const caseloads: Caseload[] = [];
const bare = new Map<string, BareFigures[]>();

beforeAll(async () => {
	copy = await copyTemplate('reference');
	knex = openDatabase(environment(copy, {}));
	await knex.transaction(generate);
	await knex.raw('analyze');
	for (const calendar of CALENDARS) {
		await makeCalendarTable(knex, calendar);
		for (const minutes of MINUTES) {
			for (const terms of TERMS) for (const month of MONTHS) await count({ calendar, minutes, terms }, month);
		}
	}
}, 1_200_000);
afterAll(async () => {
	await knex.destroy();
	await discard(copy);
});

/** Every contract has a caseload of its own, and each its calendar, its shortest session, its terms and its month. */
async function generate(into: Knex): Promise<void> {
	const random = randomFrom(20_240_105);
	const rows = emptyCaseload();
	for (let number = 0; number < CASELOADS; number++) {
		const contract = await insertContract(into, {
			random,
			reference: `G-${number}`,
			cpas: number % 3 === 0 ? [4, 5] : [(number % 9) + 1],
			calendar: CALENDARS[number % 2]!,
			minutes: MINUTES[(number >> 1) % 2]!,
			terms: TERMS[(number >> 4) % 2],
		});
		for (let person = 0; person < PEOPLE; person++) {
			const reference = `G-${number}-${person}`;
			addPerson(rows, { random, contract, reference, received: RECEIVED, faults: 1, sessions: 16 });
		}
		caseloads.push({ contract, month: MONTHS[(number >> 2) % MONTHS.length]! });
	}
	await insertCaseload(into, rows);
}

async function count(
	{ calendar, minutes, terms }: Pick<BareQuestion, 'minutes' | 'terms'> & { calendar: Calendar },
	month: CalendarMonth,
): Promise<void> {
	const found = await bareFigures(knex, {
		contracts: `select id from call_off_contracts
			where working_day_calendar = '${calendar}' and minimum_session_minutes = ${minutes}
				and first_sessions is ${terms ? 'not null' : 'null'}`,
		...{ calendar, minutes, terms },
		first: dayNumber(firstDay(month)),
		last: dayNumber(lastDay(month)),
		known: dayNumber(knownOn(month)),
	});
	for (const [contract, areas] of Map.groupBy(found, (each) => each.contract)) bare.set(`${contract} ${month}`, areas);
}

const areasOf = ({ contract, month }: Caseload) => bare.get(`${contract.id} ${month}`) ?? [];

async function platformAnswer({ contract, month }: Caseload, cpa?: number): Promise<Record<string, unknown>> {
	const now = new Date(`${knownOn(month)}T12:00:00Z`);
	const { measures } = await readPmi(knex, contract, month, { now, cpa });
	return flat(measures as unknown as Record<string, unknown>);
}

/** Nested numbers by their paths. */
function flat(nested: Record<string, unknown>, path = ''): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(nested).flatMap(([key, value]) =>
			value !== null && typeof value === 'object'
				? Object.entries(flat(value as Record<string, unknown>, `${path}${key}.`))
				: [[`${path}${key}`, value]],
		),
	);
}

describe(`${CASELOADS} generated caseloads`, () => {
	it('hold every case that the measures tell apart', () => {
		const areas = caseloads.flatMap(areasOf);
		for (const path of Object.keys(COUNTS)) {
			const seen = new Set(areas.map(({ counts }) => counts[path]!));
			expect([path, seen.has(1), seen.has(2)]).toEqual([path, true, true]);
		}
		expect(areas.some(({ lengths }) => lengths.left.has(0))).toBe(true);
	});

	it('have the same figures both ways, in the whole and in one area', { timeout: 240_000 }, async () => {
		let compared = 0;
		for (const caseload of caseloads) {
			const areas = areasOf(caseload);
			const { cpas } = caseload.contract;
			const cpa = cpas.length > 1 ? cpas[1] : undefined;
			const views = cpa === undefined ? [areas] : [areas, areas.filter((each) => each.cpa === cpa)];
			for (const [index, view] of views.entries()) {
				const expected = bareAnswer(view);
				const actual = await platformAnswer(caseload, index === 0 ? undefined : cpa);
				const own = Object.fromEntries(Object.keys(expected).map((path) => [path, actual[path]]));
				expect({ contract: caseload.contract.reference, ...own }).toEqual({
					contract: caseload.contract.reference,
					...expected,
				});
				compared += Object.keys(expected).length;
			}
		}
		expect(compared).toBeGreaterThan(CASELOADS * 50);
	});
});

describe('the records behind a figure', () => {
	/** What a measure's records are counted as: all of them, or those whose result its number is made of. */
	const TOTALS: [key: keyof JourneyMeasures, path: string, results: string[]][] = [
		['referrals_total', 'referrals_total.total', ['counted']],
		['referrals_new', 'referrals_new.total', ['counted']],
		['starts_total', 'starts_total.total', ['counted']],
		['starts_new', 'starts_new.total', ['counted']],
		['completions_total', 'completions_total.total', ['counted']],
		['initial_meetings', 'initial_meetings.total', ['counted']],
		['initial_meetings_on_time', 'initial_meetings_on_time.number', ['on_time']],
		['initial_meetings_on_time', 'initial_meetings_on_time.of', ['on_time', 'late']],
		['diagnostic_interviews', 'diagnostic_interviews.total', ['counted']],
		['diagnostic_interviews_on_time', 'diagnostic_interviews_on_time.of', ['on_time', 'late']],
		['action_plans', 'action_plans.total', ['counted']],
		['action_plans_on_time', 'action_plans_on_time.number', ['on_time']],
		['four_sessions', 'four_sessions.total', ['counted']],
		['four_sessions_on_time', 'four_sessions_on_time.of', ['on_time', 'late', 'not_done']],
		['four_sessions_on_time', 'four_sessions_on_time.pending', ['pending']],
		['eight_sessions', 'eight_sessions.number', ['counted']],
	];

	test.each(TOTALS)('of %s add up to %s', async (key, path, results) => {
		for (const caseload of caseloads.slice(0, 12)) {
			const { contract, month } = caseload;
			const records = await readRecordsBehind(knex, contract, month, key);
			// The records are as they are known today: later withdrawals are out of the figure as well.
			const { measures } = await readPmi(knex, contract, month);
			const number = records.filter(({ result }) => results.includes(result)).length;
			expect([contract.reference, number]).toEqual([
				contract.reference,
				flat(measures as unknown as Record<string, unknown>)[path],
			]);
		}
	});
});
