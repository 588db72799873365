import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyTemplate, discard, environment, freePort, root, type Copy } from '../support/platform.ts';
import { inTurn, type Bench, type Measurement } from './measurement.ts';

const PATIENCE = 120_000;

/** The second `npm start` against `directus start` on the same database, until each answers. */
export async function secondStart({ runs, database, tell }: Bench): Promise<Measurement[]> {
	const copy = await copyTemplate('reference', database);
	try {
		tell('starting and stopping, both ways');
		const times = await inTurn(
			runs,
			() => startAndStop(copy, [join(root, 'directus/bin/run.mjs'), 'start']),
			() => startAndStop(copy, [join(root, 'node_modules/directus/cli.js'), 'start']),
		);
		return [{ name: 'second npm start, against directus start', size: 'reference data', ...times }];
	} finally {
		await discard(copy);
	}
}

/** As the platform sets Directus up; a bare start reads it from its environment. */
const BARE = {
	EXTENSIONS_PATH: join(root, 'extensions'),
	SECRET: 'of-a-measurement-that-is-over-in-a-minute',
	DB_EXCLUDE_TABLES: 'platform_state',
	TELEMETRY: 'false',
	HOST: '127.0.0.1',
};

async function startAndStop(copy: Copy, command: string[]): Promise<void> {
	const port = String(await freePort());
	const sqlite = { DB_CLIENT: 'sqlite3', DB_FILENAME: join(copy.data, 'database.sqlite') };
	const env = environment(copy, {
		...BARE,
		...(copy.database === 'sqlite' ? sqlite : {}),
		SEED: 'reference',
		PORT: port,
		PUBLIC_URL: `http://127.0.0.1:${port}`,
	});
	const child = spawn(process.execPath, command, { env, cwd: root, stdio: 'ignore' });
	const ended = new Promise<never>((_, failed) => {
		child.once('exit', (code) => failed(new Error(`${command.join(' ')} ended with ${code} instead of starting`)));
	});
	ended.catch(() => undefined);
	try {
		await Promise.race([answers(port), ended]);
	} finally {
		child.kill('SIGTERM');
		await Promise.race([ended.catch(() => undefined), sleep(5000)]);
		child.kill('SIGKILL');
	}
}

async function answers(port: string): Promise<void> {
	const last = performance.now() + PATIENCE;
	while (performance.now() < last) {
		const response = await fetch(`http://127.0.0.1:${port}/server/ping`).catch(() => undefined);
		if (response?.ok) return;
		await sleep(20);
	}
	throw new Error('The server did not answer within two minutes');
}
