import type { Knex } from 'knex';
import {
	firstDay,
	lastDay,
	monthOf,
	type CalendarDay,
	type CalendarMonth,
} from '../../../domain/calendar/calendar-day.ts';
import { comingWork, stateOf, type ReturnPart } from '../../../domain/home/returns.ts';
import type { PeriodicKind } from '../../../domain/returns/periodic/periodic.ts';
import { holidayReader } from '../../../storage/calendar/holidays.ts';
import type { StoredContract } from '../../../storage/contract/contracts.ts';
import type { Reading, Row } from './reading.ts';

const RECEIPTS = 5;

interface Entry {
	id: string;
	collection: 'mi_returns' | 'periodic_returns';
	part: ReturnPart;
	contract: string;
	month: CalendarMonth;
	due_on: CalendarDay;
	submitted: boolean;
	sent_on: CalendarDay | null;
}

/** This month's returns as a calendar, the last receipts, and the work to the end of the next quarter (3.4, 3.8). */
export async function returnsHome(knex: Knex, reading: Reading, contracts: readonly StoredContract[]) {
	const { today } = reading;
	const month = monthOf(today);
	const within = { due_on: { _between: [firstDay(month), lastDay(month)] } };
	const returns = await reading.rows('mi_returns', {
		fields: ['id', 'contract', 'month', 'due_on', 'status', 'sent_on', 'tracker_sent_on'],
		filter: within,
	});
	const periodic = await reading.rows('periodic_returns', {
		fields: ['id', 'kind', 'contract', 'month', 'due_on', 'status', 'mi_return.sent_on'],
		filter: within,
	});
	const references = new Map(contracts.map(({ id, reference }) => [id, reference]));
	const entries = [...returns.flatMap(monthly), ...periodic.map(ofPeriod)]
		.map(({ contract, ...entry }) => ({
			...entry,
			contract: references.get(contract) ?? '',
			state: stateOf(entry, today),
		}))
		.sort((a, b) => a.due_on.localeCompare(b.due_on) || a.contract.localeCompare(b.contract));
	const sendings = await reading.rows('return_sendings', {
		fields: ['part', 'contract', 'month', 'sent_on', 'reference', 'mi_return'],
		sort: ['-sent_on', '-recorded_at', 'id'],
		limit: RECEIPTS,
	});
	const holidaysOf = holidayReader(knex);
	const reporting = await Promise.all(
		contracts.map(async (contract) => ({ ...contract, holidays: await holidaysOf(contract.calendar) })),
	);
	return {
		month,
		entries,
		missing: await reading.count('returns_missing'),
		to_send: await reading.count('returns_to_send'),
		receipts: sendings.map(({ contract, ...sending }) => ({
			...sending,
			contract: references.get(contract as string) ?? '',
		})),
		coming: comingWork(reporting, today),
	};
}

function monthly({ id, contract, month, due_on, status, sent_on, tracker_sent_on }: Row): Entry[] {
	const about = { id, contract, month, due_on, collection: 'mi_returns' } as Omit<
		Entry,
		'part' | 'submitted' | 'sent_on'
	>;
	return [
		{ ...about, part: 'pmi', submitted: status === 'submitted', sent_on: sent_on as CalendarDay | null },
		{ ...about, part: 'mentee_tracker', submitted: false, sent_on: tracker_sent_on as CalendarDay | null },
	];
}

function ofPeriod({ id, kind, contract, month, due_on, status, mi_return }: Row): Entry {
	const about = { id, contract, month, due_on, collection: 'periodic_returns' } as Omit<
		Entry,
		'part' | 'submitted' | 'sent_on'
	>;
	const sent_on = (mi_return as { sent_on?: CalendarDay } | null)?.sent_on ?? null;
	return {
		...about,
		part: kind as PeriodicKind,
		submitted: status === 'submitted',
		sent_on: status === 'sent' ? sent_on : null,
	};
}
