import type { Knex } from 'knex';
import { EMPTY_REPORT } from '../../domain/pmi/report.ts';
import type { StoredContract } from '../../storage/contracts.ts';
import { templateOf, type StoredTemplate } from '../../storage/return-templates.ts';
import { pmiWorkbook } from '../../workbook/pmi-workbook.ts';
import type { PmiReturn } from '../../workbook/pmi-return.ts';
import { fillTemplate } from '../../workbook/template/fill.ts';
import { bytesOf } from '../../workbook/template/pack.ts';
import { pmiFilling, type MappedTemplate } from '../../workbook/template/filling.ts';
import { withoutReferences } from './pmi-answer.ts';
import type { StoredFiles } from './stored-files.ts';

/** The media type of a workbook. */
export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The PMI of a month as the file that is sent: on the Buyer's template where one is in use, else the built-in one. */
export async function pmiFile(
	knex: Knex,
	files: Pick<StoredFiles, 'read'>,
	contract: Pick<StoredContract, 'supplier'>,
	pmi: PmiReturn,
	{ forBuyer = false }: { forBuyer?: boolean } = {},
): Promise<Buffer> {
	const shown = forBuyer ? withoutDraftReport(pmi) : pmi;
	const template = await templateOf(knex, contract.supplier, 'pmi', pmi.month);
	if (template) return pmiOnTemplate(files, template, shown);
	return pmiWorkbook(forBuyer ? withoutReferences(shown) : shown);
}

/** The Buyer reads the Supplier's report once it is submitted, not while it is being written. */
function withoutDraftReport(pmi: PmiReturn): PmiReturn {
	return pmi.status === 'submitted' ? pmi : { ...pmi, report: EMPTY_REPORT };
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
