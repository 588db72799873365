import type { Knex } from 'knex';
import type { StoredContract } from '../../storage/contracts.ts';
import { templateOf, type StoredTemplate } from '../../storage/return-templates.ts';
import type { ReturnFile } from '../../storage/submission.ts';
import { pmiWorkbook } from '../../workbook/pmi-workbook.ts';
import type { PmiReturn } from '../../workbook/pmi-return.ts';
import { fillTemplate } from '../../workbook/template/fill.ts';
import { bytesOf } from '../../workbook/template/pack.ts';
import { pmiFilling, type MappedTemplate } from '../../workbook/template/filling.ts';
import type { StoredFiles } from './stored-files.ts';

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
	if (template) return { content: await pmiOnTemplate(files, template, pmi), template: template.version };
	return { content: await pmiWorkbook(pmi), template: null };
}

/** The PMI on one template, whether it is in use or only being tried. */
export async function pmiOnTemplate(
	files: Pick<StoredFiles, 'read'>,
	template: StoredTemplate,
	pmi: PmiReturn,
): Promise<Buffer> {
	const content = await files.read(template.file as string);
	return bytesOf(await fillTemplate(content, pmiFilling(mapped(template), pmi)));
}

export function mapped({ mapping, structure }: StoredTemplate): MappedTemplate {
	return { mapping, structure: structure ?? { sheets: [], names: [] } };
}
