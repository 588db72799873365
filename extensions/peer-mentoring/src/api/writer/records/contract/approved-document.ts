import { wordsStay } from '../../../../domain/contract/approved-documents.ts';
import { today } from '../../../../clock/today.ts';
import { dayOf } from '../../../../storage/database/day-columns.ts';
import { refusal } from '../../../shared/errors.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';

const DOCUMENTS = 'approved_documents';

/** Words that somebody has decided upon stay (2.26, 2.28). */
export async function refuseOtherWords({ database }: WriteContext, record: Payload, written: Payload): Promise<void> {
	if (!('words' in written) || record.id === undefined) return;
	const before = await database(DOCUMENTS)
		.where({ id: record.id as string })
		.first('words', 'in_use_on');
	if (!before || before.words === (written.words ?? null)) return;
	const stay = wordsStay({ in_use_on: dayOf(before.in_use_on), words: before.words ?? null }, today());
	if (stay) throw refusal(DOCUMENTS, 'words', 'words_in_use');
}
