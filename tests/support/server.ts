import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { clientOf, signIn, type Client } from './client.ts';
import { ADMIN, lane, type Database, type Seed } from './environment.ts';
import { restartServer, startServer, stopServer, type Lease, type Wish } from './pool.ts';

export type { Client } from './client.ts';

export interface TestServer {
	url: string;
	data: string;
	/** The environment that commands of the platform need to work on the same database. */
	env: NodeJS.ProcessEnv;
	/** The process that answers, to see what it costs. */
	pid: number;
	/** Everything that the server has printed so far. */
	output(): string;
	/** Somebody signed in; without a password, the one of the demo accounts. */
	login(email: string, password?: string): Promise<Client>;
	admin(): Promise<Client>;
	/** Nobody. */
	anonymous: Client;
	/** Ends a server of one's own and starts it again on the same database. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

export interface ServerOptions {
	seed?: Seed;
	database?: Database;
	/** More for the environment of the server. */
	env?: Record<string, string>;
	/** A process and files that no test has used before: for who changes roles, flows or the model, or reads the files. */
	own?: boolean;
}

/** A server on a database like that of a fresh installation with this seed. */
export async function startTestServer(options: ServerOptions = {}): Promise<TestServer> {
	const wish: Wish = { seed: options.seed ?? 'reference', database: options.database ?? lane, env: options.env ?? {} };
	const { lease, stop, restart } = await (options.own || !process.env.TEST_POOL ? start(wish) : borrow(wish));
	const { url, copy, env, log } = lease;
	const anonymous = clientOf(url, null);

	const login = async (email: string, password?: string) => {
		const known = password ?? readFileSync(join(copy.data, 'demo-password.txt'), 'utf8').trim();
		return signIn(url, { email, password: known });
	};
	return {
		url,
		data: copy.data,
		env,
		get pid() {
			return lease.pid;
		},
		output: () => readFileSync(log, 'utf8'),
		login,
		admin: () => login(ADMIN.email, ADMIN.password),
		anonymous,
		restart,
		stop,
	};
}

interface Started {
	lease: Lease;
	stop: () => Promise<void>;
	restart: () => Promise<void>;
}

async function start(wish: Wish): Promise<Started> {
	const lease = await startServer(wish);
	return { lease, stop: () => stopServer(lease), restart: () => restartServer(lease) };
}

async function borrow(wish: Wish): Promise<Started> {
	const lease = (await ask({ wish, tester: process.pid })) as Lease;
	const restart = () => Promise.reject(new Error('Ask for a server of your own to start it again.'));
	return { lease, restart, stop: async () => void (await ask({ done: lease.pid })) };
}

/** Asks who lends the servers, however long it takes to make one ready: `fetch` would give up after five minutes. */
function ask(what: object): Promise<unknown> {
	return new Promise((done, failed) => {
		const asked = request(process.env.TEST_POOL as string, { method: 'POST' }, (response) => {
			text(response).then(
				(said) => (response.statusCode === 200 ? done(JSON.parse(said)) : failed(new Error(said))),
				failed,
			);
		});
		asked.on('error', failed).end(JSON.stringify(what));
	});
}
