/** The Redis server of this machine, where there is one; `REDIS_URL` names another. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { Redis } from 'ioredis';
import { end, freePort } from './launch.ts';

export const redisUrl = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';

export async function redisAnswers(): Promise<boolean> {
	const client = new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
	client.on('error', () => undefined);
	try {
		await client.connect();
		return (await client.ping()) === 'PONG';
	} catch {
		return false;
	} finally {
		client.disconnect();
	}
}

/** A Redis of a test's own, which it may stop in the middle and start again, as empty as a new one. */
export interface OwnRedis {
	url: string;
	start(): Promise<void>;
	stop(): Promise<void>;
	/** It keeps its connections, and answers nothing until it goes on. */
	hang(): void;
	goOn(): void;
}

export async function ownRedis(): Promise<OwnRedis> {
	const port = await freePort();
	let process: ChildProcess | undefined;
	const start = async () => {
		const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
		const started = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'], cwd: tmpdir() });
		process = started;
		let said = '';
		await new Promise<void>((ready, failed) => {
			started.on('error', failed).on('exit', (code) => failed(new Error(`redis-server ended with ${code}: ${said}`)));
			started.stdout.on('data', (chunk: Buffer) => {
				said += chunk.toString();
				if (said.includes('Ready to accept connections')) ready();
			});
		});
	};
	await start();
	return {
		url: `redis://127.0.0.1:${port}`,
		start,
		stop: () => (process ? end(process) : Promise.resolve()),
		hang: () => void process?.kill('SIGSTOP'),
		goOn: () => void process?.kill('SIGCONT'),
	};
}

/** Whether this machine can start one. */
export const redisIsInstalled = (): boolean => spawnSync('redis-server', ['--version']).status === 0;
