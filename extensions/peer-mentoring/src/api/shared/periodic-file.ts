import type { Knex } from 'knex';
import type { CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { codeLists } from '../../domain/language/code-lists.ts';
import type { PeriodicReport } from '../../domain/returns/periodic/periodic-report.ts';
import { periodicSource } from '../../domain/returns/templates/sources.ts';
import type { StoredContract } from '../../storage/contract/contracts.ts';
import { templateOf, type StoredTemplate } from '../../storage/returns/return-templates.ts';
import type { ReturnFile } from '../../storage/writer/submission.ts';
import { periodicWorkbook } from '../../workbook/periodic-workbook.ts';
import { onTemplate, workbookOf } from './on-template.ts';
import type { StoredFiles } from './stored-files.ts';

/**
 * What makes the quarterly and six-monthly returns of a month into the files that are sent: on the Buyer's template of
 * their kind where one is in use, else the built-in workbook (3.7, 3.8). The templates are read beforehand: what is
 * returned asks the database for nothing, so that it can be called within a transaction.
 * @param kinds the kinds that are wanted
 */
export async function periodicFiles(
	knex: Knex,
	files: Pick<StoredFiles, 'read'>,
	{ supplier }: Pick<StoredContract, 'supplier'>,
	month: CalendarMonth,
	kinds: readonly PeriodicReport['kind'][] = codeLists.periodic_return.map(({ value }) => value),
): Promise<(report: PeriodicReport) => Promise<ReturnFile>> {
	const templates = new Map<string, { content: Buffer; template: StoredTemplate }>();
	for (const kind of kinds) {
		const template = await templateOf(knex, supplier, kind, month);
		if (template) templates.set(kind, { template, content: await workbookOf(files, template) });
	}
	return async (report) => {
		const found = templates.get(report.kind);
		if (!found) return { content: await periodicWorkbook(report), template: null };
		const { template, content } = found;
		return { content: await onTemplate(content, template, periodicSource(report)), template: template.version };
	};
}
