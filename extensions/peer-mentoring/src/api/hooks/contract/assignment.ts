import type { CalendarDay } from '../../../domain/calendar-day.ts';
import { daysOverMaximum } from '../../../domain/fte.ts';
import { dayInWords } from '../../../domain/messages.ts';
import { dayOf } from '../../../storage/day-columns.ts';
import { readAssignments, readCpaFte } from '../../../storage/fte.ts';
import { refused } from '../../shared/errors.ts';
import { keyIn, uuidIn } from '../../shared/keys.ts';
import { type Context, type Payload } from './ownership.ts';

const MOST_HOURS = 48;

/**
 * Mentor, contract and delivery area of an assignment belong together (1.19, C1.4), its days are in order, and with it
 * the Contract Package Area stays within its maximum on every day (1.22).
 * @returns the Contract Package Area of the delivery area
 */
export async function checkAssignment(context: Context, record: Payload): Promise<number> {
	const knex = context.database;
	const refuse = (field: string, reason: string) => refused('fte_assignments', field, reason);
	const peerMentor = uuidIn(record.peer_mentor);
	const mentor = peerMentor && (await knex('peer_mentors').where({ id: peerMentor }).first('supplier', 'reference'));
	if (!mentor || mentor.supplier !== record.supplier) {
		throw refuse('peer_mentor', 'Choose a Peer Mentor of the Supplier of this contract.');
	}
	const contract = uuidIn(record.contract) ?? '';
	const area = await knex('delivery_areas')
		.where({ id: keyIn(record.delivery_area) ?? '' })
		.first('cpa', 'name');
	const covered = await knex('contract_cpas').where({ contract }).select('contract_package_area');
	const cpas = covered.map((row) => Number(row.contract_package_area)).sort((a, b) => a - b);
	if (!area || !cpas.includes(Number(area.cpa))) {
		throw refuse('delivery_area', `Choose a delivery area in CPA ${cpas.join(' or ')}, which the contract covers.`);
	}
	const hours = Number(record.weekly_hours);
	if (!(hours > 0 && hours <= MOST_HOURS)) {
		throw refuse('weekly_hours', `Enter more than 0 and at most ${MOST_HOURS} hours a week.`);
	}
	const from = dayOf(record.starts_on);
	const to = dayOf(record.ends_on);
	if (from === null) throw refuse('starts_on', 'Enter the first day.');
	if (to !== null && to < from) throw refuse('ends_on', 'The last day must be the first day or later.');

	const others = await readAssignments(knex, contract, record.id ? String(record.id) : undefined);
	const assignment = {
		mentor: mentor.reference,
		cpa: Number(area.cpa),
		delivery_area: area.name,
		weekly_hours: hours,
		from,
		to,
	};
	const [annexC] = await readCpaFte(knex, [assignment.cpa]);
	const [over] = annexC ? daysOverMaximum([...others, assignment], annexC) : [];
	if (over) {
		const when = dayInWords(over.from as CalendarDay, 'en-GB');
		const reason = `CPA${over.cpa} would have ${over.fte_in_post} FTE from ${when}; its maximum is ${over.maximum} (Annex C). Enter fewer hours or other days.`;
		throw refuse('weekly_hours', reason);
	}
	return assignment.cpa;
}
