import { SPEND_OF } from '../periodic/periodic.ts';
import { remarkOf, type PeriodicReport } from '../periodic/periodic-report.ts';
import { COMMON_FACTS, FACTS } from './facts.ts';
import type { Figure, FigureSource, FigureValue, ReturnFacts } from './figure.ts';
import { PMI_FIGURES } from './figures.ts';
import type { ListName } from './lists.ts';
import type { CellEntry } from './mapping.ts';
import { COST_FIGURES, DOCUMENT_FIGURES, SPEND_FIGURES } from './periodic-figures.ts';

/** A row of a list: a value for some of its columns. */
export type ListRow = Readonly<Record<string, FigureValue>>;

/** What a return has for a template: the value of an entry, and the rows of each of its lists. */
export interface TemplateSource {
	/** `undefined` for a figure that the return does not have. */
	valueOf: (entry: CellEntry) => FigureValue | undefined;
	lists: Partial<Record<ListName, Iterable<ListRow> | AsyncIterable<ListRow>>>;
}

/** The PMI of a month (3.8). */
export function pmiSource(pmi: FigureSource): TemplateSource {
	return { valueOf: among(PMI_FIGURES, pmi), lists: {} };
}

/** The Mentee Tracker of a month (3.5), whose rows are asked for one at a time. */
export function trackerSource(facts: ReturnFacts, mentees: Iterable<ListRow> | AsyncIterable<ListRow>): TemplateSource {
	return { valueOf: among(FACTS, facts), lists: { mentees } };
}

/** A quarterly or six-monthly return (3.8). */
export function periodicSource(report: PeriodicReport): TemplateSource {
	const { contract: reference, cpas, supplier, month, due_on, spend, documents, costs } = report;
	const common = among(COMMON_FACTS, { contract: { reference, cpas, supplier }, month, due_on });
	const own = among(costs ? COST_FIGURES : SPEND_OF[report.kind] ? SPEND_FIGURES : DOCUMENT_FIGURES, report);
	return {
		valueOf: (entry) => common(entry) ?? own(entry),
		lists: {
			spend: spend.map((line) => ({
				organisation: line.organisation,
				spent_on: { day: line.dated },
				amount: line.amount_pence / 100,
				remark: remarkOf(line),
			})),
			documents: documents.map((line) => ({
				title: line.title,
				version: line.version,
				dated: { day: line.dated },
				remark: remarkOf(line),
			})),
			costs: (costs?.months ?? []).map((each) => ({
				month: { month: each.month },
				actual: each.actual_pence / 100,
				deferred: each.deferred_pence / 100,
			})),
		},
	};
}

function among<Source>(figures: readonly Figure<Source>[], source: Source): TemplateSource['valueOf'] {
	return (entry) => figures.find(({ key }) => key === entry.figure)?.value(source, entry);
}
