import type { Knex } from 'knex';
import { inLanguage, type Language } from '../../../domain/language/text.ts';
import type { Asked } from '../../../domain/returns/figures/asked.ts';
import {
	FIGURES,
	FIGURE_TEXTS,
	SPLIT_TEXTS,
	splitsOf,
	type FigureKey,
	type Split,
} from '../../../domain/returns/figures/catalogue.ts';
import { shownValue, type Sum } from '../../../domain/returns/figures/cells.ts';
import type { ClosedAnswer } from '../../../domain/returns/figures/closed.ts';
import { readLists } from '../../../storage/language/lists.ts';
import { readChoices, readValueLabels, type ValueLabels } from '../../../storage/returns/figures/value-labels.ts';

/** A number of the answer: `null` where it is hidden, and where there is nothing to divide. */
interface Shown {
	value: number | null;
	hidden?: true;
	/** Of a share: how many, of how many; of an average: over how many. */
	number?: number;
	of?: number;
}

export type FigureRow = Partial<Record<Split, string | null>> & Shown;

/** The body of `GET /figures`. */
export interface FigureAnswer {
	count: FigureKey;
	name: string;
	definition: string;
	unit: string;
	paragraph: string;
	from: string;
	to: string;
	by: readonly Split[];
	where: Asked['where'];
	rows: FigureRow[];
	total: number | null;
	hidden?: true;
	number?: number;
	of?: number;
	/** What people read instead of the values, and the names of the splits. */
	labels: ValueLabels;
	/** The same of what the answer is filtered by. */
	filterLabels: ValueLabels;
	splits: Partial<Record<Split, string>>;
}

interface Reader {
	language: Language;
	named: boolean;
}

export async function answerOf(
	knex: Knex,
	asked: Asked,
	{ cells, total, totalHidden }: ClosedAnswer,
	{ language }: Reader,
): Promise<FigureAnswer> {
	const { count, by } = asked;
	const { value: wholeTotal, ...whole } = shown(count, total, totalHidden);
	const values = new Map(
		by.map((split, index) => [split, [...new Set(cells.flatMap((cell) => cell.values[index] ?? []))]]),
	);
	return {
		count,
		name: inLanguage(FIGURE_TEXTS[count].name, language),
		definition: inLanguage(FIGURE_TEXTS[count].definition, language),
		unit: FIGURES[count].unit,
		paragraph: FIGURES[count].paragraph,
		from: asked.from,
		to: asked.to,
		by,
		where: asked.where,
		rows: cells
			.filter(({ amount, of }) => amount !== 0 || of !== 0)
			.map((cell) => ({
				...Object.fromEntries(by.map((split, index) => [split, valueOf(split, cell.values[index] ?? null)])),
				...shown(count, cell, cell.hidden),
			})),
		total: wholeTotal,
		...whole,
		labels: await readValueLabels(knex, values, language),
		filterLabels: await readValueLabels(knex, new Map(Object.entries(asked.where) as [Split, string[]][]), language),
		splits: Object.fromEntries(by.map((split) => [split, inLanguage(SPLIT_TEXTS[split], language)])),
	};
}

/** A Contract Package Area is a number wherever the platform answers one. */
const valueOf = (split: Split, value: string | null) => (split === 'cpa' && value !== null ? Number(value) : value);

function shown(count: FigureKey, sum: Sum, hidden: boolean): Shown {
	if (hidden) return { value: null, hidden: true };
	const value = shownValue(count, sum);
	switch (FIGURES[count].kind) {
		case 'share':
			return { value, number: sum.amount, of: sum.of };
		case 'average':
			return { value, of: sum.of };
		default:
			return { value };
	}
}

/** What can be counted, and by what each can be split and filtered, in words. */
export async function catalogueOf(knex: Knex, { named, language }: Reader) {
	const lists = await readLists(knex);
	const splits = [...new Set(Object.keys(FIGURES).flatMap((key) => splitsOf(key as FigureKey, { named })))];
	return {
		figures: Object.entries(FIGURES).map(([key, { kind, unit, paragraph }]) => ({
			key,
			name: inLanguage(FIGURE_TEXTS[key as FigureKey].name, language),
			definition: inLanguage(FIGURE_TEXTS[key as FigureKey].definition, language),
			kind,
			unit,
			paragraph,
			splits: splitsOf(key as FigureKey, { named }),
		})),
		splits: await Promise.all(
			splits.map(async (key) => ({
				key,
				name: inLanguage(SPLIT_TEXTS[key], language),
				values: await readChoices(knex, key, language, lists),
			})),
		),
	};
}
