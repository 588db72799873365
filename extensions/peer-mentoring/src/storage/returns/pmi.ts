import type { Knex } from 'knex';
import type { CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { pmiTally, type PmiResult } from '../../domain/returns/pmi/pmi.ts';
import { pmiDueOn } from '../../domain/contract/pmi-due.ts';
import type { PmiContext } from '../../domain/returns/pmi/context.ts';
import { areasOf } from '../../domain/returns/pmi/as-at.ts';
import { figuresByArea } from '../../domain/returns/pmi/by-area.ts';
import type { JourneyMeasures } from '../../domain/returns/pmi/measures.ts';
import { measureRecord, type MeasureRecord } from '../../domain/returns/pmi/records.ts';
import { revisions } from '../../domain/returns/submission/events.ts';
import type { PmiReturn } from '../../workbook/pmi-return.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { readAssignments, readCpaFte } from '../people/fte.ts';
import type { FrozenRecord } from './frozen-records.ts';
import { readHolidays } from '../calendar/holidays.ts';
import { readNarrative } from './narrative.ts';
import { pmiJourneys } from './pmi-journeys.ts';
import { readMeasureLines } from './own-measures.ts';
import { readDocuments, readSpend } from './spend-and-documents.ts';
import { lastReported } from './return-versions.ts';
import { today } from '../../clock/today.ts';

/** The PMI of one month of a contract, from the records as they are now (3.8). `cpa` narrows it to one area. */
export async function readPmi(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	{ now = new Date(), cpa }: { now?: Date; cpa?: number } = {},
): Promise<PmiReturn> {
	const context = await readContext(knex, contract, month, now, cpa);
	const tally = pmiTally(context);
	for await (const journey of pmiJourneys(knex, contract.id)) tally.add(journey);
	return draft(knex, contract, context, tally.result(), now);
}

/** Every view of the PMI of one month, and what each journey gives to it, in one pass over the records. */
export async function readWholePmi(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	now: Date,
): Promise<{ contract: PmiReturn; by_cpa: Map<number, PmiReturn>; records: FrozenRecord[] }> {
	const context = await readContext(knex, contract, month, now, undefined);
	const tally = pmiTally(context);
	const own = contract.cpas.map((cpa) => ({ ...context, cpa }));
	const areas = own.map((of) => ({ context: of, tally: pmiTally(of) }));
	const records: FrozenRecord[] = [];
	for await (const journey of pmiJourneys(knex, contract.id)) {
		tally.add(journey);
		for (const area of areas) if (areasOf(journey).includes(area.context.cpa)) area.tally.add(journey);
		for (const figures of figuresByArea(journey, context)) records.push({ referral: journey.referral, figures });
	}
	const by_cpa = new Map<number, PmiReturn>();
	for (const area of areas) {
		by_cpa.set(area.context.cpa, await draft(knex, contract, area.context, area.tally.result(), now));
	}
	return { contract: await draft(knex, contract, context, tally.result(), now), by_cpa, records };
}

/** What a tally comes to, as a return that has not been submitted. */
async function draft(
	knex: Knex,
	contract: StoredContract,
	{ month, cpa, holidays }: PmiContext,
	result: PmiResult,
	now: Date,
): Promise<PmiReturn> {
	const { id, reference, calendar, terms, cpas, supplier } = contract;
	const { name } = (await knex('suppliers').where({ id: supplier }).first('name')) ?? {};
	const { report } = await readNarrative(knex, id, month);
	const lines = await readMeasureLines(knex, contract, { month, now, cpa });
	const last = cpa == null ? await lastReported(knex, id, month) : undefined;
	return {
		contract: { reference, cpas: cpa == null ? cpas : [cpa], calendar, terms, supplier: name },
		month,
		due_on: pmiDueOn(month, holidays, terms),
		as_known_at: now.toISOString(),
		status: 'draft',
		version: null,
		revisions: last ? revisions(last.events, result.events, last.month) : [],
		acknowledged: [],
		report,
		...(lines && { lines }),
		...result,
	};
}

export interface RecordBehind extends MeasureRecord {
	/** The key of the referral. */
	referral: string;
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
	area?: number,
): Promise<RecordBehind[]> {
	const context = await readContext(knex, contract, month, new Date(), area);
	const records: RecordBehind[] = [];
	for await (const journey of pmiJourneys(knex, contract.id)) {
		for (const figures of figuresByArea(journey, context)) {
			const record = measureRecord(measure, figures, month);
			const { referral, reference, route } = journey;
			if (record) records.push({ referral, reference, cpa: figures.cpa, route, ...record });
		}
	}
	return records.sort(byReference);
}

export function byReference(a: RecordBehind, b: RecordBehind): number {
	return a.reference < b.reference ? -1 : 1;
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
