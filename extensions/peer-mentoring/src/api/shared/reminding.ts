import type { ApiExtensionContext } from '@directus/types';
import { today } from '../../clock/today.ts';
import type { Post } from '../../storage/platform/mail.ts';
import type { Run } from '../../storage/reminders/remind.ts';
import { mailServerOf, studioAddress } from './mail-server.ts';

interface Mailer {
	send: (mail: object) => Promise<unknown>;
}

/** When and from where people are reminded now, and who hands their e-mails over. */
export async function remindingNow(
	{ database, services, getSchema, env }: Pick<ApiExtensionContext, 'database' | 'services' | 'getSchema' | 'env'>,
	now = new Date(),
): Promise<Run & { now: Date }> {
	const mailer = mailServerOf(env) && new services.MailService({ schema: await getSchema(), knex: database });
	return {
		today: today(now),
		now,
		studio: studioAddress(env),
		post: mailer ? sender(mailer, String(env.EMAIL_FROM)) : undefined,
	};
}

/** Marked as what no person wrote, so that no absence note answers it (RFC 3834). */
function sender(mailer: unknown, address: string): Post {
	return ({ sender: name, ...letter }) =>
		(mailer as Mailer).send({
			...letter,
			from: { name, address },
			headers: { 'Auto-Submitted': 'auto-generated' },
		});
}
