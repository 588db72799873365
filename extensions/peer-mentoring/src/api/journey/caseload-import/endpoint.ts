import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { readImport } from '../../../import/read-import.ts';
import { readLists } from '../../../storage/language/lists.ts';
import { ImportRefused, loadImport, type Loaded } from '../../../storage/loading/load-import.ts';
import { allowedTo, handler } from '../../shared/http.ts';
import { faultsAnswer, loadedAnswer } from './answers.ts';
import { readDeliveryAreas } from './delivery-areas.ts';
import { errorFor } from './errors.ts';
import { readParts, type Part } from './parts.ts';
import { refuseContracts, supplierOf } from './sender.ts';
import { recordImport } from './trace.ts';

/** Loads the CSV files of a Supplier: all of them, or none. */
export default defineEndpoint({
	id: 'caseload',
	handler: (router, { database, logger }) => {
		const knex = database as unknown as Knex;
		const load = async (parts: Part[], user: string | null, supplier: string | null): Promise<Loaded> => {
			const records = await readImport(parts, {
				deliveryAreas: await readDeliveryAreas(knex),
				lists: await readLists(knex),
			});
			return loadImport(knex, records, { today: today(), user, supplier });
		};

		router.post(
			'/import',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier MI']);
				const supplier = supplierOf(caller);
				const parts = await readParts(request);
				refuseContracts(caller, parts);
				try {
					const loaded = await load(parts, caller.user, supplier);
					await recordImport({ knex, logger, request, caller }, loaded);
					response.json(loadedAnswer(parts, loaded));
				} catch (error) {
					if (!(error instanceof ImportRefused)) throw errorFor(error, logger);
					response.status(400).json(faultsAnswer(error.faults));
				}
			}),
		);
	},
});
