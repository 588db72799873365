import type { ReportPart } from '../../../domain/returns/pmi/report.ts';
import { isCode, type CodeOf } from '../../../domain/language/code-lists.ts';

/** One thing that a return lacks, as the server answers it. */
export interface Lacking {
	reason: string;
	missing: string;
	reference?: string;
	acknowledgeable?: boolean;
	item?: { collection: string; id: string };
}

/** All exceptions of one kind: acknowledged together, or mended one by one. */
export interface ExceptionGroup {
	code: CodeOf<'pmi_exception'>;
	acknowledgeable: boolean;
	records: { reference: string; link: string | null }[];
}

/** What is missing, sorted into what the form does about it. */
export interface Check {
	/** Sentences about what nobody can mend here. */
	waiting: string[];
	nil: { kind: CodeOf<'periodic_return'>; reason: string }[];
	/** Parts of the narrative that are neither stored as written nor declared to be nothing. */
	report: { part: ReportPart; reason: string }[];
	exceptions: ExceptionGroup[];
}

export function sortLacking(lacking: readonly Lacking[]): Check {
	const check: Check = { waiting: [], nil: [], report: [], exceptions: [] };
	const groups = new Map<string, ExceptionGroup>();
	for (const { missing, reason, reference, acknowledgeable, item } of lacking) {
		if (isCode('periodic_return', missing)) check.nil.push({ kind: missing, reason });
		else if (isCode('report_part', missing)) check.report.push({ part: missing, reason });
		else if (isCode('pmi_exception', missing) && reference !== undefined) {
			const group = groups.get(missing) ?? { code: missing, acknowledgeable: acknowledgeable ?? false, records: [] };
			group.records.push({ reference, link: item ? `/content/${item.collection}/${item.id}` : null });
			groups.set(missing, group);
		} else check.waiting.push(reason);
	}
	check.exceptions = [...groups.values()].sort((a, b) => Number(a.acknowledgeable) - Number(b.acknowledgeable));
	return check;
}

/** What is still missing of the narrative beside what is typed on the form and not saved (2.25). */
export function withTyped(check: Check, typed: Readonly<Partial<Record<ReportPart, unknown>>>): Check {
	const written = (part: ReportPart) => typeof typed[part] === 'string' && typed[part].trim() !== '';
	return { ...check, report: check.report.filter(({ part }) => !written(part)) };
}

/** Whether everything that is missing is answered by what has been typed and ticked. */
export function isAnswered(
	{ waiting, nil, report, exceptions }: Check,
	reasons: Readonly<Record<string, string>>,
	declared: Readonly<Record<string, boolean>>,
): boolean {
	return (
		waiting.length === 0 &&
		nil.every(({ kind }) => declared[kind]) &&
		report.every(({ part }) => declared[part]) &&
		exceptions.every(({ code, acknowledgeable }) => acknowledgeable && (reasons[code] ?? '').trim() !== '')
	);
}
