import type { Knex } from 'knex';
import type { CalendarDay } from '../../../../domain/calendar/calendar-day.ts';
import { today } from '../../../../clock/today.ts';
import { dayOf } from '../../../../storage/database/day-columns.ts';
import { handOver, recordWish } from '../../../../storage/writer/hand-over.ts';
import type { Caller } from '../../../shared/caller.ts';
import { NotYoursError, refusal } from '../../../shared/errors.ts';
import { keyIn, uuidIn } from '../../../../storage/database/keys.ts';
import { refuseHandOver } from './hand-over.ts';
import type { Payload } from '../../../shared/plain-record.ts';

/**
 * Hands a Mentee over with a new allocation (2.6, 2.25): to another Peer Mentor, and to another Contract Package Area
 * where the Mentee has moved. Record, plan and start stay as they are; what held before is closed.
 */
export async function allocate(knex: Knex, record: Payload, caller: Caller): Promise<void> {
	if (caller.role === 'Peer Mentor') throw new NotYoursError();
	const mentee = uuidIn(record.mentee) as string;
	const there = await knex('mentees').where({ id: mentee }).first('cpa', 'supplier', 'peer_mentor');
	const mentor = await knex('peer_mentors')
		.where({ id: uuidIn(record.peer_mentor) ?? null })
		.first('id', 'supplier', 'user');
	if (!mentor || (mentor.supplier !== there.supplier && !caller.unrestricted)) {
		throw refusal('allocations', 'peer_mentor', 'mentor_of_other_supplier');
	}
	const cpa = Number(keyIn(record.cpa) ?? there.cpa);
	await requireCpa(knex, cpa, mentor.supplier);
	const from = (dayOf(record.from_on) ?? today()) as CalendarDay;
	const held = await knex('allocations').where({ mentee }).whereNull('until_on').max({ since: 'from_on' }).first();
	await refuseHandOver(knex, 'allocations', { mentee, mentor: mentor.id, cpa, on: from }, dayOf(held?.since));
	const side = SIDE_OF[String(record.because)];
	if (side && there.peer_mentor !== null && there.peer_mentor !== mentor.id) {
		const { supplier, peer_mentor } = there;
		await recordWish(knex, { mentee, peer_mentor, side, reason: record.reason, supplier, user: caller.user }, from);
	}
	await handOver(knex, { mentee, peer_mentor: mentor.id, cpa, area: keyIn(record.delivery_area), from });
	Object.assign(record, { cpa, from_on: from, supplier: mentor.supplier, mentor_user: mentor.user });
}

/** Whose wish a cause is (2.25). */
const SIDE_OF: Readonly<Partial<Record<string, 'mentee' | 'mentor'>>> = {
	mentee_wish: 'mentee',
	mentor_wish: 'mentor',
};

/** The area is one that the mentor's Supplier delivers in (1.19). */
async function requireCpa(knex: Knex, cpa: number, supplier: string): Promise<void> {
	const rows = await knex('contract_cpas as area')
		.join('call_off_contracts as contract', 'contract.id', 'area.contract')
		.where('contract.supplier', supplier)
		.distinct('area.contract_package_area as cpa');
	const cpas = rows.map((row) => Number(row.cpa)).sort((a, b) => a - b);
	if (!cpas.includes(cpa)) throw refusal('allocations', 'cpa', 'cpa_not_covered', { cpas: cpas.join(', ') });
}
