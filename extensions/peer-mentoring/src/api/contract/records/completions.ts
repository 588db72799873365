import type { Knex } from 'knex';
import type { CalendarDay } from '../../../domain/calendar/calendar-day.ts';
import { fteOf } from '../../../domain/people/fte.ts';
import { informationDueOn } from '../../../domain/contract/information-requests.ts';
import { amendmentDueOn, planDueOn } from '../../../domain/contract/milestones.ts';
import { readContracts, type StoredContract } from '../../../storage/contract/contracts.ts';
import { today } from '../../../clock/today.ts';
import { dayOf } from '../../../storage/database/day-columns.ts';
import { readHolidays } from '../../../storage/calendar/holidays.ts';
import { attendanceAtOffice } from '../../shared/attendance.ts';
import { RecordRefused, refusal } from '../../shared/errors.ts';
import { keyIn, uuidIn } from '../../shared/keys.ts';
import { mentorProblems } from '../../shared/named-mentor.ts';
import type { Payload } from '../../shared/plain-record.ts';
import { checkAssignment } from './assignment.ts';
import type { WriteContext } from '../../shared/ownership.ts';
import { completeImplementationCosts } from './implementation-costs.ts';
import { checkInvoice, fillInvoice } from './invoice.ts';
import { prepareDraw } from './plan-sample-draw.ts';
import { prepareSample } from './sample-request.ts';

/** What the platform adds to a collection's records, and holds them against, beside the rules of a single record. */
export interface Completion {
	/** Fields that nobody writes but the platform. */
	fixed?: readonly string[];
	/** What is filled in where it was left empty, before any rule is asked. */
	prepare?: (context: WriteContext, record: Payload) => Promise<Payload>;
	/**
	 * @param record as it would become
	 * @param written what is being written of it
	 * @returns what is written along
	 */
	complete?: (context: WriteContext, record: Payload, written: Payload) => Promise<Payload>;
}

const RECORDED = ['date_created', 'date_updated'];

export const COMPLETIONS: Readonly<Record<string, Completion>> = {
	fte_assignments: {
		fixed: ['cpa', 'fte'],
		complete: async (context, record) => ({
			cpa: await checkAssignment(context, record),
			fte: fteOf(Number(record.weekly_hours)),
		}),
	},
	evaluation_participation: {
		complete: async ({ database }, record) => {
			const problems = await mentorProblems(database, record, 'peer_mentor');
			if (problems.length > 0) throw new RecordRefused('evaluation_participation', problems);
			return {};
		},
	},
	fte_assignments_offices: { complete: checkOffice },
	office_visits: { complete: checkVisit },
	implementation_plans: {
		fixed: ['version', 'due_on', 'working_days_due_on', 'amendment_due_on'],
		complete: completePlan,
	},
	implementation_costs: { fixed: ['advise_by'], complete: completeImplementationCosts },
	information_requests: { fixed: ['due_given'], complete: completeRequest },
	milestones: { fixed: ['milestone', 'due_on', 'status'] },
	// When an entry was recorded decides which return reports it.
	spend_entries: { fixed: RECORDED },
	cost_register_entries: { fixed: ['document', ...RECORDED] },
	ipr_log_entries: { fixed: ['document', ...RECORDED] },
	invoices: { fixed: ['document'], prepare: fillInvoice, complete: checkInvoice },
	mi_returns: { fixed: ['month', 'due_on', 'status', 'submitted_at', 'submitted_by', 'sha256', 'figures', 'late'] },
	performance_improvement_plans: {
		fixed: ['critical', 'missed_again'],
		complete: async (_context, record) =>
			record.status === 'completed' && dayOf(record.closed_on) === null ? { closed_on: today() } : {},
	},
	plan_sample_draws: {
		fixed: ['drawn_on', 'sample_size', 'drawn_from', 'seed', 'areas', 'plan_samples'],
		complete: prepareDraw,
	},
	sample_requests: {
		fixed: ['seed', 'drawn_from'],
		complete: prepareSample,
	},
};

/** A dedicated office is one of the assignment's delivery area (1.20, 2.11). */
async function checkOffice({ database }: WriteContext, record: Payload): Promise<Payload> {
	const office = keyIn(record.jobcentre_office) ?? '';
	const fitting = await database('jobcentre_offices as office')
		.join('fte_assignments as assignment', 'assignment.delivery_area', 'office.delivery_area')
		.where({ 'office.id': office, 'assignment.id': uuidIn(record.fte_assignment) ?? null })
		.first('office.id');
	if (!fitting) throw refusal('fte_assignments_offices', 'jobcentre_office', 'office_not_in_area');
	return {};
}

/** 1.11: a visit lies within the opening hours of the office. */
async function checkVisit({ database }: WriteContext, record: Payload): Promise<Payload> {
	const fields = { day: 'visited_on', from: 'arrived_at', to: 'left_at' };
	const problems = await attendanceAtOffice(database, record, 'jobcentre_office', fields);
	if (problems.length > 0) throw new RecordRefused('office_visits', problems);
	return {};
}

async function contractOf(knex: Knex, record: Payload): Promise<StoredContract> {
	return (await readContracts(knex, [uuidIn(record.contract) as string]))[0] as StoredContract;
}

/** Versions are counted; due days follow from the Call-Off Start Date and the Buyer's requests (2.25, 2.29). */
async function completePlan({ database }: WriteContext, record: Payload): Promise<Payload> {
	const contract = await contractOf(database, record);
	const { days, workingDays } = planDueOn(contract.start_date, await readHolidays(database, contract.calendar));
	const requested = dayOf(record.amendment_requested_on);
	const last = await database('implementation_plans')
		.where({ contract: contract.id })
		.max({ version: 'version' })
		.first();
	return {
		version: record.version ?? Number(last?.version ?? 0) + 1,
		due_on: days,
		working_days_due_on: workingDays,
		amendment_due_on: requested && amendmentDueOn(requested),
	};
}

/** A due day that nobody gives is worked out, where there is one to work out (5.2, 3.14). */
async function completeRequest({ database }: WriteContext, record: Payload, written: Payload): Promise<Payload> {
	// Whether somebody has given it decides whether a change of holidays may move it.
	if (dayOf(record.due_on) !== null) return 'due_on' in written ? { due_given: true } : {};
	const { calendar } = await contractOf(database, record);
	const kind = record.kind as Parameters<typeof informationDueOn>[0];
	const requested = dayOf(record.requested_on) as CalendarDay;
	return { due_on: informationDueOn(kind, requested, await readHolidays(database, calendar)), due_given: false };
}
