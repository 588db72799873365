import { day, parseMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import type { Journey } from '../../../extensions/peer-mentoring/src/domain/journey/journey.ts';
import type { PmiContext } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/context.ts';
import { pmiTally, type PmiResult } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/pmi.ts';
import { englandAndWales } from './holidays.ts';

/** A contract for North Wales from 1 June 2023, with nothing entered but what a test adds. */
export function pmiContext(over: Partial<PmiContext> = {}): PmiContext {
	return {
		contract: {
			reference: 'PM-CPA9',
			cpas: [9],
			start_date: day('2023-06-01'),
			implementation_end_date: day('2023-08-23'),
			end_date: day('2025-03-31'),
			calendar: 'england-and-wales',
			terms: SPECIFIED,
		},
		month: parseMonth('2023-12')!,
		knownOn: day('2024-01-08'),
		holidays: englandAndWales,
		assignments: [],
		cpaFte: [{ cpa: 9, minimum: 3, maximum: 5 }],
		spend: [],
		costRegister: [],
		iprLog: [],
		...over,
	};
}

/** The return of these journeys. */
export function tally(journeys: Journey[], context: PmiContext): PmiResult {
	const pmi = pmiTally(context);
	for (const each of journeys) pmi.add(each);
	return pmi.result();
}
