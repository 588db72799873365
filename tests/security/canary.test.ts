/**
 * Nobody reads of anybody what is not theirs to read (3.6, 5.1 to 5.4): with a token in every personal field of every record,
 * everybody asks for everything, by every way that the running server has, and no token of somebody else comes back.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Knex } from 'knex';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownTables } from '../../directus/lib/unfinished.ts';
import { fieldClasses } from '../../directus/lib/model/field-classes.ts';
import { ask } from '../support/canary/ask.ts';
import { probesOf, type Probe, type Relation } from '../support/canary/probes.ts';
import { routesOf, type Places } from '../support/canary/routes.ts';
import { canaryFields, plant, TOKEN, type Canaries, type Owner } from '../support/canary/tokens.ts';
import type { Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { root } from '../support/platform.ts';
import { PEOPLE } from '../support/people.ts';
import { long } from '../support/sample.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const ROUTES_FILE = join(tmpdir(), `peer-mentoring-routes-${process.pid}.json`);
const AT_ONCE = 6;
/** One probe of so many is asked; which ones changes with nothing but the probes themselves, and with `CANARY_FROM`. */
const FROM = Number(process.env.CANARY_FROM ?? 0);
const TAKEN = long ? 5 : 97;

interface Somebody {
	name: string;
	role: string;
	token: string | null;
	user: string | null;
	supplier: string | null;
}

let server: TestServer;
let knex: Knex;
let canaries: Canaries;
let places: Places;
let relations: Relation[];
let everybody: Somebody[];
let officer: Client;

beforeAll(async () => {
	const preload = pathToFileURL(join(root, 'tests/support/routes-of-server.mjs')).href;
	const env = { NODE_OPTIONS: `--import ${preload}`, ROUTES_FILE, RATE_LIMITER_POINTS: '1000000', SERVE_APP: 'false' };
	server = await startTestServer({ seed: 'demo', own: true, env });
	knex = databaseOf(server);
	const admin = await server.admin();
	const accounts = { ...PEOPLE, 'Peer Mentor of another Supplier': 'mentor3@example.org', 'Supplier MI of another Supplier': 'mi-northwest@example.org' }; // prettier-ignore
	everybody = [{ name: 'nobody', role: 'nobody', token: null, user: null, supplier: null }];
	for (const [name, email] of Object.entries(accounts)) {
		const client = await server.login(email);
		if (name === 'Data Protection Officer') officer = client;
		else {
			const { id, supplier } = await knex('directus_users').where({ email }).first('id', 'supplier');
			everybody.push({ name, role: name.replace(' of another Supplier', ''), token: client.token, user: id, supplier });
		}
	}
	canaries = await plant(knex, await canaryFields(admin));
	const collections = (await admin.get('/collections')).body.data as { collection: string; schema: unknown }[];
	places = {
		collections: collections.filter(({ schema }) => schema).map(({ collection }) => collection),
		contracts: await knex('call_off_contracts').pluck('reference'),
		references: (await knex('referrals').limit(400).pluck('reference')).filter((_, place) => place % 100 === 0),
		keysOf: (collection) => canaries.keysOf(collection),
	};
	relations = (await admin.get('/relations')).body.data;
});
afterAll(async () => {
	await knex?.destroy();
	await server?.stop();
});

/** Which of their managers has approved a place where sessions are held. */
const FOR_ALL_MENTORS = ['session_places.approved_by'];

/** What a role may see of what is recorded of somebody; everything else is a leak. */
function maySee({ role, user, supplier }: Somebody, owner: Owner): boolean {
	if (owner.everybodys && role !== 'nobody') return true;
	if (user !== null && owner.accounts.includes(user)) return true;
	const ofSupplier = owner.supplier !== null && owner.supplier === supplier;
	if (role === 'Peer Mentor') return owner.mentor_user === user || (ofSupplier && FOR_ALL_MENTORS.includes(`${owner.collection}.${owner.field}`)); // prettier-ignore
	if (role === 'Supplier Manager' || role === 'Supplier MI') return ofSupplier;
	return false;
}

async function leaks(who: Somebody, probe: Probe): Promise<string[]> {
	const { status, text } = await ask(server.url, who.token, probe);
	const say = (what: string) =>
		`${who.name}: ${probe.method} ${probe.path} ${probe.body ? JSON.stringify(probe.body) : ''} ${status} ${what}`;
	if (status >= 500) return [say(text.slice(-300))];
	const asked = decodeURIComponent(probe.path);
	const read = new Set((text.match(TOKEN) ?? []).map((token) => token.toLowerCase()));
	const foreign = [...read].filter((token) => {
		const owner = canaries.owners.get(token);
		return owner && !asked.includes(token) && !maySee(who, owner);
	});
	if (foreign.length > 0) return [say(`${foreign.length} of others, such as ${JSON.stringify(canaries.owners.get(foreign[0] as string))}`)]; // prettier-ignore
	if (!probe.like) return [];
	const sought = canaries.owners.get(/cnry[0-9a-z]{2}q[0-9a-f]{12}/.exec(asked)?.[0] ?? '');
	if (!sought || maySee(who, sought)) return [];
	const other = await ask(server.url, who.token, { ...probe, path: probe.like });
	const body = ({ text: said }: { text: string }) => said.slice(said.indexOf('\n'));
	return status === other.status && body({ text }) === body(other) ? [] : [say('tells that there is somebody')];
}

it('the tokens are there to be found: who may read everything finds them', async () => {
	const { text } = await ask(server.url, officer.token, { method: 'GET', path: '/items/mentees?limit=-1&fields=*' });
	expect(new Set(text.match(TOKEN)).size).toBeGreaterThan(2000);
	expect(canaries.owners.size).toBeGreaterThan(20_000);
	expect(canaries.fields.length).toBeGreaterThan(80);
});

it('what is asked covers every route that reads', () => {
	const routes = routesOf(ROUTES_FILE);
	expect(routes.length).toBeGreaterThan(250);
	for (const path of ['/items/:collection', '/figures', '/home', '/mentor/api/caseload', '/users/:pk']) {
		expect(routes.map((route) => route.path)).toContain(path);
	}
});

it('no table of the platform’s own beside the model is a collection', async () => {
	const tables = await ownTables(knex);
	const beside = tables.filter((name) => !places.collections.includes(name));
	const known = [...new Set(fieldClasses().map(({ collection }) => collection))];
	expect(places.collections.filter((name) => !name.startsWith('directus_') && !known.includes(name))).toEqual([]);
	expect(beside).toContain('platform_used_codes');
});

it(
	'nobody reads of anybody what is not theirs to read',
	async () => {
		const probes = [...probesOf(routesOf(ROUTES_FILE), places, canaries, relations)];
		const all = everybody.flatMap((who) => probes.map((probe) => ({ who, probe })));
		const taken = all.filter((_, place) => place % TAKEN === FROM % TAKEN);
		const found: string[] = [];
		let next = 0;
		const work = async () => {
			for (let each = taken[next++]; each; each = taken[next++]) found.push(...(await leaks(each.who, each.probe)));
		};
		await Promise.all(Array.from({ length: AT_ONCE }, work));
		console.log(`${taken.length} probes, ${found.length} leaks`);
		expect(found.slice(0, 30).join('\n')).toBe('');
		expect(taken.length).toBeGreaterThan(long ? 25_000 : 1000);
		process.kill(server.pid, 0);
	},
	long ? 3_600_000 : 600_000,
);
