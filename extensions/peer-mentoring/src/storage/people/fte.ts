import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CpaFte, FteAssignment } from '../../domain/people/fte.ts';
import { dayOf } from '../database/day-columns.ts';

/** Every assignment of a contract, or all but one, by the mentor's reference, in a fixed order. */
export async function readAssignments(knex: Knex, contract: string, without?: string): Promise<FteAssignment[]> {
	const rows = await knex('fte_assignments as assignment')
		.join('peer_mentors as mentor', 'mentor.id', 'assignment.peer_mentor')
		.join('delivery_areas as area', 'area.id', 'assignment.delivery_area')
		.where('assignment.contract', contract)
		.where((others) => {
			if (without) others.whereNot('assignment.id', without);
		})
		.select(
			'mentor.reference',
			'assignment.cpa',
			'area.name',
			'assignment.weekly_hours',
			'assignment.starts_on',
			'assignment.ends_on',
		);
	return rows
		.map((row) => ({
			mentor: row.reference,
			cpa: Number(row.cpa),
			delivery_area: row.name,
			weekly_hours: Number(row.weekly_hours),
			from: dayOf(row.starts_on) as CalendarDay,
			to: dayOf(row.ends_on),
		}))
		.sort((a, b) => order(a).localeCompare(order(b), 'en'));
}

function order({ mentor, from, delivery_area }: FteAssignment): string {
	return `${mentor} ${from} ${delivery_area}`;
}

export interface CpaOfAnnexC extends CpaFte {
	district: string;
}

/** Minimum and maximum FTE of the Contract Package Areas (Annex C). */
export async function readCpaFte(knex: Knex, cpas: readonly number[]): Promise<CpaOfAnnexC[]> {
	const rows = await knex('contract_package_areas')
		.whereIn('id', [...cpas])
		.orderBy('id')
		.select('id', 'district', 'minimum_fte', 'maximum_fte');
	return rows.map((row) => ({
		cpa: Number(row.id),
		district: row.district,
		minimum: Number(row.minimum_fte),
		maximum: Number(row.maximum_fte),
	}));
}

/** The names of the delivery areas of Contract Package Areas (Annex C), by area. */
export async function readAreaNames(knex: Knex, cpas: readonly number[]): Promise<Map<number, string[]>> {
	const rows = await knex('delivery_areas')
		.whereIn('cpa', [...cpas])
		.orderBy('name')
		.select('cpa', 'name');
	const names = Map.groupBy(rows, (row) => Number(row.cpa));
	return new Map([...names].map(([cpa, own]) => [cpa, own.map((row) => row.name as string)]));
}
