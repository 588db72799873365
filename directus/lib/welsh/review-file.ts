/** The workbook that goes to a translator and comes back. */
import exceljs from 'exceljs';
import { markOf } from './approved.ts';
import { confidenceIn, otherwiseRendered, type Term } from './confidence.ts';
import type { Entry } from './entry.ts';

const SHEET = 'Welsh';
/** In their order; what a translator fills in comes last. */
const COLUMNS = [
	{ header: 'Where', key: 'where', width: 44 },
	{ header: 'English', key: 'english', width: 60 },
	{ header: 'Welsh', key: 'welsh', width: 60 },
	{ header: 'How sure we are', key: 'confidence', width: 16 },
	{ header: 'Terms to look at', key: 'terms', width: 40 },
	{ header: 'Better Welsh', key: 'better', width: 60 },
	{ header: 'Right as it is (yes)', key: 'right', width: 18 },
	{ header: 'Note', key: 'note', width: 40 },
];

const ABOUT = [
	'Every text of the platform in English and Welsh. What we are least sure of comes first.',
	'Write a better text under "Better Welsh", or "yes" under "Right as it is"; leave both empty for what you have not read.',
	'What stands in braces, such as {name}, is filled in later: keep it, in the place where the sentence wants it.',
	'Columns A to E are read to find the text again: leave them as they are. Order and filters may be changed.',
];

const ORDER = ['low', 'medium', 'high', 'approved'];

export async function writeReview(
	path: string,
	entries: readonly Entry[],
	approved: ReadonlySet<string>,
	glossary: readonly Term[],
): Promise<Record<string, number>> {
	const rows = entries
		.map((entry) => ({
			...{ where: entry.key, english: entry.english, welsh: entry.welsh },
			confidence: confidenceIn(entry, approved.has(markOf(entry)), glossary),
			terms: otherwiseRendered(entry.english, entry.welsh, glossary)
				.map(({ english, welsh }) => `${english} = ${welsh}`)
				.join('; '),
			note: entry.at ? '' : 'Put together by code: write here what it should be.',
		}))
		.sort((a, b) => ORDER.indexOf(a.confidence) - ORDER.indexOf(b.confidence));
	const workbook = new exceljs.Workbook();
	const about = workbook.addWorksheet('Read me');
	about.getColumn(1).width = 110;
	about.addRows(ABOUT.map((line) => [line]));
	const sheet = workbook.addWorksheet(SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
	sheet.columns = COLUMNS.map((column) => ({
		...column,
		// A text that begins like a formula is a text.
		style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' as const } },
	}));
	sheet.addRows(rows);
	sheet.getRow(1).font = { bold: true };
	sheet.autoFilter = { from: 'A1', to: { row: 1, column: COLUMNS.length } };
	await workbook.xlsx.writeFile(path);
	return Object.fromEntries(
		[...Map.groupBy(rows, ({ confidence }) => confidence)].map(([how, of]) => [how, of.length]),
	);
}

/** What a translator has said of one text. */
export interface Reviewed {
	row: number;
	where: string;
	english: string;
	welsh: string;
	better: string;
	right: boolean;
}

/** The rows of a file that came back in which something has been said. */
export async function readReview(path: string): Promise<Reviewed[]> {
	const workbook = new exceljs.Workbook();
	await workbook.xlsx.readFile(path);
	const sheet = workbook.getWorksheet(SHEET);
	if (!sheet)
		throw new Error(`${path} has no sheet "${SHEET}": send back the file that npm run welsh -- out has written.`);
	const columns = new Map<string, number>();
	sheet.getRow(1).eachCell((cell, column) => columns.set(cell.text.trim(), column));
	const missing = COLUMNS.find(({ header, key }) => key !== 'note' && key !== 'terms' && !columns.has(header));
	if (missing) throw new Error(`The column "${missing.header}" is missing: leave the columns as they were.`);
	const found: Reviewed[] = [];
	sheet.eachRow((row, number) => {
		const textOf = (key: string) => {
			const column = columns.get(COLUMNS.find((each) => each.key === key)?.header ?? '');
			return column === undefined ? '' : row.getCell(column).text;
		};
		const [better, right] = [textOf('better').trim(), /^(yes|ie|iawn|y|x)$/i.test(textOf('right').trim())];
		if (number === 1 || (better === '' && !right)) return;
		const [where, english, welsh] = [textOf('where'), textOf('english'), textOf('welsh')];
		found.push({ row: number, where, english, welsh, better, right });
	});
	return found;
}
