/**
 * The servers of a lane. A start costs seconds of a core, so a server stays when a file of tests is done with it, and
 * the next file gets it with a database as fresh as one of its own would be.
 */
import type { ChildProcess } from 'node:child_process';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { signIn } from './client.ts';
import { copyTemplate, discard, refill } from './copies.ts';
import { ADMIN, environment, seedOf, type Copy, type Database, type Seed } from './environment.ts';
import { end, freePort, launch } from './launch.ts';
import { isAlive } from './templates.ts';

/** What a file of tests asks for. */
export interface Wish {
	seed: Seed;
	database: Database;
	/** More for the environment of the server: only who asks for the same shares one. */
	env: Record<string, string>;
}

/** What it gets. */
export interface Lease {
	url: string;
	copy: Copy;
	/** The environment that commands of the platform need to work on the same database. */
	env: NodeJS.ProcessEnv;
	pid: number;
	/** The file that holds what the server has printed since it was handed over. */
	log: string;
}

interface Running extends Lease {
	kind: string;
	process: ChildProcess;
	/** The process of the file of tests that has it now. */
	tester: number | undefined;
}

/** A server on a database of its own. */
export async function startServer({ seed, database, env: more }: Wish): Promise<Lease & { process: ChildProcess }> {
	const copy = await copyTemplate(seed, database);
	const log = `${copy.data}.log`;
	writeFileSync(log, '');
	const port = String(await freePort());
	const url = `http://127.0.0.1:${port}`;
	const env = environment(copy, { PORT: port, SEED: seedOf(seed), PUBLIC_URL: url, ...more });
	const child = await launch(env, (text) => appendFileSync(log, text));
	return { url, copy, env, log, pid: child.process.pid as number, process: child.process };
}

/** Ends the server and starts it again on the same database, as after a loss of power. */
export async function restartServer(server: Awaited<ReturnType<typeof startServer>>): Promise<void> {
	await end(server.process);
	const { process: child } = await launch(server.env, (text) => appendFileSync(server.log, text));
	Object.assign(server, { process: child, pid: child.pid });
}

export async function stopServer({ process: child, copy, log }: Awaited<ReturnType<typeof startServer>>) {
	await end(child);
	rmSync(log, { force: true });
	await discard(copy);
}

/** How many wait for the next file at most: each holds a third of a gigabyte. */
const MOST_IDLE = 3;

export class Pool {
	private readonly servers: Running[] = [];

	async lease(wish: Wish, tester: number): Promise<Lease> {
		const kind = JSON.stringify([wish.database, wish.env]);
		const server = this.idle().find((each) => each.kind === kind);
		if (!server) return this.start(wish, kind, tester);
		server.tester = tester;
		try {
			await refresh(server, wish.seed);
			return { ...server, env: { ...server.env, SEED: seedOf(wish.seed) } };
		} catch {
			// It has ended, or answers no more.
			await this.stop(server);
			return this.start(wish, kind, tester);
		}
	}

	/** A file of tests is done with it. */
	release(pid: number): void {
		for (const server of this.servers) if (server.pid === pid) server.tester = undefined;
	}

	async close(): Promise<void> {
		await Promise.all([...this.servers].map((server) => this.stop(server)));
	}

	private idle(): Running[] {
		return this.servers.filter(({ tester }) => tester === undefined || !isAlive(tester));
	}

	private async start(wish: Wish, kind: string, tester: number): Promise<Lease> {
		const [oldest, ...rest] = this.idle();
		if (oldest && rest.length >= MOST_IDLE - 1) await this.stop(oldest);
		const server = { ...(await startServer(wish)), kind, tester };
		this.servers.push(server);
		return server;
	}

	private async stop(server: Running): Promise<void> {
		this.servers.splice(this.servers.indexOf(server), 1);
		await stopServer(server);
	}
}

/** Database, files and what the server keeps in memory of either: as after a first start. */
async function refresh({ copy, url, log }: Running, seed: Seed): Promise<void> {
	await refill(copy, seed);
	const admin = await signIn(url, ADMIN);
	const cleared = await admin.post('/utils/cache/clear?system');
	// Flows are read again whenever one is saved, and only then.
	const { body } = await admin.get('/flows?limit=1&fields=id');
	const saved = await admin.patch(`/flows/${body.data[0].id}`, {});
	if (cleared.status !== 200 || saved.status !== 200) throw new Error('The server would not forget what it knew.');
	writeFileSync(log, '');
}
