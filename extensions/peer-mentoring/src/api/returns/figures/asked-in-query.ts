import { addMonths, monthOf, type CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { Language } from '../../../domain/language/text.ts';
import { askedProblem, type Asked, type AskedProblem } from '../../../domain/returns/figures/asked.ts';
import { FIGURES } from '../../../domain/returns/figures/catalogue.ts';
import { BadRequestError } from '../../shared/errors.ts';
import { monthIn } from '../../shared/query.ts';
import { PROBLEMS } from './texts.ts';

interface Reader {
	/** Whether they may see people's records. */
	named: boolean;
	language: Language;
	today: CalendarDay;
}

const MONTHS_SHOWN = 12;

/**
 * `?count=starts&from=2026-01&to=2026-03&by=month,delivery_area&where[preferred_language]=cy-GB,en-GB`: without months,
 * the last twelve. An empty filter stands for what is not recorded.
 */
export function askedIn(query: Record<string, unknown>, { named, language, today }: Reader): Asked {
	const to = query.to === undefined ? monthOf(today) : monthIn('to', query.to);
	const from = query.from === undefined ? addMonths(to, 1 - MONTHS_SHOWN) : monthIn('from', query.from);
	const asked = {
		count: String(query.count ?? ''),
		from,
		to,
		by: [...new Set(listIn(query.by).filter((split) => split !== ''))],
		where: Object.fromEntries(Object.entries(filtersIn(query)).map(([split, values]) => [split, listIn(values)])),
	};
	const problem = askedProblem(asked, named);
	if (problem) throw new BadRequestError({ reason: reasonOf(problem, language) });
	return asked as Asked;
}

/** Whichever way Express has read `where[split]=value`. */
function filtersIn(query: Record<string, unknown>): Record<string, unknown> {
	const nested = typeof query.where === 'object' && query.where !== null ? query.where : {};
	const flat = Object.entries(query).flatMap(([key, value]) => {
		const split = /^where\[(\w+)\]$/.exec(key)?.[1];
		return split ? [[split, value] as const] : [];
	});
	return { ...nested, ...Object.fromEntries(flat) };
}

const listIn = (value: unknown): string[] =>
	(Array.isArray(value) ? value : value === undefined ? [] : [value]).flatMap((each) => String(each).split(','));

function reasonOf(problem: AskedProblem, language: Language): string {
	const splits = 'splits' in problem ? problem.splits.join(', ') : '';
	const split = 'split' in problem ? problem.split : '';
	return PROBLEMS[problem.code][language]
		.replace('{figures}', Object.keys(FIGURES).join(', '))
		.replace('{splits}', splits)
		.replace('{split}', split.slice(0, 60));
}
