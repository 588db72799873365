import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientOf, type Client } from './client.ts';
import { ADMIN, copyTemplate, discard, environment, freePort, launch, type Database, type Seed } from './platform.ts';

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
	/** Ends the server and starts it again on the same database. */
	restart(): Promise<void>;
	stop(): Promise<void>;
}

/** A server on a database of its own, as a fresh installation with this seed. */
export async function startTestServer({
	seed = 'reference',
	database,
	env: more = {},
}: { seed?: Seed; database?: Database; env?: Record<string, string> } = {}): Promise<TestServer> {
	const copy = await copyTemplate(seed, database);
	const port = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const env = environment(copy, { PORT: String(port), SEED: seed, PUBLIC_URL: url, ...more });
	let { process: child, output } = await launch(env);
	const anonymous = clientOf(url, null);

	const login = async (email: string, password?: string) => {
		const known = password ?? readFileSync(join(copy.data, 'demo-password.txt'), 'utf8').trim();
		const { status, body } = await anonymous.post('/auth/login', { email, password: known });
		if (status !== 200) throw new Error(`${email} could not sign in: ${JSON.stringify(body)}`);
		return clientOf(url, body.data.access_token);
	};
	const end = async () => {
		const ended = new Promise((done) => child.removeAllListeners('exit').once('exit', done));
		child.kill('SIGTERM');
		await Promise.race([ended, new Promise((done) => setTimeout(done, 5000))]);
		child.kill('SIGKILL');
	};
	return {
		url,
		data: copy.data,
		env,
		get pid() {
			return child.pid as number;
		},
		output: () => output(),
		login,
		admin: () => login(ADMIN.email, ADMIN.password),
		anonymous,
		restart: async () => {
			await end();
			({ process: child, output } = await launch(env));
		},
		stop: async () => {
			await end();
			await discard(copy);
		},
	};
}
