/** Settling whom time has moved comes to the same as settling everybody, on whatever days it is done. */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, day, dayNumber } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { statusOn } from '../../../extensions/peer-mentoring/src/domain/service-levels/clock.ts';
import { clockFound } from '../../../extensions/peer-mentoring/src/storage/service-levels/clock-rows.ts';
import { settleMovedByTime } from '../../../extensions/peer-mentoring/src/storage/writer/moved-by-time.ts';
import { settleEverything } from '../../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import { verifyRecords } from '../../../extensions/peer-mentoring/src/storage/writer/verify.ts';
import { insertContract } from '../../support/caseloads/contract.ts';
import { addPerson, uuidFrom } from '../../support/caseloads/person.ts';
import { emptyCaseload, insertCaseload, insertRows } from '../../support/caseloads/rows.ts';
import { copyTemplate, discard, environment, type Copy } from '../../support/platform.ts';
import { openDatabase } from '../../support/tables.ts';
import { randomFrom } from '../../unit/support/random.ts';

const PEOPLE = 240;
const RECEIVED = { from: dayNumber(day('2023-04-03')), to: dayNumber(day('2024-06-30')) };
/** In the middle of what happens: much of what is on record is still ahead. */
const BEGINNING = day('2024-02-01');
const NIGHTS = 24;
const random = randomFrom(20_240_201);

let copy: Copy;
let knex: Knex;

beforeAll(async () => {
	copy = await copyTemplate('reference');
	knex = openDatabase(environment(copy, {}));
	const contract = await insertContract(knex, { random, reference: 'PM-NIGHT', cpas: [4, 5] });
	const mentors = Array.from({ length: 3 }, (_, index) => ({
		id: uuidFrom(random),
		supplier: contract.supplier,
		reference: `M-${index}`,
		first_name: 'Test',
		last_name: `Mentor ${index}`,
	}));
	await insertRows(knex, 'peer_mentors', mentors);
	const caseload = emptyCaseload();
	for (let person = 0; person < PEOPLE; person++) {
		addPerson(caseload, { random, contract, reference: `N-${person}`, received: RECEIVED, faults: 1, sessions: 20 });
	}
	for (const table of ['referrals', 'mentees'] as const) {
		for (const row of caseload[table])
			row.peer_mentor = mentors[Number(String(row.reference).slice(2)) % 3]?.id ?? null;
	}
	await insertCaseload(knex, caseload);
	// Assignments that end one after another, in areas of both Contract Package Areas.
	const areas = (cpa: number) => knex('delivery_areas').where({ cpa }).orderBy('id').limit(2).pluck('id');
	const [four, five] = [await areas(4), await areas(5)];
	const posts = [
		[0, 4, four[0], '2024-04-30'],
		[0, 4, four[1], null],
		[1, 4, four[0], '2023-12-31'],
		[1, 5, five[0], '2024-05-15'],
		[2, 5, five[0], '2024-06-30'],
		[2, 5, five[1], '2024-08-31'],
		[2, 4, four[1], null],
	] as const;
	await insertRows(
		knex,
		'fte_assignments',
		posts.map(([mentor, cpa, delivery_area, ends]) => ({
			id: uuidFrom(random),
			supplier: contract.supplier,
			contract: contract.id,
			peer_mentor: mentors[mentor]?.id ?? null,
			cpa,
			delivery_area,
			weekly_hours: 10,
			starts_on: dayNumber(day('2023-05-01')),
			ends_on: ends && dayNumber(day(ends)),
		})),
	);
	await settleEverything(knex, BEGINNING);
}, 300_000);
afterAll(async () => {
	await knex.destroy();
	await discard(copy);
});

async function differing(on: typeof BEGINNING): Promise<string[]> {
	const found: string[] = [];
	await verifyRecords(knex, on, ({ record, reference, what }) => found.push(`${record} ${reference}: ${what.join()}`));
	return found;
}

describe('settling whom time has moved', () => {
	it('finds what settling everybody finds where it is another place that says the Delivery Area', async () => {
		const [area] = await knex('delivery_areas').where({ cpa: 4 }).orderBy('id').pluck('id');
		const office = await knex('jobcentre_offices').where({ delivery_area: area }).first('id');
		const [referral] = await knex('referrals').where({ cpa: 4, delivery_area: null }).pluck('id');
		expect([typeof office?.id, typeof referral]).toEqual(['string', 'string']);
		await knex('referrals').where({ id: referral }).update({ jobcentre_office: office.id });
		expect((await settleMovedByTime(knex, BEGINNING)).areas).toBe(1);
		expect(await differing(BEGINNING)).toEqual([]);
		expect(await knex('referrals').where({ id: referral }).first('delivery_area')).toEqual({ delivery_area: area });
	});

	it('leaves nothing for settling everybody to change, night after night', { timeout: 600_000 }, async () => {
		const moved = { met: 0, missed: 0, dropouts: 0, areas: 0 };
		let on = BEGINNING;
		expect(await differing(on)).toEqual([]);
		for (let night = 0; night < NIGHTS; night++) {
			// Mostly the next day; now and then nothing ran for weeks.
			on = addDays(on, random() < 0.5 ? 1 : Math.ceil(random() * 30));
			const { clocks, dropouts, areas } = await settleMovedByTime(knex, on);
			moved.met += clocks.met;
			moved.missed += clocks.missed;
			moved.dropouts += dropouts;
			moved.areas += areas;
			expect([on, await differing(on)]).toEqual([on, []]);
			const clocksNow = (await knex('service_level_clocks').select()).map(clockFound);
			expect(clocksNow.filter((clock) => clock.status !== statusOn(clock, on))).toEqual([]);
			const again = await settleMovedByTime(knex, on);
			expect(again).toEqual({ clocks: { met: 0, missed: 0 }, dropouts: 0, areas: 0 });
		}
		for (const [what, number] of Object.entries(moved)) expect([what, number > 0]).toEqual([what, true]);
	});

	it('does not move the first day of somebody of whom no day is on record', async () => {
		const { supplier, contract } = await knex('referrals').first('supplier', 'contract');
		const mentee = uuidFrom(random);
		const row = { id: uuidFrom(random), supplier, contract, reference: 'N-NO-DAY', cpa: 4 };
		await insertRows(knex, 'referrals', [{ ...row, route: 'jobcentre_plus' }]);
		await insertRows(knex, 'mentees', [{ ...row, id: mentee, referral: row.id }]);
		await settleEverything(knex, BEGINNING);
		const first = () => knex('allocations').where({ mentee }).first('from_on');
		const began = await first();
		await settleEverything(knex, addDays(BEGINNING, 500));
		expect(await first()).toEqual(began);
	});
});
