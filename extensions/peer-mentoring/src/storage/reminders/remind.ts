import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { HolidaysUnknownError } from '../../domain/calendar/working-days.ts';
import { isAway, type Account, type Matter, type ReminderKind } from '../../domain/service-levels/reminders.ts';
import { holidayReader } from '../calendar/holidays.ts';
import { absentMentors, departedMentors, nationsOf } from '../people/nations.ts';
import { readAccounts } from '../platform/accounts.ts';
import { errorCode } from '../platform/error-code.ts';
import { sendWaiting, type Post } from '../platform/mail.ts';
import { tell, type Told } from '../platform/tell.ts';
import { DUE_SOON_STAGES, mattersOf } from './matters.ts';

export interface Reminded extends Told {
	mailed: number;
	mail_failed: number;
	/** What could not be told, by kind or step, with a code. */
	failures: string[];
}

/** What a run of reminders is about. */
export interface Run {
	stages?: readonly number[];
	today: CalendarDay;
	now?: Date;
	/** The address of the Studio. */
	studio: string;
	/** Hands e-mails over; without it none are sent. */
	post: Post | undefined;
}

/**
 * Reminds everybody of everything of these kinds that they have not been told before, in one notification for each
 * person, and sends the e-mails where there is a mail server. Who has a bank holiday today is told on the next day. What
 * could not be told is named, after everything else has been; the next run tells it.
 */
export async function remind(
	knex: Knex,
	kinds: readonly ReminderKind[],
	{ stages = DUE_SOON_STAGES, today, now = new Date(), studio, post }: Run,
): Promise<Reminded> {
	const matters: Matter[] = [];
	const failures: string[] = [];
	const when = { today, stages, now };
	for (const kind of kinds) {
		try {
			matters.push(...(await mattersOf(knex, kind, when)));
		} catch (error) {
			failures.push(`${kind}: ${error instanceof HolidaysUnknownError ? error.message : errorCode(error)}`);
		}
	}
	const unreached = new Set([...(await departedMentors(knex, today)), ...(await absentMentors(knex, today))]);
	const accounts = (await readAccounts(knex)).filter(({ id, role }) => role !== 'Peer Mentor' || !unreached.has(id));
	const away = await awayToday(knex, accounts, today);
	const occasion = { today, now, studio, accounts, away, mail: post !== undefined };
	const told = await tell(knex, matters, occasion);
	const mail = post ? await sendWaiting(knex, post, studio, now) : { mailed: 0, mail_failed: 0 };
	if (mail.mail_failed > 0) {
		await tell(knex, await mattersOf(knex, 'mail_failed', when), { ...occasion, mail: false });
	}
	return { ...told, ...mail, failures: [...failures, ...told.failures] };
}

/** The accounts of who has a bank holiday today, in the nation that they work in. */
async function awayToday(knex: Knex, accounts: readonly Account[], today: CalendarDay): Promise<Set<string>> {
	const { ofMentor, ofSupplier } = await nationsOf(knex);
	const holidaysOf = holidayReader(knex);
	const away = new Set<string>();
	for (const { id, supplier } of accounts) {
		const calendars = ofMentor.get(id) ?? ofSupplier.get(supplier ?? '') ?? [];
		const nations = await Promise.all(calendars.map(holidaysOf));
		if (isAway(nations, today)) away.add(id);
	}
	return away;
}
