import { createError } from '@directus/errors';
import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import type { MissingPart } from '../../../domain/returns/submission/completeness.ts';
import { missingText, NOT_SUBMITTED } from '../../../domain/returns/submission/missing-texts.ts';
import type { NotSubmitted } from '../../../storage/writer/submission.ts';

/** The record that lacks something: where the Studio opens it. */
export interface Item {
	collection: string;
	id: string;
}

interface Lacking {
	reason: string;
	/** What is missing, by its code: an exception, or the part that is neither recorded nor declared nil. */
	missing: string;
	reference?: string;
	acknowledgeable?: boolean;
	item?: Item;
}

const ReturnIncompleteError = createError<Lacking>('RETURN_INCOMPLETE', ({ reason }) => reason, 400);
const NotSubmittedError = createError<{ reason: string }>('RETURN_NOT_SUBMITTED', ({ reason }) => reason, 400);
const NoReturnError = createError<{ reason: string }>('RETURN_NOT_FOUND', ({ reason }) => reason, 404);
const OvertakenError = createError<{ reason: string }>('RETURN_OVERTAKEN', ({ reason }) => reason, 409);

/** Why a return was not submitted, as errors in the caller's language: one for each thing that is missing. */
export async function errorsFor(knex: Knex, contract: string, { why, missing }: NotSubmitted, language: Language) {
	if (why === 'incomplete') {
		const lacking = await lackingParts(knex, contract, missing, language);
		return lacking.map((each) => new ReturnIncompleteError(each));
	}
	const reason = NOT_SUBMITTED[why][language];
	if (why === 'no_return') return [new NoReturnError({ reason })];
	return [why === 'overtaken' ? new OvertakenError({ reason }) : new NotSubmittedError({ reason })];
}

/** What the Buyer is told of a month that the Supplier has not submitted yet. */
export function notThereYet(language: Language) {
	return new NoReturnError({ reason: NOT_SUBMITTED.not_there_yet[language] });
}

/** What is missing, in words, each with the record to open. */
export async function lackingParts(
	knex: Knex,
	contract: string,
	missing: readonly MissingPart[],
	language: Language,
): Promise<Lacking[]> {
	const ids = await referralsOf(knex, contract, missing);
	return missing.map((part) => {
		const reason = missingText(part, language);
		if (part.code === 'not_reported') return { reason, missing: part.part };
		if (part.code !== 'exception') return { reason, missing: part.code === 'nil_not_declared' ? part.kind : part.code };
		const { exception, reference, acknowledgeable } = part;
		const id = ids.get(reference);
		const item = id === undefined ? {} : { item: { collection: 'referrals', id } };
		return { reason, missing: exception, reference, acknowledgeable, ...item };
	});
}

const BATCH = 500;

async function referralsOf(knex: Knex, contract: string, missing: readonly MissingPart[]) {
	const wanted = [...new Set(missing.flatMap((part) => (part.code === 'exception' ? [part.reference] : [])))];
	const ids = new Map<string, string>();
	for (let start = 0; start < wanted.length; start += BATCH) {
		const rows = await knex('referrals')
			.where({ contract })
			.whereIn('reference', wanted.slice(start, start + BATCH))
			.select('id', 'reference');
		for (const { id, reference } of rows) ids.set(reference, id);
	}
	return ids;
}
