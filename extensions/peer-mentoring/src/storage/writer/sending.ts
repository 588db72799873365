import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { type CalendarDay, type CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import type { Problem } from '../../domain/returns/submission/messages.ts';
import {
	firstSentOn,
	sendingOf,
	sendingProblems,
	trackerFrom,
	type Sending,
	type SendingPart,
} from '../../domain/returns/submission/sending.ts';
import { today as dayAt } from '../../clock/today.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { dayColumn, dayOf, isSqlite, momentColumn } from '../database/day-columns.ts';
import { keepFile, type KeptFile } from '../returns/kept-files.ts';
import { returnVersion } from '../returns/return-versions.ts';
import { readSendings, type StoredSending } from '../returns/sendings.ts';
import { settleContracts } from './contract-records.ts';

/** What whoever has sent a return says of it. */
export interface NewSending extends Sending {
	/** Why what is on record is corrected. */
	reason: string | null;
	user: string | null;
	now: Date;
}

/** A sending that cannot be recorded as it is said. */
export class NotSent extends Error {
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(problems.map(({ code }) => code).join(', '));
		this.problems = problems;
	}
}

/** Brings up to date what follows from a sending; whoever records many does it once, after them. */
export type Follow = (knex: Knex, contract: string, today: CalendarDay) => Promise<void>;

/**
 * Records that a month's PMI was sent through Jaggaer, or its Mentee Tracker to the analysts (3.4). What is on record is
 * never changed: a correction is a row of its own, with its reason. The day decides whether the PMI was in time and
 * releases the 20% line (4.5).
 * @throws NotSent where there is nothing to send yet, or the day or the reason is not right
 */
export async function recordSending(
	knex: Knex,
	contract: Pick<StoredContract, 'id' | 'supplier'>,
	month: CalendarMonth,
	part: SendingPart,
	said: NewSending,
	follow: Follow = settleWhatFollows,
): Promise<Sending> {
	const { sent_on, reference, reason, user, now } = said;
	return knex.transaction(async (transaction) => {
		const head = await lockReturn(transaction, contract.id, month);
		const submitted = part === 'pmi' ? await returnVersion(transaction, contract.id, month) : undefined;
		if (!head || (part === 'pmi' && !submitted)) throw new NotSent([{ field: 'sent_on', code: 'not_submitted_yet' }]);
		const version = submitted?.version ?? null;
		const recorded = await readSendings(transaction, contract.id, { month, part });
		const before = sendingOf(recorded, version);
		const from = submitted ? dayAt(submitted.submitted_at) : trackerFrom(month);
		const problems = sendingProblems(said, { part, from, before }, dayAt(now));
		if (problems.length > 0) throw new NotSent(problems);
		await transaction('return_sendings').insert({
			id: randomUUID(),
			...{ mi_return: head.id, contract: contract.id, supplier: contract.supplier, month, part, version, reference },
			sent_on: dayColumn(transaction, sent_on),
			reason: before ? reason : null,
			recorded_at: momentColumn(transaction, now),
			recorded_by: user,
		});
		if (part === 'pmi') {
			const first = firstSentOn([...recorded, { version, sent_on, reference }]) as CalendarDay;
			const late = first > (dayOf(head.due_on) as CalendarDay);
			await transaction('mi_returns')
				.where({ id: head.id })
				.update({ sent_on: dayColumn(transaction, first), sent_reference: reference, awaits_sending: false, late });
		} else {
			await transaction('mi_returns')
				.where({ id: head.id })
				.update({ tracker_sent_on: dayColumn(transaction, sent_on) });
		}
		await follow(transaction, contract.id, dayAt(now));
		return { sent_on, reference };
	});
}

/**
 * Keeps the receipt of what was sent last, once.
 * @throws NotSent where nothing is on record as sent, or it has a receipt
 */
export async function keepReceipt(
	knex: Knex,
	{ id, reference }: Pick<StoredContract, 'id' | 'reference'>,
	month: CalendarMonth,
	part: SendingPart,
	{ content, type, ending }: { content: Buffer; type: string; ending: string },
): Promise<KeptFile> {
	return knex.transaction(async (transaction) => {
		await lockReturn(transaction, id, month);
		const newest = await newestSending(transaction, id, month, part);
		if (!newest) throw new NotSent([{ field: 'receipt', code: 'receipt_of_nothing' }]);
		if (newest.receipt !== null) throw new NotSent([{ field: 'receipt', code: 'receipt_there' }]);
		const name = `receipt-${part.replaceAll('_', '-')}-${reference.replace(/[^A-Za-z0-9-]+/g, '-')}-${month}.${ending}`;
		const file = await keepFile(transaction, name, type, content);
		await transaction('return_sendings').where({ id: newest.id }).update({ receipt: file.id });
		return file;
	});
}

/** The sending that was recorded last of a month's PMI or Mentee Tracker. */
export async function newestSending(
	knex: Knex,
	contract: string,
	month: CalendarMonth,
	part: SendingPart,
): Promise<StoredSending | undefined> {
	return (await readSendings(knex, contract, { month, part })).at(-1);
}

/** The clocks, service levels, quarterly returns and payments of a contract. */
function settleWhatFollows(knex: Knex, contract: string, today: CalendarDay): Promise<void> {
	return settleContracts(knex, [contract], today);
}

/** Two people must not both record the same sending. */
async function lockReturn(knex: Knex, contract: string, month: CalendarMonth) {
	const query = knex('mi_returns').where({ contract, month }).first('id', 'due_on');
	return (await (isSqlite(knex) ? query : query.forUpdate())) as Record<string, unknown> | undefined;
}
