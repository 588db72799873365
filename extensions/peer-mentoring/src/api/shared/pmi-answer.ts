import { lastDay, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Count } from '../../domain/returns/pmi/cell.ts';
import { numberedLines, type NumberedLine } from '../../domain/returns/pmi/measure-list.ts';
import type { AreaTransfers } from '../../domain/returns/pmi/transfers.ts';
import type { JourneyMeasures } from '../../domain/returns/pmi/measures.ts';
import { termsOfReturn, type PmiReturn } from '../../workbook/pmi-return.ts';

/** The measures that are made of journeys, and therefore have records behind them. */
const MEASURES: Record<keyof JourneyMeasures, true> = {
	referrals_total: true,
	referrals_new: true,
	starts_total: true,
	starts_new: true,
	completions_total: true,
	length_on_provision: true,
	initial_meetings: true,
	initial_meetings_on_time: true,
	diagnostic_interviews: true,
	diagnostic_interviews_on_time: true,
	action_plans: true,
	action_plans_on_time: true,
	four_sessions: true,
	four_sessions_on_time: true,
	eight_sessions: true,
};

export const JOURNEY_MEASURES = Object.keys(MEASURES);

export function isJourneyMeasure(key: unknown): key is keyof JourneyMeasures {
	return typeof key === 'string' && Object.hasOwn(MEASURES, key);
}

/** The figures in the shape of the public contract. */
export function pmiAnswer(pmi: PmiReturn, sent: { on: CalendarDay; reference: string | null } | null = null) {
	const { contract, month, due_on, as_known_at, status, measures, exceptions } = pmi;
	const { version, revisions, acknowledged, transfers } = pmi;
	return {
		contract: contract.reference,
		terms: termsOfReturn(pmi),
		month,
		cut_off: lastDay(month),
		due_on,
		as_known_at,
		status,
		sent,
		measures,
		exceptions,
		version,
		revisions,
		acknowledged,
		...(pmi.lines ? { lines: numberedLines(pmi.lines, termsOfReturn(pmi)).map(lineAnswer) } : {}),
		// 2.6: who has moved into and out of each area, in total and in the month.
		...(transfers ? { transfers: transfers.map(transferAnswer) } : {}),
	};
}

/** A line of the contract's own list: its number, its names, and of what 3.8 does not have, what it comes to. */
function lineAnswer({ number, names, measure, own }: NumberedLine) {
	if (!own) return { number, measure, names };
	const { count, where, unit, definition, cumulative, in_month } = own;
	return { number, count, where, unit, names, definition, cumulative, in_month };
}

function transferAnswer({ cpa, in: into, out }: AreaTransfers) {
	const answer = ({ cumulative, in_month }: Count) => ({ total: cumulative, new: in_month });
	return { cpa, in: answer(into), out: answer(out) };
}
