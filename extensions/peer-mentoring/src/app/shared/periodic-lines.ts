import type { Language } from '../../domain/language/messages.ts';
import type { PeriodicKind } from '../../domain/returns/periodic/periodic.ts';
import type { PeriodicReport } from '../../domain/returns/periodic/periodic-report.ts';
import { dayText } from './date-names.ts';
import { poundsText } from '../../domain/language/in-words.ts';

/** Where the entries of each return are made. */
export const LIST_OF: Record<PeriodicKind, string> = {
	subcontractor_spend: 'spend_entries',
	sme_spend: 'spend_entries',
	contract_cost_register: 'cost_register_entries',
	ipr_log: 'ipr_log_entries',
};

/** One line as people read it. */
export interface ShownLine {
	key: string;
	name: string;
	dated: string;
	/** The amount, or the version. */
	what: string;
	revision: boolean;
	/** Where its file is fetched from. */
	file: string | null;
}

export function isSpend({ kind }: Pick<PeriodicReport, 'kind'>): boolean {
	return LIST_OF[kind] === 'spend_entries';
}

/** What a return reports, line by line. */
export function linesOf(report: PeriodicReport, language: Language): ShownLine[] {
	const spend = report.spend.map(({ organisation, dated, amount_pence, revision }, index) => ({
		key: `spend ${index}`,
		name: organisation,
		dated: dayText(dated, language),
		what: poundsText(amount_pence),
		revision,
		file: null,
	}));
	const documents = report.documents.map(({ id, title, version, dated, has_file, revision }) => ({
		key: id,
		name: title,
		dated: dayText(dated, language),
		what: version,
		revision,
		file: has_file ? `/registers/${report.kind}/${id}/document` : null,
	}));
	return [...spend, ...documents];
}
