/** A first start that is killed is completed by the next, whatever it was doing. */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { blankCopy } from '../../support/copies.ts';
import { discard, environment, root, type Copy } from '../../support/platform.ts';
import { everyTable } from '../../support/tables.ts';

const TIME = 300_000;
const isLong = process.env.TEST_LONG === 'true';

let copy: Copy;
afterEach(() => discard(copy));

interface Start {
	status: number | null;
	output: string;
}

/** A first start up to the moment when it would serve. @param until kills it when it has printed this, or so much later */
function start(until?: { said: string; after?: number }): Promise<Start> {
	const script = join(root, 'tests/support/prepare.ts');
	const child = spawn(process.execPath, [script], { env: environment(copy, { SEED: 'demo' }), cwd: root });
	let output = '';
	let doomed = false;
	const hear = (chunk: Buffer) => {
		output += chunk.toString();
		if (doomed || until === undefined || !output.includes(until.said)) return;
		doomed = true;
		void wait(until.after ?? 0).then(() => child.kill('SIGKILL'));
	};
	child.stdout.on('data', hear);
	child.stderr.on('data', hear);
	return new Promise((done) => child.on('close', (status) => done({ status, output })));
}

/** Everything is there once. */
async function expectWhole(): Promise<void> {
	const tables = await everyTable(environment(copy, {}));
	const rows = (table: string, word = '') => (tables.get(table) ?? []).filter((row) => row.includes(word)).length;
	expect(rows('directus_users', 'mentor1@example.org')).toBe(1);
	expect(rows('directus_users', '"admin@example.org"')).toBe(1);
	expect(rows('call_off_contracts')).toBe(3);
	expect(rows('mi_return_versions')).toBeGreaterThan(20);
	expect(rows('platform_state', 'unfinished')).toBe(0);
}

const moments = [
	...(isLong ? [{ said: 'creating the database' }, { said: 'applying the data model', after: 400 }] : []),
	...(isLong ? [{ said: 'applying roles', after: 200 }, { said: 'loading the reference data' }] : []),
	{ said: 'loading the demo data', after: 3000 },
	...(isLong
		? Array.from({ length: 8 }, () => ({ said: 'creating the database', after: randomInt(500, 25_000) }))
		: []),
];

it.each(moments)(
	'killed $after ms after "$said", it is begun again and completed',
	async (moment) => {
		copy = await blankCopy();
		const first = await start(moment);
		const second = await start();
		expect([second.status, second.output]).toEqual([0, expect.any(String)]);
		if (first.status === null) expect(second.output).toContain('the first start was interrupted');
		await expectWhole();
	},
	TIME,
);
