/**
 * Whatever is sent, by whomever, the platform answers in words: no 5xx, no stack, no SQL, nothing that holds it up, and the
 * same process is there at the end (5.1). What this has found stands in `queries-found.test.ts`.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { pathsOf, routesOf } from '../support/canary/routes.ts';
import { Fuzzer, type Hostile } from '../support/fuzz/hostile.ts';
import { root } from '../support/platform.ts';
import { long } from '../support/sample.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const ROUTES_FILE = join(tmpdir(), `peer-mentoring-fuzz-${process.pid}.json`);
const REQUESTS = long ? 8000 : 600;
const SEED = Number(process.env.FUZZ_SEED ?? 20_241_103);
const AT_ONCE = 4;
/** A busy machine is slow by itself. */
const LONGEST = 2000 * Number(process.env.TEST_PATIENCE ?? 1);
const INSIDES =
	/SQLITE_|node_modules|\bat [\w.<>]+ \(|\bat file:|select [`"]|insert into [`"]|update [`"]|PostgresError|knex/i;
/** Without them nobody else would be asked any more: they change what people or the platform may do. */
const LEFT_OUT = /^\/(?:auth|extensions|schema|utils\/cache|second-factor|users\/me)\b|\/mail\b/;

let server: TestServer;
let surface: ConstructorParameters<typeof Fuzzer>[0];
let tokens: (string | null)[];
let pid: number;

beforeAll(async () => {
	const preload = pathToFileURL(join(root, 'tests/support/routes-of-server.mjs')).href;
	const env = { NODE_OPTIONS: `--import ${preload}`, ROUTES_FILE, RATE_LIMITER_POINTS: '1000000' };
	server = await startTestServer({ seed: 'demo', own: true, env });
	({ pid } = server);
	const admin = await server.admin();
	const emails = [
		'mentor1@example.org',
		'manager@example.org',
		'mi@example.org',
		'buyer@example.org',
		'dpo@example.org',
	];
	const clients = await Promise.all(emails.map((email) => server.login(email)));
	tokens = [null, admin.token, ...clients.map(({ token }) => token)];
	const { body } = await admin.get('/fields');
	const relations = (await admin.get('/relations')).body.data as { collection: string; field: string }[];
	const fields = new Map<string, string[]>();
	for (const { collection, field } of body.data as { collection: string; field: string }[]) {
		fields.set(collection, [...(fields.get(collection) ?? []), field]);
	}
	const places = {
		collections: ['mentees', 'sessions', 'directus_users'],
		contracts: ['CPA9', 'x'],
		references: ['R-222222'],
		keysOf: () => ['00000000-0000-4000-8000-000000000000'],
	};
	surface = {
		collections: [...fields].map(([collection, names]) => ({
			...{ collection, fields: names },
			relations: relations.filter((each) => each.collection === collection).map(({ field }) => field),
		})),
		paths: routesOf(ROUTES_FILE)
			.filter(({ method, path }) => method !== 'ALL' && !LEFT_OUT.test(path))
			.flatMap((route) => pathsOf(route, places).slice(0, 2).map((path) => ({ method: route.method, path }))), // prettier-ignore
	};
});
afterAll(() => server?.stop());

async function faultIn({ method, path, body }: Hostile, token: string | null): Promise<string | undefined> {
	const began = performance.now();
	const say = (what: string) =>
		`${tokens.indexOf(token)} ${method} ${path.slice(0, 400)} ${body?.slice(0, 400) ?? ''}: ${what}`;
	try {
		const response = await fetch(server.url + path, {
			...{ method, redirect: 'manual' as const },
			signal: AbortSignal.timeout(60_000),
			headers: {
				...(token && { authorization: `Bearer ${token}` }),
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			...(body !== undefined && { body }),
		});
		const text = await response.text();
		const taken = performance.now() - began;
		if (response.status >= 500) return say(`${response.status} ${text.slice(0, 300)}`);
		if (response.status >= 400 && INSIDES.test(text)) return say(`shows its insides: ${text.slice(0, 300)}`);
		if (taken > LONGEST) return say(`took ${Math.round(taken)} ms (${response.status})`);
		return undefined;
	} catch (error) {
		return say(`no answer: ${String(error)} ${String((error as { cause?: unknown }).cause ?? '')}`);
	}
}

it(
	'is answered in words',
	async () => {
		const fuzzer = new Fuzzer(surface, SEED);
		const all = Array.from({ length: REQUESTS }, (_, place) => ({ hostile: fuzzer.next(), token: tokens[place % tokens.length] ?? null })); // prettier-ignore
		const found: string[] = [];
		let next = 0;
		const work = async () => {
			for (let each = all[next++]; each; each = all[next++]) {
				let fault = await faultIn(each.hostile, each.token);
				// One that was slow because others were is quick by itself.
				if (fault?.includes(' took ') && each.hostile.method !== 'POST')
					fault = await faultIn(each.hostile, each.token);
				if (fault) found.push(fault);
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, work));
		console.log(`${all.length} hostile requests, ${found.length} faults`);
		expect(found.slice(0, 30).join('\n')).toBe('');
		expect(all.length).toBe(REQUESTS);
	},
	long ? 3_600_000 : 600_000,
);

test('the same process still serves, and has said nothing of SQL', async () => {
	expect(server.pid).toBe(pid);
	process.kill(pid, 0);
	expect((await server.anonymous.get('/server/ping')).status).toBe(200);
	const lines = server.output().split('\n').filter((line) => /SQLITE_ERROR|select [`"]|insert into [`"]|update [`"]|where [`"]/.test(line)); // prettier-ignore
	expect(lines.slice(0, 5)).toEqual([]);
});
