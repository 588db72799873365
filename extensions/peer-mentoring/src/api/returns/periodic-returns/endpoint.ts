import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import { readKeptFile } from '../../../storage/returns/kept-files.ts';
import { readPeriodicReport } from '../../../storage/returns/periodic-report.ts';
import type { PeriodicReport } from '../../../domain/returns/periodic/periodic-report.ts';
import { NotYoursError } from '../../shared/errors.ts';
import { allowedTo, handler, visibleContracts, type AuthenticatedRequest } from '../../shared/http.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { periodicFiles } from '../../shared/periodic-file.ts';
import { WORKBOOK } from '../../shared/pmi-file.ts';
import { safeName } from '../../shared/private-documents.ts';
import { storedFiles } from '../../shared/stored-files.ts';

/** A quarterly or six-monthly return as figures and as a workbook (3.8). */
export default defineEndpoint({
	id: 'periodic-returns',
	handler: (router, context) => {
		const knex = context.database as unknown as Knex;
		const files = storedFiles(context);
		router.get(
			'/:id.xlsx',
			handler(async (request, response) => {
				const { report, contract } = await reportOf(knex, request);
				const name = `${report.kind.replaceAll('_', '-')}-${safeName(report.contract)}-${report.month}.xlsx`;
				const { file } = await knex('periodic_returns').where({ id: report.id }).first('file');
				const make = await periodicFiles(knex, files, contract, report.month, [report.kind]);
				const { content } = file ? await readKeptFile(knex, file) : await make(report);
				response.type(WORKBOOK).attachment(name).send(content);
			}),
		);
		router.get(
			'/:id',
			handler(async (request, response) => {
				response.json({ data: (await reportOf(knex, request)).report });
			}),
		);
	},
});

/** The return, if it is of a contract that the caller may see. */
async function reportOf(
	knex: Knex,
	request: AuthenticatedRequest,
): Promise<{ report: PeriodicReport; contract: StoredContract }> {
	const caller = await allowedTo(knex, request, ['Supplier Manager', 'Supplier MI', 'Buyer']);
	const id = uuidIn(request.params.id);
	const row = id && (await knex('periodic_returns').where({ id }).first('contract'));
	const contract = row && (await visibleContracts(knex, caller)).find((each) => each.id === row.contract);
	const report = contract && (await readPeriodicReport(knex, contract, id));
	if (!report) throw new NotYoursError();
	return { report, contract };
}
