/**
 * The success factors that the Buyer judges the Trial by (1.8, Annex A): what is counted for each here, and why some
 * cannot be. They measure the Trial, not the Supplier's performance.
 */
import { addMonths, lastDay, monthOf, type CalendarDay, type CalendarMonth } from '../../calendar/calendar-day.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import type { Language } from '../../language/messages.ts';
import { percentOf } from '../../numbers/arithmetic.ts';
import { quarterEndingWith, type Period } from '../periodic/periodic.ts';
import { withoutSmallNumbers, type ShownCount } from '../../numbers/small-numbers.ts';
import type { Term, Terms } from '../../contract/terms.ts';
import { figureText, FIGURE_TEXTS, REASONS } from './success-factor-texts.ts';

export type SuccessFactor = CodeOf<'success_factor'>;
export type FigureKey = keyof typeof FIGURE_TEXTS;

/** A part of a whole, a number by itself, or Mentees for each FTE. */
type FigureKind = 'share' | 'count' | 'per_fte';

interface FigureDefinition {
	kind: FigureKind;
	/**
	 * Whether it counts Mentees, so that one more day could tell of one person; and whether it does so by a fact of a
	 * special category, such as treatment (5.4).
	 */
	people?: 'mentees' | 'special_category';
	/** The term that says the least asked for. */
	least?: Term;
}

export const FIGURES: Readonly<Record<FigureKey, FigureDefinition>> = {
	fte_days: { kind: 'share' },
	mentors_trained: { kind: 'share' },
	mentees_per_fte: { kind: 'per_fte', least: 'mentees_per_fte', people: 'mentees' },
	diagnostic_interviews: { kind: 'share', people: 'mentees' },
	action_plans: { kind: 'share', people: 'mentees' },
	interview_and_plan: { kind: 'share', people: 'mentees' },
	four_sessions: { kind: 'share', people: 'mentees' },
	eight_sessions: { kind: 'share', people: 'mentees' },
	treatment: { kind: 'share', people: 'special_category' },
	work_related: { kind: 'share', people: 'special_category' },
	other_services: { kind: 'share', people: 'special_category' },
	disclosed_after_joining: { kind: 'share', people: 'special_category' },
	upskilling_sessions: { kind: 'count' },
	upskilling_attendees: { kind: 'count' },
	offices_upskilled: { kind: 'share' },
	baseline_surveys: { kind: 'share', people: 'mentees' },
	mentor_interviews: { kind: 'share' },
	supplier_interviews: { kind: 'count' },
	focus_groups: { kind: 'count' },
};

interface FactorDefinition {
	factor: SuccessFactor;
	paragraph: string;
	/** `partly` where what is counted is what was done, not what came of it. */
	measured: 'yes' | 'partly' | 'no';
	figures: readonly FigureKey[];
}

export const SUCCESS_FACTORS: readonly FactorDefinition[] = [
	{ factor: 'sf1', paragraph: 'C1.2, 2.17', measured: 'yes', figures: ['fte_days', 'mentors_trained'] },
	{ factor: 'sf2', paragraph: '2.11', measured: 'yes', figures: ['mentees_per_fte'] },
	{
		factor: 'sf3',
		paragraph: '2.26, 2.27',
		measured: 'yes',
		figures: ['diagnostic_interviews', 'action_plans', 'interview_and_plan'],
	},
	{ factor: 'sf4', paragraph: '2.20', measured: 'yes', figures: ['four_sessions', 'eight_sessions'] },
	{ factor: 'sf5', paragraph: '2.13', measured: 'yes', figures: ['treatment', 'work_related', 'other_services'] },
	{ factor: 'sf6', paragraph: '1.26', measured: 'no', figures: [] },
	{ factor: 'sf7', paragraph: '1.24', measured: 'no', figures: [] },
	{ factor: 'sf8', paragraph: '2.14', measured: 'yes', figures: ['disclosed_after_joining'] },
	{
		factor: 'sf9',
		paragraph: '2.16',
		measured: 'partly',
		figures: ['upskilling_sessions', 'upskilling_attendees', 'offices_upskilled'],
	},
	{
		factor: 'sf10',
		paragraph: '1.27, 1.28',
		measured: 'partly',
		figures: ['baseline_surveys', 'mentor_interviews', 'supplier_interviews', 'focus_groups'],
	},
];

