import { escapeXml } from './template/xml-reader.ts';

/** A stacked bar chart of cells. The values stand in the chart too, for programs that do not look at the cells. */
export interface BarChart {
	title: string;
	categories: { cells: string; names: readonly string[] };
	series: readonly { name: string; cells: string; values: readonly number[]; colour: string }[];
	/** The cells that its corners lie in, counted from 0. */
	from: { column: number; row: number };
	to: { column: number; row: number };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const MAIN = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The chart itself (ECMA-376, part 1, 21.2). */
export function chartXml({ title, categories, series }: BarChart): string {
	const names = points(categories.names, 'strCache');
	const bars = series.map(
		({ name, cells, values, colour }, index) =>
			`<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx>` +
			`<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>` +
			`<c:cat><c:strRef><c:f>${escapeXml(categories.cells)}</c:f>${names}</c:strRef></c:cat>` +
			`<c:val><c:numRef><c:f>${escapeXml(cells)}</c:f>${points(values, 'numCache')}</c:numRef></c:val></c:ser>`,
	);
	return (
		`${HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart>` +
		`<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr>` +
		`<a:r><a:rPr lang="en-GB" sz="1200" b="1"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx>` +
		`<c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
		`<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${bars.join('')}` +
		`<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/></c:barChart>` +
		// The first step stands at the top, as in the table.
		`<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>` +
		`<c:axPos val="l"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
		`<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>` +
		`<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>` +
		`<c:delete val="0"/><c:axPos val="b"/><c:majorGridlines/><c:numFmt formatCode="#,##0" sourceLinked="0"/>` +
		`<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
		`<c:crossAx val="1"/><c:crosses val="max"/></c:valAx></c:plotArea>` +
		`<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`
	);
}

/** Where the chart stands on its sheet, with what it shows for those who do not see it. */
export function drawingXml({ title, from, to }: BarChart): string {
	const corner = (name: string, { column, row }: BarChart['from']) =>
		`<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
	return (
		`${HEAD}<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${MAIN}"><xdr:twoCellAnchor>${corner('from', from)}${corner('to', to)}` +
		`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart" descr="${escapeXml(title)}"/>` +
		`<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
		`<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${OFFICE}" r:id="rId1"/>` +
		`</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
	);
}

/** A part's links to others, by their types. */
export function linksXml(links: readonly (readonly [id: string, type: string, target: string])[]): string {
	const listed = links.map(
		([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
	);
	return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${listed.join('')}</Relationships>`;
}

function points(values: readonly (string | number)[], cache: 'strCache' | 'numCache'): string {
	const each = values.map((value, index) => `<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`);
	return `<c:${cache}><c:ptCount val="${values.length}"/>${each.join('')}</c:${cache}>`;
}
