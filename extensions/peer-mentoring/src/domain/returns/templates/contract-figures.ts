import { SPECIFIED } from '../../contract/terms.ts';
import { measureName } from '../pmi/measure-names.ts';
import type { PmiMeasures } from '../pmi/measures.ts';
import type { CpaPersonnel, PersonnelChange } from '../../people/personnel-changes.ts';
import { NOT_DUE } from '../pmi/returns.ts';
import { NOTHING_TO_REPORT, REPORT_LABELS, REPORT_PARTS } from '../pmi/report.ts';
import { ABOUT } from './facts.ts';
import type { Figure, FigureSource, FigureValue, Scope } from './figure.ts';
import { text } from '../../language/text.ts';

const IN_MONTH = ['month'] as const;
const AT_CUT_OFF = ['cumulative'] as const;
const REPORT = text('Report to the Buyer', 'Adroddiad i’r Prynwr');

function mentors({ measures }: FigureSource, { cpa }: Scope, change?: PersonnelChange['change']): number {
	const rows = measures.personnel_changes.rows.filter(
		(row) => (cpa === null || row.cpa === cpa) && (change === undefined || row.change === change),
	);
	return change === undefined ? rows.length : new Set(rows.map((row) => `${row.date} ${row.mentor}`)).size;
}

/** FTE of one area, or of all of them together. */
function fte(key: 'opening_fte' | 'closing_fte' | 'minimum', en: string, cy: string): Figure {
	return {
		key: `personnel_changes.${key}`,
		group: measureName(1, SPECIFIED),
		part: text(en, cy),
		views: IN_MONTH,
		perCpa: true,
		value: ({ breakdown }, { cpa }) => {
			const areas = breakdown.personnel.filter((each: CpaPersonnel) => cpa === null || each.cpa === cpa);
			const thousandths = areas.reduce((total, area) => total + Math.round(area[key] * 1000), 0);
			return areas.length === 0 ? null : thousandths / 1000;
		},
	};
}

const personnel: Figure[] = [
	...(
		[
			['changes', undefined, 'Changes in the month', 'Newidiadau yn y mis'],
			['joined', 'joined', 'Joined (people)', 'Ymunodd (pobl)'],
			['left', 'left', 'Left (people)', 'Gadawodd (pobl)'],
		] as const
	).map(([key, change, en, cy]): Figure => ({
		key: `personnel_changes.${key}`,
		group: measureName(1, SPECIFIED),
		part: text(en, cy),
		views: IN_MONTH,
		perCpa: true,
		value: (source, scope) => mentors(source, scope, change),
	})),
	fte('opening_fte', 'FTE when the month began', 'CALl ar ddechrau’r mis'),
	fte('closing_fte', 'FTE when the month ended', 'CALl ar ddiwedd y mis'),
	fte('minimum', 'Minimum FTE (Annex C)', 'Isafswm CALl (Atodiad C)'),
];

function spend(number: number, key: 'subcontractor_spend' | 'sme_spend'): Figure {
	return {
		key: `${key}.total`,
		group: measureName(number, SPECIFIED),
		part: text('Pounds in the quarter', 'Punnoedd yn y chwarter'),
		views: IN_MONTH,
		perCpa: false,
		value: ({ measures }) => {
			const of = measures[key];
			return of.due ? Number(of.total) : NOT_DUE;
		},
	};
}

type Documents = PmiMeasures['ipr_log'];

function documents(number: number, key: 'contract_cost_register' | 'ipr_log'): Figure[] {
	const part = (
		name: string,
		en: string,
		cy: string,
		pick: (of: Documents & { due: true }) => FigureValue,
	): Figure => ({
		key: `${key}.${name}`,
		group: measureName(number, SPECIFIED),
		part: text(en, cy),
		views: IN_MONTH,
		perCpa: false,
		value: ({ measures }) => (measures[key].due ? pick(measures[key]) : NOT_DUE),
	});
	return [
		part('documents', 'How many versions', 'Faint o fersiynau', (of) => of.documents.length),
		part('version', 'Latest version', 'Fersiwn ddiweddaraf', (of) => of.documents.at(-1)?.version ?? null),
		part('dated', 'Date of the latest version', 'Dyddiad y fersiwn ddiweddaraf', (of) => {
			const last = of.documents.at(-1);
			return last ? { day: last.dated } : null;
		}),
	];
}

/** Measures 1 and 17 to 20, the narrative, and the number of exceptions. */
export const CONTRACT_FIGURES: readonly Figure[] = [
	...personnel,
	spend(17, 'subcontractor_spend'),
	spend(18, 'sme_spend'),
	...documents(19, 'contract_cost_register'),
	...documents(20, 'ipr_log'),
	...REPORT_PARTS.map((part): Figure => ({
		key: `report.${part}`,
		group: REPORT,
		part: REPORT_LABELS[part],
		views: IN_MONTH,
		perCpa: false,
		// What nobody has written yet stays empty: n/a would say that there was nothing to write.
		value: ({ report, status }) => report[part] ?? (status === 'submitted' ? NOTHING_TO_REPORT : ''),
	})),
	{
		key: 'exceptions',
		group: ABOUT,
		part: text('Records to complete or correct', 'Cofnodion i’w cwblhau neu eu cywiro'),
		views: AT_CUT_OFF,
		perCpa: false,
		value: ({ exceptions }) => exceptions.length,
	},
];
