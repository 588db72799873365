import type { Knex } from 'knex';
import type { CalendarDay } from '../../../../domain/calendar/calendar-day.ts';
import { movesAcrossDistricts } from '../../../../domain/people/districts.ts';
import { daysOverMaximum } from '../../../../domain/people/fte.ts';
import { firstOverworked, MOST_WEEKLY_HOURS } from '../../../../domain/people/one-person.ts';
import { dayOf } from '../../../../storage/database/day-columns.ts';
import { lockContracts, lockInOrder } from '../../../../storage/database/locks.ts';
import {
	inDistricts,
	readAssignments,
	readAssignmentsOf,
	readCpaFte,
	type StoredAssignment,
} from '../../../../storage/people/fte.ts';
import { refusal } from '../../../shared/errors.ts';
import { keyIn, uuidIn } from '../../../../storage/database/keys.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';

type Tail = Parameters<typeof refusal> extends [string, string, ...infer Rest] ? Rest : never;

/**
 * Mentor, contract and delivery area of an assignment belong together (1.19, C1.4), its days are in order, and with it
 * the Peer Mentor has no more hours than one person may (2.26), and the Contract Package Area stays within its maximum on
 * every day (1.22).
 */
export async function refuseAssignment(context: WriteContext, record: Payload): Promise<void> {
	const knex = context.database;
	const refuse = (field: string, ...what: Tail) => refusal('fte_assignments', field, ...what);
	const peerMentor = uuidIn(record.peer_mentor);
	const mentor = peerMentor && (await knex('peer_mentors').where({ id: peerMentor }).first('supplier', 'reference'));
	if (!mentor || mentor.supplier !== record.supplier) {
		throw refuse('peer_mentor', 'mentor_of_other_supplier');
	}
	const contract = uuidIn(record.contract) ?? '';
	const area = await knex('delivery_areas')
		.where({ id: keyIn(record.delivery_area) ?? '' })
		.first('cpa', 'name');
	const covered = await knex('contract_cpas').where({ contract }).select('contract_package_area');
	const cpas = covered.map((row) => Number(row.contract_package_area)).sort((a, b) => a - b);
	if (!area || !cpas.includes(Number(area.cpa))) {
		throw refuse('delivery_area', 'area_not_covered', { cpas: cpas.join(', ') });
	}
	// 1.21, C1.4: an assignment that is there stays in its District, which its Contract Package Area is part of.
	if (record.cpa !== null && record.cpa !== undefined && Number(record.cpa) !== Number(area.cpa)) {
		const there = await knex('contract_package_areas').where({ id: record.cpa }).first('district');
		throw refuse('delivery_area', 'crosses_district', { district: there.district });
	}
	const hours = Number(record.weekly_hours);
	if (!(hours > 0 && hours <= MOST_WEEKLY_HOURS)) {
		throw refuse('weekly_hours', 'hours_range', { most: MOST_WEEKLY_HOURS });
	}
	const from = dayOf(record.starts_on);
	const to = dayOf(record.ends_on);
	if (from === null) throw refuse('starts_on', 'required');
	if (to !== null && to < from) throw refuse('ends_on', 'out_of_order', { day: to, earliest: from });

	const assignment: StoredAssignment = {
		id: uuidIn(record.id) ?? null,
		peer_mentor: peerMentor as string,
		contract,
		mentor: mentor.reference,
		cpa: Number(area.cpa),
		delivery_area: area.name,
		weekly_hours: hours,
		from,
		to,
	};
	// Whoever asks at the same moment waits, and sees what was stored: what all share first, then the person.
	await lockContracts(knex, [contract]);
	await lockInOrder(knex, 'mentor', [assignment.peer_mentor]);
	const own = (await readAssignmentsOf(knex, [assignment.peer_mentor])).filter(({ id }) => id !== assignment.id);
	const overworked = firstOverworked([...own, assignment]);
	if (overworked) throw refuse('weekly_hours', 'mentor_overworked', { ...overworked, most: MOST_WEEKLY_HOURS });
	await refuseMove(knex, [...own, assignment]);
	const [annexC] = await readCpaFte(knex, [assignment.cpa]);
	const [over] = annexC ? daysOverMaximum(await readAssignments(knex, contract, assignment), annexC) : [];
	if (over) {
		const { cpa, fte_in_post: fte, maximum, from: first } = over;
		throw refuse('weekly_hours', 'fte_over_maximum', { cpa, fte, maximum, from: first });
	}
}

/** 1.21, C1.4: nobody ends in one District and carries on in another. */
async function refuseMove(knex: Knex, assignments: readonly StoredAssignment[]): Promise<void> {
	const [move] = movesAcrossDistricts(await inDistricts(knex, assignments));
	if (!move) return;
	const { left, begun } = move;
	const params = { district: left.district, other: begun.district, day: left.to as CalendarDay };
	throw refusal('fte_assignments', 'starts_on', 'moves_across_districts', params);
}
