/** Takes everything personal out of the rows of one person, for good (2.25). */
import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { erasedValue } from '../../domain/privacy/erasure.ts';
import { PERSON } from '../../domain/privacy/personal-data.ts';
import { isSqlite } from '../database/day-columns.ts';
import { personIn } from '../privacy/known-people.ts';
import { forgetAnswers } from '../journey/import-jobs.ts';
import { forgetLeftOut } from '../privacy/left-out-rows.ts';
import { familyIn, fileFields, personalFields, rowsOfPerson, type Overview } from '../privacy/personal-data.ts';
import { deleteCopies, forgetSearches, renameInTraces } from '../platform/traces.ts';
import { changeLawfully, erasureOf } from '../platform/trail/change-lawfully.ts';
import { dropRestricted } from '../returns/plan-samples.ts';

/**
 * Empties every personal field of the person's rows and every copy of them that Directus keeps. To be called in a
 * transaction: all of it happens, or nothing.
 * @returns how many rows of the person were there
 */
export function erasePerson(knex: Knex, overview: Overview, referral: string): Promise<number> {
	return changeLawfully(knex, erasureOf(referral), () => erase(knex, overview, referral));
}

async function erase(knex: Knex, overview: Overview, referral: string): Promise<number> {
	const links = familyIn(overview);
	// SQLite overwrites what it frees where it is told to; PostgreSQL locks, so that nobody settles this record meanwhile.
	if (isSqlite(knex)) await knex.raw('pragma secure_delete = on');
	else await knex(PERSON).where({ id: referral }).forUpdate().select('id');
	const rows = await rowsOfPerson(knex, links, referral);
	const fieldsOf = await personalFields(knex, overview);
	const { reference } = await knex(PERSON).where({ id: referral }).first('reference');
	await forgetLeftOut(knex, await personIn(knex, referral));
	await forgetAnswers(knex);
	const newReference = meaninglessReference();
	for (const [collection, keys] of rows) {
		const fields = fieldsOf(collection);
		const restricted = 'restricted' in (overview.collections[collection]?.fields ?? {}) ? { restricted: true } : {};
		const key = overview.collections[collection]?.primary ?? 'id';
		for (const row of await knex(collection).whereIn(key, keys)) {
			const empty = Object.fromEntries(
				fields.map(({ field, ...kind }) => [field, erasedValue({ name: field, ...kind }, row[field], newReference)]),
			);
			const files = Object.fromEntries(fileFields(overview, collection).map((field) => [field, null]));
			const change = { ...empty, ...files, ...restricted };
			if (Object.keys(change).length > 0) await knex(collection).where(key, row[key]).update(change);
		}
	}
	const parents = new Set(links.map(({ parent }) => parent));
	await deleteCopies(
		knex,
		rows,
		[...parents].flatMap((parent) => rows.get(parent) ?? []),
	);
	await forgetSearches(knex, [...rows.keys()]);
	if (reference) {
		await renameInTraces(knex, reference, newReference);
		await knex('access_log').where({ subject: reference }).update({ subject: newReference });
	}
	await dropRestricted(knex, [referral]);
	return [...rows.values()].flat().length;
}

/** As long as an ordinary one, and nobody has it on paper. */
function meaninglessReference(): string {
	return `E-${randomBytes(5).toString('hex').toUpperCase()}`;
}
