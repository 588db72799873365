/** A value that only the database refuses is refused in words, on either database: never with a 5xx or SQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyFieldOf } from '../../support/bare-rows.ts';
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

beforeAll(begin);
afterAll(end);

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
