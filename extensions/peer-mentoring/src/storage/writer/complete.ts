import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { completeImprovementPlan, completePlan, completeRequest } from '../../domain/contract/completion.ts';
import {
	completeArea,
	completeConsent,
	completeExplained,
	completeMeeting,
	completeMentee,
	completeName,
	completeWish,
} from '../../domain/journey/completion.ts';
import { complainedOfUser } from '../../domain/people/complaints.ts';
import { adviseBy } from '../../domain/money/deferral.ts';
import { isSentLate } from '../../domain/money/last-invoice-day.ts';
import { completeAssignment } from '../../domain/people/completion.ts';
import { concernDueOn } from '../../domain/people/safeguarding.ts';
import { holidayReader } from '../calendar/holidays.ts';
import { readContracts, type StoredContract } from '../contract/contracts.ts';
import { dayOf } from '../database/day-columns.ts';
import { keyIn, uuidIn } from '../database/keys.ts';
import { shortReference } from '../database/short-reference.ts';
import { questionnairesOn } from '../journey/questionnaires.ts';
import { planAsItIs } from '../journey/plans.ts';
import { managerWithEmail } from '../platform/accounts.ts';
import { nextMentorReference } from '../people/mentor-reference.ts';

export type Row = Record<string, unknown>;

/** Who writes, and when. */
export interface Writer {
	user: string | null;
	/** The Peer Mentor who writes, if it is one. */
	mentor: string | null;
	today: CalendarDay;
	/** Whether somebody types it now; else it came with a file of what has happened. */
	typed: boolean;
}

export interface Write {
	collection: string;
	/** What is written of the record. */
	written: Row;
	/** The record as it would become. */
	record: Row;
	isNew: boolean;
	/** The record as it is, of one that is there. */
	before?: Row;
	writer: Writer;
}

/** The Peer Mentor whose account it is, if there is one. */
export async function mentorOf(knex: Knex, user: string | null): Promise<string | null> {
	if (user === null) return null;
	return (await knex('peer_mentors').where({ user }).first('id'))?.id ?? null;
}

/**
 * What the platform fills in for a record that is about to be written, whichever way it comes: the rules are functions
 * of the domain, and this is where they are given the neighbours they ask for.
 */
export async function complete(knex: Knex, write: Write): Promise<Row> {
	return (await COMPLETE[write.collection]?.(write, knex)) ?? {};
}

/** As {@link complete}, of many records of one collection, whose neighbours are read together where there are any. */
export async function completeAll(knex: Knex, writes: readonly Write[]): Promise<Row[]> {
	if (writes[0]?.collection === 'baseline_surveys') return completeSurveys(knex, writes);
	const completed: Row[] = [];
	for (const write of writes) completed.push(await complete(knex, write));
	return completed;
}

/** A survey is answered on the questionnaire that was in use on its day (1.27). */
async function completeSurveys(knex: Knex, writes: readonly Write[]): Promise<Row[]> {
	const asked = writes.flatMap(({ record }) => {
		const [mentee, on] = [uuidIn(record.mentee), dayOf(record.completed_on)];
		return record.questionnaire || mentee === undefined || on === null ? [] : [{ record, mentee, on }];
	});
	const found = await questionnairesOn(knex, asked);
	const byRecord = new Map(asked.map(({ record }, index) => [record, found[index]]));
	return writes.map(({ record }) => {
		const questionnaire = byRecord.get(record);
		return questionnaire === undefined ? {} : { questionnaire };
	});
}

type Completion = (write: Write, knex: Knex) => Row | Promise<Row>;

