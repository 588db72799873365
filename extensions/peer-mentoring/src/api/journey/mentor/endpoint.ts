import { createHash } from 'node:crypto';
import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { namesOfAccounts } from '../../../storage/platform/accounts.ts';
import { handler } from '../../shared/http.ts';
import { mentorWho } from './access.ts';
import { askedSteps, readFormsFor } from './model.ts';
import type { Overview } from './parts.ts';
import { notFoundHere } from './refusals.ts';
import { sendBuilt, sendShell } from './serve.ts';

/** The Peer Mentors' app: the page, and the forms of each step, generated from the data model. */
export default defineEndpoint({
	id: 'mentor',
	handler: (router, { database, getSchema, env }) => {
		const knex = database as unknown as Knex;
		const formsFor = async (mentor: Awaited<ReturnType<typeof mentorWho>>) =>
			readFormsFor(knex, { ...mentor, overview: (await getSchema()) as unknown as Overview });

		router.get(
			'/api/model',
			handler(async (request, response) => {
				const mentor = await mentorWho(knex, request);
				const [name] = await namesOfAccounts(knex, [mentor.user]);
				const { language, user: id } = mentor;
				const me = { id, first_name: name?.first_name ?? null, language };
				const model = { language, me, steps: askedSteps(await formsFor(mentor)) };
				const hash = createHash('sha256').update(JSON.stringify(model)).digest('base64url');
				response.set('ETag', `"${hash}"`);
				// Whoever has this model already is sent nothing.
				if (String(request.headers['if-none-match']).includes(`"${hash}"`)) return void response.status(304).end();
				response.json({ data: { hash, ...model } });
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
