/** What figures count that belongs to no person: visits, upskilling, hours and money. */
import type { Knex } from 'knex';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import type { FigureKey } from '../../../domain/returns/figures/catalogue.ts';
import type { Facts } from '../../../domain/returns/figures/cells.ts';
import { fteShare } from '../../../domain/people/fte.ts';
import type { StoredContract } from '../../contract/contracts.ts';
import { dayOf } from '../../database/day-columns.ts';
import { readAssignments } from '../../people/fte.ts';
import { readSpend } from '../spend-and-documents.ts';

/** One thing that counts, by its day. */
export interface DatedRow {
	on: CalendarDay;
	amount: number;
	facts: Facts;
}

type Reader = (knex: Knex, contract: StoredContract, ends: readonly CalendarDay[]) => Promise<DatedRow[]>;

/** The rows of a contract, whatever their days. @param ends at which a standing is read */
export const OF_THE_CONTRACT: Readonly<Partial<Record<FigureKey, Reader>>> = {
	office_visits: (knex, contract) => visits(knex, contract, () => 1),
	visit_hours: (knex, contract) => visits(knex, contract, hoursOf),
	upskilling_sessions: (knex, contract) => upskilling(knex, contract, () => 1),
	upskilled_staff: (knex, contract) => upskilling(knex, contract, (attendees) => attendees),
	fte_in_post: async (knex, contract, ends) => {
		const assignments = await readAssignments(knex, contract.id);
		const areas = await knex('delivery_areas').whereIn('cpa', contract.cpas).select('id', 'name', 'cpa');
		const keyOf = new Map(areas.map(({ id, name, cpa }) => [`${cpa} ${name}`, id as string]));
		return ends.flatMap((on) =>
			assignments
				.filter(({ from, to }) => from <= on && (to === null || to >= on))
				.map((each) => ({
					on,
					amount: fteShare(each),
					facts: { cpa: String(each.cpa), delivery_area: keyOf.get(`${each.cpa} ${each.delivery_area}`) ?? null },
				})),
		);
	},
	spend: async (knex, contract) =>
		(await readSpend(knex, contract.id)).map(({ kind, spent_on, amount_pence }) => ({
			on: spent_on,
			amount: amount_pence / 100,
			facts: { spend_kind: kind },
		})),
};

/** At an office of the contract's areas, by its Supplier's people (2.14, 2.16). */
function atOffices(knex: Knex, table: string, { supplier, cpas }: StoredContract): Knex.QueryBuilder {
	return knex(`${table} as row`)
		.join('jobcentre_offices as office', 'office.id', 'row.jobcentre_office')
		.join('delivery_areas as area', 'area.id', 'office.delivery_area')
		.where('row.supplier', supplier)
		.whereIn('area.cpa', cpas);
}

const PLACE = ['area.cpa', 'area.id as delivery_area', 'office.id as jobcentre_office', 'row.peer_mentor as mentor'];

const placed = ({ cpa, delivery_area, jobcentre_office, mentor }: Record<string, unknown>): Facts => ({
	cpa: String(cpa),
	delivery_area: delivery_area as string,
	jobcentre_office: jobcentre_office as string,
	mentor: (mentor ?? null) as string | null,
});

async function visits(
	knex: Knex,
	contract: StoredContract,
	amountOf: (arrived: unknown, left: unknown) => number,
): Promise<DatedRow[]> {
	const rows: Record<string, unknown>[] = await atOffices(knex, 'office_visits', contract).select(
		...PLACE,
		'row.visited_on',
		'row.arrived_at',
		'row.left_at',
	);
	return rows.map((row) => ({
		on: dayOf(row.visited_on) as CalendarDay,
		amount: amountOf(row.arrived_at, row.left_at),
		facts: placed(row),
	}));
}

async function upskilling(
	knex: Knex,
	contract: StoredContract,
	amountOf: (attendees: number) => number,
): Promise<DatedRow[]> {
	const rows: Record<string, unknown>[] = await atOffices(knex, 'upskilling_sessions', contract).select(
		...PLACE,
		'row.held_on',
		'row.attendees',
		'row.direction',
	);
	return rows.map((row) => ({
		on: dayOf(row.held_on) as CalendarDay,
		amount: amountOf(Number(row.attendees ?? 0)),
		facts: { ...placed(row), upskilling_direction: (row.direction ?? 'to_jobcentre') as string },
	}));
}

/** From one time of the day to another, in hours; none where either is not on record. */
function hoursOf(arrived: unknown, left: unknown): number {
	const minutes = (time: unknown) => {
		const [, hours, rest] = /^(\d\d):(\d\d)/.exec(String(time ?? '')) ?? [];
		return hours === undefined ? undefined : Number(hours) * 60 + Number(rest);
	};
	const [from, to] = [minutes(arrived), minutes(left)];
	return from === undefined || to === undefined || to <= from ? 0 : (to - from) / 60;
}
