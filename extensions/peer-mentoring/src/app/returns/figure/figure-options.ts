/** What somebody chooses of a Figure panel, in words: what to count, when, by what, and how to show it. */
import {
	FIGURES,
	FIGURE_TEXTS,
	isFigure,
	isTime,
	SPLIT_TEXTS,
	splitsOf,
	type FigureKey,
	type Split,
} from '../../../domain/returns/figures/catalogue.ts';
import type { ChosenFigure } from '../../../domain/returns/figures/chosen.ts';
import { PERIODS } from '../../../domain/returns/figures/period.ts';
import { inLanguage, type Language } from '../../../domain/language/text.ts';
import { OPTION_TEXTS } from './texts.ts';

export const SHAPES = ['number', 'bars', 'line', 'shares', 'table'] as const;
export type Drawn = (typeof SHAPES)[number];

export interface FigureOptions extends ChosenFigure {
	contract?: string | null;
	drawn?: Drawn | null;
	target?: number | null;
	targetIs?: 'least' | 'most' | null;
}

/**
 * The splits that may be chosen for what is counted; of nothing yet, those of people.
 * @param named whether whoever reads the answer may see people's records
 */
export function splitsFor(count: string | null | undefined, named = true): Split[] {
	return splitsOf(isFigure(count ?? '') ? (count as FigureKey) : 'starts', { named });
}

/** The form of the options, whose choices follow what is counted. @param named as in {@link splitsFor} */
export function optionFields(chosen: FigureOptions, language: Language, named = true) {
	const texts = OPTION_TEXTS[language];
	const splits = splitsFor(chosen.count, named).map((split) => ({
		value: split,
		text: inLanguage(SPLIT_TEXTS[split], language),
	}));
	const select = (field: string, name: string, choices: { value: string; text: string }[], more: object = {}) => ({
		field,
		name,
		type: 'string' as const,
		meta: { interface: 'select-dropdown', width: 'half' as const, options: { choices, allowNone: true }, ...more },
	});
	const worded = <Key extends string>(keys: readonly Key[], names: Record<Key, string>) =>
		keys.map((value) => ({ value, text: names[value] }));
	const month = (field: string, name: string) => ({
		field,
		name,
		type: 'string' as const,
		meta: {
			interface: 'input',
			width: 'half' as const,
			note: texts.month_note,
			hidden: chosen.period !== 'range',
			options: { trim: true, placeholder: '2026-04' },
		},
	});
	return [
		select(
			'count',
			texts.count,
			Object.keys(FIGURES).map((key) => ({
				value: key,
				text: inLanguage(FIGURE_TEXTS[key as FigureKey].name, language),
			})),
			{
				width: 'full' as const,
				required: true,
				note: isFigure(chosen.count ?? '')
					? inLanguage(FIGURE_TEXTS[chosen.count as FigureKey].definition, language)
					: null,
			},
		),
		{ ...select('period', texts.period, worded(PERIODS, texts.periods)), schema: { default_value: 'last_twelve' } },
		{ ...select('drawn', texts.drawn, worded(SHAPES, texts.shapes)), schema: { default_value: 'bars' } },
		month('from', texts.from),
		month('to', texts.to),
		select('by', texts.by, splits),
		select('thenBy', texts.then_by, splits),
		{
			field: 'where',
			name: texts.where,
			type: 'json' as const,
			meta: { interface: 'figure-filters', width: 'full' as const, options: {} },
		},
		{
			field: 'contract',
			name: texts.contract,
			type: 'string' as const,
			meta: {
				interface: 'input',
				width: 'full' as const,
				note: texts.contract_note,
				options: { trim: true, placeholder: 'PM-CPA9' },
			},
		},
		{
			field: 'target',
			name: texts.target,
			type: 'float' as const,
			meta: { interface: 'input', width: 'half' as const },
		},
		{
			...select('targetIs', texts.target_is, worded(['least', 'most'] as const, texts)),
			schema: { default_value: 'least' },
		},
	];
}

/** The query of `GET /figures` that a panel asks. */
export function queryOf(
	{ count, by, thenBy, where, contract }: FigureOptions,
	months: { from: string; to: string },
): Record<string, string> {
	const splits = [by, thenBy].filter((split): split is Split => Boolean(split));
	const filters = (where ?? []).filter(({ split, values }) => split && values.length > 0);
	return {
		count: count ?? '',
		...months,
		...(splits.length > 0 ? { by: [...new Set(splits)].join(',') } : {}),
		...(contract ? { contract } : {}),
		...Object.fromEntries(filters.map(({ split, values }) => [`where[${split}]`, values.join(',')])),
	};
}

/** Whether a number over time can be drawn as a line. */
export function overTime({ by }: FigureOptions): boolean {
	return Boolean(by && isTime(by));
}
