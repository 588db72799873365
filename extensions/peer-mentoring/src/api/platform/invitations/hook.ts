import { defineHook } from '@directus/extensions-sdk';
import type { Application, Request } from 'express';
import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import { roleExists } from '../../../storage/platform/accounts.ts';
import { BadRequestError, languageOf } from '../../shared/errors.ts';
import { handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { mailServerOf } from '../../shared/mail-server.ts';
import { inviteWithin, sendInvitations, type Invited, type Users } from '../../shared/invitation.ts';
import { keepRecipientsOut, type MailServiceClass } from './nameless-failures.ts';
import { TEXTS } from './texts.ts';

const MOST = 50;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * `POST /users/invite` by an Administrator. Directus refuses there every role whose id is not of version 4, and ours are
 * worked out from their names (version 5); its letter is English for everybody, and a letter that goes wrong stands in
 * the log with its address.
 */
export default defineHook(({ init }, { database, services, getSchema, env, logger }) => {
	const knex = database as unknown as Knex;
	keepRecipientsOut(services.MailService as unknown as MailServiceClass);

	const invite = handler(async (request: AuthenticatedRequest, response) => {
		const { accountability } = request;
		const language = await languageOf(knex, accountability?.user);
		const { emails, role, theirs } = await asked(knex, request, language);
		if (!mailServerOf(env)) throw new BadRequestError({ reason: TEXTS[language].noMail });
		const schema = await getSchema();
		const letters = await database.transaction(async (transaction) => {
			const users = new services.UsersService({ schema, knex: transaction, accountability: accountability as never });
			const made: Invited[] = [];
			for (const email of emails) {
				const invitee = { email, role, language: theirs };
				made.push(
					await inviteWithin(transaction as unknown as Knex, users as unknown as Users, invitee, { asks: language }),
				);
			}
			return made;
		});
		sendInvitations(new services.MailService({ schema }), letters, (line) => logger.error(line));
		response.status(200).end();
	});

	init('routes.before', ({ app }) => {
		(app as Application).post('/users/invite', (request, response, next) => {
			if ((request as AuthenticatedRequest).accountability?.admin !== true) return next();
			void invite(request as AuthenticatedRequest, response, next);
		});
	});
});

/** What is asked for, each thing of it as it must be. */
async function asked(knex: Knex, { body }: Request, language: Language) {
	const { email, role, language: wanted } = (body ?? {}) as Record<string, unknown>;
	const emails: unknown[] = Array.isArray(email) ? email : [email];
	const areAddresses = emails.length > 0 && emails.length <= MOST && emails.every((each) => EMAIL.test(String(each)));
	if (!areAddresses) throw new BadRequestError({ reason: TEXTS[language].emails });
	if (typeof role !== 'string' || !(await roleExists(knex, role))) {
		throw new BadRequestError({ reason: TEXTS[language].role });
	}
	const theirs: Language = wanted === 'cy-GB' ? 'cy-GB' : 'en-GB';
	return { emails: [...new Set(emails.map((each) => String(each).trim().toLowerCase()))], role, theirs };
}
