import type { Knex } from 'knex';
import { addictionGroup } from '../../../domain/journey/addiction.ts';
import { listIn } from '../../../domain/journey/record-rules.ts';
import { surveysAfter } from '../../../domain/journey/survey-schedule.ts';
import { today } from '../../../clock/today.ts';
import { dayOf } from '../../../storage/database/day-columns.ts';
import { planAsItIs } from '../../../storage/journey/plans.ts';
import type { Caller } from '../../shared/caller.ts';
import { uuidIn } from '../../shared/keys.ts';
import type { Payload } from '../../shared/plain-record.ts';

const CONTACT = ['first_name', 'last_name', 'phone', 'email'];

/**
 * What the platform writes along with a new or changed record: it follows from what is written and from who writes it,
 * so it is the same for every record of a batch.
 */
export async function complete(knex: Knex, collection: string, written: Payload, caller: Caller): Promise<Payload> {
	switch (collection) {
		case 'mentees':
			return {
				...('substances' in written
					? { addiction_group: addictionGroup(listIn(written.substances) as Parameters<typeof addictionGroup>[0]) }
					: {}),
				// A record that is just being made says whom it is of.
				...(!('referral' in written) && CONTACT.some((field) => field in written)
					? { contact_changed_on: today() }
					: {}),
			};
		case 'initial_meetings': {
			if (!('outcome' in written)) return {};
			const held = written.outcome === 'did_not_attend' ? null : (written.decided_on ?? written.held_on);
			return {
				decided_by: held === null ? null : await mentorOf(knex, caller),
				...(held === undefined ? {} : { decided_on: held }),
			};
		}
		case 'consents':
			return 'decision' in written ? { read_by: await mentorOf(knex, caller) } : {};
		case 'baseline_surveys': {
			const completed = dayOf(written.completed_on);
			if (completed === null) return {};
			const { six_months, twelve_months } = surveysAfter(completed);
			return { six_months_due_on: six_months, twelve_months_due_on: twelve_months };
		}
		case 'plan_reviews': {
			const plan = uuidIn(written.action_plan);
			return plan === undefined ? {} : { plan_then: await planAsItIs(knex, plan) };
		}
		case 'complaints': {
			if (!('complained_of' in written)) return {};
			const mentor = uuidIn(written.complained_of);
			const row = mentor && (await knex('peer_mentors').where({ id: mentor }).first('user'));
			return { complained_of_user: row?.user ?? null };
		}
		default:
			return {};
	}
}

/** The Peer Mentor who is writing, if it is one. */
async function mentorOf(knex: Knex, { user }: Caller): Promise<string | null> {
	if (user === null) return null;
	return (await knex('peer_mentors').where({ user }).first('id'))?.id ?? null;
}
