import { today } from '../../../clock/today.ts';
import { ownEntries, readPeriodicReturns } from '../../../storage/returns/periodic-returns.ts';
import { readEntries } from '../../../storage/returns/periodic-entries.ts';
import { callerOf, mayTouch } from '../../shared/caller.ts';
import { NotYoursError, refusal } from '../../shared/errors.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { refuseChange, type WriteContext } from '../../shared/ownership.ts';
import type { Payload } from '../../shared/plain-record.ts';

const COLLECTION = 'periodic_returns';
/** What somebody writes; everything else is the platform's. */
const WRITTEN = ['nil_declared'];

/**
 * A nil declaration, or one that is taken back, with who declared it and when. Refused where there is something to
 * report, and once the return has been sent.
 * @returns what is written
 */
export async function declare(context: WriteContext, change: Payload, keys: readonly unknown[]): Promise<Payload> {
	const caller = await callerOf(context.database, context.accountability);
	for (const key of keys) {
		const row = await context
			.database(COLLECTION)
			.where({ id: uuidIn(key) ?? null })
			.first('contract', 'supplier');
		if (!row || !mayTouch(caller, row)) throw new NotYoursError();
		const returns = await readPeriodicReturns(context.database, row.contract);
		const own = returns.find(({ id }) => id === key);
		if (!own) throw new NotYoursError();
		refuseChange(
			COLLECTION,
			change,
			Object.keys(change).filter((field) => !WRITTEN.includes(field)),
		);
		if (own.sent_at !== null) throw refusal(COLLECTION, 'nil_declared', 'return_sent', { month: own.month });
		if (!change.nil_declared) continue;
		const reported = ownEntries(await readEntries(context.database, own.contract, own.kind, returns), own.id);
		if (reported.length > 0) {
			throw refusal(COLLECTION, 'nil_declared', 'nil_contradicted', { count: reported.length });
		}
	}
	if (!('nil_declared' in change)) return change;
	return change.nil_declared
		? { ...change, declared_by: caller.user, declared_on: today() }
		: { ...change, nil_declared: false, declared_by: null, declared_on: null };
}
