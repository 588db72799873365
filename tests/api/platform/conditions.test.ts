/** What a form asks under a condition, the server asks as well, whichever way a record comes in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	admin,
	begin,
	collectionOf,
	end,
	grant,
	make,
	mentee,
	mentor,
	relate,
	WITH_MENTEES,
	world,
} from '../../support/scenes/added-collections.ts';
import type { Client } from '../../support/server.ts';

const REQUIRED = 'Answer this: it cannot be left empty.';
const when = (rule: object, then: object) => ({ name: 'when', rule: { _and: [rule] }, ...then });
const LOW = { mood: { _eq: 'low' } };

/** A question of an ordinary form, as the Studio stores it. */
const question = (field: string, meta: object, type = 'string') => ({ field, type, meta, schema: {} });
let welsh: Client;

beforeAll(async () => {
	await begin();
	await collectionOf('check_ins', [
		question('mood', {}),
		question('why', { hidden: true, conditions: [when(LOW, { hidden: false, required: true })] }),
		question('help', { required: true, conditions: [when({ mood: { _eq: 'good' } }, { required: false })] }),
		question('plan', {
			conditions: [when({ mood: { _eq: 'good' } }, { hidden: true, clear_hidden_value_on_save: true })],
		}),
		question('extra', { special: ['alias', 'no-data', 'group'] }, 'alias'),
		question('number', { group: 'extra' }, 'integer'),
	]);
	const hidden = [when({ mood: { _eq: 'good' } }, { hidden: true, clear_hidden_value_on_save: true })];
	await admin.patch('/fields/check_ins/extra', { meta: { conditions: hidden } });
	await relate('check_ins', 'mentee', { collection: 'mentees', type: 'uuid' });
	await relate('check_ins', 'before', { collection: 'check_ins', type: 'integer', list: 'after' });
	await grant(WITH_MENTEES, 'check_ins');
	welsh = (await world.user('Supplier Manager', 'rheolwr@example.org', world.north.id, 'cy-GB')).client;
});
afterAll(end);

const whole = { mood: 'low', why: 'Rain', help: 'Tea' };
const add = (record: object, who = mentor()) => who.post('/items/check_ins', { mentee: mentee.mentee, ...record });
const refusedFor = (field: string, message = REQUIRED) => ({
	status: 400,
	body: { errors: [{ message, extensions: { code: 'FAILED_VALIDATION', collection: 'check_ins', field } }] },
});

describe('an answer that a condition requires', () => {
	it('is refused where it is missing, and named', async () => {
		expect(await add({ mood: 'low', help: 'Tea' })).toMatchObject(refusedFor('why'));
		expect(await add({ ...whole, why: ' ' })).toMatchObject(refusedFor('why'));
		expect(await add({ ...whole, why: null }, welsh)).toMatchObject(
			refusedFor('why', 'Atebwch hwn: ni ellir ei adael yn wag.'),
		);
		expect((await add(whole)).status).toBe(200);
		expect((await add({ mood: 'fair', help: 'Tea' })).status).toBe(200);
	});

	it('is asked of batches, nested records and the Administrator alike', async () => {
		const short = { mentee: mentee.mentee, mood: 'low', help: 'Tea' };
		expect(await mentor().post('/items/check_ins', [{ ...short, why: 'Rain' }, short])).toMatchObject(
			refusedFor('why'),
		);
		expect(await add({ ...whole, after: [short] })).toMatchObject(refusedFor('why'));
		expect(await add({ mood: 'low', help: 'Tea' }, admin)).toMatchObject(refusedFor('why'));
	});

	it('is asked when it comes to be required, and not with another change', async () => {
		const { id } = (await add({ mood: 'fair', help: 'Tea' })).body.data;
		const change = (values: object) => mentor().patch(`/items/check_ins/${id}`, values);
		expect(await change({ mood: 'low' })).toMatchObject(refusedFor('why'));
		expect((await change({ mood: 'low', why: 'Rain' })).status).toBe(200);
		expect(await change({ why: null })).toMatchObject(refusedFor('why'));
		const keys = { keys: [id], data: { why: '' } };
		expect(await mentor().patch('/items/check_ins', keys)).toMatchObject(refusedFor('why'));
		expect((await change({ help: 'Cake' })).status).toBe(200);
	});

	it('need not be given where a condition takes the asterisk away', async () => {
		expect((await add({ mood: 'good' })).status).toBe(200);
		expect(await add({ mood: 'fair' })).toMatchObject(refusedFor('help'));
	});
});

describe('a field that a condition hides', () => {
	it('stores nothing of what is sent for it', async () => {
		const { body } = await add({ mood: 'fair', help: 'Tea', why: 'Not asked' });
		expect(body.data).toMatchObject({ mood: 'fair', why: null });
	});

	it('is emptied where the condition says so, with what stands under a hidden group', async () => {
		const { body } = await add({ ...whole, plan: 'Walk', number: 3 });
		expect(body.data).toMatchObject({ plan: 'Walk', number: 3 });
		const changed = await mentor().patch(`/items/check_ins/${body.data.id}`, { mood: 'good' });
		expect(changed.body.data).toMatchObject({ mood: 'good', plan: null, number: null, why: 'Rain' });
		expect((await add({ mood: 'good', plan: 'Walk', number: 3 })).body.data).toMatchObject({
			plan: null,
			number: null,
		});
	});
});

describe('the forms that come with the platform', () => {
	it('ask for what their conditions require, in the words of their own rules where there are any', async () => {
		const claim = { mentee: mentee.mentee, travelled_on: '2023-10-20', amount_pence: 320 };
		const { body } = await mentor().post('/items/travel_claims', { ...claim, travelled_to: 'interview' });
		expect(body.errors).toHaveLength(1);
		expect(body.errors[0].extensions.field).toBe('interview');
		expect(body.errors[0].message).not.toBe(REQUIRED);
	});

	it('take an answer before the form shows its question, as far as their rules let it stand', async () => {
		const { body: early } = await mentor().patch(`/items/mentees/${mentee.mentee}`, { next_steps: 'A course' });
		expect(early.data.next_steps).toBe('A course');
		const { body } = await make('/items/complaints', {
			mentee: mentee.mentee,
			received_on: '2023-11-01',
			complaint: 'Late',
			acknowledged_on: '2023-11-02',
		}).then((made) => admin.get(`/items/complaints/${made.id}`));
		expect(body.data.acknowledged_on).toBe('2023-11-02');
	});
});
