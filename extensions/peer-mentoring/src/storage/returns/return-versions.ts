import type { Knex } from 'knex';
import type { CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { reportedAnew, type MonthlyEvents } from '../../domain/returns/submission/events.ts';
import { jsonOf } from '../database/json-of.ts';
import type { PmiReturn } from '../../workbook/pmi-return.ts';

/** A return as it was submitted: every view of it, without anybody's reference. */
export interface FrozenFigures {
	contract: PmiReturn;
	/** By number, where the contract covers more than one Contract Package Area. */
	by_cpa: Record<string, PmiReturn>;
}

/** One submission of a return. */
export interface ReturnVersion {
	id: string;
	version: number;
	sha256: string;
	submitted_at: Date;
	figures: FrozenFigures;
	/** Kept files: the workbook as it was sent, and the records behind its figures. */
	file: string;
	records: string;
}

/** A submission of a month's return, the newest or the one asked for; `undefined` where there is none. */
export async function returnVersion(
	knex: Knex,
	contract: string,
	month: CalendarMonth,
	version?: number,
): Promise<ReturnVersion | undefined> {
	const query = knex('mi_return_versions').where({ contract, month }).orderBy('version', 'desc');
	const row = await (version === undefined ? query : query.where({ version })).first(
		'id',
		'version',
		'sha256',
		'submitted_at',
		'figures',
		'file',
		'records',
	);
	return (
		row && {
			...row,
			version: Number(row.version),
			submitted_at: new Date(row.submitted_at),
			figures: jsonOf<FrozenFigures>(row.figures),
		}
	);
}

/** The events as they were reported last in the returns before a month, and the newest month of these. */
export async function lastReported(
	knex: Knex,
	contract: string,
	before: CalendarMonth,
): Promise<{ month: CalendarMonth; events: MonthlyEvents } | undefined> {
	const versions = () => knex('mi_return_versions').where({ contract }).where('month', '<', before);
	const newest = await versions()
		.orderBy(['month', 'version'].map((column) => ({ column, order: 'desc' })))
		.first('month', 'submitted_at', 'figures');
	if (!newest) return undefined;
	const sinceThen = await versions()
		.where('month', '<', newest.month)
		.where('submitted_at', '>', newest.submitted_at)
		.orderBy('submitted_at')
		.select('month', 'figures');
	const corrections = sinceThen.map((row) => ({ month: row.month as CalendarMonth, events: eventsOf(row) }));
	return { month: newest.month, events: corrections.reduce(reportedAnew, eventsOf(newest)) };
}

function eventsOf({ figures }: { figures: unknown }): MonthlyEvents {
	return jsonOf<FrozenFigures>(figures).contract.events;
}
