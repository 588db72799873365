import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { Commands } from '../../support/commands.ts';
import { copyTemplate, discard, environment, root, type Copy } from '../../support/platform.ts';

interface Field {
	collection: string;
	field: string;
	type: string;
	meta: Record<string, unknown>;
	schema: Record<string, unknown> | null;
}
interface ModelFile {
	fields: Field[];
	relations: { collection: string; field: string }[];
}

let copy: Copy;
let modelFile: ModelFile;
beforeAll(async () => {
	modelFile = parse(readFileSync(join(root, 'schema-snapshot.yaml'), 'utf8'));
	copy = await copyTemplate('demo');
});
const commands = new Commands();
afterAll(async () => {
	await commands.close();
	await discard(copy);
});

/** Applies a changed model, or only plans one, as a start does. */
async function probe(change?: (model: ModelFile) => void, apply = false) {
	const path = join(copy.data, 'model.yaml');
	const model = structuredClone(modelFile);
	change?.(model);
	writeFileSync(path, stringify(model));
	const env = environment(copy, { SEED: 'demo', PROBE_MODEL: path, PROBE_APPLY: String(apply) });
	const { output } = await commands.run({ path: join(root, 'tests', 'support', 'probe.ts'), args: [], env });
	const answer = output.split('\n').find((line) => line.startsWith('{'));
	if (!answer) throw new Error(output);
	return JSON.parse(answer);
}

const fieldOf = (model: ModelFile, name: string) =>
	model.fields.find((each) => `${each.collection}.${each.field}` === name)!;

describe('the data model and the configuration', () => {
	it('are as the files say after the first start: a second one has nothing to do', async () => {
		expect(await probe()).toMatchObject({ model: [], refused: [], unknown: [], configuration: [] });
	});

	it('take a new field, a longer text, a new label and a new index, and are then again as the file says', async () => {
		const change = (model: ModelFile) => {
			const name = fieldOf(model, 'referrals.work_coach');
			model.fields.push({ ...name, field: 'second_work_coach' });
			name.schema = { ...name.schema, max_length: 300 };
			name.meta = { ...name.meta, translations: [{ language: 'en-GB', translation: 'Coach' }] };
			fieldOf(model, 'sessions.held_on').schema = { is_nullable: false, is_indexed: true };
		};
		const before = await probe(change);
		expect(before.model).toHaveLength(3);
		const after = await probe(change, true);
		expect(after).toMatchObject({ model: [], refused: [], referrals: before.referrals });
		expect(after.referrals).toBeGreaterThan(800);
	});

	it('leave alone what the file does not name: a column with data is never dropped', async () => {
		const without = (model: ModelFile) => {
			model.fields = model.fields.filter(({ collection, field }) => collection !== 'referrals' || field !== 'phone');
		};
		expect((await probe(without, true)).unknown).toContain('referrals.phone');
		expect((await probe()).model).not.toContain('referrals.phone: new');
	});

	it.each([
		['a shorter text', 'referrals.first_name', { max_length: 10, is_nullable: true }, 'string'],
		['a text that becomes a number', 'referrals.first_name', { is_nullable: true }, 'integer'],
		['a required column that has empty values', 'referrals.email', { max_length: 255, is_nullable: false }, 'string'],
	])('refuse %s and change nothing', async (_, name, schema, type) => {
		const change = (model: ModelFile) => Object.assign(fieldOf(model, name), { schema, type });
		const { refused, referrals } = await probe(change, true);
		expect(String(refused)).toContain(name);
		expect(referrals).toBeGreaterThan(800);
	});
});
