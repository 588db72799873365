import type { Knex } from 'knex';
import type { CalendarDay, CalendarMonth } from '../domain/calendar-day.ts';
import type { CodeOf } from '../domain/code-lists.ts';
import { pmiTally } from '../domain/pmi.ts';
import { pmiDueOn, type DocumentEntry, type PmiContext, type SpendEntry } from '../domain/pmi/context.ts';
import { figuresOf } from '../domain/pmi/figures.ts';
import type { JourneyMeasures } from '../domain/pmi/measures.ts';
import { REPORT_PARTS, type MonthlyReport } from '../domain/pmi/report.ts';
import { measureRecord, type MeasureRecord } from '../domain/pmi/records.ts';
import type { PmiReturn } from '../workbook/pmi-return.ts';
import type { StoredContract } from './contracts.ts';
import { dayOf } from './day-columns.ts';
import { readAssignments, readCpaFte } from './fte.ts';
import { readHolidays } from './holidays.ts';
import { journeysOfContract } from './journeys.ts';
import { today } from '../domain/today.ts';

/** The PMI of one month of a contract, from the records as they are now (3.8). `cpa` narrows it to one area. */
export async function readPmi(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	{ now = new Date(), cpa }: { now?: Date; cpa?: number } = {},
): Promise<PmiReturn> {
	const context = await readContext(knex, contract, month, now, cpa);
	const tally = pmiTally(context);
	for await (const journey of journeysOfContract(knex, contract.id)) tally.add(journey);
	const { reference, calendar, minimum_session_minutes } = contract;
	const supplier = await knex('suppliers').where({ id: contract.supplier }).first('name');
	const filed = await knex('mi_returns')
		.where({ contract: contract.id, month })
		.first('status', ...REPORT_PARTS);
	return {
		contract: {
			reference,
			cpas: cpa ? [cpa] : contract.cpas,
			calendar,
			minimum_session_minutes,
			supplier: supplier?.name,
		},
		month,
		due_on: pmiDueOn(month, context.holidays),
		as_known_at: now.toISOString(),
		status: (filed?.status ?? 'draft') as CodeOf<'return_status'>,
		report: Object.fromEntries(REPORT_PARTS.map((part) => [part, filed?.[part] ?? null])) as MonthlyReport,
		...tally.result(),
	};
}

export interface RecordBehind extends MeasureRecord {
	reference: string;
	cpa: number;
	route: string;
}

/** The records behind one figure, by reference, so that anyone who may see them can check it. */
export async function readRecordsBehind(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	measure: keyof JourneyMeasures,
	cpa?: number,
): Promise<RecordBehind[]> {
	const context = await readContext(knex, contract, month, new Date(), cpa);
	const records: RecordBehind[] = [];
	for await (const journey of journeysOfContract(knex, contract.id)) {
		const figures = figuresOf(journey, context);
		const record = figures && measureRecord(measure, figures, month);
		if (record) records.push({ reference: journey.reference, cpa: journey.cpa, route: journey.route, ...record });
	}
	return records.sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

async function readContext(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	now: Date,
	cpa: number | undefined,
): Promise<PmiContext> {
	return {
		contract,
		month,
		knownOn: today(now),
		holidays: await readHolidays(knex, contract.calendar),
		cpa,
		assignments: await readAssignments(knex, contract.id),
		cpaFte: await readCpaFte(knex, contract.cpas),
		spend: await readSpend(knex, contract.id),
		costRegister: await readDocuments(knex, 'cost_register_entries', contract.id),
		iprLog: await readDocuments(knex, 'ipr_log_entries', contract.id),
	};
}

/** Everything spent under a contract (3.8). */
export async function readSpend(knex: Knex, contract: string): Promise<SpendEntry[]> {
	const rows = await knex('spend_entries')
		.where({ contract })
		.select('kind', 'organisation', 'spent_on', 'amount_pence');
	return rows.map((row) => ({
		kind: row.kind,
		organisation: row.organisation,
		spent_on: dayOf(row.spent_on) as CalendarDay,
		amount_pence: Number(row.amount_pence),
	}));
}

/** The versions of a document, in order. */
export async function readDocuments(
	knex: Knex,
	table: 'cost_register_entries' | 'ipr_log_entries',
	contract: string,
): Promise<DocumentEntry[]> {
	const rows = await knex(table).where({ contract }).select('title', 'version', 'dated_on');
	return rows
		.map((row) => ({ version: row.version, dated: dayOf(row.dated_on) as CalendarDay, title: row.title }))
		.sort((a, b) => (`${a.dated} ${a.version}` < `${b.dated} ${b.version}` ? -1 : 1));
}
