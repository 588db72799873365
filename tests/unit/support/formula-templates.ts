/** Invented workbooks of the Buyer’s kinds, what is put into each, and what their formulas come to then. */
import type { FigureValue } from '../../../extensions/peer-mentoring/src/domain/returns/templates/figure.ts';
import type { Filling } from '../../../extensions/peer-mentoring/src/workbook/template/fill.ts';
import { cells } from './filled-template.ts';
import { bookOf, type Stored } from './formula-books.ts';

interface FilledBook {
	name: string;
	template: () => Promise<Buffer>;
	filling: () => Filling;
	/** By sheet and cell. */
	results: Record<string, Stored>;
	/** Cells whose formula has no result. */
	left: string[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of an Excel table on the first sheet. */
function tableParts(
	name: string,
	ref: string,
	columns: (string | [string, string])[],
	totals = false,
): Record<string, string> {
	const list = columns.map((column, index) => {
		const [heading, formula] = typeof column === 'string' ? [column, ''] : column;
		const own = formula && `<calculatedColumnFormula>${formula}</calculatedColumnFormula>`;
		return `<tableColumn id="${index + 1}" name="${heading}">${own}</tableColumn>`;
	});
	return {
		'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>`,
		'xl/tables/table1.xml': `<table xmlns="${MAIN}" id="1" name="${name}" displayName="${name}" ref="${ref}" ${totals ? 'totalsRowCount="1"' : 'totalsRowShown="0"'}><tableColumns count="${columns.length}">${list.join('')}</tableColumns></table>`,
	};
}

/** Rows that come but once, as those of a database do. */
async function* once(rows: ReadonlyMap<number, FigureValue>[]) {
	yield* rows;
}

const mentees = (count: number) =>
	Array.from(
		{ length: count },
		(_, index) =>
			new Map<number, FigureValue>([
				[1, `R-${index + 1}`],
				[2, index % 3 === 0 ? 'North' : 'South'],
				[3, index + 1],
			]),
	);

export const FILLED_BOOKS: FilledBook[] = [
	{
		name: 'totals across sheets, one after another',
		template: () =>
			bookOf(
				{
					'Year’s end': { A1: 'Referrals', B1: 0, A2: 'Starts', B2: 0, B3: '=IF(B1=0,0,B2/B1)', C1: '=TODAY()' },
					Summary: {
						A1: "='Year’s end'!B1*2",
						A2: '=A1+1',
						A3: '=SUM(A1:A2)',
						A4: `=IF('Year’s end'!B3>=0.5,"met","missed")&": "&ROUND('Year’s end'!B3*100,1)&"%"`,
						A5: "='Year’s end'!B2>'Year’s end'!B1",
						A6: "='Year’s end'!B2/Empty",
						A7: "=1/('Year’s end'!B2-10)",
						A8: '=IFERROR(A7,"none")',
						A9: "='Year’s end'!C1+A1",
						A10: '=A9',
						A11: '=OFFSET(A1,0,0)',
						A12: "=SUM(A1,'Year’s end'!B:B)",
						A13: '=A13+A1',
						A14: '=A15+1',
						A15: '=A14+1',
						A16: '=Referrals+Rate',
						A17: '=PMT(0.1,12,A1)',
						B1: '=IF(A1>0,"","x")',
						B2: '=COUNTBLANK(B1:B1)&COUNTA(B1:B1)',
					},
				},
				{
					names: `<definedName name="Referrals">'Year’s end'!$B$1</definedName><definedName name="Rate">0.5</definedName><definedName name="Moving">Summary!A1</definedName>`,
				},
			),
		filling: () => ({ cells: cells('Year’s end', { B1: 20, B2: 10 }) }),
		results: {
			'Year’s end!B3': 0.5,
			'Summary!A1': 40,
			'Summary!A2': 41,
			'Summary!A3': 81,
			'Summary!A4': 'met: 50%',
			'Summary!A5': false,
			'Summary!A7': { error: '#DIV/0!' },
			'Summary!A8': 'none',
			'Summary!A12': 70.5,
			'Summary!A16': 20.5,
			'Summary!B1': '',
			'Summary!B2': '11',
		},
		left: ['Year’s end!C1', 'Summary!A6', 'Summary!A9', 'Summary!A10', 'Summary!A11', 'Summary!A13', 'Summary!A14', 'Summary!A15', 'Summary!A17'], // prettier-ignore
	},
	{
		name: 'a table that grows, with totals above it',
		template: () =>
			bookOf(
				{
					Tracker: {
						A1: '=COUNTA(Mentees[Reference])',
						B1: '=SUM(Mentees[Sessions])',
						C1: '=SUMIFS(Mentees[Sessions],Mentees[Area],"North")',
						D1: '=SUMPRODUCT((Mentees[Area]="South")*Mentees[Sessions])',
						E1: '=SUM(Mentees[Double])',
						A2: '=COUNTIF(B5:B1000,"South")',
						B2: '=AVERAGE(C:C)',
						C2: '=MAX(Mentees[[Sessions]:[Double]])',
						A4: 'Reference', B4: 'Area', C4: 'Sessions', D4: 'Double',
						A5: 'example', B5: 'North', C5: 1, D5: '=Mentees[[#This Row],[Sessions]]*2',
					}, // prettier-ignore
					Other: {
						A1: '=Tracker!B1&" sessions"',
						A2: '=SUBTOTAL(109,Mentees[Sessions])',
						A3: '=ROWS(Mentees[Area])',
						A4: '=VLOOKUP("R-4",Mentees[],3,FALSE)',
					},
				},
				{
					parts: tableParts('Mentees', 'A4:D5', [
						'Reference',
						'Area',
						'Sessions',
						['Double', 'Mentees[[#This Row],[Sessions]]*2'],
					]),
				},
			),
		filling: () => ({
			cells: [],
			lists: [{ sheet: 'Tracker', firstRow: 5, columns: [1, 2, 3], rows: once(mentees(7)) }],
		}),
		results: {
			'Tracker!A1': 7,
			'Tracker!B1': 28,
			'Tracker!C1': 12,
			'Tracker!D1': 16,
			'Tracker!E1': 56,
			'Tracker!A2': 4,
			'Tracker!C2': 14,
			'Tracker!D5': 2,
			'Tracker!D11': 14,
			'Other!A1': '28 sessions',
			'Other!A2': 28,
			'Other!A3': 7,
			'Other!A4': 4,
		},
		left: [],
	},
	{
		name: 'a table with a row of totals',
		template: () =>
			bookOf(
				{
					Costs: {
						A1: 'Month', B1: 'Cost', C1: 'Share',
						A2: 'April', B2: 10, C2: '=Costs[[#This Row],[Cost]]/Costs[[#Totals],[Cost]]',
						A3: 'May', B3: 20, C3: '=Costs[[#This Row],[Cost]]/Costs[[#Totals],[Cost]]',
						A4: 'Total', B4: '=SUBTOTAL(109,Costs[Cost])', C4: '=SUM(Costs[Share])',
					}, // prettier-ignore
				},
				{ parts: tableParts('Costs', 'A1:C4', ['Month', 'Cost', 'Share'], true) },
			),
		filling: () => ({ cells: cells('Costs', { B2: 30 }) }),
		results: { 'Costs!B4': 50, 'Costs!C2': 0.6, 'Costs!C3': 0.4, 'Costs!C4': 1 },
		left: [],
	},
	{
		name: 'formulas that are written once for several cells',
		template: () =>
			bookOf({
				S: {
					A1: 1, A2: 2, A3: 3, D1: 100,
					B1: { xml: '><f t="shared" ref="B1:B3" si="0">A1*$D$1+A$1</f>' },
					B2: { xml: '><f t="shared" si="0"/><v>0</v>' },
					B3: { xml: ' t="str"><f t="shared" si="0"/><v>old</v>' },
					C3: '=SUM(B1:B3)',
				}, // prettier-ignore
			}),
		filling: () => ({ cells: cells('S', { A1: 5 }) }),
		results: { 'S!B1': 505, 'S!B2': 205, 'S!B3': 305, 'S!C3': 1015 },
		left: [],
	},
	{
		name: 'formulas for several cells at once, and hidden rows',
		template: () =>
			bookOf({
				S: {
					A1: 1, A2: 2,
					B1: { xml: '><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v>' },
					B2: { xml: '><v>4</v>' },
					C1: { xml: '><f>B2+1</f><v>5</v>' },
					C2: { xml: '><f>SUM(D1:D2)</f><v>7</v>' },
					D1: 3, D2: { xml: '><f>1+3</f><v>4</v>' },
				}, // prettier-ignore
			}),
		filling: () => ({ cells: cells('S', { A2: 10 }) }),
		results: { 'S!C2': 7, 'S!D2': 4 },
		left: ['S!B1', 'S!C1'],
	},
];
