/** A deletion that only the database refuses is refused in words, on either database: never with a 5xx or SQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareRow, keyFieldOf } from '../../support/bare-rows.ts';
import {
	admin,
	begin,
	end,
	knex,
	model,
	nameOf,
	relations,
	unknownKeyFor,
	world,
} from '../../support/scenes/database-refusals.ts';

const isThere = async (collection: string, key: string) =>
	Boolean(await knex(collection).where(keyFieldOf(model, collection), key).first());

beforeAll(begin);
afterAll(end);

describe('a record that another one names', () => {
	const kept = relations.filter(({ onDelete }) => onDelete !== 'CASCADE' && onDelete !== 'SET NULL');
	/** What is never deleted at all is refused by a rule of its own, before. */
	const OWN_WORDS: Record<string, RegExp> = {
		'mi_return_versions.mi_return': /has been sent is kept/,
		'mi_return_versions.contract': /has been sent is kept/,
		'mi_return_versions.file': /has been sent is kept/,
		'mi_return_versions.records': /has been sent is kept/,
		'return_sendings.mi_return': /has been sent is kept/,
		'return_sendings.contract': /has been sent is kept/,
		'return_sendings.receipt': /has been sent is kept/,
		'periodic_returns.file': /has been sent is kept/,
		'information_requests.answered_file': /has been sent is kept/,
		'erasures.referral': /has been erased/,
		'codes.list': /none can be added, renamed or deleted/,
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
