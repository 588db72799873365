import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { rolesKeptBy, staffProblem, type Keeper, type StaffProblem } from '../../../domain/platform/staff.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { roleAndSupplierOf } from '../../../storage/platform/accounts.ts';
import { mentorsWithoutLogin, readStaff, roleNamed, suppliersByName } from '../../../storage/platform/staff.ts';
import { ADMINISTERED, type Announcing } from '../../shared/announced.ts';
import { BadRequestError, NotYoursError } from '../../shared/errors.ts';
import { allowedTo, handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { inviteWithin, sendInvitations, type Users } from '../../shared/invitation.ts';
import { mailServerOf } from '../../shared/mail-server.ts';
import { changeIn, invitationIn, type Asker } from './body.ts';
import { giveLogin } from './give-login.ts';
import { TEXTS } from './texts.ts';

const KEEPERS = ['Supplier Manager', 'Platform Administrator'] as const satisfies Keeper[];

const problemText = ({ language, role }: Asker, problem: StaffProblem): string =>
	problem === 'not_below' ? TEXTS[language].not_below[role] : TEXTS[language].problems[problem];

/**
 * Accounts as they are kept without an Administrator: a Supplier's own people by its manager, everybody but those who
 * administer or watch by a Platform Administrator, who reads no record of any person. Each change is on record as
 * theirs, and asks for a fresh proof where one is required.
 */
export default defineEndpoint({
	id: 'staff',
	handler: (router, { database, services, getSchema, env, logger, emitter }) => {
		const knex = database as unknown as Knex;

		/** Whoever keeps accounts, and Directus's services as theirs: accounts are not otherwise theirs to write. */
		const asKeeper = async (request: AuthenticatedRequest) => {
			const { accountability } = request;
			const { user, supplier, role, language } = await allowedTo(knex, request, KEEPERS);
			const keeper = KEEPERS.find((each) => each === role);
			if (user === null || !keeper) throw new NotYoursError();
			if (keeper === 'Supplier Manager' && supplier === null) throw new NotYoursError();
			const asker: Asker & { user: string } = {
				...{ user, role: keeper, language },
				supplier: keeper === 'Supplier Manager' ? (supplier ?? undefined) : undefined,
			};
			const schema = await getSchema();
			const rights = { schema, accountability: { ...accountability, admin: true } as never };
			const usersIn = (transaction: unknown) =>
				new services.UsersService({ ...rights, knex: transaction as never }) as unknown as Users;
			// A manager writes the records of mentors by their own rights; a Platform Administrator has none of them.
			const ofMentors = keeper === 'Supplier Manager' ? { schema, accountability: accountability as never } : rights;
			const mentorsIn = (transaction: unknown) =>
				new services.ItemsService('peer_mentors', { ...ofMentors, knex: transaction as never });
			return { asker, schema, usersIn, mentorsIn };
		};

		router.get(
			'/',
			handler(async (request, response) => {
				const { asker } = await asKeeper(request);
				const { supplier, role } = asker;
				const [accounts, without_login, suppliers] = await Promise.all([
					readStaff(knex, { supplier }),
					supplier === undefined ? [] : mentorsWithoutLogin(knex, supplier),
					supplier === undefined ? suppliersByName(knex) : [],
				]);
				response.json({ data: { accounts, without_login, roles: rolesKeptBy(role), suppliers } });
			}),
		);

		router.post(
			'/',
			handler(async (request, response) => {
				const { asker, schema, usersIn, mentorsIn } = await asKeeper(request);
				const { language: asks, user, role: by } = asker;
				const asked = invitationIn(request.body, asker);
				if (!mailServerOf(env)) throw new BadRequestError({ reason: TEXTS[asks].noMail });
				const role = await roleNamed(knex, asked.role);
				if (role === undefined) throw new NotYoursError();
				const { first_name, last_name, email, language, supplier } = asked;
				if (supplier !== null && !(await suppliersByName(knex)).some(({ id }) => id === supplier)) {
					throw new BadRequestError({ reason: TEXTS[asks].supplier });
				}
				const invited = await database.transaction(async (transaction) => {
					const within = transaction as unknown as Knex;
					const made = await inviteWithin(
						within,
						usersIn(transaction),
						{ email, role, language },
						{
							asks,
							more: { first_name, last_name, supplier },
							accepts: async (key) => {
								const [each] = await readStaff(within, { supplier: asker.supplier, key });
								// The record of a Peer Mentor stays where it is: whoever is invited again is who they were.
								const stays = each?.peer_mentor === null || each?.role === asked.role;
								const theirs = (await roleAndSupplierOf(within, key))?.supplier === supplier;
								return (
									each !== undefined && stays && theirs && !staffProblem(each, { role: asked.role }, { user, role: by })
								);
							},
						},
					);
					if (asked.role === 'Peer Mentor' && supplier !== null) {
						await giveLogin(within, mentorsIn(transaction) as never, made.id, { ...asked, supplier, asks });
					}
					return made;
				});
				(emitter as Announcing).emitAction(ADMINISTERED, { user }, null);
				sendInvitations(new services.MailService({ schema }), [invited], (line) => logger.error(line));
				response.json({ data: { id: invited.id } });
			}),
		);

		router.patch(
			'/:id',
			handler(async (request, response) => {
				const { asker, usersIn } = await asKeeper(request);
				const { role, status, language } = changeIn(request.body, asker);
				const key = uuidIn(request.params.id);
				const read = () => readStaff(knex, { supplier: asker.supplier, key });
				const [account] = key === undefined ? [] : await read();
				if (!account) throw new NotYoursError();
				const problem = staffProblem(account, { role, status }, asker);
				if (problem) throw new BadRequestError({ reason: problemText(asker, problem) });
				const change = {
					...(role && role !== account.role && { role: await roleNamed(knex, role) }),
					...(status && status !== account.status && { status }),
					...(language && language !== account.language && { language }),
				};
				// What stays as it is is no change, and nobody is told of one.
				if (Object.keys(change).length > 0) await usersIn(database).updateOne(account.id, change);
				response.json({ data: (await read())[0] });
			}),
		);
	},
});
