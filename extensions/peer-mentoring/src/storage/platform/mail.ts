import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { codeText, type Language } from '../../domain/language/messages.ts';
import {
	countsOf,
	isTriedAgain,
	mailFailure,
	mailOf,
	MOST_TRIES,
	type ReminderMail,
} from '../../domain/service-levels/reminder-texts.ts';
import type { Matter, ReminderKind } from '../../domain/service-levels/reminders.ts';
import { momentColumn, momentOf } from '../database/day-columns.ts';
import { errorCode } from './error-code.ts';
import { listOf } from './reminded-lists.ts';

/** A letter to one person: no names, nothing about anybody. */
export interface Letter extends ReminderMail {
	to: string;
}

/** Hands a letter over; throws where the mail server does not take it. */
export type Post = (letter: Letter) => Promise<unknown>;

const HOUR = 3_600_000;
const DAYS_TRIED = 7;
/** A letter that was handed over so long ago and never confirmed is one whose sender was stopped in between. */
const HOURS_UNCONFIRMED = 1;

/**
 * Sends the e-mails that wait, and again those that failed before, an hour, a day and three days after. Each is marked
 * before it is handed over and is never handed over again unless the mail server said no: after a crash in between
 * nobody gets it twice. Where the server itself cannot be reached, the rest wait for the next run.
 */
export async function sendWaiting(
	knex: Knex,
	post: Post,
	studio: string,
	now: Date,
): Promise<{ mailed: number; mail_failed: number }> {
	const waiting = (await openLetters(knex, now)).filter(({ mail_tries, mail_tried_at }) =>
		isTriedAgain(Number(mail_tries), momentOf(mail_tried_at), now.getTime()),
	);
	const count = { mailed: 0, mail_failed: 0 };
	for (const { id, kinds, mail, mail_tries, email, language, role } of waiting) {
		const mine = await knex('reminders')
			.where({ id, mail, mail_tries })
			.update({ mail: 'sending', mail_tries: Number(mail_tries) + 1, mail_tried_at: momentColumn(knex, now) });
		if (mine === 0) continue;
		const told = typeof kinds === 'string' ? (JSON.parse(kinds) as ReminderKind[]) : kinds;
		const link = `${studio}${role === 'Peer Mentor' ? '/caseload' : `/content/${listOf(told[0] as ReminderKind)}`}`;
		const reader: Language = language === 'cy-GB' ? 'cy-GB' : 'en-GB';
		try {
			await post({ to: email, ...mailOf(countsOf(told), link, reader) });
			count.mailed += 1;
			await knex('reminders').where({ id }).update({ mail: 'sent', mail_error: null });
		} catch (error) {
			count.mail_failed += 1;
			const failure = mailFailure(error as object);
			const outcome = { mail: failure === 'refused' ? 'refused' : 'failed', mail_error: errorCode(error) };
			await knex('reminders').where({ id }).update(outcome);
			if (failure === 'server') break;
		}
	}
	return count;
}

interface OpenLetter {
	id: string;
	kinds: string | ReminderKind[];
	mail: string;
	mail_tries: number | string;
	mail_tried_at: unknown;
	email: string;
	language: string | null;
	role: string | null;
}

/** What waits to be sent, or may be tried again, the oldest first. */
function openLetters(knex: Knex, now: Date): Promise<OpenLetter[]> {
	return knex('reminders as reminder')
		.join('directus_users as account', 'account.id', 'reminder.recipient')
		.leftJoin('directus_roles as role', 'role.id', 'account.role')
		.whereIn('reminder.mail', ['waiting', 'failed'])
		.where('reminder.mail_tries', '<', MOST_TRIES)
		.where('reminder.told_at', '>=', momentColumn(knex, new Date(now.getTime() - DAYS_TRIED * 24 * HOUR)))
		.where('account.status', 'active')
		.orderBy(['reminder.told_at', 'reminder.id'])
		.select(
			'reminder.id',
			'reminder.kinds',
			'reminder.mail',
			'reminder.mail_tries',
			'reminder.mail_tried_at',
			'account.email',
			'account.language',
			'role.name as role',
		);
}

/** The e-mails of the last week that did not arrive, for the Administrator: told once a day while there are any. */
export async function undelivered(knex: Knex, today: CalendarDay, now: Date): Promise<Matter[]> {
	const found: { mail: keyof typeof OUTCOMES; mail_error: string | null; number: number | string }[] = await knex(
		'reminders',
	)
		.where('told_at', '>=', momentColumn(knex, new Date(now.getTime() - DAYS_TRIED * 24 * HOUR)))
		.where((which) =>
			which
				.whereIn('mail', ['failed', 'refused'])
				.orWhere((unconfirmed) =>
					unconfirmed
						.where({ mail: 'sending' })
						.where('mail_tried_at', '<', momentColumn(knex, new Date(now.getTime() - HOURS_UNCONFIRMED * HOUR))),
				),
		)
		.groupBy('mail', 'mail_error')
		.orderBy(['mail', 'mail_error'])
		.select('mail', 'mail_error', knex.raw('count(*) as number'));
	if (found.length === 0) return [];
	const inWords = (language: Language) =>
		found
			.map(({ mail, mail_error, number }) =>
				[OUTCOMES[mail][language], mail === 'sending' ? null : mail_error, `×${number}`].filter(Boolean).join(' '),
			)
			.join(', ');
	const about = { 'en-GB': inWords('en-GB'), 'cy-GB': inWords('cy-GB') };
	const nobodys = { mentor_user: null, supplier: null, contract: null };
	return [{ kind: 'mail_failed', key: today, ...nobodys, reference: 'SMTP', about }];
}

const OUTCOMES = {
	failed: codeText('mail_outcome', 'failed'),
	refused: codeText('mail_outcome', 'refused'),
	sending: codeText('mail_outcome', 'sending'),
} as const;

/** How many e-mails wait, and how many came back, by outcome. */
export async function countMail(knex: Knex): Promise<Map<string, number>> {
	const open = ['waiting', 'sending', 'failed', 'refused'];
	const rows = await knex('reminders').whereIn('mail', open).groupBy('mail').select('mail').count('* as number');
	const counted = new Map(rows.map(({ mail, number }) => [String(mail), Number(number)]));
	return new Map(open.map((outcome) => [outcome, counted.get(outcome) ?? 0]));
}
