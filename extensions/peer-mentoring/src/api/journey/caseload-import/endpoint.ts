import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { importForms, type ImportForm } from '../../../import/forms.ts';
import { readImport } from '../../../import/read-import.ts';
import { saidTogether } from '../../../import/said-columns.ts';
import { readLists } from '../../../storage/language/lists.ts';
import { ImportRefused, loadImport } from '../../../storage/loading/load-import.ts';
import { loadRightOnes, tryRightOnes } from '../../../storage/loading/load-right.ts';
import { readExportKeys } from '../../../storage/loading/export-keys.ts';
import { keepImport, proofOf, type LoadedFile } from '../../../storage/loading/import-runs.ts';
import { rememberColumns, rememberedColumns } from '../../../storage/loading/remembered-columns.ts';
import { allowedTo, handler } from '../../shared/http.ts';
import { faultsAnswer, loadedAnswer, rightAnswer } from './answers.ts';
import { readDeliveryAreas } from './delivery-areas.ts';
import { errorFor } from './errors.ts';
import { leftOutFile } from './left-out.ts';
import { readParts, type Part } from './parts.ts';
import { refuseContracts, supplierOf } from './sender.ts';
import { recordImport } from './trace.ts';
import { wayAsked } from './way.ts';

const FORMS = Object.keys(importForms) as ImportForm[];

/** Loads the files of a Supplier: all of them, or none; or tries, or leaves the faulty rows out. */
export default defineEndpoint({
	id: 'caseload',
	handler: (router, { database, logger }) => {
		const knex = database as unknown as Knex;

		router.post(
			'/import',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier MI']);
				const supplier = supplierOf(caller);
				const way = wayAsked(request.query);
				const { parts, said } = await readParts(request);
				const expected = parts.flatMap((part) => part.expected ?? []);
				refuseContracts(caller, expected);
				const options = {
					deliveryAreas: await readDeliveryAreas(knex),
					lists: await readLists(knex),
					said: saidTogether(await rememberedColumns(knex, supplier), said),
					exportKeys: () => readExportKeys(knex, supplier),
					keepsRows: way !== 'all',
				};
				const records = await readImport(parts, options).catch((error: unknown) => {
					throw errorFor(error, logger);
				});
				// A sheet of a workbook is known once it is read.
				refuseContracts(caller, [...records.forms]);
				const forms = FORMS.filter((form) => expected.includes(form) || records.forms.has(form));
				const loader = { today: today(), user: caller.user, supplier };
				const keep = { user: caller.user, supplier, files: filesOf(parts) };
				try {
					if (way === 'try') {
						response.json(rightAnswer(forms, await tryRightOnes(knex, records, loader)));
						return;
					}
					if (way === 'right') {
						let id: string | undefined;
						const right = await loadRightOnes(knex, records, loader, async (transaction, { counts, leftOut }) => {
							id = await keepImport(transaction, { ...keep, counts, leftOut });
							await rememberColumns(transaction, supplier, said);
						});
						await recordImport({ knex, logger, request, caller }, right);
						const hasLeft = FORMS.some((form) => right.leftOut[form].length > 0);
						response.json(rightAnswer(forms, right, hasLeft ? `/caseload/left-out/${id}` : null));
						return;
					}
					const loaded = await loadImport(knex, records, loader, async (transaction, { counts }) => {
						await keepImport(transaction, { ...keep, counts });
						await rememberColumns(transaction, supplier, said);
					});
					await recordImport({ knex, logger, request, caller }, loaded);
					response.json(loadedAnswer(forms, loaded));
				} catch (error) {
					if (!(error instanceof ImportRefused)) throw errorFor(error, logger);
					response.status(400).json(faultsAnswer(error.faults, error.notices));
				}
			}),
		);
		router.get(
			'/left-out/:id',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier MI']);
				const { content, type, name } = await leftOutFile(knex, caller, request.params.id);
				response.type(type).attachment(name).send(content);
			}),
		);
	},
});

function filesOf(parts: readonly Part[]): LoadedFile[] {
	return parts.map(({ content, expected }) => ({ part: expected ?? 'workbook', ...proofOf(content) }));
}
