import type { Knex } from 'knex';
import {
	addDays,
	addMonths,
	monthOf,
	parseMonth,
	type CalendarDay,
	type CalendarMonth,
} from '../../domain/calendar/calendar-day.ts';
import { coverage } from '../../domain/people/fte.ts';
import { codeText } from '../../domain/language/messages.ts';
import { quarterlySpend, sixMonthlyDocuments } from '../../domain/returns/pmi/returns.ts';
import { mondayOf } from '../../domain/calendar/week.ts';
import { quarterBefore } from '../../domain/calendar/quarter.ts';
import { stageOf, type Matter } from '../../domain/service-levels/reminders.ts';
import { nthWorkingDay } from '../../domain/calendar/working-days.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import { dayOf } from '../database/day-columns.ts';
import { readAssignments, readCpaFte } from '../people/fte.ts';
import { holidayReader } from '../calendar/holidays.ts';
import { readPmi } from '../returns/pmi.ts';
import { readDocuments, readSpend } from '../returns/spend-and-documents.ts';

/** The Working Day of a month after which what its returns still lack is listed. */
const LISTED_AFTER = 2;

/** Areas below their minimum today (Annex C, C1.2), within the days that FTE is asked for; told again each week. */
export async function fteGap(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const matters: Matter[] = [];
	for (const contract of await inDelivery(knex, today)) {
		const assignments = await readAssignments(knex, contract.id);
		for (const { cpa, gap } of coverage(assignments, await readCpaFte(knex, contract.cpas), today, today)) {
			if (gap === 0) continue;
			const what = `CPA ${cpa}: −${gap} FTE`;
			const about = { 'en-GB': what, 'cy-GB': what };
			matters.push({ ...ofContract(contract, 'fte_gap', `${cpa} ${gap} ${mondayOf(today)}`), about });
		}
	}
	return matters;
}

/** How many days before FTE falls below a minimum somebody has to begin to look for a Peer Mentor, and is told again. */
const DAYS_AHEAD = [90, 60, 30] as const;

/** Areas that fall below their minimum, or further below it, within 90 days (C1.2): at 90, 60 and 30 days. */
export async function fteGapAhead(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const matters: Matter[] = [];
	const until = addDays(today, DAYS_AHEAD[0]);
	const reach = new Map(DAYS_AHEAD.map((days) => [days, addDays(today, days)]));
	for (const contract of await readContracts(knex)) {
		const { implementation_end_date: implemented, end_date } = contract;
		const assignments = await readAssignments(knex, contract.id);
		const last = end_date !== null && end_date < until ? end_date : until;
		if (last < today) continue;
		const areas = await readCpaFte(knex, contract.cpas);
		for (const ranges of Map.groupBy(coverage(assignments, areas, today, last), ({ cpa }) => cpa).values()) {
			const now = ranges[0]?.gap ?? 0;
			const ahead = ranges.find(({ from, to, gap }) => from > today && to > implemented && gap > now);
			if (!ahead) continue;
			const on = ahead.from > implemented ? ahead.from : addDays(implemented, 1);
			const stage = stageOf(on, reach, today);
			const what = `CPA ${ahead.cpa}: −${ahead.gap} FTE`;
			const about = { 'en-GB': what, 'cy-GB': what };
			matters.push({ ...ofContract(contract, 'fte_gap_ahead', `${ahead.cpa} ${ahead.gap} ${on} ${stage}`), about, on });
		}
	}
	return matters;
}

