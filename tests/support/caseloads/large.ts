import type { Knex } from 'knex';
import { day, dayNumber } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { StoredContract } from '../../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import { randomFrom } from '../../unit/support/random.ts';
import { insertContract } from './contract.ts';
import { addPerson } from './person.ts';
import { emptyCaseload, insertCaseload } from './rows.ts';

/** As many people as a statement or two take. */
const PEOPLE_AT_ONCE = 2000;
const FROM = dayNumber(day('2023-04-03'));
const TO = dayNumber(day('2025-01-10'));

export interface LargeCaseload {
	contract: StoredContract;
	referrals: number;
	sessions: number;
}

/** A contract with this many referrals, and eight sessions for each of them on average: the same rows at each run. */
export async function insertLargeCaseload(
	knex: Knex,
	referrals: number,
	onProgress: (done: number) => void = () => undefined,
): Promise<LargeCaseload> {
	const random = randomFrom(20_241_231);
	const contract = await insertContract(knex, { random, reference: 'PM-LARGE', cpas: [4, 5] });
	let sessions = 0;
	for (let done = 0; done < referrals; done += PEOPLE_AT_ONCE) {
		const caseload = emptyCaseload();
		for (let person = done; person < Math.min(referrals, done + PEOPLE_AT_ONCE); person++) {
			const reference = `L-${String(person).padStart(7, '0')}`;
			addPerson(caseload, { random, contract, reference, received: { from: FROM, to: TO }, faults: 0.1, sessions: 34 });
		}
		sessions += caseload.sessions.length;
		await insertCaseload(knex, caseload);
		onProgress(Math.min(referrals, done + PEOPLE_AT_ONCE));
	}
	return { contract, referrals, sessions };
}
