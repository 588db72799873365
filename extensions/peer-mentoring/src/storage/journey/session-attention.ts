/** Keeps on each session what it has to be looked at for (2.20, 2.26). */
import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import { attentionOf, type HeldSession, type Places } from '../../domain/journey/session-attention.ts';
import { listIn } from '../../domain/journey/record-rules.ts';
import { dayOf } from '../database/day-columns.ts';
import { answerOf, sessionOf } from './journeys.ts';

const COLUMNS = ['id', 'held_on', 'minutes', 'attendance', 'one_to_one', 'mode', 'digital_agreed', 'under_restriction'];

/** Writes it on the sessions of these people, where it has changed. */
export async function settleSessionAttention(knex: Knex, referrals: readonly string[]): Promise<void> {
	const rows = await knex('sessions as session')
		.join('mentees as mentee', 'mentee.id', 'session.mentee')
		.whereIn('mentee.referral', [...referrals])
		.select([...COLUMNS, 'mentee', 'place', 'place_other', 'attention'].map((column) => `session.${column}`))
		.select('mentee.contract');
	if (rows.length === 0) return;
	const places = await readPlaces(knex);
	const changed = new Map<string, string[]>();
	for (const own of Map.groupBy(rows, ({ mentee }) => mentee as string).values()) {
		const found = attentionOf(own.map(heldSession), places.get(own[0]?.contract as string) ?? new Map());
		for (const { id, attention } of own) {
			const wanted = found.get(id as string) ?? [];
			if (isDeepStrictEqual(wanted, listIn(attention))) continue;
			const key = JSON.stringify(wanted);
			changed.set(key, [...(changed.get(key) ?? []), id as string]);
		}
	}
	for (const [key, ids] of changed) {
		await knex('sessions')
			.whereIn('id', ids)
			.update({ attention: key === '[]' ? null : key });
	}
}

const AT_ONCE = 500;

/** As {@link settleSessionAttention}, of everybody on a contract: its places have changed. */
export async function settleSessionsOfContract(knex: Knex, contract: string): Promise<void> {
	const referrals = (await knex('mentees').where({ contract }).select('referral')).map(({ referral }) => referral);
	for (let start = 0; start < referrals.length; start += AT_ONCE) {
		await settleSessionAttention(knex, referrals.slice(start, start + AT_ONCE));
	}
}

/** The places of every contract, by its key. */
async function readPlaces(knex: Knex): Promise<Map<string, Places>> {
	const rows = await knex('session_places').select('id', 'contract', 'approved_on');
	return new Map(
		[...Map.groupBy(rows, ({ contract }) => contract as string)].map(([contract, own]) => [
			contract,
			new Map(own.map(({ id, approved_on }) => [id as string, dayOf(approved_on)])),
		]),
	);
}

function heldSession(row: Record<string, unknown>): HeldSession {
	return {
		...sessionOf(row),
		id: row.id as string,
		digital_agreed: answerOf(row.digital_agreed),
		under_restriction: Boolean(row.under_restriction),
		place: (row.place ?? null) as string | null,
		place_other: (row.place_other ?? null) as string | null,
	};
}
