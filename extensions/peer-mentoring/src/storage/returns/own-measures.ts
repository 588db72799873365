import type { Knex } from 'knex';
import { today } from '../../clock/today.ts';
import type { CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { LANGUAGES, inLanguage, type Texts } from '../../domain/language/text.ts';
import type { Asked } from '../../domain/returns/figures/asked.ts';
import { FIGURES, FIGURE_TEXTS, splitsOf, type Split } from '../../domain/returns/figures/catalogue.ts';
import { shownValue, type Sum } from '../../domain/returns/figures/cells.ts';
import { filterTexts } from '../../domain/returns/figures/filter-texts.ts';
import {
	measureLines,
	type Counted,
	type MeasureLine,
	type OwnMeasure,
} from '../../domain/returns/pmi/measure-list.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { readFigure } from './figures/read-figure.ts';
import { readValueLabels } from './figures/value-labels.ts';

/** Before anything that a contract can have recorded. */
const FIRST = '2000-01' as CalendarMonth;

export interface MonthOfReturn {
	month: CalendarMonth;
	now: Date;
	/** One area alone; left out of the whole return. */
	cpa?: number | null | undefined;
}

/** The lines of a contract's return with what its own measures come to; `undefined` where it has those of 3.8 (3.8). */
export async function readMeasureLines(
	knex: Knex,
	contract: StoredContract,
	of: MonthOfReturn,
): Promise<MeasureLine[] | undefined> {
	const { return_measures: list } = contract;
	if (list.length === 0) return undefined;
	const lines: MeasureLine[] = [];
	for (const line of measureLines(list)) {
		lines.push('measure' in line ? line : await countOwn(knex, contract, line, of));
	}
	return lines;
}

async function countOwn(
	knex: Knex,
	contract: StoredContract,
	{ count, where, names }: Pick<OwnMeasure, 'count' | 'where' | 'names'>,
	{ month, now, cpa }: MonthOfReturn,
): Promise<OwnMeasure> {
	const { kind, unit } = FIGURES[count];
	const within = cpa == null ? where : inArea(where, cpa);
	const isToldApart = cpa == null || splitsOf(count, { named: false }).includes('cpa');
	const between = async (from: CalendarMonth) => {
		const asked = { count, from, to: month, by: [], where: within };
		const cells = await readFigure(knex, asked, [], { contracts: [contract], today: today(now) });
		return counted(count, cells.result().total);
	};
	return {
		...{ count, where, unit, names },
		definition: await definitionOf(knex, count, where),
		// What stands at the end of a month is not added up over months.
		cumulative: isToldApart && kind !== 'standing' ? await between(FIRST) : null,
		in_month: isToldApart ? await between(month) : null,
	};
}

/** Of the values that a measure is filtered by, those of one area alone. */
function inArea(where: Asked['where'], cpa: number): Asked['where'] {
	const { cpa: wanted = [String(cpa)] } = where;
	return { ...where, cpa: wanted.filter((each) => each === String(cpa)) };
}

function counted(count: Asked['count'], sum: Sum): Counted | null {
	const value = shownValue(count, sum);
	if (FIGURES[count].kind === 'share') return { number: sum.amount, of: sum.of, percent: value };
	return value === null ? null : { number: value };
}

async function definitionOf(knex: Knex, count: Asked['count'], where: Asked['where']): Promise<Texts> {
	const values = new Map(Object.entries(where) as [Split, string[]][]);
	const texts = LANGUAGES.map(async (language) => {
		const labels = await readValueLabels(knex, values, language);
		const filters = filterTexts(where, labels, language);
		return [language, [...filters, inLanguage(FIGURE_TEXTS[count].definition, language)].join('. ')];
	});
	return Object.fromEntries(await Promise.all(texts)) as Texts;
}
