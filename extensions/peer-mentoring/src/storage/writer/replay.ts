/** Does again, after a restore, what people asked for since the backup was taken (2.25). */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { ERASURES, PERSON } from '../../domain/privacy/personal-data.ts';
import { dayColumn, nowColumn } from '../database/day-columns.ts';
import { foldJournal } from '../privacy/erasure.ts';
import { familyIn, filesOf, rowsOfPerson, type Overview } from '../privacy/personal-data.ts';
import type { Registered } from '../privacy/register.ts';
import { erasePerson } from './erase-person.ts';
import { settle } from './settle.ts';
import { noteUnsettled } from './unsettled.ts';

/** Stands where the words of the request stood, which the register does not hold. */
const REASON = 'Erased again after a restore';

export interface Replayed {
	erased: number;
	withdrawn: number;
	/** Of people whom the backup does not know. */
	unknown: number;
}

/** Erases again who was erased, by the same writer, and records the withdrawals that are missing; the rest stands already. */
export async function replay(
	knex: Knex,
	overview: Overview,
	entries: readonly Registered[],
	today: CalendarDay,
): Promise<Replayed> {
	const replayed: Replayed = { erased: 0, withdrawn: 0, unknown: 0 };
	const inOrder = [...entries].sort((a, b) => (a.what < b.what ? -1 : 1));
	for (const entry of inOrder) {
		const person = await knex(PERSON).where({ id: entry.referral }).first('id', 'supplier', 'contract', 'mentor_user');
		if (!person) replayed.unknown++;
		else if (await knex(ERASURES).where({ referral: entry.referral }).first('id')) continue;
		else if (entry.what === 'erasure') {
			await eraseAgain(knex, overview, entry, person, today);
			replayed.erased++;
		} else if (!(await knex('consents').where({ id: entry.key }).first('id'))) {
			await withdrawAgain(knex, entry, person, today);
			replayed.withdrawn++;
		}
	}
	if (replayed.erased > 0) await foldJournal(knex);
	return replayed;
}

interface Person {
	supplier: string;
	contract: string;
	mentor_user: string | null;
}

async function eraseAgain(
	knex: Knex,
	overview: Overview,
	{ key, referral, on }: Registered,
	{ supplier, contract }: Person,
	today: CalendarDay,
): Promise<void> {
	await knex.transaction(async (transaction) => {
		const files = await filesOf(transaction, overview, await rowsOfPerson(transaction, familyIn(overview), referral));
		const records = await erasePerson(transaction, overview, referral);
		// The server that starts next takes their bytes from the disk.
		for (const key of files) await noteUnsettled(transaction, { id: randomUUID(), kind: 'photo', key, user: null });
		const day = dayColumn(transaction, on);
		await transaction(ERASURES).insert({
			id: key,
			referral,
			requested_on: day,
			reason: REASON,
			erased_on: day,
			records,
			supplier,
			date_created: nowColumn(transaction),
		});
	});
	await settle(knex, { referrals: [referral], contracts: [contract], mentors: [] }, today);
}

async function withdrawAgain(
	knex: Knex,
	{ key, referral, on }: Registered,
	{ supplier, contract, mentor_user }: Person,
	today: CalendarDay,
): Promise<void> {
	const mentee = await knex('mentees').where({ referral }).first('id');
	await knex('consents').insert({
		id: key,
		referral,
		mentee: mentee?.id ?? null,
		decision: 'withdrawn',
		decided_on: dayColumn(knex, on),
		imported: true,
		supplier,
		mentor_user,
		restricted: true,
		date_created: nowColumn(knex),
	});
	await settle(knex, { referrals: [referral], contracts: [contract], mentors: [] }, today);
}
