import type { Knex } from 'knex';
import { callerOf, mayTouch, type Accountability, type Caller } from './caller.ts';
import { NotYoursError, refusal } from './errors.ts';
import { uuidIn } from '../../storage/database/keys.ts';
import type { Payload } from './plain-record.ts';

/** What a check of a write works with. */
export interface WriteContext {
	/** The connection of the write, inside its transaction. */
	database: Knex;
	accountability: Accountability;
}

/** The record that another one belongs to, and through which it is a Supplier's. */
export interface Parent {
	field: string;
	collection: string;
	/** Peer Mentors write these about themselves. */
	mentors?: boolean;
}

const CONTRACT: Parent = { field: 'contract', collection: 'call_off_contracts' };
const MENTOR: Parent = { field: 'peer_mentor', collection: 'peer_mentors' };

/** What each collection about the contract and its people belongs to. */
export const PARENTS: Readonly<Record<string, Parent>> = {
	fte_assignments: CONTRACT,
	spend_entries: CONTRACT,
	cost_register_entries: CONTRACT,
	ipr_log_entries: CONTRACT,
	evaluation_participation: CONTRACT,
	restriction_periods: CONTRACT,
	milestones: CONTRACT,
	implementation_plans: CONTRACT,
	exit_plans: CONTRACT,
	meetings: CONTRACT,
	meeting_actions: { field: 'meeting', collection: 'meetings' },
	risks_and_issues: CONTRACT,
	performance_improvement_plans: CONTRACT,
	mi_returns: CONTRACT,
	marketing_products: CONTRACT,
	organisations: CONTRACT,
	approved_documents: CONTRACT,
	information_requests: CONTRACT,
	plan_sample_draws: CONTRACT,
	session_places: CONTRACT,
	questionnaires: CONTRACT,
	survey_questions: { field: 'questionnaire', collection: 'questionnaires' },
	sample_requests: CONTRACT,
	invoices: CONTRACT,
	implementation_costs: CONTRACT,
	referral_links: CONTRACT,
	fte_assignments_offices: { field: 'fte_assignment', collection: 'fte_assignments' },
	training_records: MENTOR,
	supervisions: MENTOR,
	attendance_patterns: MENTOR,
	office_visits: { ...MENTOR, mentors: true },
	upskilling_sessions: { ...MENTOR, mentors: true },
	outreach_contacts: { ...MENTOR, mentors: true },
};

/** Columns that the platform fills from the parent. */
export const OWNERSHIP = ['supplier', 'mentor_user'];

/** Whose a new record is: the owner of its parent. Refused where that is missing or not the caller's. */
export async function ownershipOf(context: WriteContext, collection: string, record: Payload): Promise<Payload> {
	const parent = PARENTS[collection] as Parent;
	const caller = await callerOf(context.database, context.accountability);
	const byMentor = caller.role === 'Peer Mentor';
	if (byMentor && !parent.mentors) throw new NotYoursError();
	const key = uuidIn(record[parent.field]) ?? (byMentor ? await ownMentor(context.database, caller) : undefined);
	if (key === undefined) throw refusal(collection, parent.field, parent === CONTRACT ? 'contract_missing' : 'required');
	const people = parent.collection === 'peer_mentors';
	const row = await context
		.database(parent.collection)
		.where({ id: key })
		.first(people ? ['supplier', 'user as mentor_user'] : ['supplier']);
	if (!row || !mayTouch(caller, row)) throw new NotYoursError();
	return { ...row, ...(people ? { [parent.field]: key } : {}) };
}

async function ownMentor(knex: Knex, { user }: Caller): Promise<string | undefined> {
	return (await knex('peer_mentors').where({ user }).first('id'))?.id;
}

/** Refuses a change of fields that are set once. */
export function refuseChange(collection: string, change: Payload, fields: readonly string[]): void {
	const name = fields.find((field) => field in change);
	if (name) throw refusal(collection, name, 'fixed_field', { name });
}
