import { directus, type Knex, type Snapshot } from '../directus.ts';
import type { CompositeIndex, Model } from './model-file.ts';
import { makePlan, type Plan } from './plan.ts';

/** Reads the database's model and compares it with the file's. Changes nothing. */
export async function planModel(model: Model): Promise<Plan> {
	const { default: database, getDatabaseClient } = await directus('database/index');
	const knex = database();
	return makePlan(model, await currentModel(), getDatabaseClient(knex), knex);
}

/** The data model as the database has it now. */
export async function currentModel(): Promise<Snapshot> {
	const { default: database } = await directus('database/index');
	const { getSchema } = await directus('utils/get-schema');
	const { getSnapshot } = await directus('utils/get-snapshot');
	const knex = database();
	return getSnapshot({ database: knex, schema: await getSchema({ database: knex, bypassCache: true }) });
}

/**
 * Brings the database to the model of the file, in one transaction, and makes the composite indexes.
 * Throws, having changed nothing, where that would lose data.
 * @returns the plan that was carried out
 */
export async function applyModel(model: Model): Promise<Plan> {
	const plan = await planModel(model);
	if (plan.refused.length > 0) {
		throw new Error(`The data model was not applied, because data could be lost:\n  ${plan.refused.join('\n  ')}`);
	}
	const { default: database } = await directus('database/index');
	const knex = database();
	if (plan.summary.length > 0) {
		const { applyDiff } = await directus('utils/apply-diff');
		const { getSchema } = await directus('utils/get-schema');
		const { flushCaches } = await directus('cache');
		await applyDiff(plan.base, plan.diff, {
			database: knex,
			schema: await getSchema({ database: knex, bypassCache: true }),
		});
		await flushCaches(true);
	}
	for (const index of model.indexes) await createIndex(knex, index);
	return plan;
}

async function createIndex(knex: Knex, { name, collection, fields, unique }: CompositeIndex): Promise<void> {
	const columns = fields.map(() => '??').join(', ');
	await knex.raw(`create ${unique ? 'unique ' : ''}index if not exists ?? on ?? (${columns})`, [
		name,
		collection,
		...fields,
	]);
}
