import type { CalendarDay } from '../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../domain/language/code-lists.ts';
import type { Cells } from './cells.ts';
import type { FormRules } from './form-reader.ts';
import * as kind from './kinds.ts';

/** One row of the contracts file: a Call-Off Contract and its Supplier. Money in integer pence. */
export interface ContractRecord {
	reference: string;
	supplier: string;
	/** Contract Package Areas, 1 to 9, ascending. */
	cpas: number[];
	start_date: CalendarDay;
	implementation_end_date: CalendarDay | null;
	last_start_date: CalendarDay | null;
	end_date: CalendarDay | null;
	working_day_calendar: CodeOf<'working_day_calendar'>;
	total_value: number | null;
	implementation_costs: number | null;
}

export const contractRules: FormRules<'contracts', ContractRecord> = {
	record: contractRecord,
	key: (record) => record.reference,
	keyColumn: 'reference',
	keyWords: 'this reference',
	namedBy: { form: 'contracts', column: 'reference' },
};

function contractRecord(cells: Cells<'contracts'>): ContractRecord | undefined {
	const draft = {
		reference: cells.required('reference', kind.reference),
		supplier: cells.required('supplier', kind.name),
		cpas: cells.required('cpas', kind.cpas),
		start_date: cells.required('start_date', kind.day),
		implementation_end_date: cells.optional('implementation_end_date', kind.day),
		last_start_date: cells.optional('last_start_date', kind.day),
		end_date: cells.optional('end_date', kind.day),
		working_day_calendar: cells.required('working_day_calendar', kind.code('working_day_calendar')),
		total_value: cells.optional('total_value', kind.pence),
		implementation_costs: cells.optional('implementation_costs', kind.pence),
	};
	for (const column of ['implementation_end_date', 'last_start_date', 'end_date'] as const) {
		cells.inOrder(['start_date', draft.start_date], [column, draft[column]]);
	}
	for (const column of ['implementation_end_date', 'last_start_date'] as const) {
		if (draft.start_date === null || draft.end_date === null || draft.start_date > draft.end_date) continue;
		cells.inOrder([column, draft[column]], ['end_date', draft.end_date]);
	}
	return cells.record<ContractRecord>(draft);
}
