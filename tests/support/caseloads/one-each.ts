/** Generated people, each under a contract of their own, so that what is counted for a contract is said of one person. */
import type { Knex } from 'knex';
import {
	day,
	dayNumber,
	lastDay,
	parseMonth,
	type CalendarDay,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { StoredContract } from '../../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { journeysOf, type StoredJourney } from '../../../extensions/peer-mentoring/src/storage/journey/journeys.ts';
import { settleOwners } from '../../../extensions/peer-mentoring/src/storage/privacy/ownership.ts';
import { randomFrom } from '../../unit/support/random.ts';
import { lane } from '../platform.ts';
import { insertContract } from './contract.ts';
import { addPerson, uuidFrom } from './person.ts';
import { emptyCaseload, insertCaseload, insertRows, type RawRow } from './rows.ts';

/** Enough for every case to be met many times; on a server of its own each question takes longer. */
export const PEOPLE = lane === 'postgres' ? 150 : 300;
export const RECEIVED = { from: dayNumber(day('2023-03-01')), to: dayNumber(day('2025-02-28')) };
export const AREA = 4;
const MINUTES = [60, 45];

/** The month they are read for, in the middle of what happens to them. */
export const MONTH = parseMonth('2024-06')!;
export const CUT_OFF = lastDay(MONTH);
export const by = (on: CalendarDay | null) => on !== null && on <= CUT_OFF;

export interface Person {
	contract: StoredContract;
	referral: string;
	mentor: string;
	/** As the rules have it: what all the others are held to. */
	journey: StoredJourney;
}

export async function insertPeople(knex: Knex): Promise<Person[]> {
	const random = randomFrom(19_680_411);
	const rows = emptyCaseload();
	const mentors: RawRow[] = [];
	const made: Omit<Person, 'journey'>[] = [];
	for (let number = 0; number < PEOPLE; number++) {
		const reference = `R-${number}`;
		const minutes = MINUTES[number % 2]!;
		const contract = await insertContract(knex, { random, reference, cpas: [AREA], minutes });
		addPerson(rows, { random, contract, reference, received: RECEIVED, faults: 1, sessions: 16 });
		const mentor = uuidFrom(random);
		mentors.push({ id: mentor, supplier: contract.supplier, reference, first_name: 'Test', last_name: reference });
		made.push({ contract, referral: rows.referrals.at(-1)!.id as string, mentor });
	}
	await insertRows(knex, 'peer_mentors', mentors);
	await insertCaseload(knex, rows);
	for (const { referral, mentor } of made) {
		await knex('referrals').where({ id: referral }).update({ peer_mentor: mentor });
		await knex('mentees').where({ referral }).update({ peer_mentor: mentor });
	}
	const referrals = made.map(({ referral }) => referral);
	// Whose the rows are, and whether they are restricted, as after any write.
	for (let start = 0; start < referrals.length; start += 100)
		await settleOwners(knex, referrals.slice(start, start + 100));
	await knex.raw('analyze');
	const found = await journeysOf(knex, referrals);
	const byKey = new Map(found.map((journey) => [journey.referral, journey]));
	return made.map((each) => ({ ...each, journey: byKey.get(each.referral)! }));
}

export async function all<Item>(stream: AsyncIterable<Item>): Promise<Item[]> {
	const items: Item[] = [];
	for await (const item of stream) items.push(item);
	return items;
}
