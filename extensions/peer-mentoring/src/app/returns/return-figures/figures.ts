import type { JourneyMeasures, Share } from '../../../domain/returns/pmi/measures.ts';

export type MeasureKey = keyof JourneyMeasures;

/** A measure that is made of journeys: its number in 3.8, and its figure as people read it. */
interface FigureRow {
	measure: number;
	figure: (measures: JourneyMeasures) => string;
}

const total = ({ total: number }: { total: number }) => String(number);

/** `12 of 16 (75%)`; without a percentage where there is nothing to divide. */
function share({ number, of, percent }: Share): string {
	return percent === null ? `${number} / ${of}` : `${number} / ${of} (${percent}%)`;
}

/** Measures 2 to 16, in the order of 3.8. */
export const FIGURES: Record<MeasureKey, FigureRow> = {
	referrals_total: { measure: 2, figure: (of) => total(of.referrals_total) },
	referrals_new: { measure: 3, figure: (of) => total(of.referrals_new) },
	starts_total: { measure: 4, figure: (of) => total(of.starts_total) },
	starts_new: { measure: 5, figure: (of) => total(of.starts_new) },
	completions_total: { measure: 6, figure: (of) => total(of.completions_total) },
	length_on_provision: {
		measure: 7,
		figure: ({ length_on_provision: { left, current } }) => String(left.count + current.count),
	},
	initial_meetings: { measure: 8, figure: (of) => total(of.initial_meetings) },
	initial_meetings_on_time: { measure: 9, figure: (of) => share(of.initial_meetings_on_time) },
	diagnostic_interviews: { measure: 10, figure: (of) => total(of.diagnostic_interviews) },
	diagnostic_interviews_on_time: { measure: 11, figure: (of) => share(of.diagnostic_interviews_on_time) },
	action_plans: { measure: 12, figure: (of) => total(of.action_plans) },
	action_plans_on_time: { measure: 13, figure: (of) => share(of.action_plans_on_time) },
	four_sessions: { measure: 14, figure: (of) => total(of.four_sessions) },
	four_sessions_on_time: { measure: 15, figure: (of) => share(of.four_sessions_on_time) },
	eight_sessions: { measure: 16, figure: (of) => share(of.eight_sessions) },
};

export const MEASURE_KEYS = Object.keys(FIGURES) as MeasureKey[];
