import type { CalendarDay, CalendarMonth } from '../../calendar/calendar-day.ts';
import type { CodeOf } from '../../language/code-lists.ts';
import type { Terms } from '../../contract/terms.ts';
import type { CpaFte, FteAssignment } from '../../people/fte.ts';
import type { Calendar, Holidays } from '../../calendar/working-days.ts';

export interface PmiContract {
	reference: string;
	cpas: readonly number[];
	start_date: CalendarDay;
	implementation_end_date: CalendarDay;
	end_date: CalendarDay | null;
	calendar: Calendar;
	terms: Terms;
}

/** Money spent with one organisation, in pence. */
export interface SpendEntry {
	kind: CodeOf<'spend_kind'>;
	organisation: string;
	spent_on: CalendarDay;
	amount_pence: number;
}

/** A version of the Contract Cost Register or of the IPR Log. */
export interface DocumentEntry {
	version: string;
	dated: CalendarDay;
	title: string;
}

/** Everything the PMI of one month is made from, but the journeys, which are added one by one. */
export interface PmiContext {
	contract: PmiContract;
	month: CalendarMonth;
	/** The day as of which records are known; consent withdrawn by then takes a record out of every measure (2.25). */
	knownOn: CalendarDay;
	holidays: Holidays;
	/** Only this Contract Package Area, for the view of one CPA. */
	cpa?: number | null;
	assignments: readonly FteAssignment[];
	/** Minimum and maximum FTE of the CPAs (Annex C). */
	cpaFte: readonly CpaFte[];
	spend: readonly SpendEntry[];
	costRegister: readonly DocumentEntry[];
	iprLog: readonly DocumentEntry[];
}
