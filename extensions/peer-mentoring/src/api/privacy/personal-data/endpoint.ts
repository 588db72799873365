import { defineEndpoint } from '@directus/extensions-sdk';
import type { Accountability } from '@directus/types';
import type { Knex } from 'knex';
import { PERSON } from '../../../domain/privacy/personal-data.ts';
import { isAdded } from '../../../storage/privacy/added.ts';
import type { Overview } from '../../../storage/privacy/personal-data.ts';
import { BadRequestError, NotYoursError } from '../../shared/errors.ts';
import { allowedTo, handler } from '../../shared/http.ts';
import { noteExport } from '../../shared/read-log.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { personsData, type ReadRows } from './answer.ts';

/** Everything the platform holds about one person, for the person who asks (right of access). */
export default defineEndpoint({
	id: 'personal-data',
	handler: (router, { database, services, getSchema }) => {
		const knex = database as unknown as Knex;
		router.get(
			'/:reference.json',
			handler(async (request, response) => {
				await allowedTo(knex, request, ['Data Protection Officer']);
				const reference = String(request.params.reference);
				const supplier = uuidIn(request.query.supplier);
				const found = await knex(PERSON)
					.where(supplier ? { reference, supplier } : { reference })
					.select('id', 'supplier', 'preferred_language as language');
				if (found.length > 1) {
					throw new BadRequestError({ reason: 'Two Suppliers use this reference: add ?supplier= and the key of one.' });
				}
				if (!found[0]) throw new NotYoursError();
				const schema = await getSchema();
				const accountability = request.accountability as Accountability;
				// What was added lately may be nobody's to read yet, and is the person's all the same.
				const read: ReadRows = (collection, keys, fields) => {
					const reader = isAdded(collection) ? null : accountability;
					const service = new services.ItemsService(collection, { knex: database, schema, accountability: reader });
					return service.readMany(keys, { fields, limit: -1 });
				};
				const data = await personsData(knex, schema as unknown as Overview, found[0], read);
				const { supplier: owner } = found[0];
				const access = { action: 'export', subject: reference, supplier: owner, records: data.records.length } as const;
				await noteExport(access);
				response
					.attachment(`personal-data-${reference.replaceAll('/', '-')}.json`)
					.json({ data: { reference, ...data } });
			}),
		);
	},
});
