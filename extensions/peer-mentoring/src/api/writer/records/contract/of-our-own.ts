/** What a Supplier's managers set up for their own people: reminders, and texts under the fields of forms. */
import { ownReminderProblems } from '../../../../domain/service-levels/own-reminders.ts';
import type { Problem } from '../../../../domain/problems.ts';
import { lockInOrder } from '../../../../storage/database/locks.ts';
import { uuidIn } from '../../../../storage/database/keys.ts';
import { isHelpTextThere, isPlace } from '../../../../storage/platform/help-texts.ts';
import { RecordRefused, refusal } from '../../../shared/errors.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import { jsonIn, plainRecord, type Payload } from '../../../shared/plain-record.ts';

export async function refuseOwnReminder({ database: knex }: WriteContext, record: Payload): Promise<void> {
	const problems: Problem[] = ownReminderProblems({
		...plainRecord(record),
		recipients: jsonIn(record.recipients),
		clocks: jsonIn(record.clocks),
	});
	const contract = uuidIn(record.contract);
	if (contract !== undefined) {
		const own = { id: contract, supplier: uuidIn(record.supplier) ?? null };
		if (!(await knex('call_off_contracts').where(own).first('id'))) {
			problems.push({ field: 'contract', code: 'reminder_contract' });
		}
	}
	if (problems.length > 0) throw new RecordRefused('own_reminders', problems);
}

/** One text for each field, and so no one place for several texts. */
export async function refuseHelpText(
	{ database: knex }: WriteContext,
	{ id, ...record }: Payload,
	written: Payload,
	several = false,
): Promise<void> {
	const place = String(record.place ?? '');
	const supplier = uuidIn(record.supplier);
	// Whose it is cannot be left empty, nor be changed by a manager: both are refused as of any record.
	if (supplier === undefined) return;
	await lockInOrder(knex, 'record', [`help_texts ${supplier}`]);
	if (!(await isPlace(knex, place))) throw refusal('help_texts', 'place', 'help_text_place');
	const moves = several && 'place' in written;
	if (moves || (await isHelpTextThere(knex, { id, supplier, place })))
		throw refusal('help_texts', 'place', 'help_text_there');
}
