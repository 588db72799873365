import { directus, type Knex, type Snapshot } from '../directus.ts';
import type { Chosen, Settled } from '../three-ways/entries.ts';
import type { Pushed } from '../three-ways/pushed.ts';
import type { Lists } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { knownLists } from '../code-lists.ts';
import { expandChoices, type CompositeIndex, type Model } from './model-file.ts';
import { makePlan, type Plan } from './plan.ts';
import { reconcileModel } from './three-ways.ts';

/** What brings the database to the model, and what was settled between Studio and file on the way. */
export interface ModelPlan {
	plan: Plan;
	settled: Settled & { indexes: readonly CompositeIndex[] };
}

/** What differs between the file's model and the database's, whoever changed it. */
export async function compareModel(file: Model, current: Snapshot): Promise<Plan> {
	const { default: database, getDatabaseClient } = await directus('database/index');
	const knex = database();
	return makePlan(withChoices(file, current, await knownLists(knex)), current, getDatabaseClient(knex), knex);
}

/** Reads the database's model and compares it with the file's and with what the last push wrote. Changes nothing. */
export async function planModel(file: Model, before: Pushed, choiceOf: Chosen): Promise<ModelPlan> {
	const { default: database, getDatabaseClient } = await directus('database/index');
	const knex = database();
	const current = await currentModel();
	const { model, settled } = reconcileModel(file, current, before, choiceOf);
	const whole = withChoices(model, current, await knownLists(knex));
	const plan = await makePlan(whole, current, getDatabaseClient(knex), knex);
	return { plan, settled: { ...settled, indexes: model.indexes } };
}

/** The model with the choices of every list that it names. */
function withChoices(model: Model, current: Snapshot, lists: Lists): Model {
	const nameOf = ({ collection, field }: { collection: string; field: string }) => `${collection}.${field}`;
	const there = new Map(current.fields.map((field) => [nameOf(field), field]));
	return { ...model, fields: model.fields.map((field) => expandChoices(field, there.get(nameOf(field)), lists)) };
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
 * Carries a plan out, in one transaction, and makes the composite indexes.
 * Throws, having changed nothing, where that would lose data.
 */
export async function applyPlan(plan: Plan, indexes: readonly CompositeIndex[]): Promise<void> {
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
	for (const index of indexes) await createIndex(knex, index);
}

async function createIndex(knex: Knex, { name, collection, fields, unique }: CompositeIndex): Promise<void> {
	const columns = fields.map(() => '??').join(', ');
	await knex.raw(`create ${unique ? 'unique ' : ''}index if not exists ?? on ?? (${columns})`, [
		name,
		collection,
		...fields,
	]);
}
