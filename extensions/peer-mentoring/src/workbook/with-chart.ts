import { chartXml, drawingXml, linksXml, type BarChart } from './chart.ts';
import { openPackage, relationshipsOf } from './template/package.ts';
import { outlineOf } from './template/structure.ts';
import { bytesOf, packed } from './template/pack.ts';

const TYPES = '[Content_Types].xml';
const DRAWING = 'xl/drawings/drawing1.xml';
const CHART = 'xl/charts/chart1.xml';
const CONTENT = 'application/vnd.openxmlformats-officedocument';

/** What may follow the drawing in a sheet (ECMA-376, CT_Worksheet). */
const AFTER_DRAWING =
	/<(legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/;

/** A workbook of our own with a chart on one of its sheets, which the library that makes it cannot draw. */
export async function withChart(workbook: Buffer, sheetName: string, chart: BarChart): Promise<Buffer> {
	const parts = await openPackage(workbook);
	const sheet = (await outlineOf(parts)).sheets.find(({ name }) => name === sheetName)?.part;
	if (sheet === undefined || (await relationshipsOf(parts, sheet)).length > 0) {
		throw new RangeError(`The sheet ${sheetName} cannot take a chart`);
	}
	const added: Record<string, string> = {
		[DRAWING]: drawingXml(chart),
		'xl/drawings/_rels/drawing1.xml.rels': linksXml([['rId1', 'chart', '../charts/chart1.xml']]),
		[CHART]: chartXml(chart),
		[sheet.replace(/([^/]+)$/, '_rels/$1.rels')]: linksXml([['rId1', 'drawing', '../drawings/drawing1.xml']]),
	};
	const changes: Record<string, (text: string) => string> = {
		[sheet]: (text) => text.replace(AFTER_DRAWING, '<drawing r:id="rId1"/>$&'),
		[TYPES]: (text) =>
			text.replace(
				'</Types>',
				`<Override PartName="/${DRAWING}" ContentType="${CONTENT}.drawing+xml"/>` +
					`<Override PartName="/${CHART}" ContentType="${CONTENT}.drawingml.chart+xml"/></Types>`,
			),
	};
	return bytesOf(
		packed([...parts.names, ...Object.keys(added)], async function* (name) {
			const change = changes[name];
			if (name in added) yield added[name] as string;
			else if (change) yield change(await parts.text(name));
			else for await (const chunk of await parts.bytes(name)) yield chunk as Buffer;
		}),
	);
}
