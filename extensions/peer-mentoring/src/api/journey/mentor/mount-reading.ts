import type { Request, Router } from 'express';
import type { Knex } from 'knex';
import { readLabels } from '../../../storage/language/labels.ts';
import { handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { mentorWho } from './access.ts';
import { readCaseload } from './caseload.ts';
import { HAPPENINGS } from './happenings.ts';
import { readPerson } from './one-person.ts';
import { readingWith } from './reading.ts';
import { refusing } from './refusals.ts';

export interface Context {
	knex: Knex;
	/** Reads a collection with the rights of whoever asks. */
	itemsFor: (request: Request) => Promise<(collection: string) => { readByQuery: (query: never) => Promise<unknown> }>;
}

/** Whose answers are said in a list of people; of one person, what happened as well. */
const PEOPLE = ['referrals', 'mentees'];

/** What the app shows before anything is filled in: My caseload, and one person. */
export function mountReading(router: Router, { knex, itemsFor }: Context): void {
	const reading = async (request: AuthenticatedRequest, collections: readonly string[]) => {
		const { language } = await mentorWho(knex, request);
		return { language, reading: readingWith(await itemsFor(request), await readLabels(knex, language, collections)) };
	};

	router.get(
		'/api/caseload',
		handler(async (request, response) => {
			const asked = await reading(request, PEOPLE);
			response.json({ data: await readCaseload(asked.reading, request.query.left === 'true') });
		}),
	);
	router.get(
		'/api/people/:id',
		handler(async (request, response) => {
			const { reading: asked, language } = await reading(request, [
				...PEOPLE,
				...HAPPENINGS.map(({ collection }) => collection),
			]);
			await refusing(response, { language }, () => readPerson(asked, String(request.params.id), language));
		}),
	);
}
