import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { mailText, REMINDER_KINDS, type Matter, type ReminderKind } from '../../domain/service-levels/reminders.ts';
import { momentColumn } from '../database/day-columns.ts';
import { errorCode } from './error-code.ts';

/** A letter to one person: no names, nothing about anybody. */
export interface Letter {
	to: string;
	subject: string;
	text: string;
}

/** Hands a letter over; throws where the mail server does not take it. */
export type Post = (letter: Letter) => Promise<unknown>;

const MOST_TRIES = 3;
const HOURS_WORTH_TRYING = 48;
const DAYS_SHOWN = 7;
const HOUR = 3_600_000;

/**
 * Sends the e-mails that wait, and again those that failed before, three times at most within two days. Each is marked
 * before it is handed over and is never handed over again unless the mail server said no: after a crash in between
 * nobody gets it twice.
 */
export async function sendWaiting(
	knex: Knex,
	post: Post,
	link: string,
	now: Date,
): Promise<{ mailed: number; mail_failed: number }> {
	const since = new Date(now.getTime() - HOURS_WORTH_TRYING * HOUR);
	const waiting = await knex('reminders as reminder')
		.join('directus_users as account', 'account.id', 'reminder.recipient')
		.whereIn('reminder.mail', ['waiting', 'failed'])
		.where('reminder.mail_tries', '<', MOST_TRIES)
		.where('reminder.told_at', '>=', momentColumn(knex, since))
		.where('account.status', 'active')
		.select(
			'reminder.id',
			'reminder.kinds',
			'reminder.mail',
			'reminder.mail_tries',
			'account.email',
			'account.language',
		);
	const count = { mailed: 0, mail_failed: 0 };
	for (const { id, kinds, mail, mail_tries, email, language } of waiting) {
		const mine = await knex('reminders')
			.where({ id, mail, mail_tries })
			.update({ mail: 'sending', mail_tries: Number(mail_tries) + 1 });
		if (mine === 0) continue;
		const letter = mailText(countsOf(kinds), link, language === 'cy-GB' ? 'cy-GB' : 'en-GB');
		try {
			await post({ to: email, ...letter });
			count.mailed += 1;
			await knex('reminders').where({ id }).update({ mail: 'sent', mail_error: null });
		} catch (error) {
			count.mail_failed += 1;
			await knex('reminders')
				.where({ id })
				.update({ mail: 'failed', mail_error: errorCode(error) });
		}
	}
	return count;
}

/** The e-mails of the last week that could not be sent, for the Administrator: told once a day while there are any. */
export async function undelivered(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const since = momentColumn(knex, new Date(Date.parse(today) - DAYS_SHOWN * 24 * HOUR));
	const failed: { mail_error: string; number: number | string }[] = await knex('reminders')
		.where({ mail: 'failed' })
		.where('told_at', '>=', since)
		.groupBy('mail_error')
		.select('mail_error', knex.raw('count(*) as number'));
	if (failed.length === 0) return [];
	const what = failed
		.map(({ mail_error, number }) => `${mail_error} ×${number}`)
		.sort()
		.join(', ');
	const about = { 'en-GB': what, 'cy-GB': what };
	return [{ kind: 'mail_failed', key: today, mentor_user: null, supplier: null, reference: 'SMTP', about }];
}

function countsOf(kinds: unknown): Map<ReminderKind, number> {
	const told = (typeof kinds === 'string' ? JSON.parse(kinds) : kinds) as ReminderKind[];
	const counts = new Map<ReminderKind, number>();
	for (const kind of REMINDER_KINDS) {
		const count = told.filter((each) => each === kind).length;
		if (count > 0) counts.set(kind, count);
	}
	return counts;
}
