import { defineEndpoint } from '@directus/extensions-sdk';
import type { Accountability } from '@directus/types';
import type { Request, Response } from 'express';
import type { Knex } from 'knex';
import { uuidIn } from '../../../storage/database/keys.ts';
import { readLabels } from '../../../storage/language/labels.ts';
import { NotYoursError } from '../../shared/errors.ts';
import { allowedTo, handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { sendPaper, type Paper } from '../../shared/pages/paper.ts';
import { consentPaper } from './consent-paper.ts';
import { leavingPaper } from './leaving-paper.ts';
import { planPaper } from './plan-paper.ts';
import { surveyPaper } from './survey-paper.ts';
import { languageOfPerson, oneOf, type Row, type Rows, type Subject } from './reading.ts';

const OF_PERSON = ['id', 'name', 'preferred_language', 'contract'];
const OF_MENTEE = [
	...OF_PERSON,
	...['start_on', 'ended_on', 'sessions_counted', 'next_steps'],
	...['next_appointment_on', 'next_appointment_at', 'next_appointment_place'],
];

/** Pages to print for the person they are about, in that person's language: plan, leaving summary, consent statement, survey. */
export default defineEndpoint({
	id: 'paper',
	handler: (router, { database, services, getSchema }) => {
		const knex = database as unknown as Knex;

		/** What is read is read with the rights of whoever prints it, and is in the read log as any other. */
		const rowsFor = async (request: Request): Promise<Rows> => {
			const schema = await getSchema();
			const { accountability } = request as Request & { accountability?: Accountability };
			return (collection, query) =>
				new services.ItemsService(collection, { schema, knex: database, accountability }).readByQuery({
					limit: -1,
					...query,
				} as never) as Promise<Row[]>;
		};
		const about = async (rows: Rows, person: Row): Promise<Subject> => {
			const language = languageOfPerson(person);
			return { language, rows, labels: await readLabels(knex, language) };
		};

		const papers: Record<string, (rows: Rows, id: string) => Promise<Paper>> = {
			plan: async (rows, id) => {
				const of = { fields: ['mentee'], filter: { id: { _eq: id } } };
				const { mentee: key } = await oneOf(rows, 'action_plans', of);
				const mentee = await oneOf(rows, 'mentees', { fields: OF_MENTEE, filter: { id: { _eq: key } } });
				return planPaper(await about(rows, mentee), id, mentee);
			},
			leaving: async (rows, id) => {
				const mentee = await oneOf(rows, 'mentees', { fields: OF_MENTEE, filter: { id: { _eq: id } } });
				return leavingPaper(await about(rows, mentee), mentee);
			},
			consent: async (rows, id) => {
				const [mentee] = await rows('mentees', { fields: OF_PERSON, filter: { id: { _eq: id } } });
				const one = { fields: OF_PERSON, filter: { id: { _eq: id } } };
				const person = mentee ?? (await oneOf(rows, 'referrals', one));
				const own = { [mentee ? 'mentee' : 'referral']: { _eq: id } };
				return consentPaper(knex, await about(rows, person), person, own);
			},
			survey: async (rows, id) => {
				const mentee = await oneOf(rows, 'mentees', { fields: OF_PERSON, filter: { id: { _eq: id } } });
				return surveyPaper(knex, await about(rows, mentee), mentee);
			},
		};

		router.get(
			'/:kind/:id',
			handler(async (request: AuthenticatedRequest, response: Response) => {
				await allowedTo(knex, request, ['Peer Mentor', 'Supplier Manager', 'Data Protection Officer']);
				const make = Object.hasOwn(papers, String(request.params.kind)) && papers[String(request.params.kind)];
				const id = uuidIn(request.params.id);
				if (!make || id === undefined) throw new NotYoursError();
				sendPaper(response, await make(await rowsFor(request), id));
			}),
		);
	},
});
