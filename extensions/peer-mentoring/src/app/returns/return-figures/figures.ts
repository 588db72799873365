import type { Terms } from '../../../domain/contract/terms.ts';
import type { Language } from '../../../domain/language/text.ts';
import { numberedLines, type Counted, type MeasureLine } from '../../../domain/returns/pmi/measure-list.ts';
import type { JourneyMeasures, Share } from '../../../domain/returns/pmi/measures.ts';

export type MeasureKey = keyof JourneyMeasures;

const total = ({ total: number }: { total: number }) => String(number);

/** `12 of 16 (75%)`; without a percentage where there is nothing to divide. */
function share({ number, of, percent }: Share): string {
	return percent === null ? `${number} / ${of}` : `${number} / ${of} (${percent}%)`;
}

/** The figure of each measure that is made of journeys (2 to 16 of 3.8), as people read it. */
const FIGURES: Record<MeasureKey, (measures: JourneyMeasures) => string> = {
	referrals_total: (of) => total(of.referrals_total),
	referrals_new: (of) => total(of.referrals_new),
	starts_total: (of) => total(of.starts_total),
	starts_new: (of) => total(of.starts_new),
	completions_total: (of) => total(of.completions_total),
	length_on_provision: ({ length_on_provision: { left, current } }) => String(left.count + current.count),
	initial_meetings: (of) => total(of.initial_meetings),
	initial_meetings_on_time: (of) => share(of.initial_meetings_on_time),
	diagnostic_interviews: (of) => total(of.diagnostic_interviews),
	diagnostic_interviews_on_time: (of) => share(of.diagnostic_interviews_on_time),
	action_plans: (of) => total(of.action_plans),
	action_plans_on_time: (of) => share(of.action_plans_on_time),
	four_sessions: (of) => total(of.four_sessions),
	four_sessions_on_time: (of) => share(of.four_sessions_on_time),
	eight_sessions: (of) => share(of.eight_sessions),
};

/** What the page reads of `GET /pmi/:contract/:month`. */
export interface ReturnAnswer {
	measures: JourneyMeasures;
	terms: Terms;
	/** The contract's own list; left out where the measures are those of 3.8. */
	lines?: MeasureLine[];
}

interface ShownRow {
	number: number;
	name: string;
	/** Of a measure with records behind it. */
	key?: MeasureKey;
	figure: string;
}

/** The measures that are made of journeys, and those of the contract's own, as the return lists them. */
export function rowsOf({ measures, terms, lines }: ReturnAnswer, language: Language): ShownRow[] {
	return numberedLines(lines, terms).flatMap(({ number, names, measure, own }): ShownRow[] => {
		const name = names[language];
		if (own) return [{ number, name, figure: ownFigure(own.cumulative ?? own.in_month) }];
		const key = measure as MeasureKey;
		return key in FIGURES ? [{ number, name, key, figure: FIGURES[key](measures) }] : [];
	});
}

function ownFigure(counted: Counted | null): string {
	if (counted === null) return '–';
	const { number, of, percent = null } = counted;
	return of === undefined ? String(number) : share({ number, of, percent });
}
