import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { earliest, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { consentStanding, type ConsentDecision } from '../../domain/privacy/consent.ts';
import { dayColumn, dayOf, nowColumn } from '../database/day-columns.ts';
import { insertMany } from '../database/insert-many.ts';

const TABLES = ['referrals', 'mentees'] as const;
const COLUMNS = ['consent_given_on', 'consent_withdrawn_on'] as const;
const DECISIONS = { consent_given_on: 'given', consent_withdrawn_on: 'withdrawn' } as const;

type Row = Record<string, unknown>;
interface Person {
	row: Row;
	decisions: ConsentDecision[];
}

/**
 * Settles the consent of people (2.25, 2.26, 2.28): the dates on the referral and its Mentee are what their decisions come
 * to. Dates without any decision came with an import: they are given one each, which says so.
 */
export async function settleConsents(knex: Knex, referrals: readonly string[], user: string | null): Promise<void> {
	const people = await readPeople(knex, referrals);
	const added: Row[] = [];
	for (const { row, decisions } of people) {
		if (decisions.length > 0) continue;
		for (const column of COLUMNS) {
			const decision = DECISIONS[column];
			const decided_on = earliest(...TABLES.map((table) => dayOf(row[`${table}_${column}`])));
			if (!decided_on) continue;
			decisions.push({ decision, decided_on });
			added.push({
				id: randomUUID(),
				referral: row.referrals,
				mentee: row.mentees,
				decision,
				decided_on: dayColumn(knex, decided_on),
				imported: true,
				supplier: row.supplier,
				mentor_user: row.mentor_user,
				restricted: Boolean(row.restricted),
				date_created: nowColumn(knex),
				user_created: user,
			});
		}
	}
	await insertMany(knex, 'consents', added);
	for (const { row, decisions } of people) {
		const { given_on, withdrawn_on } = consentStanding(decisions);
		const standing = { consent_given_on: given_on, consent_withdrawn_on: withdrawn_on };
		for (const table of TABLES) {
			if (row[table] === null) continue;
			if (COLUMNS.every((column) => dayOf(row[`${table}_${column}`]) === standing[column])) continue;
			await knex(table)
				.where({ id: row[table] })
				.update(Object.fromEntries(COLUMNS.map((column) => [column, dayColumn(knex, standing[column])])));
		}
	}
}

/** Of whom anything about consent is known, and what they have decided. */
async function readPeople(knex: Knex, referrals: readonly string[]): Promise<Person[]> {
	const decided: Row[] = await knex('consents')
		.whereIn('referral', referrals)
		.select('referral', 'decision', 'decided_on');
	const decisions = Map.groupBy(decided, ({ referral }) => referral);
	const rows: Row[] = await knex('referrals as referral')
		.leftJoin('mentees as mentee', 'mentee.referral', 'referral.id')
		.whereIn('referral.id', referrals)
		// What somebody decided who has been erased is not known any more; what came of it stays.
		.whereNotExists(knex('erasures').whereRaw('erasures.referral = referral.id'))
		.select(
			'referral.id as referrals',
			'mentee.id as mentees',
			'referral.supplier',
			'referral.mentor_user',
			'referral.restricted',
			...TABLES.flatMap((table) => COLUMNS.map((column) => `${table.slice(0, -1)}.${column} as ${table}_${column}`)),
		);
	return rows.flatMap((row) => {
		const own = decisions.get(row.referrals) ?? [];
		const dated = TABLES.some((table) => COLUMNS.some((column) => row[`${table}_${column}`] !== null));
		if (own.length === 0 && !dated) return [];
		return {
			row,
			decisions: own.map(({ decision, decided_on }) => ({
				decision: decision as ConsentDecision['decision'],
				decided_on: dayOf(decided_on) as CalendarDay,
			})),
		};
	});
}

/** Takes the dates off people whose last decision is about to be deleted: there is nothing left that they come of. */
export async function forgetConsents(knex: Knex, keys: readonly string[]): Promise<void> {
	const people = knex('consents').whereIn('id', keys).select('referral');
	const left = knex('consents').whereNotIn('id', keys).select('referral');
	const none = { consent_given_on: null, consent_withdrawn_on: null };
	await knex('referrals').whereIn('id', people.clone()).whereNotIn('id', left.clone()).update(none);
	await knex('mentees').whereIn('referral', people).whereNotIn('referral', left).update(none);
}
