import { defineOperationApi } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { REMINDER_KINDS } from '../../../domain/service-levels/reminders.ts';
import { today } from '../../../clock/today.ts';
import { DUE_SOON_STAGES } from '../../../storage/reminders/matters.ts';
import { remind } from '../../../storage/reminders/remind.ts';
import { mailLink, mailServerOf } from '../../shared/mail-server.ts';
import { choicesOption, OperationError, wholeNumberOption } from '../../shared/operation-options.ts';

interface Options {
	/** What to remind of; everything where left empty. */
	kinds?: unknown;
	/** For what is due soon: how many Working Days before. */
	working_days?: unknown;
}

/**
 * Tells everybody, in their language, what concerns them and they have not been told before, in the Studio and, where a
 * mail server is set, by an e-mail without details. Safe to run again at any time. Answers how many people were told of
 * how many matters, and how many e-mails went out.
 */
export default defineOperationApi<Options>({
	id: 'remind',
	handler: async ({ kinds, working_days }, { database, services, getSchema, env, logger }) => {
		const post = mailServerOf(env)
			? { send: sender(new services.MailService({ schema: await getSchema(), knex: database })), link: mailLink(env) }
			: undefined;
		const { failures, ...reminded } = await remind(
			database as unknown as Knex,
			choicesOption('kinds', kinds, REMINDER_KINDS),
			{ stages: stagesIn(working_days), today: today() },
			post,
		);
		if (failures.length === 0) return reminded;
		const reason = `Some reminders were not sent (${failures.join('; ')}). Run this again: nobody is told twice.`;
		logger.error(reason);
		throw new OperationError(reason);
	},
});

interface Mailer {
	send: (mail: { to: string; subject: string; text: string }) => Promise<unknown>;
}

function sender(mailer: unknown) {
	return (letter: Parameters<Mailer['send']>[0]) => (mailer as Mailer).send(letter);
}

function stagesIn(value: unknown): readonly number[] {
	const given = Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value];
	if (given.length === 0) return DUE_SOON_STAGES;
	return given.map((each) => wholeNumberOption('working_days', each, 0, 60, 0));
}
