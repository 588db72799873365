import type { Knex } from 'knex';
import { pmiSource } from '../../domain/returns/templates/sources.ts';
import type { StoredContract } from '../../storage/contract/contracts.ts';
import { templateOf } from '../../storage/returns/return-templates.ts';
import type { ReturnFile } from '../../storage/writer/submission.ts';
import { pmiWorkbook } from '../../workbook/pmi-workbook.ts';
import type { PmiReturn } from '../../workbook/pmi-return.ts';
import type { StoredFiles } from './stored-files.ts';
import { onTemplate, workbookOf } from './on-template.ts';

/** The media type of a workbook. */
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The PMI of a month as the file that is sent: on the Buyer's template where one is in use, else the built-in one. */
export async function pmiFile(
	knex: Knex,
	files: Pick<StoredFiles, 'read'>,
	contract: Pick<StoredContract, 'supplier'>,
	pmi: PmiReturn,
): Promise<ReturnFile> {
	const template = await templateOf(knex, contract.supplier, 'pmi', pmi.month);
	if (!template) return { content: await pmiWorkbook(pmi), template: null };
	const content = await onTemplate(await workbookOf(files, template), template, pmiSource(pmi));
	return { content, template: template.version };
}
