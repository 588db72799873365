/** Workbooks that are changed in one part, and what is found wrong with them. */
import type { TemplateFault } from '../../../extensions/peer-mentoring/src/workbook/template/fault.ts';
import { inspectTemplate } from '../../../extensions/peer-mentoring/src/workbook/template/inspect.ts';
import { RAW_PARTS } from './raw-parts.ts';

export const faultOf = (file: Buffer) =>
	inspectTemplate(file).then(
		() => 'taken',
		(error: TemplateFault) => error.code,
	);

export const SHEET = 'xl/worksheets/sheet1.xml';
export const BOOK = 'xl/workbook.xml';
export const LINKS = 'xl/_rels/workbook.xml.rels';
export const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const withPart = (target: string) =>
	RAW_PARTS[LINKS]!.replace(
		'</Relationships>',
		`<Relationship Id="r9" Type="${REL}/theme" Target="${target}"/></Relationships>`,
	);

export const withFormula = (formula: string) => RAW_PARTS[SHEET]!.replace('COUNTA(A4:A1000)', formula);
