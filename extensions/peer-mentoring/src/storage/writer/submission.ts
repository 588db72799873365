import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay, CalendarMonth } from '../../domain/calendar/calendar-day.ts';
import { DEFINITIONS_VERSION } from '../../domain/returns/pmi/definitions-version.ts';
import { unreported } from '../../domain/returns/pmi/report.ts';
import type { PeriodicKind } from '../../domain/returns/periodic/periodic.ts';
import type { PeriodicReport } from '../../domain/returns/periodic/periodic-report.ts';
import type { Acknowledgement, MissingPart, PeriodicPart } from '../../domain/returns/submission/completeness.ts';
import { missingParts } from '../../domain/returns/submission/completeness.ts';
import { differences, type Difference } from '../../domain/returns/submission/differences.ts';
import { today as dayAt } from '../../clock/today.ts';
import { withoutReferences, type PmiReturn } from '../../workbook/pmi-return.ts';
import { settleContracts } from './contract-records.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { signatureOf } from '../platform/accounts.ts';
import { isSqlite, momentColumn } from '../database/day-columns.ts';
import { inSnapshot } from '../database/snapshot.ts';
import { packRecords } from '../returns/frozen-records.ts';
import { keepFile, sha256Of } from '../returns/kept-files.ts';
import { settlePayments } from '../money/payments.ts';
import { readPeriodicReport } from '../returns/periodic-report.ts';
import {
	countPeople,
	releaseFigures,
	takeBackFigures,
	type CountedPeople,
} from '../returns/figures/released-figures.ts';
import { declareNil, periodicPartsOf } from '../returns/periodic-returns.ts';
import { readNarrative, withSaid, type Narrative, type NarrativeSaid } from '../returns/narrative.ts';
import { readWholePmi } from '../returns/pmi.ts';
import { returnVersion } from '../returns/return-versions.ts';
import { releaseAgain } from '../service-levels/released-results.ts';
import { settleReturns } from '../returns/returns.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What whoever submits a return says along with it. */
export interface Submission {
	user: string | null;
	now: Date;
	acknowledged: readonly Acknowledgement[];
	/** Parts that they declare there is nothing to report of. */
	nil: readonly PeriodicKind[];
	/** The narrative, as far as it is typed and not saved, and parts of it of which there is nothing (2.25). */
	narrative: NarrativeSaid;
	/** Why the return is submitted again. */
	reason: string | null;
}

/** The workbook of a return, as it will be sent. */
export interface ReturnFile {
	content: Buffer;
	/** The version of the Buyer's template that it is made on; `null` for the built-in one. */
	template: string | null;
}

/** Makes the workbooks of a return from what it says. */
export interface ReturnWorkbooks {
	pmi: (pmi: PmiReturn) => Promise<ReturnFile>;
	/** Called within the transaction: it asks the database for nothing. */
	periodic: (report: PeriodicReport) => Promise<ReturnFile>;
}

export interface Submitted {
	version: number;
	sha256: string;
	bytes: number;
	submitted_at: string;
	late: boolean;
	differences: Difference[];
}

/** A return that cannot be submitted as it is. */
export class NotSubmitted extends Error {
	readonly why: 'incomplete' | 'no_return' | 'unchanged' | 'reason_missing' | 'overtaken';
	readonly missing: readonly MissingPart[];

	constructor(why: NotSubmitted['why'], missing: readonly MissingPart[] = []) {
		super(why);
		this.why = why;
		this.missing = missing;
	}
}

/** What a month's return lacks now, given what would be said along with it (3.3, 3.4, 3.8). */
export async function returnLacks(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	{ now, acknowledged, nil, narrative }: Pick<Submission, 'now' | 'acknowledged' | 'nil' | 'narrative'>,
	exceptions: PmiReturn['exceptions'],
): Promise<MissingPart[]> {
	const parts: PeriodicPart[] = (await periodicPartsOf(knex, contract.id, month)).map(({ kind, ready }) => ({
		kind,
		ready: ready || nil.includes(kind),
	}));
	const { report, nothing } = withSaid(await readNarrative(knex, contract.id, month), narrative);
	const unwritten = unreported(report, nothing);
	return missingParts(month, dayAt(now), { exceptions, parts, unwritten }, acknowledged);
}

