import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import {
	reminderText,
	toldTo,
	type Account,
	type Matter,
	type ReminderKind,
} from '../../domain/service-levels/reminders.ts';
import { nowColumn } from '../database/day-columns.ts';
import { errorCode } from './error-code.ts';
import { readAccounts } from './accounts.ts';
import { notify } from './notifications.ts';

const BATCH = 100;

/** The list that the Studio opens from a reminder of one kind. */
const COLLECTIONS: Partial<Record<ReminderKind, string>> = {
	return_not_sent: 'mi_returns',
	disengaged: 'mentees',
	dropout_proposed: 'mentees',
	consent_missing: 'mentees',
	office_visit_missing: 'office_visit_weeks',
	fte_gap: 'fte_assignments',
	plan_opened: 'performance_improvement_plans',
	returns_opened: 'mi_returns',
	returns_incomplete: 'mi_returns',
	returns_due: 'mi_returns',
	returns_late: 'mi_returns',
	quarterly_spend: 'periodic_returns',
	six_monthly_documents: 'periodic_returns',
	plan_sample: 'plan_samples',
	mail_failed: 'reminders',
};

export interface Told {
	/** People who were told something. */
	people: number;
	/** Matters that were told, each person's counted. */
	matters: number;
	/** Why somebody could not be told, by the database's code. */
	failures: string[];
}

/**
 * Tells everybody whom the matters concern, one notification for each person, in their language. What somebody has been
 * told is written in the same transaction as the notification, under a key that exists once: a run that ends half way
 * and is repeated, or two that run at the same time, tell nothing twice and forget nothing.
 * @param mail whether an e-mail is to follow for those who want one
 */
export async function tell(knex: Knex, matters: readonly Matter[], mail: boolean): Promise<Told> {
	const told: Told = { people: 0, matters: 0, failures: [] };
	const accounts = matters.length === 0 ? [] : await readAccounts(knex);
	const pairs = matters.flatMap((matter) => toldTo(matter, accounts).map((account) => ({ account, matter })));
	for (const [account, own] of Map.groupBy(pairs, (pair) => pair.account)) {
		try {
			const count = await tellOne(
				knex,
				account,
				own.map(({ matter }) => matter),
				mail,
			);
			told.people += count > 0 ? 1 : 0;
			told.matters += count;
		} catch (error) {
			told.failures.push(`notification: ${errorCode(error)}`);
		}
	}
	return told;
}

/** @returns how many of the matters were new to the person */
async function tellOne(knex: Knex, account: Account, matters: readonly Matter[], mail: boolean): Promise<number> {
	const keyed = new Map(matters.map((matter) => [`${account.id} ${matter.kind} ${matter.key}`, matter]));
	for (const key of await keysThere(knex, [...keyed.keys()])) keyed.delete(key);
	if (keyed.size === 0) return 0;
	return knex.transaction(async (transaction) => {
		const id = randomUUID();
		const by = mail && account.email !== null && ![...keyed.values()].every(({ kind }) => kind === 'mail_failed');
		await transaction('reminders').insert({
			id,
			recipient: account.id,
			told_at: nowColumn(transaction),
			kinds: '[]',
			matters: 0,
			mail: by ? 'waiting' : 'none',
			mail_tries: 0,
		});
		const rows = [...keyed.keys()].map((key) => ({ id: randomUUID(), key, reminder: id }));
		for (let start = 0; start < rows.length; start += BATCH) {
			const batch = rows.slice(start, start + BATCH);
			await transaction('reminded_matters').insert(batch).onConflict('key').ignore();
		}
		// Another run may have been quicker with some of them.
		const won = await transaction('reminded_matters').where({ reminder: id }).select('key');
		const news = won.map(({ key }) => keyed.get(key) as Matter);
		if (news.length === 0) {
			await transaction('reminders').where({ id }).delete();
			return 0;
		}
		const { subject, message } = reminderText(news, account.language);
		const kinds = news.map(({ kind }) => kind);
		const collection = COLLECTIONS[kinds[0] as ReminderKind] ?? 'service_level_clocks';
		await notify(transaction, { recipient: account.id, collection, subject, message });
		await transaction('reminders')
			.where({ id })
			.update({ kinds: JSON.stringify(kinds), matters: news.length });
		return news.length;
	});
}

async function keysThere(knex: Knex, keys: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	for (let start = 0; start < keys.length; start += BATCH) {
		const rows = await knex('reminded_matters')
			.whereIn('key', keys.slice(start, start + BATCH))
			.select('key');
		found.push(...rows.map(({ key }) => key));
	}
	return found;
}