/** Performance Improvement Plans that nobody has written yet (3.3); told again each week. */
export async function planOpened(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const rows = await knex('performance_improvement_plans as plan')
		.join('call_off_contracts as contract', 'contract.id', 'plan.contract')
		.where({ 'plan.status': 'to_be_written' })
		.leftJoin('service_level_clocks as clock', (on) =>
			on.on('clock.subject', 'plan.id').andOnVal('clock.service_level', 'improvement_plan'),
		)
		.select('plan.id', 'plan.service_level', 'plan.month', 'plan.supplier', 'contract.reference', 'clock.due_on');
	return rows.map(({ id, service_level, month, supplier, reference, due_on }) => ({
		kind: 'plan_opened',
		on: dayOf(due_on) ?? undefined,
		key: `${id} ${mondayOf(today)}`,
		mentor_user: null,
		supplier,
		reference,
		contract: reference,
		about: withMonth(codeText('service_level', service_level), month),
		record: { collection: 'performance_improvement_plans', key: id },
	}));
}

/** Returns that were submitted and are not on record as sent through Jaggaer: told again each week (3.4, 4.5). */
export async function returnNotSent(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const rows = await knex('mi_returns as filed')
		.join('call_off_contracts as contract', 'contract.id', 'filed.contract')
		.where({ 'filed.awaits_sending': true })
		.select('filed.id', 'filed.month', 'filed.due_on', 'filed.supplier', 'contract.reference');
	return rows.map(({ id, month, due_on, supplier, reference }) => ({
		kind: 'return_not_sent',
		key: `${id} ${mondayOf(today)}`,
		mentor_user: null,
		supplier,
		reference,
		contract: reference,
		about: withMonth(codeText('clock', 'pmi'), month),
		on: dayOf(due_on) ?? undefined,
		record: { collection: 'mi_returns', key: id },
	}));
}

/** The returns of the month that is over: from the first of this month on they can be prepared (3.4). */
export async function returnsOpened(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const rows = await draftReturns(knex, today);
	return rows.map(({ id, contract, month, due_on }) => ({
		...ofContract(contract, 'returns_opened', id),
		about: withMonth(codeText('clock', 'pmi'), month),
		on: due_on,
		record: { collection: 'mi_returns', key: id },
	}));
}

/** What the returns of the month that is over still lack after the second Working Day, with time left to put it right. */
export async function returnsIncomplete(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const holidaysOf = holidayReader(knex);
	const matters: Matter[] = [];
	for (const { id, contract, month, due_on, tracker_sent_on } of await draftReturns(knex, today)) {
		const listedAfter = nthWorkingDay(monthOf(today), LISTED_AFTER, await holidaysOf(contract.calendar));
		if (today <= listedAfter || today > due_on) continue;
		const { exceptions } = await readPmi(knex, contract, month);
		const pmi = withMonth(codeText('clock', 'pmi'), month);
		const record = { collection: 'mi_returns', key: id };
		const own = { ...ofContract(contract, 'returns_incomplete', id), on: due_on, record };
		matters.push({ ...own, about: withCount(pmi, exceptions.length) });
		if (tracker_sent_on === null) {
			const about = withMonth(codeText('clock', 'mentee_tracker'), month);
			matters.push({ ...own, key: `${own.key} tracker`, about });
		}
	}
	return matters;
}

/** The quarter's spend, where it goes with the PMI of the month that is over (3.8). */
export async function spendOfQuarter(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const month = addMonths(monthOf(today), -1);
	const matters: Matter[] = [];
	for (const { contract } of await draftReturns(knex, today)) {
		const entries = await readSpend(knex, contract.id);
		for (const kind of ['subcontractor', 'sme'] as const) {
			const spend = quarterlySpend(entries, kind, month);
			if (!spend.due) continue;
			const label = codeText('spend_kind', kind);
			const about = { 'en-GB': `${label['en-GB']} £${spend.total}`, 'cy-GB': `${label['cy-GB']} £${spend.total}` };
			matters.push({ ...ofContract(contract, 'quarterly_spend', `${kind} ${month}`), about });
		}
	}
	return matters;
}

