import type { Workbook } from 'exceljs';
import { codeLists } from '../domain/language/code-lists.ts';
import { dayInWords, labelOf } from '../domain/language/messages.ts';
import type { DocumentEntry } from '../domain/returns/pmi/context.ts';
import { numberedLines } from '../domain/returns/pmi/measure-list.ts';
import { NOTHING_TO_REPORT, REPORT_LABELS, REPORT_PARTS } from '../domain/returns/pmi/report.ts';
import type { QuarterlySpend, SixMonthlyDocuments } from '../domain/returns/pmi/returns.ts';
import { GENERAL_DEFINITIONS, measuresUnder } from './pmi-labels.ts';
import type { PmiReturn } from './pmi-return.ts';
import { monthInWords, subtitleOf, termsOfReturn } from './pmi-return.ts';
import { addNote, addRow, addSheet, dateOf, DAY, FTE, orNotApplicable, POUNDS } from './sheet.ts';

/** Measure 1. */
export function addPersonnelSheet(workbook: Workbook, pmi: PmiReturn): void {
	const sheet = addSheet(workbook, {
		name: 'Personnel changes',
		title: 'Changes in Peer Mentoring personnel (measure 1)',
		subtitle: subtitleOf(pmi),
		columns: [
			{ header: 'Date', width: 14, format: DAY },
			{ header: 'CPA', width: 12 },
			{ header: 'Delivery area', width: 30 },
			{ header: 'Change', width: 20 },
			{ header: 'Peer Mentor (reference)', width: 38 },
			{ header: 'FTE before', width: 12, format: FTE },
			{ header: 'FTE after', width: 12, format: FTE },
		],
	});
	const { rows } = pmi.measures.personnel_changes;
	for (const { date, cpa, delivery_area, change, mentor, fte_before, fte_after } of rows) {
		addRow(sheet, [dateOf(date), cpa, delivery_area, changeLabel(change), mentor, fte_before, fte_after]);
	}
	if (rows.length === 0)
		addNote(sheet, `Nil return: ${changeLabel('no_change').toLowerCase().replace(' (nil return)', '')} in the month.`);
}

/** FTE of each CPA over the month, against Annex C. */
export function addFteSheet(workbook: Workbook, pmi: PmiReturn): void {
	const fte = (header: string) => ({ header, width: 16, format: FTE });
	const sheet = addSheet(workbook, {
		name: 'FTE',
		title: 'FTE in post against the minimum (Annex C, Table A)',
		subtitle: subtitleOf(pmi),
		columns: [
			{ header: 'Contract Package Area', width: 24 },
			fte('Opening'),
			fte('Closing'),
			fte('Lowest day'),
			fte('Minimum'),
			fte('Shortfall'),
		],
	});
	for (const { cpa, opening_fte, closing_fte, lowest_fte, minimum, shortfall } of pmi.breakdown.personnel) {
		const judged = [orNotApplicable(lowest_fte), minimum, orNotApplicable(shortfall)];
		addRow(sheet, [cpa, opening_fte, closing_fte, ...judged]);
	}
	addNote(
		sheet,
		'The minimum applies from the day after the Implementation Period (C1.1); n/a where it applied on no day.',
	);
}

/** Measures 17 to 20. */
export function addReturnsSheet(workbook: Workbook, pmi: PmiReturn): void {
	const sheet = addSheet(workbook, {
		name: 'Spend and documents',
		title: 'Quarterly spend and six-monthly documents (measures 17 to 20)',
		subtitle: subtitleOf(pmi),
		columns: [
			{ header: 'Measure', width: 40 },
			{ header: 'Organisation or title', width: 44 },
			{ header: 'Version', width: 12 },
			{ header: 'Date', width: 14, format: DAY },
			{ header: 'Amount', width: 16, format: POUNDS },
		],
	});
	const measures = measuresUnder(termsOfReturn(pmi), pmi.lines);
	const spend = (number: number, of: QuarterlySpend) => {
		const name = measures[number - 1]?.name ?? '';
		if (!of.due) return addRow(sheet, [name, 'Not due this month', null, null, null]);
		for (const { organisation, amount } of of.rows) addRow(sheet, [name, organisation, null, null, Number(amount)]);
		const label = `${of.nil ? 'Nil return: none' : 'Total'}, ${dayInWords(of.quarter.from, 'en-GB')} to ${dayInWords(of.quarter.to, 'en-GB')}`;
		return addRow(sheet, [name, label, null, dateOf(of.quarter.to), Number(of.total)], 'section');
	};
	const documents = (number: number, of: SixMonthlyDocuments) => {
		const name = measures[number - 1]?.name ?? '';
		const none = of.due ? 'Due this month: none recorded' : 'Not due this month';
		const found: (DocumentEntry | undefined)[] = of.due && !of.nil ? of.documents : [undefined];
		for (const each of found) {
			addRow(sheet, [name, each?.title ?? none, each?.version ?? null, each ? dateOf(each.dated) : null, null]);
		}
	};
	spend(17, pmi.measures.subcontractor_spend);
	spend(18, pmi.measures.sme_spend);
	documents(19, pmi.measures.contract_cost_register);
	documents(20, pmi.measures.ipr_log);
}

