/** Every cell of the permission matrix, and every one that is in none, as it is answered by a running server (3.6, 5.1 to 5.4). */
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissionMatrix, type Cell } from '../../directus/lib/config/roles/matrix.ts';
import type { Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { PEOPLE, ROLES } from '../support/people.ts';
import { long } from '../support/sample.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const cells = permissionMatrix();
let server: TestServer;
let knex: Knex;
let admin: Client;
let fields: Map<string, { field: string; alias: boolean }[]>;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo', own: true, env: { RATE_LIMITER_POINTS: '1000000' } });
	knex = databaseOf(server);
	admin = await server.admin();
	fields = new Map();
	for (const { collection, field, schema } of (await admin.get('/fields')).body.data) {
		fields.set(collection, [...(fields.get(collection) ?? []), { field, alias: !schema }]);
	}
});
afterAll(async () => {
	await knex?.destroy();
	await server?.stop();
});

/** Rules of the contract are asked before permissions, and refuse in words of their own. */
const REFUSED = [400, 403];

/** `npm test` asks for every ninth field of a collection, `npm run test:long` for all of them. */
const some = <Each>(list: readonly Each[] = []) => list.filter((_, place) => long || place % 9 === 0);

/** The collections of the model that the matrix is about; those of Directus have routes and rules of their own. */
const ours = () => [...fields.keys()].filter((name) => !name.startsWith('directus_')).sort();

/** A rule with the person who reads in it, for somebody who reads everything. */
function filled(rule: unknown, user: string, supplier: string | null): string {
	return JSON.stringify(rule ?? {})
		.replaceAll('"$CURRENT_USER.supplier"', JSON.stringify(supplier ?? '00000000-0000-4000-8000-000000000000'))
		.replaceAll('"$CURRENT_USER"', JSON.stringify(user));
}

describe.each(ROLES)('a %s', (role) => {
	let who: Client;
	let user: string;
	let supplier: string | null;
	const cell = (collection: string, action: Cell['action']) =>
		cells.find((each) => each.role === role && each.collection === collection && each.action === action);

	beforeAll(async () => {
		const email = PEOPLE[role] as string;
		who = await server.login(email);
		// A token does not last as long as the whole of this.
		admin = await server.admin();
		({ id: user, supplier } = await knex('directus_users').where({ email }).first('id', 'supplier'));
	});

	/** A row that a rule reaches, and one that it does not. */
	async function rowsOf(collection: string, rule: unknown): Promise<{ within?: string; outside?: string }> {
		const filter = filled(rule, user, supplier);
		const read = async (query: string) => (await admin.get(`/items/${collection}?fields=id&limit=-1${query}`)).body.data as { id: string }[]; // prettier-ignore
		const within = (await read(`&filter=${encodeURIComponent(filter)}`)).map(({ id }) => id);
		const outside = (await read('')).map(({ id }) => id).find((id) => !within.includes(id));
		return { ...(within[0] !== undefined && { within: within[0] }), ...(outside !== undefined && { outside }) };
	}

	it('reads the rows and fields of each cell, and no others', async () => {
		const found: string[] = [];
		for (const collection of ours()) {
			const granted = cell(collection, 'read');
			const path = `/items/${collection}`;
			if (!granted) {
				for (const query of ['', '?aggregate[count]=*', '?search=a', '/00000000-0000-4000-8000-000000000000']) {
					const { status } = await who.get(path + query);
					if (status !== 403) found.push(`${path}${query} is answered ${status}`);
				}
				continue;
			}
			const count = async (client: Client, filter = '{}') => {
				const { status, body } = await client.get(`${path}?aggregate[count]=id&filter=${encodeURIComponent(filter)}`);
				return status === 200 ? Number(body.data[0].count.id) : `status ${status}`;
			};
			const [theirs, rule] = [await count(who), await count(admin, filled(granted.rows, user, supplier))];
			if (theirs !== rule) found.push(`${path}: reads ${theirs} rows, the rule ${granted.rule} has ${rule}`);
			for (const { field, alias } of some(fields.get(collection))) {
				// A list is read by who reads the records in it.
				if (alias) continue;
				const may = granted.fields.includes('*') || granted.fields.includes(field);
				const { status } = await who.get(`${path}?fields=${field}&limit=1`);
				if ((status === 200) !== may)
					found.push(`${path}: ${field} is ${may ? 'granted' : 'not granted'}, and answered ${status}`);
			}
			const { outside } = await rowsOf(collection, granted.rows);
			if (outside !== undefined && (await who.get(`${path}/${outside}`)).status !== 403) found.push(`${path}/${outside} is not theirs`); // prettier-ignore
		}
		expect(found.slice(0, 40).join('\n')).toBe('');
	});

	it('changes and deletes by the rows and fields of each cell alone', async () => {
		const found: string[] = [];
		for (const collection of ours()) {
			for (const action of ['update', 'delete'] as const) {
				const granted = cell(collection, action);
				const { outside, within } = await rowsOf(collection, granted ? granted.rows : { id: { _null: true } });
				const ask = (id: string, change: object) =>
					action === 'update'
						? who.patch(`/items/${collection}/${id}`, change)
						: who.delete(`/items/${collection}/${id}`);
				if (outside !== undefined) {
					const { status } = await ask(outside, {});
					if (!REFUSED.includes(status)) found.push(`${action} ${collection} ${outside} is answered ${status}`);
				}
				if (!granted || within === undefined || action === 'delete' || granted.fields.includes('*')) continue;
				for (const { field, alias } of some(fields.get(collection))) {
					if (alias || granted.fields.includes(field)) continue;
					const { status } = await ask(within, { [field]: null });
					if (status !== 403 && status !== 400)
						found.push(`update ${collection}: ${field} is not granted, and answered ${status}`);
				}
			}
		}
		expect(found.slice(0, 40).join('\n')).toBe('');
	});

	it('creates by each cell alone', async () => {
		const found: string[] = [];
		for (const collection of ours()) {
			const granted = cell(collection, 'create');
			const { status } = await who.post(`/items/${collection}`, {});
			if (!granted && !REFUSED.includes(status)) found.push(`create ${collection} is answered ${status}`);
			if (granted && status >= 500) found.push(`create ${collection} is answered ${status}`);
			if (!granted || granted.fields.includes('*')) continue;
			const stray = fields.get(collection)?.find(({ field, alias }) => !alias && !granted.fields.includes(field));
			if (!stray) continue;
			const answer = await who.post(`/items/${collection}`, { [stray.field]: null });
			if (answer.status !== 403 && answer.status !== 400) found.push(`create ${collection} with ${stray.field} is answered ${answer.status}`); // prettier-ignore
		}
		expect(found.slice(0, 40).join('\n')).toBe('');
	});
});

it('nobody has no cell at all', async () => {
	const statuses = [];
	for (const collection of ours()) {
		for (const ask of [server.anonymous.get(`/items/${collection}`), server.anonymous.post(`/items/${collection}`)]) {
			statuses.push((await ask).status);
		}
	}
	expect(new Set(statuses)).toEqual(new Set([403]));
});
