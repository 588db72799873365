import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { staffProblem } from '../../../domain/platform/staff.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { mentorsWithoutLogin, readStaff, roleNamed } from '../../../storage/platform/staff.ts';
import { BadRequestError, languageOf, NotYoursError } from '../../shared/errors.ts';
import { allowedTo, handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { inviteWithin, sendInvitations, type Users } from '../../shared/invitation.ts';
import { mailServerOf } from '../../shared/mail-server.ts';
import { changeIn, invitationIn } from './body.ts';
import { giveLogin } from './give-login.ts';
import { TEXTS } from './texts.ts';

/**
 * A Supplier's own people as its manager keeps them: who has an account, an invitation, a role below the manager's, and
 * who is suspended. Each change is on record as the manager's, and asks for a fresh proof where one is required.
 */
export default defineEndpoint({
	id: 'staff',
	handler: (router, { database, services, getSchema, env, logger }) => {
		const knex = database as unknown as Knex;

		/** The manager who asks, their Supplier, and Directus's services as theirs: accounts are not otherwise a manager's. */
		const asManager = async ({ accountability }: AuthenticatedRequest) => {
			const { user, supplier } = await allowedTo(knex, { accountability } as never, ['Supplier Manager']);
			if (user === null || supplier === null) throw new NotYoursError();
			const schema = await getSchema();
			const usersIn = (transaction: unknown) =>
				new services.UsersService({
					schema,
					knex: transaction as never,
					accountability: { ...accountability, admin: true } as never,
				}) as unknown as Users;
			const itemsIn = (collection: string, transaction: unknown) =>
				new services.ItemsService(collection, {
					schema,
					knex: transaction as never,
					accountability: accountability as never,
				});
			return { user, supplier, schema, language: await languageOf(knex, user), usersIn, itemsIn };
		};

		router.get(
			'/',
			handler(async (request, response) => {
				const { supplier } = await asManager(request);
				const [accounts, without_login] = await Promise.all([
					readStaff(knex, supplier),
					mentorsWithoutLogin(knex, supplier),
				]);
				response.json({ data: { accounts, without_login } });
			}),
		);

		router.post(
			'/',
			handler(async (request, response) => {
				const manager = await asManager(request);
				const asked = invitationIn(request.body, manager.language);
				if (!mailServerOf(env)) throw new BadRequestError({ reason: TEXTS[manager.language].noMail });
				const role = await roleNamed(knex, asked.role);
				if (role === undefined) throw new NotYoursError();
				const { first_name, last_name, email, language } = asked;
				const invited = await database.transaction(async (transaction) => {
					const within = transaction as unknown as Knex;
					const more = { first_name, last_name, supplier: manager.supplier };
					const made = await inviteWithin(
						within,
						manager.usersIn(transaction),
						{ email, role, language },
						{
							asks: manager.language,
							more,
							accepts: async (id) =>
								(await readStaff(within, manager.supplier, id)).some((each) => !staffProblem(each, {}, manager.user)),
						},
					);
					if (asked.role === 'Peer Mentor') {
						const mentors = manager.itemsIn('peer_mentors', transaction);
						await giveLogin(within, mentors as never, made.id, {
							...asked,
							supplier: manager.supplier,
							asks: manager.language,
						});
					}
					return made;
				});
				sendInvitations(new services.MailService({ schema: manager.schema }), [invited], (line) => logger.error(line));
				response.json({ data: { id: invited.id } });
			}),
		);

		router.patch(
			'/:id',
			handler(async (request, response) => {
				const manager = await asManager(request);
				const { role, status, language } = changeIn(request.body, manager.language);
				const id = uuidIn(request.params.id);
				const [account] = id === undefined ? [] : await readStaff(knex, manager.supplier, id);
				if (!account) throw new NotYoursError();
				const problem = staffProblem(account, { role, status }, manager.user);
				if (problem) throw new BadRequestError({ reason: TEXTS[manager.language].problems[problem] });
				const change = {
					...(role && { role: await roleNamed(knex, role) }),
					...(status && { status }),
					...(language && { language }),
				};
				await manager.usersIn(database).updateOne(account.id, change);
				response.json({ data: (await readStaff(knex, manager.supplier, account.id))[0] });
			}),
		);
	},
});
