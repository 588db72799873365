import type { Workbook } from 'exceljs';
import type { ScopeFigures } from '../domain/returns/pmi/breakdown.ts';
import { LENGTHS } from './pmi-labels.ts';
import type { PmiReturn } from './pmi-return.ts';
import { subtitleOf } from './pmi-return.ts';
import { addRow, addSheet, orNotApplicable, WHOLE } from './sheet.ts';

const ONE_DECIMAL = '#,##0.0';

/** Measure 7: how many, mean, median, shortest and longest, in calendar days, for the contract and its parts. */
export function addLengthSheet(workbook: Workbook, pmi: PmiReturn): void {
	const sheet = addSheet(workbook, {
		name: 'Length on provision',
		title: 'Length of time on provision, in calendar days (measure 7)',
		subtitle: subtitleOf(pmi),
		columns: [
			{ header: '', width: 4 },
			{ header: 'Group', width: 46 },
			{ header: 'Mentees', width: 12, format: WHOLE },
			{ header: 'Mean', width: 12, format: ONE_DECIMAL },
			{ header: 'Median', width: 12, format: ONE_DECIMAL },
			{ header: 'Shortest', width: 12, format: WHOLE },
			{ header: 'Longest', width: 12, format: WHOLE },
		],
	});
	const { total, by_route, by_cpa } = pmi.breakdown;
	const scopes: (readonly [string, ScopeFigures])[] = [
		['Call-Off Contract', total],
		['Jobcentre Plus', by_route.jobcentre_plus],
		['Third party', by_route.third_party],
		...by_cpa.map((each) => [`Contract Package Area ${each.cpa}`, each.total] as const),
	];
	for (const [name, { lengths }] of scopes) {
		addRow(sheet, [null, name, null, null, null, null, null], 'section');
		for (const [group, label] of LENGTHS) {
			const { count, mean, median, min, max } = lengths[group];
			const cells = [mean, median, min, max].map(orNotApplicable);
			addRow(sheet, [null, label, count, ...cells], label.startsWith('of') ? 'detail' : 'normal');
		}
	}
}
