import type { PartName, ReleasedPassage } from '../domain/privacy/anonymise/plan.ts';
import { MOVED, TOKENS } from '../domain/privacy/anonymise/tokens.ts';
import { labelOf, type Language } from '../domain/language/messages.ts';
import { withFixedZipTime } from './fixed-zip-time.ts';
import { addNote, addRow, addSheet, addTable, dateOf, DAY, type Value } from './sheet.ts';

export interface PlanSample {
	contract: string;
	quarter: string;
	plans: readonly { position: number; cpa: number; released_on: string; passages: readonly ReleasedPassage[] }[];
}

const TEXTS = {
	'en-GB': {
		title: 'Sample of anonymised SMART Action Plans',
		sheet: 'Plans',
		headers: ['Plan', 'CPA', 'Part', 'What was written', 'Date', 'Status'],
		none: 'No plan of this quarter is released.',
		parts: {
			goal: 'Goal',
			what: 'Action {n}: what will be done (Specific)',
			measure: 'Action {n}: how we will know (Measurable)',
			achievable: 'Action {n}: what makes it possible (Achievable)',
			relevance: 'Action {n}: why it matters now (Realistic)',
			summary: 'Review {n}',
		},
		nothing: { goal: 'Goal', action: 'Action {n}', review: 'Review {n}' },
		notes: 'How to read it',
		moved: `Every date of a Mentee is moved by the same number of days; in a text, ${MOVED} stands before it.`,
		brackets: 'Words in square brackets stand for what was taken out:',
	},
	'cy-GB': {
		title: 'Sampl o gynlluniau gweithredu SMART dienw',
		sheet: 'Cynlluniau',
		headers: ['Cynllun', 'CPA', 'Rhan', 'Yr hyn a ysgrifennwyd', 'Dyddiad', 'Statws'],
		none: 'Nid oes cynllun o’r chwarter hwn wedi’i ryddhau.',
		parts: {
			goal: 'Nod',
			what: 'Cam {n}: beth a wneir (Penodol)',
			measure: 'Cam {n}: sut y byddwn yn gwybod (Mesuradwy)',
			achievable: 'Cam {n}: beth sy’n ei wneud yn bosibl (Cyraeddadwy)',
			relevance: 'Cam {n}: pam mae’n bwysig nawr (Realistig)',
			summary: 'Adolygiad {n}',
		},
		nothing: { goal: 'Nod', action: 'Cam {n}', review: 'Adolygiad {n}' },
		notes: 'Sut i’w ddarllen',
		moved: `Symudwyd pob dyddiad sy’n perthyn i fentorai yr un nifer o ddiwrnodau; mewn testun, mae ${MOVED} o’i flaen.`,
		brackets: 'Mae geiriau mewn bachau petryal yn sefyll dros yr hyn a dynnwyd allan:',
	},
} satisfies Record<Language, object>;

/** The released plans of a contract and a quarter, for the Buyer and the Buyer's analysts (1.29, 3.11). */
export async function planSampleWorkbook(sample: PlanSample, language: Language): Promise<Buffer> {
	const { default: ExcelJS } = await import('exceljs');
	const texts = TEXTS[language];
	const workbook = new ExcelJS.Workbook();
	workbook.creator = workbook.lastModifiedBy = sample.contract;
	workbook.title = `${texts.title} ${sample.contract} ${sample.quarter}`;
	const last = sample.plans
		.map(({ released_on }) => released_on)
		.sort()
		.at(-1);
	workbook.created = workbook.modified = dateOf(last ?? '2000-01-01');
	const widths = [8, 8, 34, 80, 16, 20];
	const sheet = addSheet(workbook, {
		name: texts.sheet,
		title: texts.title,
		subtitle: `${sample.contract}, ${sample.quarter}`,
		columns: texts.headers.map((header, index) => ({
			header,
			width: widths[index] as number,
			...(index === 4 ? { format: DAY } : {}),
		})),
	});
	for (const { position, cpa, passages } of sample.plans) {
		for (const row of passages.flatMap((passage) => rowsOf(passage, language))) addRow(sheet, [position, cpa, ...row]);
	}
	if (sample.plans.length === 0) addNote(sheet, texts.none);
	addTable(sheet, texts.notes, []);
	addNote(sheet, texts.moved);
	addNote(sheet, texts.brackets);
	addNote(
		sheet,
		Object.values(TOKENS)
			.map((token) => token[language])
			.join(' '),
	);
	return withFixedZipTime(Buffer.from((await workbook.xlsx.writeBuffer()) as ArrayBuffer));
}

/** A line for each part; the date and the status stand beside the first. */
function rowsOf({ kind, number, on, status, parts }: ReleasedPassage, language: Language): Value[][] {
	const texts = TEXTS[language];
	const label = (text: string) => text.replace('{n}', String(number));
	const about = [on === null ? null : dateOf(on), status === null ? null : labelOf('action_status', status, language)];
	if (parts.length === 0) return [[label(texts.nothing[kind]), null, ...about]];
	return parts.map(({ name, text }, index) => [
		label(texts.parts[name as PartName]),
		text,
		...(index === 0 ? about : [null, null]),
	]);
}
