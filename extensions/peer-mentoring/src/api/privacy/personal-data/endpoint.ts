import { defineEndpoint } from '@directus/extensions-sdk';
import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import { PERSON } from '../../../domain/privacy/personal-data.ts';
import { isAdded } from '../../../storage/privacy/added.ts';
import { familyIn, rowsOfPerson, type Overview } from '../../../storage/privacy/personal-data.ts';
import { FILES, mediaTypeOf } from '../../../storage/platform/records.ts';
import { readersOf, type Reader } from '../../../storage/platform/accounts.ts';
import { readsOf, type Read } from '../../../storage/privacy/readers.ts';
import { BadRequestError, languageOf, NotYoursError } from '../../shared/errors.ts';
import { allowedTo, handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { sendPaper } from '../../shared/pages/paper.ts';
import { noteExport, noteRead } from '../../shared/read-log.ts';
import { storedFiles } from '../../shared/stored-files.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { personsData, type ReadFile, type ReadRows } from './answer.ts';
import { dataPaper } from './data-paper.ts';

/** Everything the platform holds about one person, for the person who asks (right of access). */
export default defineEndpoint({
	id: 'personal-data',
	handler: (router, context) => {
		const { database, services, getSchema } = context;
		const files = storedFiles(context);
		const knex = database as unknown as Knex;
		/** Reads everything of the person, and puts on record that it was given out. */
		const givenOut = async (request: AuthenticatedRequest) => {
			await allowedTo(knex, request, ['Data Protection Officer']);
			const person = await personOf(knex, request);
			const { reference } = person;
			const schema = await getSchema();
			const accountability = request.accountability as Accountability;
			// What was added lately may be nobody's to read yet, and is the person's all the same.
			const read: ReadRows = (collection, keys, fields) => {
				const reader = isAdded(collection) ? null : accountability;
				const service = new services.ItemsService(collection, { knex: database, schema, accountability: reader });
				return service.readMany(keys, { fields, limit: -1 });
			};
			const readFile: ReadFile = async (key) => {
				const type = await mediaTypeOf(knex, key);
				if (type === undefined) return null;
				await noteRead(FILES, [key]);
				return `data:${type};base64,${(await files.read(key)).toString('base64')}`;
			};
			const data = await personsData(knex, schema as unknown as Overview, person, { read, readFile });
			const access = {
				action: 'export',
				subject: reference,
				supplier: person.supplier,
				records: data.records.length,
			} as const;
			await noteExport(access);
			return { reference, ...data };
		};
		router.get(
			'/:reference.json',
			handler(async (request, response) => {
				const data = await givenOut(request);
				response.attachment(`personal-data-${data.reference.replaceAll('/', '-')}.json`).json({ data });
			}),
		);
		router.get(
			'/:reference.html',
			handler(async (request, response) => sendPaper(response, dataPaper(await givenOut(request)))),
		);
		router.get(
			'/:reference/readers',
			handler(async (request, response) => {
				await allowedTo(knex, request, ['Data Protection Officer']);
				const { id, reference } = await personOf(knex, request);
				const links = familyIn((await getSchema()) as unknown as Overview);
				const reads = await readsOf(knex, await rowsOfPerson(knex, links, id), reference);
				const readers = await readersOf(knex);
				response.json({ data: reads.toReversed().map((read) => readAnswer(read, readers)) });
			}),
		);
	},
});

const TWO_SUPPLIERS: Record<Language, string> = {
	'en-GB': 'Two Suppliers use this reference: add ?supplier= and the key of one.',
	'cy-GB': 'Mae dau Gyflenwr yn defnyddio’r cyfeirnod hwn: ychwanegwch ?supplier= ac allwedd un ohonynt.',
};

/** The person of a reference, which two Suppliers may both use. */
async function personOf(knex: Knex, { params, query, accountability }: AuthenticatedRequest) {
	const reference = String(params.reference);
	const supplier = uuidIn(query.supplier);
	const found = await knex(PERSON)
		.where(supplier ? { reference, supplier } : { reference })
		.select('id', 'supplier', 'preferred_language as language');
	if (found.length > 1) {
		throw new BadRequestError({ reason: TWO_SUPPLIERS[await languageOf(knex, accountability?.user)] });
	}
	if (!found[0]) throw new NotYoursError();
	return { reference, ...found[0] };
}

/** What is told of a read: who, when, through what, and how many records beside this person's were shown with them. */
function readAnswer({ id, at, user, action, through, records }: Read, readers: ReadonlyMap<string, Reader>): object {
	const { email = null, role = null } = (user && readers.get(user)) || {};
	return { id, at: new Date(at).toISOString(), user, email, role, action, through, records };
}
