import type { Workbook } from 'exceljs';
import { lastDay } from '../domain/calendar/calendar-day.ts';
import { codeLists } from '../domain/language/code-lists.ts';
import { dayInWords } from '../domain/language/messages.ts';
import type { PmiReturn } from './pmi-return.ts';
import { monthInWords, subtitleOf } from './pmi-return.ts';
import type { RowKind } from './sheet.ts';
import { addNote, addRow, addSheet, addTable } from './sheet.ts';

const CONTENTS = [
	['Measures', 'All twenty measures in the order of paragraph 3.8'],
	['Report', 'What the Supplier reports beside the figures (2.25)'],
	['Chart', 'How many have come how far, from referral to completion'],
	['By route', 'Jobcentre Plus and third-party referrals apart'],
	['Per CPA', 'Each Contract Package Area of the Call-Off Contract'],
	['Length on provision', 'Calendar days on provision (measure 7)'],
	['Personnel changes', 'Who joined, left or changed hours or location (measure 1)'],
	['FTE', 'Opening, closing and lowest FTE of each CPA against the minimum (measure 1)'],
	['Spend and documents', 'Quarterly spend and six-monthly documents (measures 17 to 20)'],
	['Exceptions', 'Records to complete or correct'],
	['Revisions', 'What has changed in months reported earlier'],
	['Definitions used', 'How each figure is counted'],
] as const;

/** What the return is, and where to find what. */
export function addCoverSheet(workbook: Workbook, pmi: PmiReturn): void {
	const { contract, month, due_on, status, as_known_at, exceptions, version } = pmi;
	const sheet = addSheet(workbook, {
		name: 'Cover',
		title: 'Peer Mentoring: Performance Management Information',
		subtitle: subtitleOf(pmi),
		columns: [
			{ header: 'This return', width: 26 },
			{ header: '', width: 66 },
		],
		orientation: 'portrait',
	});
	const add = (name: string, value: string, kind: RowKind = 'normal') => addRow(sheet, [name, value], kind);
	add('Call-Off Contract', contract.reference);
	if (contract.supplier) add('Supplier', contract.supplier);
	add(contract.cpas.length === 1 ? 'Contract Package Area' : 'Contract Package Areas', contract.cpas.join(', '));
	add('Reporting month', monthInWords(month));
	add('Cut-off', dayInWords(lastDay(month), 'en-GB'));
	add(
		'Due',
		`${dayInWords(due_on, 'en-GB')}, the fifth Working Day (${labelOf('working_day_calendar', contract.calendar)})`,
	);
	const correction = version !== null && version > 1 ? `, version ${version}: a correction` : '';
	add('Status', `${labelOf('return_status', status)}${correction}`, 'section');
	add('As known at', momentInWords(as_known_at));
	add('Exceptions', exceptions.length === 0 ? 'None' : `${exceptions.length}, listed on the sheet Exceptions`);
	addTable(sheet, 'In this workbook', ['Sheet', 'What it shows']);
	for (const [name, what] of CONTENTS) {
		const cell = add(name, what).getCell(1);
		cell.value = { text: name, hyperlink: `#'${name}'!A1` };
		cell.font = { ...cell.font, underline: true, color: { argb: 'FF003399' } };
	}
	sheet.addRow([]);
	addNote(sheet, 'All twenty measures are given, nil returns included: 0 means that there was none,');
	addNote(sheet, 'n/a that there was nothing to divide, not due that the measure is not asked for this month.');
}

function labelOf(list: 'working_day_calendar' | 'return_status', value: string): string {
	return codeLists[list].find((code) => code.value === value)?.en ?? value;
}

function momentInWords(moment: string): string {
	return new Intl.DateTimeFormat('en-GB', {
		dateStyle: 'long',
		timeStyle: 'short',
		timeZone: 'Europe/London',
	}).format(new Date(moment));
}