/**
 * Submits the return of a month: freezes its figures, the records behind them and its file, with the SHA-256, the time
 * and the person (3.4). The first complete submission decides whether it was on time and releases the 20% line (4.5);
 * submitting it again is a correction, a version of its own that says what has changed.
 * @param make makes the workbooks that are sent
 * @param follow brings up to date what follows from a first submission; whoever submits many does it once, after them
 * @throws NotSubmitted where it is incomplete, or there is nothing to correct; then nothing has changed
 */
export async function submitReturn(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	submission: Submission,
	make: ReturnWorkbooks,
	follow?: (knex: Knex, contract: StoredContract, today: CalendarDay) => Promise<void>,
): Promise<Submitted> {
	const { user, now, reason, nil } = submission;
	await settleReturns(knex, [contract.id], dayAt(now));
	const head = await knex('mi_returns').where({ contract: contract.id, month }).first('id', 'late');
	if (!head) throw new NotSubmitted('no_return');
	// The return and what the Buyer's figures are counted from say the same moment. It takes long, and holds nobody up: what
	// is recorded meanwhile comes with the next submission.
	const { whole, missing, counted } = await inSnapshot(knex, async (snapshot) => {
		const whole = await readWholePmi(snapshot, contract, month, now);
		const missing = await returnLacks(snapshot, contract, month, submission, whole.contract.exceptions);
		const isCounted = missing.length === 0 && !follow;
		return {
			whole,
			missing,
			counted: isCounted ? await countPeople(snapshot, contract, month, dayAt(now)) : undefined,
		};
	});
	if (missing.length > 0) throw new NotSubmitted('incomplete', missing);

	const narrative = withSaid(await readNarrative(knex, contract.id, month), submission.narrative);
	const before = await returnVersion(knex, contract.id, month);
	const version = (before?.version ?? 0) + 1;
	const frozen = (pmi: PmiReturn) =>
		asSubmitted({ ...pmi, report: narrative.report }, version, submission.acknowledged);
	const figures = {
		contract: frozen(whole.contract),
		by_cpa: Object.fromEntries([...whole.by_cpa].map(([cpa, pmi]) => [cpa, frozen(pmi)])),
	};
	const changed = before ? differences(whatIsSaid(before.figures.contract), whatIsSaid(figures.contract)) : [];
	if (before && changed.length === 0) throw new NotSubmitted('unchanged');
	if (before && !reason?.trim()) throw new NotSubmitted('reason_missing');
	const { content, template } = await make.pmi(figures.contract);
	const records = await packRecords(whole.records);
	const late = dayAt(now) > whole.contract.due_on;

	await knex.transaction(async (transaction) => {
		await lock(transaction, head.id);
		if ((await returnVersion(transaction, contract.id, month))?.version !== before?.version) {
			throw new NotSubmitted('overtaken');
		}
		await writeNarrative(transaction, head.id, narrative);
		await declareNil(transaction, contract.id, month, nil, { user, today: dayAt(now) });
		const name = `PMI-${inFileName(contract)}-${month}-v${version}`;
		const file = await keepFile(transaction, `${name}.xlsx`, WORKBOOK, content);
		const behind = await keepFile(transaction, `${name}.json.gz`, 'application/gzip', records);
		await transaction('mi_return_versions').insert({
			id: randomUUID(),
			mi_return: head.id,
			contract: contract.id,
			supplier: contract.supplier,
			month,
			version,
			submitted_at: momentColumn(transaction, now),
			submitted_by: user,
			...(await signatureOf(transaction, user)),
			sha256: file.sha256,
			definitions: DEFINITIONS_VERSION,
			template,
			reason: before ? reason : null,
			differences: JSON.stringify(changed),
			acknowledged: JSON.stringify(figures.contract.acknowledged),
			figures: JSON.stringify(figures),
			file: file.id,
			records: behind.id,
		});
		await transaction('mi_returns').where({ id: head.id }).update({ awaits_sending: true });
		const takenBack = await takeBackFigures(transaction, contract.id);
		// Another submission that came between has counted later: this one then counts again.
		const people = counted?.after === takenBack ? counted : undefined;
		if (!before) {
			await transaction('mi_returns')
				.where({ id: head.id })
				.update({
					status: 'submitted',
					submitted_at: momentColumn(transaction, now),
					submitted_by: user,
					sha256: file.sha256,
					late,
					figures: JSON.stringify(figures.contract),
				});
			await (follow ?? settleWhatFollows)(transaction, contract, dayAt(now), people);
			await keepPeriodicFiles(transaction, contract, month, make);
		} else {
			await releaseAgain(transaction, contract.id, month);
			await releaseFigures(transaction, [contract.id], dayAt(now), people);
		}
	});
	return {
		version,
		sha256: sha256Of(content),
		bytes: content.length,
		submitted_at: now.toISOString(),
		// The first submission decides whether the return was on time.
		late: before ? Boolean(head.late) : late,
		differences: changed,
	};
}

