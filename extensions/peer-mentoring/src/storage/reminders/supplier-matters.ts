/** What a Supplier's managers are told about how it looks after its own people (2.25). */
import type { Knex } from 'knex';
import { addDays, monthOf, type CalendarDay } from '../../domain/calendar/calendar-day.ts';
import { mondayOf } from '../../domain/calendar/week.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { codeText } from '../../domain/language/messages.ts';
import { lacksWelshMentor } from '../../domain/people/welsh.ts';
import type { Matter } from '../../domain/service-levels/reminders.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';

/** Safeguarding concerns whose next step is due by tomorrow, each by its number alone; overdue, every week (2.25). */
export async function safeguardingDue(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const rows = await knex('safeguarding_concerns as concern')
		.join('suppliers as supplier', 'supplier.id', 'concern.supplier')
		.leftJoin('peer_mentors as mentor', 'mentor.id', 'concern.peer_mentor')
		.where('concern.due_on', '<=', dayColumn(knex, addDays(today, 1)))
		.orderBy('concern.due_on')
		.select(
			'concern.id',
			'concern.supplier',
			'concern.reference',
			'concern.due_on',
			'mentor.user as about',
			'supplier.name as contract',
		);
	return rows.map(({ id, supplier, reference, due_on, about, contract }) => {
		const on = dayOf(due_on) as CalendarDay;
		const key = on < today ? `${id} ${on} ${mondayOf(today)}` : `${id} ${on}`;
		const record = { collection: 'safeguarding_concerns', key: id };
		const own = { key, mentor_user: null, supplier, reference, contract, on, record };
		return { kind: 'safeguarding_due', ...own, kept_from: about };
	});
}

/** Peer Mentors of whom attestation, vetting, training, pay or supervision is missing (2.17, 2.25); each month again. */
export async function mentorIncomplete(knex: Knex, today: CalendarDay): Promise<Matter[]> {
	const rows = await knex('peer_mentors as mentor')
		.join('suppliers as supplier', 'supplier.id', 'mentor.supplier')
		.whereNotNull('mentor.outstanding')
		.orderBy('mentor.reference')
		.select('mentor.id', 'mentor.supplier', 'mentor.reference', 'mentor.outstanding', 'supplier.name as contract');
	return rows.map(({ id, supplier, reference, outstanding, contract }) => {
		const missing: CodeOf<'mentor_outstanding'>[] =
			typeof outstanding === 'string' ? JSON.parse(outstanding) : outstanding;
		const texts = missing.map((what) => codeText('mentor_outstanding', what));
		const about = {
			'en-GB': texts.map((text) => text['en-GB']).join(', '),
			'cy-GB': texts.map((text) => text['cy-GB']).join(', '),
		};
		const key = `${id} ${monthOf(today)} ${missing.join()}`;
		const record = { collection: 'peer_mentors', key: id };
		return { kind: 'mentor_incomplete', key, mentor_user: null, supplier, reference, contract, about, record };
	});
}

/** Mentees who want Welsh, and whose Peer Mentor does not say that they work in it (2.25). */
export async function welshMentorMissing(knex: Knex): Promise<Matter[]> {
	const rows = await knex('mentees as mentee')
		.join('call_off_contracts as contract', 'contract.id', 'mentee.contract')
		.leftJoin('peer_mentors as mentor', 'mentor.id', 'mentee.peer_mentor')
		.where({ 'mentee.preferred_language': 'cy-GB', 'mentee.restricted': false })
		.whereNull('mentee.ended_on')
		.orderBy('mentee.reference')
		.select(
			...['mentee.id', 'mentee.cpa', 'mentee.preferred_language', 'mentee.supplier', 'mentee.reference'],
			...['mentor.id as mentor', 'mentor.works_in_welsh', 'contract.reference as contract'],
		);
	const lacking = rows.filter(({ cpa, preferred_language, works_in_welsh }) =>
		lacksWelshMentor({ cpa: cpa === null ? null : Number(cpa), preferred_language, works_in_welsh }),
	);
	return lacking.map(({ id, supplier, reference, mentor, contract }) => ({
		kind: 'welsh_mentor_missing',
		key: `${id} ${mentor ?? ''}`,
		mentor_user: null,
		supplier,
		reference,
		contract,
		record: { collection: 'mentees', key: id },
	}));
}
