import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Matter, ReminderKind } from '../../domain/service-levels/reminders.ts';
import { HolidaysUnknownError } from '../../domain/calendar/working-days.ts';
import { sendWaiting, type Post } from '../platform/mail.ts';
import { DUE_SOON_STAGES, mattersOf } from './matters.ts';
import { errorCode } from '../platform/error-code.ts';
import { tell, type Told } from '../platform/tell.ts';

export interface Reminded extends Told {
	mailed: number;
	mail_failed: number;
	/** What could not be told, by kind or step, with a code. */
	failures: string[];
}

/**
 * Reminds everybody of everything of these kinds that they have not been told before, in one notification for each
 * person, and sends the e-mails where there is a mail server. What could not be told is named, after everything else has
 * been; the next run tells it.
 */
export async function remind(
	knex: Knex,
	kinds: readonly ReminderKind[],
	{ stages = DUE_SOON_STAGES, today, now = new Date() }: { stages?: readonly number[]; today: CalendarDay; now?: Date },
	post: { send: Post; link: string } | undefined,
): Promise<Reminded> {
	const matters: Matter[] = [];
	const failures: string[] = [];
	for (const kind of kinds) {
		try {
			matters.push(...(await mattersOf(knex, kind, { today, stages })));
		} catch (error) {
			failures.push(`${kind}: ${error instanceof HolidaysUnknownError ? error.message : errorCode(error)}`);
		}
	}
	const told = await tell(knex, matters, post !== undefined);
	const mail = post ? await sendWaiting(knex, post.send, post.link, now) : { mailed: 0, mail_failed: 0 };
	if (mail.mail_failed > 0) await tell(knex, await mattersOf(knex, 'mail_failed', { today, stages }), false);
	return { ...told, ...mail, failures: [...failures, ...told.failures] };
}
