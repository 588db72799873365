import type { ReturnFile } from '../../storage/submission.ts';
import { pmiWorkbook } from '../../workbook/pmi-workbook.ts';
import type { PmiReturn } from '../../workbook/pmi-return.ts';

/** The workbook that a return is sent as. */
export async function pmiFile(pmi: PmiReturn): Promise<ReturnFile> {
	return { content: await pmiWorkbook(pmi), template: null };
}