/** What was counted: the number, of how many, and for Mentees the average FTE they are set against. */
export interface Tally {
	number: number;
	of?: number;
	per_fte?: number | null;
}

export interface TallyTable {
	total: Tally;
	cpas: ({ cpa: number } & Tally)[];
}

/** A figure as it is shown. */
export interface ShownFigure {
	number: ShownCount['number'];
	of: number | null;
	/** The percentage, or the Mentees for each FTE; `null` where there is nothing to divide or the number is hidden. */
	rate: number | null;
}

export interface ShownTable {
	figure: FigureKey;
	kind: FigureKind;
	least: number | null;
	what: Record<Language, string>;
	/** The days that it covers. */
	period: Period;
	total: ShownFigure;
	cpas: ({ cpa: number } & ShownFigure)[];
}

export interface ShownFactor {
	factor: SuccessFactor;
	paragraph: string;
	measured: FactorDefinition['measured'];
	/** Why it is not measured here, or not wholly. */
	reason: Record<Language, string> | null;
	figures: ShownTable[];
}

/** What was counted over some days, by figure. */
export interface Counted {
	period: Period;
	tables: Partial<Record<FigureKey, TallyTable>>;
}

/**
 * The ten factors as they are shown.
 * @param counts `mentees`: what was counted of Mentees, apart where it covers other days
 * @param hideSmall whether the reader holds no personal data, so that few by a special-category fact are hidden (5.4)
 */
export function shownFactors(
	{ counted, mentees, terms }: { counted: Counted; mentees: Counted; terms: Terms },
	hideSmall: boolean,
): ShownFactor[] {
	return SUCCESS_FACTORS.map(({ factor, paragraph, measured, figures }) => ({
		factor,
		paragraph,
		measured,
		reason: measured === 'yes' ? null : (REASONS[factor] ?? null),
		figures: figures.flatMap((figure) => {
			const { people } = FIGURES[figure];
			const { period, tables } = people ? mentees : counted;
			const table = tables[figure];
			return table ? [shownTable(figure, table, period, terms, people === 'special_category' && hideSmall)] : [];
		}),
	}));
}

function shownTable(
	figure: FigureKey,
	{ total, cpas }: TallyTable,
	period: Period,
	terms: Terms,
	hideSmall: boolean,
): ShownTable {
	const { kind, least } = FIGURES[figure];
	const about = { figure, kind, least: least ? terms[least] : null, what: figureText(figure, terms), period };
	if (!hideSmall) return { ...about, total: shownFigure(total), cpas: cpas.map(withCpa) };
	const counts = withoutSmallNumbers({ total: countOf(total), parts: cpas.map(countOf) });
	const hidden = ({ number, of }: ShownCount): ShownFigure =>
		typeof number === 'number' ? shownFigure({ number, of }) : { number, of, rate: null };
	return {
		...about,
		total: hidden(counts.total),
		cpas: cpas.map(({ cpa }, index) => ({ cpa, ...hidden(counts.parts[index] as ShownCount) })),
	};
}

const countOf = ({ number, of = number }: Tally) => ({ number, of });
const withCpa = ({ cpa, ...tally }: { cpa: number } & Tally) => ({ cpa, ...shownFigure(tally) });

function shownFigure({ number, of, per_fte }: Tally): ShownFigure {
	if (of === undefined) return { number, of: null, rate: per_fte ?? null };
	return { number, of, rate: percentOf(number, of) };
}

/**
 * The days that the Buyer reads counts of Mentees of: from the start to the end of the last financial quarter that is
 * over. Counts of any days asked for would tell of one person by what one more day adds (5.4).
 * @returns `undefined` before the first quarter is over
 */
export function coarsePeriod(start: CalendarDay, today: CalendarDay): Period | undefined {
	const over = [1, 2, 3].map((back) => addMonths(monthOf(today), -back)).find((month) => quarterEndingWith(month));
	const to = lastDay(over as CalendarMonth);
	return to < start ? undefined : { from: start, to };
}
