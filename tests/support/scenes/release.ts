/** A contract with a caseload, whose returns are submitted by the writer itself. */
import type { Knex } from 'knex';
import {
	day,
	dayNumber,
	type CalendarMonth,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { PeriodicKind } from '../../../extensions/peer-mentoring/src/domain/returns/periodic/periodic.ts';
import { REPORT_PARTS } from '../../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import type { StoredContract } from '../../../extensions/peer-mentoring/src/storage/contract/contracts.ts';
import {
	submitReturn,
	type ReturnWorkbooks,
} from '../../../extensions/peer-mentoring/src/storage/writer/submission.ts';
import { readPmi } from '../../../extensions/peer-mentoring/src/storage/returns/pmi.ts';
import { insertContract } from '../caseloads/contract.ts';
import { addPerson } from '../caseloads/person.ts';
import { emptyCaseload, insertCaseload } from '../caseloads/rows.ts';
import { randomFrom } from '../../unit/support/random.ts';

const NIL: PeriodicKind[] = ['subcontractor_spend', 'sme_spend', 'contract_cost_register', 'ipr_log'];
const RECEIVED = { from: dayNumber(day('2023-10-02')), to: dayNumber(day('2024-05-15')) };

export async function insertToRelease(knex: Knex, people: number): Promise<StoredContract> {
	const random = randomFrom(20_240_630);
	const contract = await insertContract(knex, { random, reference: 'PM-RELEASE', cpas: [4, 5] });
	const caseload = emptyCaseload();
	for (let person = 0; person < people; person++) {
		addPerson(caseload, { random, contract, reference: `R-${person}`, received: RECEIVED, faults: 0, sessions: 12 });
	}
	await insertCaseload(knex, caseload);
	return contract;
}

/** Submits a month. @param between is done when everything is counted and nothing is written yet */
export async function submitMonth(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	{ between = async () => undefined, within = async () => undefined, reason = null }: Moments = {},
): Promise<void> {
	const file = { content: Buffer.from('A workbook'), template: null };
	const make: ReturnWorkbooks = {
		pmi: async () => (await between(), file),
		periodic: async () => (await within(), file),
	};
	const narrative = { report: {}, nothing: [...REPORT_PARTS] };
	const codes = new Set((await readPmi(knex, contract, month)).exceptions.map(({ code }) => code));
	const acknowledged = [...codes].map((code) => ({ code, reason: 'As it is on record' }));
	const submission = { user: null, now: new Date(), nil: NIL, acknowledged, narrative, reason };
	await submitReturn(knex, contract, month, submission, make);
}

interface Moments {
	between?: () => Promise<unknown>;
	/** Is done within the transaction, in a month with which quarterly returns go. */
	within?: () => Promise<unknown>;
	reason?: string | null;
}