/** The Cost Register and the IPR Log, where they go with the PMI of the month that is over (3.8). */
export async function documentsOfHalfYear(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const holidaysOf = holidayReader(knex);
	const matters: Matter[] = [];
	for (const { contract, month } of await draftReturns(knex, today)) {
		for (const { table, name } of DOCUMENTS) {
			const entries = await readDocuments(knex, table, contract.id);
			const calendar = { holidays: await holidaysOf(contract.calendar), terms: contract.terms };
			const found = sixMonthlyDocuments(entries, contract.start_date, month, calendar);
			if (!found.due) continue;
			const about = found.nil ? MISSING(name) : name;
			matters.push({ ...ofContract(contract, 'six_monthly_documents', `${table} ${month}`), about });
		}
	}
	return matters;
}

const DOCUMENTS = [
	{ table: 'cost_register_entries', name: { 'en-GB': 'Cost Register', 'cy-GB': 'Cofrestr Costau' } },
	{ table: 'ipr_log_entries', name: { 'en-GB': 'IPR Log', 'cy-GB': 'Log Hawliau Eiddo Deallusol' } },
] as const;

const MISSING = (name: Record<'en-GB' | 'cy-GB', string>) => ({
	'en-GB': `${name['en-GB']} (no version since the last one)`,
	'cy-GB': `${name['cy-GB']} (dim fersiwn ers yr un ddiwethaf)`,
});

/** The sample of SMART Action Plans of the quarter that is over, where none is drawn yet (3.11). */
export async function planSample(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const quarter = quarterBefore(monthOf(today));
	const drawn = await knex('plan_sample_draws').where({ quarter: quarter.name }).select('contract');
	const contracts = await inDelivery(knex, quarter.last);
	return contracts
		.filter(({ id }) => !drawn.some(({ contract }) => contract === id))
		.map((contract) => ({
			...ofContract(contract, 'plan_sample', quarter.name),
			about: { 'en-GB': quarter.name, 'cy-GB': quarter.name },
		}));
}

interface DraftReturn {
	id: string;
	contract: StoredContract;
	month: CalendarMonth;
	due_on: CalendarDay;
	tracker_sent_on: CalendarDay | null;
}

/** The returns of the month that is over, as far as they are not submitted. */
async function draftReturns(knex: Knex, today: CalendarDay): Promise<DraftReturn[]> {
	const contracts = new Map((await readContracts(knex)).map((contract) => [contract.id, contract]));
	const rows = await knex('mi_returns')
		.where({ month: addMonths(monthOf(today), -1), status: 'draft' })
		.whereNotNull('due_on')
		.select('id', 'contract', 'month', 'due_on', 'tracker_sent_on');
	return rows.map((row) => ({
		id: row.id,
		contract: contracts.get(row.contract) as StoredContract,
		month: parseMonth(row.month) as CalendarMonth,
		due_on: dayOf(row.due_on) as CalendarDay,
		tracker_sent_on: dayOf(row.tracker_sent_on),
	}));
}

/** Contracts in their Delivery Period on a day: after the Implementation Period, until the end. */
async function inDelivery(knex: Knex, on: CalendarDay): Promise<StoredContract[]> {
	return (await readContracts(knex)).filter(
		({ implementation_end_date: implemented, end_date: end }) => implemented < on && (end === null || on <= end),
	);
}

function ofContract({ id, reference, supplier }: StoredContract, kind: Matter['kind'], key: string): Matter {
	return { kind, key: `${id} ${key}`, mentor_user: null, supplier, reference, contract: reference };
}

type Text = NonNullable<Matter['about']>;

function withMonth(text: Text, month: string): Text {
	return { 'en-GB': `${text['en-GB']} ${month}`, 'cy-GB': `${text['cy-GB']} ${month}` };
}

function withCount(text: Text, count: number): Text {
	const english = count === 1 ? '1 record to check' : `${count} records to check`;
	return { 'en-GB': `${text['en-GB']} (${english})`, 'cy-GB': `${text['cy-GB']} (cofnodion i’w gwirio: ${count})` };
}
