/** Prints, as one line of JSON, what applying the repository to the database of the environment would change. */
import { prepareEnvironment } from '../../directus/lib/environment.ts';

const { data } = prepareEnvironment();
const { prepareDatabase } = await import('../../directus/lib/boot.ts');
const knex = await prepareDatabase(data);
const { parseModel, MODEL_PATH } = await import('../../directus/lib/model/model-file.ts');
const { applyPlan, planModel } = await import('../../directus/lib/model/apply.ts');
const { planRows } = await import('../../directus/lib/config/sync.ts');
const { readPushed } = await import('../../directus/lib/three-ways/pushed.ts');
const { readConfiguration } = await import('../../directus/lib/config/files.ts');
const { readFileSync } = await import('node:fs');

const model = parseModel(readFileSync(process.env.PROBE_MODEL ?? MODEL_PATH, 'utf8'));
const pushed = await readPushed(knex);
const planned = () => planModel(model, pushed, () => undefined);
const apply = process.env.PROBE_APPLY === 'true';
let refused: string | null = null;
try {
	if (apply) {
		const { plan, settled } = await planned();
		await applyPlan(plan, settled.indexes);
	}
} catch (error) {
	refused = (error as Error).message;
}
const { plan } = await planned();
const { changes } = await planRows(readConfiguration(), pushed, () => undefined);
const rows = await knex('referrals').count({ number: '*' }).first();
console.log(
	JSON.stringify({
		model: plan.summary,
		refused: refused ?? plan.refused,
		unknown: plan.unknown,
		configuration: changes.map(({ label, action }) => ({ label, action })),
		referrals: Number(rows?.number),
	}),
);
process.exit(0);
