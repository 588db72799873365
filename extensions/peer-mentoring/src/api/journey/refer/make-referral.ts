import { createHash, randomUUID } from 'node:crypto';
import { isDirectusError } from '@directus/errors';
import type { Knex } from 'knex';
import type { Answers } from '../../../domain/journey/referral-form.ts';
import { today } from '../../../clock/today.ts';
import type { Sender } from './sender.ts';

/** What we use of Directus's service; made without accountability, it acts as the platform itself. */
export interface Creates {
	createOne(record: Record<string, unknown>): Promise<unknown>;
}

/** What the server refused, by the field of the form it belongs to; null where it belongs to none. */
export interface FieldMessage {
	field: string | null;
	message: string;
}

export class ReferralRefused extends Error {
	readonly problems: FieldMessage[];

	constructor(problems: FieldMessage[]) {
		super('refused');
		this.problems = problems;
	}
}

/**
 * Makes a referral through Directus, so that the rules for forms hold for it too, and answers its reference.
 * @param submission names one filled-in form: sending it twice, by a second click or a reload, makes one referral
 */
export async function makeReferral(
	knex: Knex,
	referrals: Creates,
	sender: Sender,
	answers: Answers,
	submission: string | undefined,
): Promise<string> {
	const id = submission === undefined ? randomUUID() : keyOf(sender, submission);
	const made = await referenceOf(knex, id);
	if (made) return made;
	try {
		await referrals.createOne(recordOf(id, sender, answers));
	} catch (error) {
		// Two clicks at once: the other one was quicker.
		const meanwhile = await referenceOf(knex, id);
		if (meanwhile) return meanwhile;
		throw refusalIn(error) ?? error;
	}
	return (await referenceOf(knex, id)) as string;
}

function recordOf(id: string, { origin, places }: Sender, answers: Answers): Record<string, unknown> {
	const { cpa, permission_obtained, ...texts } = answers;
	const given = Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text === '' ? null : text]));
	return {
		...given,
		id,
		cpa: Number(cpa),
		contract: places.areas.find((area) => area.cpa === Number(cpa))?.contract,
		permission_obtained: permission_obtained === 'true' ? true : null,
		received_on: today(),
		...origin,
	};
}

async function referenceOf(knex: Knex, id: string): Promise<string | undefined> {
	const row = await knex('referrals').where({ id }).first('reference');
	return row?.reference;
}

/** The same for the same form of the same sender, and for nobody else's: nobody can name a record of another's. */
function keyOf({ origin }: Sender, submission: string): string {
	const hash = createHash('sha256')
		.update(`${Object.values(origin)[0]} ${submission}`)
		.digest('hex');
	return hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The reasons in what the hooks threw, which may be one error or several; undefined for anything else. */
function refusalIn(error: unknown): ReferralRefused | undefined {
	const errors = Array.isArray(error) ? error : [error];
	const reasons = errors.filter((each) => isDirectusError(each) && each.code === 'FAILED_VALIDATION');
	if (reasons.length === 0 || reasons.length < errors.length) return undefined;
	return new ReferralRefused(reasons.map(({ message, extensions }) => ({ field: extensions?.field ?? null, message })));
}
