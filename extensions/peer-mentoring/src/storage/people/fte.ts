import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CpaFte, FteAssignment } from '../../domain/people/fte.ts';
import { asOnePersonEach } from '../../domain/people/one-person.ts';
import { termsOf } from '../../domain/contract/terms.ts';
import { dayOf } from '../database/day-columns.ts';

/** An assignment as it is stored. */
export interface StoredAssignment extends FteAssignment {
	/** `null` of one that is still to be stored. */
	id: string | null;
	peer_mentor: string;
	contract: string;
}

/**
 * Every assignment of a contract with the hours that count of one person, by the mentor's reference, in a fixed order.
 * @param instead what is to be stored, and counts instead of what is stored of it
 */
export async function readAssignments(
	knex: Knex,
	contract: string,
	instead?: StoredAssignment,
): Promise<FteAssignment[]> {
	const mentors = knex('fte_assignments').where({ contract }).select('peer_mentor');
	const stored = await readStored(knex, (query) => query.whereIn('assignment.peer_mentor', mentors));
	const added = instead ? await readAssignmentsOf(knex, [instead.peer_mentor]) : [];
	const others = [...stored, ...added].filter(({ id }) => id !== instead?.id);
	const all = new Map([...others, ...(instead ? [instead] : [])].map((each) => [each.id, each]));
	return asOnePersonEach([...all.values()])
		.filter((each) => each.contract === contract)
		.sort((a, b) => order(a).localeCompare(order(b), 'en'));
}

/** Every assignment of these Peer Mentors, or of all, as it is stored, of whatever contract. */
export function readAssignmentsOf(knex: Knex, mentors: readonly string[] | undefined): Promise<StoredAssignment[]> {
	return readStored(knex, (query) => (mentors ? query.whereIn('assignment.peer_mentor', [...mentors]) : query));
}

async function readStored(
	knex: Knex,
	which: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<StoredAssignment[]> {
	const query = knex('fte_assignments as assignment')
		.join('peer_mentors as mentor', 'mentor.id', 'assignment.peer_mentor')
		.join('delivery_areas as area', 'area.id', 'assignment.delivery_area')
		.join('call_off_contracts as contract', 'contract.id', 'assignment.contract');
	const rows = await which(query).select(
		'assignment.id',
		'assignment.peer_mentor',
		'assignment.contract',
		'mentor.reference',
		'assignment.cpa',
		'area.name',
		'assignment.weekly_hours',
		'contract.fte_weekly_hours',
		'assignment.starts_on',
		'assignment.ends_on',
	);
	return rows.map((row: Record<string, unknown>) => ({
		id: row.id as string,
		peer_mentor: row.peer_mentor as string,
		contract: row.contract as string,
		mentor: row.reference as string,
		cpa: Number(row.cpa),
		delivery_area: row.name as string,
		weekly_hours: Number(row.weekly_hours),
		full_time_hours: termsOf(row).fte_weekly_hours,
		from: dayOf(row.starts_on) as CalendarDay,
		to: dayOf(row.ends_on),
	}));
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
