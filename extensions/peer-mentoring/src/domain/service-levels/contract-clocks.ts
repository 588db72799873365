import { addMonths, firstDay, type CalendarDay, type CalendarMonth } from '../calendar/calendar-day.ts';
import { clockFrom, type Clock } from './clock.ts';
import type { CodeOf } from '../language/code-lists.ts';
import { invoicesBy } from '../money/last-invoice-day.ts';
import { pmiProvidedOn } from '../contract/pmi-due.ts';
import { planDueOn, type ContractCalendar } from '../contract/milestones.ts';
import type { Holidays } from '../calendar/working-days.ts';

/** What a Call-Off Contract's own records say of its deadlines. Keys are those of the records. */
export interface ContractRecords {
	contract: ContractCalendar & { id: string; invoices_by: CalendarDay | null };
	milestones: readonly {
		id: string;
		milestone: CodeOf<'milestone'>;
		due_on: CalendarDay | null;
		met_on: CalendarDay | null;
	}[];
	/** Versions of the Implementation Plan, in order. */
	plans: readonly ImplementationPlan[];
	requests: readonly {
		id: string;
		kind: CodeOf<'information_request_kind'>;
		requested_on: CalendarDay;
		due_on: CalendarDay | null;
		answered_on: CalendarDay | null;
	}[];
	returns: readonly {
		id: string;
		month: CalendarMonth;
		due_on: CalendarDay;
		/** The day the PMI came in complete; what is incomplete is not taken. */
		submitted_on: CalendarDay | null;
		/** The day it was sent through Jaggaer, as far as that is on record. */
		sent_on: CalendarDay | null;
		tracker_sent_on: CalendarDay | null;
	}[];
	/** Versions of documents that the Buyer approves. */
	documents: readonly ApprovedDocument[];
	/** The day the last invoice was sent, once every payment that can be claimed is; `null` until then. */
	invoiced_on: CalendarDay | null;
}

interface ApprovedDocument {
	id: string;
	kind: CodeOf<'approved_document_kind'>;
	language: CodeOf<'language'> | null;
	approved_on: CalendarDay | null;
	review_on: CalendarDay | null;
	reviewed_on: CalendarDay | null;
}

interface ImplementationPlan {
	id: string;
	version: number;
	submitted_on: CalendarDay | null;
	amendment_requested_on: CalendarDay | null;
	amendment_due_on: CalendarDay | null;
}

/** A clock of the contract itself and the record that it runs for. */
export interface ContractClock extends Clock {
	subject: string;
}

/** The contract's own deadlines that its records give (2.25, 2.29, 2.30, 3.4, 3.14, 5.2, 5.4), as they stand today. */
export function contractClocks(records: ContractRecords, holidays: Holidays, today: CalendarDay): ContractClock[] {
	const { contract } = records;
	const { id: subject, start_date: started_on } = contract;
	const plan = {
		started_on,
		due_on: planDueOn(started_on, contract.terms, holidays).days,
		met_on: records.plans.find(({ submitted_on }) => submitted_on !== null)?.submitted_on ?? null,
	};
	const lastInvoice = invoicesBy(contract);
	const { invoiced_on: met_on } = records;
	return [
		...milestoneClocks(records, today),
		{ subject, ...clockFrom('implementation_plan', plan, today) },
		...amendmentClocks(records.plans, today),
		...requestClocks(records, today),
		...reviewClocks(records, today),
		...returnClocks(records, today),
		...(lastInvoice === null
			? []
			: [{ subject, ...clockFrom('invoices', { started_on, due_on: lastInvoice, met_on }, today) }]),
	];
}

function milestoneClocks({ contract, milestones }: ContractRecords, today: CalendarDay): ContractClock[] {
	return milestones.flatMap(({ id, milestone, due_on, met_on }) =>
		due_on === null
			? []
			: [
					{
						subject: id,
						...clockFrom(`milestone_${milestone}`, { started_on: contract.start_date, due_on, met_on }, today),
					},
				],
	);
}

/** The plan is amended with the next version that is submitted after the request (2.25). */
function amendmentClocks(plans: readonly ImplementationPlan[], today: CalendarDay): ContractClock[] {
	return plans.flatMap(({ id, version, amendment_requested_on: started_on, amendment_due_on: due_on }) => {
		if (started_on === null || due_on === null) return [];
		const next = plans.find((each) => each.version > version && each.submitted_on !== null);
		return [
			{
				subject: id,
				...clockFrom('plan_amendment', { started_on, due_on, met_on: next?.submitted_on ?? null }, today),
			},
		];
	});
}

function requestClocks({ requests }: ContractRecords, today: CalendarDay): ContractClock[] {
	return requests.flatMap(({ id, kind, requested_on: started_on, due_on, answered_on: met_on }) =>
		due_on === null ? [] : [{ subject: id, ...clockFrom(`request_${kind}`, { started_on, due_on, met_on }, today) }],
	);
}

/**
 * An approved document is reviewed by its day, from its approval or its last review on (5.4); a version of it that is
 * approved later puts an end to that.
 */
function reviewClocks({ documents }: ContractRecords, today: CalendarDay): ContractClock[] {
	return documents.flatMap(({ id, kind, language, approved_on, review_on: due_on, reviewed_on }) => {
		if (approved_on === null || due_on === null) return [];
		const [next] = documents
			.filter((each) => each.kind === kind && each.language === language)
			.flatMap((each) => (each.approved_on !== null && each.approved_on > approved_on ? [each.approved_on] : []))
			.sort();
		const days = { started_on: reviewed_on ?? approved_on, due_on, met_on: next ?? null };
		return [{ subject: id, ...clockFrom('document_review', days, today) }];
	});
}

/** PMI and Mentee Tracker of a month: two returns, due on the same day, counted in the month that they report (3.4). */
function returnClocks({ returns }: ContractRecords, today: CalendarDay): ContractClock[] {
	return returns.flatMap(({ id: subject, month, due_on, tracker_sent_on, ...pmi }) => {
		const days = { started_on: firstDay(addMonths(month, 1)), due_on, month };
		return [
			{ subject, ...clockFrom('pmi', { ...days, met_on: pmiProvidedOn(pmi) }, today) },
			{ subject, ...clockFrom('mentee_tracker', { ...days, met_on: tracker_sent_on }, today) },
		];
	});
}
