import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { countsOf, forToday, reminderText, type Counts } from '../../domain/service-levels/reminder-texts.ts';
import { tellings, type Account, type Matter, type ReminderKind } from '../../domain/service-levels/reminders.ts';
import { momentColumn } from '../database/day-columns.ts';
import { errorCode } from './error-code.ts';
import { notify } from './notifications.ts';
import { listOf } from './reminded-lists.ts';

const BATCH = 100;

export interface Told {
	/** People who were told something. */
	people: number;
	/** Matters that were told, each person's counted. */
	matters: number;
	/** Why somebody could not be told, by the database's code. */
	failures: string[];
}

/** When reminders are told, to whom, and where what they are about is opened. */
export interface Occasion {
	today: CalendarDay;
	now: Date;
	/** Who can be told. */
	accounts: readonly Account[];
	/** Those of them who are told another day. */
	away: ReadonlySet<string>;
	/** The address of the Studio. */
	studio: string;
	/** Whether an e-mail is to follow for those who want one. */
	mail: boolean;
}

/**
 * Tells everybody whom the matters concern, one notification for each person, in their language. What somebody has been
 * told is written in the same transaction as the notification, under a key that exists once: a run that ends half way
 * and is repeated, or two that run at the same time, tell nothing twice and forget nothing.
 */
export async function tell(knex: Knex, matters: readonly Matter[], occasion: Occasion): Promise<Told> {
	const told: Told = { people: 0, matters: 0, failures: [] };
	const pairs = tellings(matters, occasion.accounts, occasion.today).filter(
		({ account }) => !occasion.away.has(account.id),
	);
	for (const [account, own] of Map.groupBy(pairs, (pair) => pair.account)) {
		try {
			const count = await tellOne(
				knex,
				account,
				own.map(({ matter }) => matter),
				occasion,
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
async function tellOne(
	knex: Knex,
	account: Account,
	matters: readonly Matter[],
	{ today, now, studio, mail }: Occasion,
): Promise<number> {
	const keyOf = ({ kind, key }: Matter) => `${account.id} ${kind} ${key}`;
	const known = await keysThere(knex, matters.map(keyOf));
	const news = [...new Map(matters.map((matter) => [keyOf(matter), matter])).values()].filter(
		(matter) => !known.has(keyOf(matter)),
	);
	const chosen = news.length === 0 ? [] : forToday(news, await toldSince(knex, account, today), today);
	if (chosen.length === 0) return 0;
	return knex.transaction(async (transaction) => {
		const id = randomUUID();
		const by = mail && account.email !== null && !chosen.every(({ kind }) => kind === 'mail_failed');
		await transaction('reminders').insert({
			id,
			recipient: account.id,
			told_at: momentColumn(transaction, now),
			kinds: '[]',
			matters: 0,
			mail: by ? 'waiting' : 'none',
			mail_tries: 0,
		});
		const rows = chosen.map((matter) => ({ id: randomUUID(), key: keyOf(matter), reminder: id }));
		for (let start = 0; start < rows.length; start += BATCH) {
			const batch = rows.slice(start, start + BATCH);
			await transaction('reminded_matters').insert(batch).onConflict('key').ignore();
		}
		// Another run may have been quicker with some of them.
		const won = new Set<string>(await transaction('reminded_matters').where({ reminder: id }).pluck('key'));
		const told = chosen.filter((matter) => won.has(keyOf(matter)));
		if (told.length === 0) {
			await transaction('reminders').where({ id }).delete();
			return 0;
		}
		const kinds = told.map(({ kind }) => kind);
		const waiting = countsOf(news.filter((matter) => !chosen.includes(matter)).map(({ kind }) => kind));
		const { subject, message } = reminderText(told, waiting, studio, account.language);
		const only = told.length === 1 ? told[0]?.record : undefined;
		await notify(transaction, {
			recipient: account.id,
			collection: only?.collection ?? listOf(kinds[0] as ReminderKind),
			...(only && { item: only.key }),
			subject,
			message,
		});
		await transaction('reminders')
			.where({ id })
			.update({ kinds: JSON.stringify(kinds), matters: told.length });
		return told.length;
	});
}

/** How many matters of each kind somebody has been told of on this day. */
async function toldSince(knex: Knex, { id }: Account, today: CalendarDay): Promise<Counts> {
	const rows = await knex('reminders')
		.where({ recipient: id })
		.where('told_at', '>=', momentColumn(knex, new Date(`${today}T00:00:00Z`)))
		.select('kinds');
	return countsOf(rows.flatMap(({ kinds }) => (typeof kinds === 'string' ? JSON.parse(kinds) : kinds)));
}

async function keysThere(knex: Knex, keys: readonly string[]): Promise<Set<string>> {
	const found = new Set<string>();
	for (let start = 0; start < keys.length; start += BATCH) {
		const batch = keys.slice(start, start + BATCH);
		for (const key of await knex('reminded_matters').whereIn('key', batch).pluck('key')) found.add(key);
	}
	return found;
}
