import { createHash } from 'node:crypto';
import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { languageOfAccount, namesOfAccounts } from '../../../storage/platform/accounts.ts';
import { handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { signaturePhotos } from '../../shared/signature-photos.ts';
import { tellEverybody } from '../../shared/tell-everybody.ts';
import { mentorWho, type Mentor } from './access.ts';
import { askedSteps, readFormsFor } from './model.ts';
import { mountReading } from './mount-reading.ts';
import { openStep } from './opening.ts';
import type { Overview } from './parts.ts';
import { notFoundHere, refusing } from './refusals.ts';
import { saveStep } from './save.ts';
import { sendBuilt, sendPacked, sendShell } from './serve.ts';
import type { Items, StepContext } from './step-context.ts';
import { traceOf } from '../../shared/trace-of.ts';

/** The Peer Mentors' app: the page, the forms of each step, generated from the data model, and what is saved of them. */
export default defineEndpoint({
	id: 'mentor',
	handler: (router, context) => {
		const { database, services, getSchema, env, logger } = context;
		const photos = signaturePhotos(context);
		const knex = database as unknown as Knex;
		const tell = tellEverybody((error) =>
			logger.error(`Nobody could be told of what the mentors’ app wrote: ${traceOf(error)}`),
		);

		const contextOf = async (request: AuthenticatedRequest, mentor: Mentor): Promise<StepContext> => {
			const schema = await getSchema();
			const { accountability } = request;
			return {
				...{ knex, mentor, accountability, tell, today: today(), photos: photos.storedFor },
				forms: await readFormsFor(knex, { ...mentor, overview: schema as unknown as Overview }),
				items: (collection, inside) =>
					new services.ItemsService(collection, { schema, knex: inside, accountability } as never) as unknown as Items,
			};
		};

		router.get(
			'/api/model',
			handler(async (request, response) => {
				const mentor = await mentorWho(knex, request);
				const { forms } = await contextOf(request, mentor);
				const [name] = await namesOfAccounts(knex, [mentor.user]);
				const { language, user: id } = mentor;
				const me = { id, first_name: name?.first_name ?? null, language: await languageOfAccount(knex, id) };
				const model = { language, me, steps: askedSteps(forms) };
				const hash = createHash('sha256').update(JSON.stringify(model)).digest('base64url');
				response.set('ETag', `"${hash}"`);
				// Whoever has this model already is sent nothing.
				if (String(request.headers['if-none-match']).includes(`"${hash}"`)) return void response.status(304).end();
				await sendPacked(request, response, { data: { hash, ...model } });
			}),
		);
		mountReading(router, {
			knex,
			itemsFor: async (request) => {
				const schema = await getSchema();
				const { accountability } = request as AuthenticatedRequest as never;
				return (collection) => new services.ItemsService(collection, { schema, accountability }) as never;
			},
		});
		router.get(
			['/api/steps/:step', '/api/steps/:step/:id'],
			handler(async (request, response) => {
				const mentor = await mentorWho(knex, request);
				await refusing(response, mentor, async () => {
					const opening = await contextOf(request, mentor);
					return openStep(opening, request.params.step, request.params.id);
				});
			}),
		);
		router.post(
			'/api/steps/:step',
			handler(async (request, response) => {
				const mentor = await mentorWho(knex, request);
				await refusing(response, mentor, async () => {
					const saving = await contextOf(request, mentor);
					return saveStep(saving, request.params.step, request.body, String(env.SECRET));
				});
			}),
		);
		router.use('/api', () => {
			throw notFoundHere();
		});

		router.get(
			'/assets/:file',
			handler((request, response) => sendBuilt(request, response, 'assets/')),
		);
		router.use('/assets', () => {
			throw notFoundHere();
		});
		router.get(
			'/:file',
			handler((request, response) => {
				const isFile = String(request.params.file).includes('.');
				return isFile ? sendBuilt(request, response, '') : sendShell(response, env);
			}),
		);
		router.get(
			/.*/,
			handler((_request, response) => sendShell(response, env)),
		);
	},
});