/** What the Supplier reports beside the figures (2.25). */
export function addReportSheet(workbook: Workbook, pmi: PmiReturn): void {
	const sheet = addSheet(workbook, {
		name: 'Report',
		title: 'Report to the Buyer (2.25)',
		subtitle: subtitleOf(pmi),
		columns: [
			{ header: 'About', width: 30 },
			{ header: 'Report', width: 110 },
		],
	});
	const unwritten = pmi.status === 'submitted' ? NOTHING_TO_REPORT : 'Not written yet.';
	for (const part of REPORT_PARTS) addRow(sheet, [REPORT_LABELS[part]['en-GB'], pmi.report[part] ?? unwritten]);
}

/** What to complete or correct, by record. */
export function addExceptionsSheet(workbook: Workbook, pmi: PmiReturn): void {
	const sheet = addSheet(workbook, {
		name: 'Exceptions',
		title: 'Records to complete or correct',
		subtitle: subtitleOf(pmi),
		columns: [
			{ header: 'Reference', width: 20 },
			{ header: 'What is wrong', width: 56 },
			{ header: 'How it is counted, and what would put it right', width: 80 },
		],
	});
	for (const { reference, message } of pmi.exceptions) {
		const first = message.indexOf('. ') + 1;
		addRow(sheet, [reference, message.slice(0, first), message.slice(first).trim()]);
	}
	for (const { code, records, reason } of pmi.acknowledged) {
		const count = records === 1 ? '1 record' : `${records} records`;
		addNote(sheet, `Acknowledged: ${labelOf('pmi_exception', code, 'en-GB')}, ${count}: ${reason}`);
	}
	if (pmi.exceptions.length === 0) addNote(sheet, 'Nil return: no record lacks anything that the figures need.');
	else sheet.autoFilter = { from: { row: 4, column: 1 }, to: { row: 4 + pmi.exceptions.length, column: 3 } };
}

/** What has changed in months reported earlier, and in which number. */
export function addRevisionsSheet(workbook: Workbook, pmi: PmiReturn): void {
	const sheet = addSheet(workbook, {
		name: 'Revisions',
		title: 'Revisions to earlier months',
		subtitle: subtitleOf(pmi),
		columns: [
			{ header: 'Month', width: 20 },
			{ header: 'What is counted', width: 40 },
			{ header: 'Reported', width: 14 },
			{ header: 'Is now', width: 14 },
			{ header: 'Difference', width: 14 },
		],
	});
	for (const { month, key, reported, now } of pmi.revisions) {
		addRow(sheet, [monthInWords(month), labelOf('counted_event', key, 'en-GB'), reported, now, now - reported]);
	}
	if (pmi.revisions.length === 0) addNote(sheet, 'Nil return: nothing has changed in the months reported before.');
	else addNote(sheet, 'Entered or corrected after those returns were sent; the totals of this return count it.');
}

/** How the figures are counted. */
export function addDefinitionsSheet(workbook: Workbook, pmi: PmiReturn): void {
	const sheet = addSheet(workbook, {
		name: 'Definitions used',
		title: 'How the figures are counted',
		subtitle: subtitleOf(pmi),
		columns: [
			{ header: 'No.', width: 6 },
			{ header: 'Measure or term', width: 46 },
			{ header: 'Definition', width: 92 },
		],
	});
	const terms = termsOfReturn(pmi);
	const measures = measuresUnder(terms, pmi.lines);
	for (const { number, names, own } of numberedLines(pmi.lines, terms)) {
		addRow(sheet, [number, names['en-GB'], own?.definition['en-GB'] ?? measures[number - 1]?.definition ?? '']);
	}
	for (const [term, definition] of GENERAL_DEFINITIONS) addRow(sheet, [null, term, definition]);
	addRow(sheet, [
		null,
		'Shortest session that counts',
		`${terms.minimum_session_minutes} minutes, as set for this Call-Off Contract.`,
	]);
}

function changeLabel(change: string): string {
	return codeLists.personnel_change.find((code) => code.value === change)?.en ?? change;
}
