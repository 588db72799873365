import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModel } from '../../../directus/lib/model/model-file.ts';
import { bareRow, keyFieldOf } from '../../support/bare-rows.ts';
import { databaseOf } from '../../support/database.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { makeWorld, type World } from '../../support/world.ts';

/** What only the database refuses is refused in words, on either database: never with a 5xx, never with SQL. */
const model = readModel();
let server: TestServer;
let knex: Knex;
let world: World;
let admin: Client;

beforeAll(async () => {
	server = await startTestServer();
	knex = databaseOf(server);
	world = await makeWorld(server);
	admin = world.admin;
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

const relations = model.relations.flatMap(({ collection, field, related_collection, schema }) =>
	related_collection ? [{ collection, field, related: related_collection, onDelete: schema?.on_delete }] : [],
);
const nameOf = ({ collection, field }: { collection: string; field: string }) => `${collection}.${field}`;
const isThere = async (collection: string, key: string) =>
	Boolean(await knex(collection).where(keyFieldOf(model, collection), key).first());
const unknownKeyFor = (collection: string, field: string) => {
	const { type } = model.fields.find((each) => each.collection === collection && each.field === field)!;
	if (type === 'uuid') return '99999999-9999-4999-8999-999999999999';
	return type === 'integer' ? 987_654 : 'no-such-record';
};

describe('a record that another one names', () => {
	const kept = relations.filter(({ onDelete }) => onDelete !== 'CASCADE' && onDelete !== 'SET NULL');
	/** What is never deleted at all is refused by a rule of its own, before. */
	const OWN_WORDS: Record<string, RegExp> = {
		'mi_return_versions.mi_return': /has been sent is kept/,
		'mi_return_versions.contract': /has been sent is kept/,
		'mi_return_versions.file': /has been sent is kept/,
		'mi_return_versions.records': /has been sent is kept/,
		'periodic_returns.file': /has been sent is kept/,
		'erasures.referral': /has been erased/,
	};

	it('can be one of many collections', () => expect(kept.length).toBeGreaterThan(80));

	it.each(kept.map((each) => [nameOf(each), each] as const))(
		'what %s names stays, and the answer says what names it',
		async (_, { collection, field, related }) => {
			const key = await bareRow(knex, model, related);
			await bareRow(knex, model, collection, { [field]: key });
			const { status, body } = await admin.delete(`/items/${related}/${key}`);
			expect({ status, code: body.errors[0].extensions.code }).toEqual({ status: 400, code: 'FAILED_VALIDATION' });
			const { message } = body.errors[0];
			expect(message).not.toMatch(/select|delete from|constraint|SQLITE/);
			expect(message).toMatch(
				OWN_WORDS[`${collection}.${field}`] ??
					new RegExp(`^The record ${key} of “.+” cannot be deleted: a record of “`),
			);
			expect(await isThere(related, key)).toBe(true);
		},
	);

	it('is refused with the same words by every way to delete, and nothing of a batch goes', async () => {
		const free = await bareRow(knex, model, 'suppliers');
		const { id } = world.north;
		const answers = {
			'/items/:id': await admin.delete(`/items/suppliers/${id}`),
			'a batch': await admin.delete('/items/suppliers', [free, id]),
			keys: await admin.delete('/items/suppliers', { keys: [free, id] }),
			'a filter': await admin.delete('/items/suppliers', { query: { filter: { id: { _in: [free, id] } } } }),
			GraphQL: await admin.post('/graphql', { query: `mutation { delete_suppliers_item(id: "${id}") { id } }` }),
			'GraphQL of many': await admin.post('/graphql', {
				query: `mutation { delete_suppliers_items(ids: ["${free}", "${id}"]) { ids } }`,
			}),
		};
		const words =
			/^The record \S+ of “Suppliers” cannot be deleted: a record of “Call-Off Contracts” names it under “Supplier”/;
		for (const [way, { body }] of Object.entries(answers))
			expect([way, body.errors[0].message]).toEqual([way, expect.stringMatching(words)]);
		expect(await isThere('suppliers', id)).toBe(true);
		expect(await isThere('suppliers', free)).toBe(true);
	});

	it('keeps what it would take along: a contract with an invoice for one of its payments', async () => {
		const contract = await bareRow(knex, model, 'call_off_contracts');
		const payment = await bareRow(knex, model, 'payments', { contract });
		await bareRow(knex, model, 'invoices', { payment });
		const { status, body } = await admin.delete(`/items/call_off_contracts/${contract}`);
		expect(status).toBe(400);
		expect(body.errors[0].message).toMatch(/of “Payments” cannot be deleted: a record of “Invoices” names it under “/);
		expect(await isThere('payments', payment)).toBe(true);
	});

	it('is refused in Welsh to whoever reads Welsh', async () => {
		const { client, id } = await world.user('Administrator', 'welsh-admin@example.org', undefined, 'cy-GB');
		const { body } = await client.delete(`/items/suppliers/${world.north.id}`);
		expect(body.errors[0].message).toMatch(/^Ni ellir dileu cofnod \S+ o “Cyflenwyr”: mae cofnod o “Contractau/);
		expect((await admin.delete(`/users/${id}`)).status).toBe(204);
	});

	it('tells nobody who may not delete it what names it', async () => {
		for (const path of [`call_off_contracts/${world.north.contract}`, `peer_mentors/${world.north.mentors[0]!.id}`]) {
			const { status, body } = await world.north.manager.delete(`/items/${path}`);
			expect(status).toBe(403);
			expect(body.errors[0].message).not.toMatch(/names it/);
		}
	});

	it('goes once nothing names it any more', async () => {
		const key = await bareRow(knex, model, 'suppliers');
		const template = await bareRow(knex, model, 'return_templates', { supplier: key });
		expect((await admin.delete(`/items/suppliers/${key}`)).status).toBe(400);
		await knex('return_templates').where({ id: template }).delete();
		expect((await admin.delete(`/items/suppliers/${key}`)).status).toBe(204);
	});

	it('is an account too: whoever has stored a file', async () => {
		const { id } = await world.user('Administrator', 'uploader@example.org');
		const file = { id: unknownKeyFor('referrals', 'id'), storage: 'local', filename_download: 'a.txt' };
		await knex('directus_files').insert({ ...file, uploaded_by: id });
		const { status, body } = await admin.delete(`/users/${id}`);
		expect(status).toBe(400);
		expect(body.errors[0].message).toMatch(/of “users” cannot be deleted: a record of “files” names it/);
		await knex('directus_files').where({ id: file.id }).delete();
		expect((await admin.delete(`/users/${id}`)).status).toBe(204);
	});

	it('goes with what belongs to it, and is forgotten by what does not', async () => {
		const contract = await bareRow(knex, model, 'call_off_contracts');
		const risk = await bareRow(knex, model, 'risks_and_issues', { contract });
		expect((await admin.delete(`/items/call_off_contracts/${contract}`)).status).toBe(204);
		expect(await isThere('risks_and_issues', risk)).toBe(false);
		const { id } = await world.user('Buyer', 'leaver@example.org');
		const supplier = await bareRow(knex, model, 'suppliers', { user_created: id });
		expect((await admin.delete(`/users/${id}`)).status).toBe(204);
		expect((await knex('suppliers').where({ id: supplier }).first()).user_created).toBeNull();
	});
});

describe('a write that names a record which is not there', () => {
	const ours = relations.filter(({ collection }) => !collection.startsWith('directus_'));

	it.each(ours.map((each) => [nameOf(each), each] as const))(
		'in %s is refused in words, never with a 5xx',
		async (_, { collection, field }) => {
			const before = await knex(collection).count({ number: '*' });
			const { status, body } = await admin.post(`/items/${collection}`, { [field]: unknownKeyFor(collection, field) });
			expect([400, 403]).toContain(status);
			for (const { message } of body.errors) expect(message).not.toMatch(/Invalid foreign key|insert into|constraint/);
			expect(await knex(collection).count({ number: '*' })).toEqual(before);
		},
	);

	it('names the field, the key, and what is to be chosen', async () => {
		const { status, body } = await admin.patch('/items/delivery_areas/wrexham', { cpa: 987_654 });
		expect(status).toBe(400);
		expect(body.errors[0]).toMatchObject({
			message: expect.stringMatching(/^There is no record 987654 of “Contract Package Areas”. Under “.+”, choose one/),
			extensions: { code: 'FAILED_VALIDATION', collection: 'delivery_areas', field: 'cpa' },
		});
	});
});

describe('a value that must not be there twice', () => {
	it.each([
		['suppliers', { name: 'North Test Supplier' }, 'name'],
		['bank_holidays', { calendar: 'scotland', day: '2024-01-01', title: 'Again' }, 'day'],
	])('of %s is refused in words beside its field', async (collection, record, field) => {
		const { status, body } = await admin.post(`/items/${collection}`, record);
		expect(status).toBe(400);
		expect(body.errors[0]).toMatchObject({
			message: expect.stringMatching(/^Another record of “.+” has this already under “/),
			extensions: { code: 'FAILED_VALIDATION', collection, field },
		});
	});

	it('is refused in a batch and in a nested write, and nothing of them is written', async () => {
		const batch = await admin.post('/items/suppliers', [{ name: 'A new Supplier' }, { name: 'North Test Supplier' }]);
		expect(batch.body.errors[0].message).toMatch(/^Another record of “Suppliers” has this already under “/);
		expect(await knex('suppliers').where({ name: 'A new Supplier' })).toEqual([]);
		const { district } = await knex('contract_package_areas').where({ id: 9 }).first('district');
		const nested = await admin.patch('/items/contract_package_areas/9', {
			district: 'Another name',
			delivery_areas: { create: [], update: [{ id: 'wrexham', cpa: 987_654 }], delete: [] },
		});
		expect({ status: nested.status, field: nested.body.errors[0].extensions.field }).toEqual({
			status: 400,
			field: 'cpa',
		});
		expect(await knex('contract_package_areas').where({ id: 9 }).first('district')).toEqual({ district });
	});

	it('is refused in a change as well', async () => {
		const { status, body } = await admin.patch(`/items/suppliers/${world.west.id}`, { name: 'North Test Supplier' });
		expect({ status, field: body.errors[0].extensions.field }).toEqual({ status: 400, field: 'name' });
	});
});

describe('a value that its column does not take', () => {
	const texts = model.fields.filter(
		({ collection, field, type, meta, schema }) =>
			type === 'string' &&
			schema?.max_length &&
			!(meta?.options as { choices?: unknown } | null)?.choices &&
			field !== keyFieldOf(model, collection) &&
			!collection.startsWith('directus_'),
	);

	it('can be a text of many fields', () => expect(texts.length).toBeGreaterThan(70));

	it.each(texts.map((each) => [nameOf(each), each] as const))(
		'a text in %s that is too long',
		async (_, { collection, field, schema }) => {
			const most = schema!.max_length as number;
			const { status, body } = await admin.post(`/items/${collection}`, { [field]: 'x'.repeat(most + 1) });
			expect([400, 403]).toContain(status);
			const [error] = body.errors;
			if (error.extensions.field === field)
				expect(error.message).toBe(`Enter at most ${most} characters: there are ${most + 1}.`);
			expect(error.message).not.toMatch(/insert into|too long/);
		},
	);

	it.each([
		['a text with a zero character', 'suppliers', 'name', 'Name\0', /^Enter text/],
		['an object for a text', 'suppliers', 'name', {}, /^Enter text/],
		[
			'a text that is one character too long',
			'suppliers',
			'name',
			'é'.repeat(256),
			/at most 255 characters: there are 256/,
		],
		['a moment in words', 'suppliers', 'date_created', 'yesterday', /^Enter a moment that exists/],
		['a moment of no day', 'suppliers', 'date_created', '2024-02-31T10:00:00Z', /^Enter a moment that exists/],
		['a moment far away', 'suppliers', 'date_created', '99999-01-01', /^Enter a moment that exists/],
		['a number that is none to PostgreSQL', 'contract_package_areas', 'minimum_fte', '0x1F', /^Enter a whole number/],
		['yes for a number', 'contract_package_areas', 'minimum_fte', true, /^Enter a whole number/],
		['an object for a number', 'contract_package_areas', 'minimum_fte', {}, /^Enter a whole number/],
		['a number out of range', 'contract_package_areas', 'minimum_fte', 2_147_483_648, /^Enter a whole number/],
	])('%s', async (_, collection, field, value, words) => {
		const key = collection === 'suppliers' ? world.west.id : 9;
		const before = await knex(collection).where({ id: key }).first();
		const { status, body } = await admin.patch(`/items/${collection}/${key}`, { [field]: value });
		expect(status).toBe(400);
		expect(body.errors[0]).toMatchObject({ message: expect.stringMatching(words), extensions: { collection, field } });
		expect(await knex(collection).where({ id: key }).first()).toEqual(before);
	});

	it('a text as long as it can be is taken, whatever its letters weigh', async () => {
		const name = '𝄞'.repeat(255);
		const { status, body } = await admin.patch(`/items/suppliers/${world.west.id}?fields=name`, { name });
		expect({ status, name: body.data?.name }).toEqual({ status: 200, name });
	});
});
