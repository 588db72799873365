import { defineEndpoint } from '@directus/extensions-sdk';
import archiver from 'archiver';
import type { Knex } from 'knex';
import { checksums, receiptText, type Sent } from '../../../domain/returns/submission/receipt.ts';
import { readSendings } from '../../../storage/returns/sendings.ts';
import { readKeptFile } from '../../../storage/returns/kept-files.ts';
import { sentFiles, sentTrackers } from '../../../storage/returns/sent-files.ts';
import { abortedWith, allowedTo, handler, visibleContract } from '../../shared/http.ts';
import { safeName } from '../../shared/private-documents.ts';
import { monthIn } from '../../shared/query.ts';
import { noteExport, noteRead } from '../../shared/read-log.ts';
import { added } from './added.ts';
import { traceOf } from '../../shared/trace-of.ts';

/** Everything that has been sent under a contract, as one ZIP with its checksums, a manifest and a receipt (3.4, 3.8). */
export default defineEndpoint({
	id: 'archive',
	handler: (router, { database, logger }) => {
		const knex = database as unknown as Knex;
		router.get(
			'/:contract.zip',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ['Supplier Manager', 'Supplier MI']);
				const { month: asked } = request.query;
				const month = asked === undefined ? undefined : monthIn('month', asked);
				const contract = await visibleContract(knex, caller, String(request.params.contract));
				const found = await sentFiles(knex, contract.id, month);
				const supplier = await knex('suppliers').where({ id: contract.supplier }).first('name');
				const files = found.map(({ id, name, ...file }) => ({ ...file, path: `${file.month}/${name}`, id }));
				const sent: Sent = {
					contract: contract.reference,
					supplier: supplier.name,
					made_at: new Date().toISOString(),
					files: files.map(({ id: _, ...file }) => file),
					sendings: (await readSendings(knex, contract.id, { month })).map(
						({ id: _, receipt: _kept, ...said }) => said,
					),
					trackers: await sentTrackers(knex, contract, month),
				};
				const name = `sent-${safeName(contract.reference)}${month ? `-${month}` : ''}.zip`;
				response.type('application/zip').attachment(name).set('cache-control', 'private, no-store');
				await noteRead(
					'kept_files',
					files.map(({ id }) => id),
				);
				const subject = `archive ${contract.reference}${month ? ` ${month}` : ''}`;
				await noteExport({ action: 'export_list', subject, supplier: contract.supplier, records: files.length });
				const archive = archiver('zip', { zlib: { level: 6 } });
				archive.pipe(response);
				const gone = abortedWith(response);
				const add = (name: string, content: Buffer | string) => added(archive, { name, content }, gone);
				try {
					// One file is held at a time, however many have been sent.
					for (const { id, path } of files) await add(path, (await readKeptFile(knex, id)).content);
					await add('manifest.json', JSON.stringify(sent, null, '\t'));
					await add('SHA256SUMS', checksums(sent.files));
					await add('receipt.txt', receiptText(sent));
					await archive.finalize();
				} catch (error) {
					archive.abort();
					if (gone.aborted) return;
					// The answer has begun: it breaks off, so that nobody takes half of it for the whole.
					logger.error(`The archive of what has been sent could not be made: ${traceOf(error)}`);
					response.destroy();
				}
			}),
		);
	},
});
