/** Photos of signatures: which plan names which. */
import type { Knex } from 'knex';
import { PHOTO } from '../../domain/journey/signature-photo.ts';

const PLANS = 'action_plans';

/** Whether any plan names this file as the photo of its signature. */
export async function isSignaturePhoto(knex: Knex, file: string): Promise<boolean> {
	return (await knex(PLANS).where(PHOTO, file).first('id')) !== undefined;
}

/** The photos of these plans, or of the plans of these Mentees or referrals; none of any other record. */
export async function photosUnder(knex: Knex, collection: string, keys: readonly unknown[]): Promise<string[]> {
	const column = { action_plans: 'plan.id', mentees: 'plan.mentee', referrals: 'mentee.referral' }[collection];
	if (column === undefined) return [];
	return knex(`${PLANS} as plan`)
		.join('mentees as mentee', 'mentee.id', 'plan.mentee')
		.whereIn(column, keys as string[])
		.whereNotNull(`plan.${PHOTO}`)
		.pluck(`plan.${PHOTO}`);
}