/** Stores the narrative that a return is submitted with. */
async function writeNarrative(knex: Knex, id: string, { report, nothing }: Narrative): Promise<void> {
	await knex('mi_returns')
		.where({ id })
		.update({ ...report, nothing_to_report: JSON.stringify(nothing) });
}

/** The clocks, service levels, quarterly returns and payments of a contract. */
async function settleWhatFollows(
	knex: Knex,
	{ id }: StoredContract,
	today: CalendarDay,
	counted?: CountedPeople,
): Promise<void> {
	await settleContracts(knex, [id], today, counted);
	await settlePayments(knex, [id], today);
}

/** The quarterly and six-monthly returns that go with the month are kept as they are sent (3.8). */
async function keepPeriodicFiles(
	knex: Knex,
	contract: StoredContract,
	month: CalendarMonth,
	{ periodic }: ReturnWorkbooks,
): Promise<void> {
	const parts = await knex('periodic_returns').where({ contract: contract.id, month }).select('id', 'kind');
	for (const { id, kind } of parts) {
		const report = await readPeriodicReport(knex, contract, id);
		if (!report) continue;
		const { content, template } = await periodic(report);
		const file = await keepFile(knex, `${kind}-${inFileName(contract)}-${month}.xlsx`, WORKBOOK, content);
		await knex('periodic_returns')
			.where({ id })
			.update({ file: file.id, template, figures: JSON.stringify(report) });
	}
}

/** As it is sent: nobody's reference in it, and with each exception the reason why it is carried. */
function asSubmitted(pmi: PmiReturn, version: number, acknowledged: readonly Acknowledgement[]): PmiReturn {
	const kinds = Map.groupBy(pmi.exceptions, ({ code }) => code);
	return {
		...withoutReferences(pmi),
		status: 'submitted',
		version,
		acknowledged: acknowledged.flatMap(({ code, reason }) => {
			const records = kinds.get(code)?.length ?? 0;
			return records === 0 ? [] : [{ code, reason: reason.trim(), records }];
		}),
	};
}

/** What makes one submission of a month another than the one before it. */
function whatIsSaid({ measures, report, exceptions }: PmiReturn): object {
	return {
		...measures,
		report,
		exceptions: Object.fromEntries(exceptions.map(({ code, reference }) => [code, reference])),
	};
}

/** Two people must not both submit the same return. */
async function lock(knex: Knex, id: string): Promise<void> {
	if (!isSqlite(knex)) await knex('mi_returns').where({ id }).forUpdate().first('id');
}

function inFileName({ reference }: StoredContract): string {
	return reference.replace(/[^A-Za-z0-9-]+/g, '-');
}