const COMPLETE: Readonly<Record<string, Completion>> = {
	referrals: ({ written, record, isNew }) => ({
		...completeName(written, record),
		...completeArea(written, { isNew }),
	}),
	mentees: ({ written, record, before, writer: { today } }) => completeMentee(written, record, { before, today }),
	initial_meetings: async ({ written, record, isNew, writer }, knex) => ({
		...completeMeeting(written, record, { mentor: await deciderOf(knex, record, writer) }),
		...completeExplained(['voluntary_explained', 'data_use_explained'], written, record, {
			isNew,
			today: writer.today,
		}),
	}),
	diagnostic_interviews: ({ written, record, isNew, writer: { today, typed } }) => ({
		...completeExplained(['complaints_explained'], written, record, { isNew, today }),
		...(isNew ? { imported: !typed } : {}),
	}),
	consents: async ({ written, record, isNew, writer }, knex) => {
		const mentor = isNew ? await deciderOf(knex, record, writer) : null;
		return completeConsent(written, { isNew, mentor, today: writer.today });
	},
	baseline_surveys: async (write, knex) => (await completeSurveys(knex, [write]))[0] ?? {},
	working_wishes: ({ written, isNew, writer }) => (isNew ? completeWish(written, writer) : {}),
	plan_reviews: async ({ written }, knex) => {
		const plan = uuidIn(written.action_plan);
		return plan === undefined ? {} : { plan_then: await planAsItIs(knex, plan) };
	},
	complaints: async ({ written, record }, knex) => {
		if (!ABOUT_WHOM.some((field) => field in written)) return {};
		const id = uuidIn(record.complained_of);
		const row = id && (await knex('peer_mentors').where({ id }).first('user'));
		const manager = await managerOf(knex, record);
		const about = (record.about ?? null) as CodeOf<'complaint_subject'> | null;
		return { complained_of_user: complainedOfUser({ about }, { mentor: row?.user ?? null, manager }) };
	},
	safeguarding_concerns: ({ record, isNew }) => ({
		...(isNew ? { reference: shortReference('S') } : {}),
		due_on: concernDueOn({
			stage: (record.stage ?? null) as CodeOf<'safeguarding_stage'> | null,
			raised_on: dayOf(record.raised_on) as CalendarDay,
			assessed_on: dayOf(record.assessed_on),
			referred_on: dayOf(record.referred_on),
			reviewed_on: dayOf(record.reviewed_on),
		}),
	}),
	fte_assignments: async ({ record }, knex) => {
		const area = keyIn(record.delivery_area) ?? '';
		const { cpa } = await knex('delivery_areas').where({ id: area }).first('cpa');
		const { terms } = await contractOf(knex, record);
		return completeAssignment(record, { cpa: Number(cpa), terms });
	},
	peer_mentors: async ({ written, record, isNew }, knex) => ({
		...completeName(written, record),
		...(!isNew || record.reference
			? {}
			: { reference: await nextMentorReference(knex, uuidIn(record.supplier) as string) }),
	}),
	implementation_plans: async ({ record }, knex) => {
		const contract = await contractOf(knex, record);
		const last = await knex('implementation_plans')
			.where({ contract: contract.id })
			.max({ version: 'version' })
			.first();
		const plan = {
			version: Number(record.version ?? Number(last?.version ?? 0) + 1),
			amendment_requested_on: dayOf(record.amendment_requested_on),
		};
		return completePlan(plan, contract, await holidaysOf(knex, contract));
	},
	approved_documents: async ({ record }, knex) => {
		if (record.version) return {};
		const { contract, kind } = record;
		const last = await knex('approved_documents')
			.where({ contract: uuidIn(contract), kind })
			.count({ number: '*' })
			.first();
		return { version: String(Number(last?.number ?? 0) + 1) };
	},
	information_requests: async ({ written, record }, knex) => {
		const request = {
			kind: record.kind as CodeOf<'information_request_kind'>,
			requested_on: dayOf(record.requested_on) as CalendarDay,
			due_on: dayOf(record.due_on),
			due_is_written: 'due_on' in written,
		};
		const contract = await contractOf(knex, record);
		return completeRequest(request, { holidays: await holidaysOf(knex, contract), terms: contract.terms });
	},
	performance_improvement_plans: ({ record, isNew, writer: { today } }) =>
		completeImprovementPlan(dayOf(record.opened_on), isNew, today),
	invoices: async ({ record }, knex) => ({ late: isSentLate(dayOf(record.sent_on), await contractOf(knex, record)) }),
	implementation_costs: async ({ record }, knex) => {
		const month = record.month as Parameters<typeof adviseBy>[0];
		return { advise_by: adviseBy(month, await holidaysOf(knex, await contractOf(knex, record))) };
	},
};

const ABOUT_WHOM = ['about', 'complained_of', 'manager_email'];

/** The account of the manager whom a complaint names, of the Mentee's own Supplier. */
export async function managerOf(knex: Knex, { mentee, manager_email }: Row): Promise<string | null> {
	if (typeof manager_email !== 'string' || manager_email.trim() === '') return null;
	const person = await knex('mentees')
		.where({ id: uuidIn(mentee) ?? null })
		.first('supplier');
	return managerWithEmail(knex, person?.supplier, manager_email);
}

/** Whoever else types for a Peer Mentor types for the one whose referral it is; a file says nothing of who it was. */
async function deciderOf(knex: Knex, record: Row, { mentor, typed }: Writer): Promise<string | null> {
	const [referral, mentee] = [uuidIn(record.referral), uuidIn(record.mentee)];
	if (mentor !== null || !typed) return mentor;
	const [table, id] = mentee ? ['mentees', mentee] : ['referrals', referral];
	return id ? ((await knex(table).where({ id }).first('peer_mentor'))?.peer_mentor ?? null) : null;
}

async function contractOf(knex: Knex, record: Row): Promise<StoredContract> {
	return (await readContracts(knex, [uuidIn(record.contract) as string]))[0] as StoredContract;
}

async function holidaysOf(knex: Knex, { calendar }: StoredContract) {
	return holidayReader(knex)(calendar);
}
