import { dayInWords, monthInWords, type Language } from '../../../domain/language/messages.ts';
import { problemMessage, type Problem } from '../../../domain/problems.ts';
import { cellAddress } from '../../../domain/returns/templates/cell-address.ts';
import type { FigureChoice, FigureValue } from '../../../domain/returns/templates/figure.ts';
import { figureLabel, figureOf, figuresFor, type ReturnKind } from '../../../domain/returns/templates/figures.ts';
import type { ListName } from '../../../domain/returns/templates/lists.ts';
import {
	readMapping,
	type CellEntry,
	type ListEntry,
	type Mapping,
	type Place,
} from '../../../domain/returns/templates/mapping.ts';
import type { WorkbookStructure } from '../../../domain/returns/templates/structure.ts';
import type { MappingTexts } from './texts.ts';

/** What is stored, or nothing where it cannot be read. */
export function mappingIn(value: unknown): Mapping {
	const mapping = readMapping(value);
	return 'notAnEntry' in mapping ? { cells: [], lists: [] } : mapping;
}

/** The figures that a template of a kind can ask for, under their headings. */
export function choicesFor(kind: ReturnKind, language: Language): { heading: string; figures: FigureChoice[] }[] {
	const groups = Map.groupBy<string, FigureChoice>(figuresFor(kind), ({ group }) => group[language]);
	return [...groups].map(([heading, figures]) => ({ heading, figures }));
}

/** The lists with this one as it is now; `null` takes it away. */
export function withList(lists: readonly ListEntry[], of: ListName, list: ListEntry | null): ListEntry[] {
	const others = lists.filter((each) => each.of !== of);
	return list ? [...others, list] : others;
}

/** What is wrong with one line, by its number, or with the rows of a list, for whoever sees it there. */
export function faultsOf(problems: readonly Problem[], of: number | ListName, language: Language): string[] {
	return problems
		.filter(({ params }) => (params?.line === undefined ? params?.rows === of : params.line === of))
		.map((problem) => problemMessage(problem, language));
}

/** The measures of 3.8 that no line shows; what is about the return and its narrative is no measure. */
export function missingMeasures(cells: readonly CellEntry[], language: Language): string[] {
	const shown = new Set(cells.map(({ figure }) => figureOf(figure)?.group['en-GB']));
	const measures = figuresFor('pmi').filter(({ key }) => key.includes('.') && !/^(report|own)\./.test(key));
	return [...new Map(measures.map(({ group }) => [group['en-GB'], group[language]]))]
		.filter(([english]) => !shown.has(english))
		.map(([, name]) => name);
}

/** A new line, which is for the first sheet until something else is chosen. */
export function newLine({ sheets }: WorkbookStructure): CellEntry {
	return { figure: '', view: 'cumulative', cpa: null, place: { sheet: sheets[0]?.name ?? '', cell: '' } };
}

/** A line with another figure: in a view and for an area that the figure has. */
export function withFigure(line: CellEntry, key: string): CellEntry {
	const figure = figureOf(key);
	if (!figure) return { ...line, figure: key };
	const view = figure.views.includes(line.view) ? line.view : figure.views[0];
	return { ...line, figure: key, view, cpa: figure.perCpa ? line.cpa : null };
}

/** 'Total referrals: Total · up to the end of the month · CPA 9'. */
export function summaryOf({ figure: key, view, cpa }: CellEntry, language: Language, texts: MappingTexts): string {
	const figure = figureOf(key);
	if (!figure) return texts.chooseFigure;
	const parts = [figureLabel(figure, language)];
	if (figure.views.length > 1) parts.push(texts[view]);
	if (cpa !== null) parts.push(texts.cpa(cpa));
	return parts.join(' · ');
}

export function placeText(place: Place): string {
	return 'name' in place ? place.name : `${place.sheet}!${place.cell}`;
}

/** Where something can go: each sheet, and each name with its cell. */
export function placesOf(
	{ sheets, names }: WorkbookStructure,
	texts: MappingTexts,
): { value: string; label: string }[] {
	return [
		...sheets.map(({ name }) => ({ value: `sheet:${name}`, label: texts.onSheet(name) })),
		...names.map(({ name, sheet, cell }) => ({
			value: `name:${name}`,
			label: `${texts.named(name)} (${sheet}!${cellAddress(cell)})`,
		})),
	];
}

/** The choice that a place stands for, and back; the cell stays where only the sheet is changed. */
export function choiceOf(place: Place): string {
	return 'name' in place ? `name:${place.name}` : `sheet:${place.sheet}`;
}

export function placeFor(choice: string, before: Place): Place {
	const own = choice.slice(choice.indexOf(':') + 1);
	return choice.startsWith('name:') ? { name: own } : { sheet: own, cell: 'cell' in before ? before.cell : '' };
}

/** A value as people read it. */
export function valueText(value: FigureValue, language: Language, texts: MappingTexts): string {
	if (value === null) return 'n/a';
	if (value === '') return texts.empty;
	if (typeof value === 'number') return value.toLocaleString(language);
	if (typeof value === 'string') return value;
	if ('percent' in value) return `${value.percent.toLocaleString(language)}%`;
	return 'day' in value ? dayInWords(value.day, language) : monthInWords(value.month, language);
}
