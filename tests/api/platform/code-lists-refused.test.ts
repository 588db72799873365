/** What is refused of code lists, and what the Studio's own editors do to them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	begin,
	codeOf,
	codesOf,
	fieldOf,
	offered,
	officer,
	refusal,
	yesterday,
} from '../../support/scenes/code-lists.ts';
import { end, mentor, mi, server, world } from '../../support/scenes/mentee-tracker.ts';

beforeAll(begin);
afterAll(end);

describe('what is refused', () => {
	it('of a value that rules depend on: that it goes, ends, or is stored otherwise; its words can change', async () => {
		const { id } = await codeOf('end_reason', 'completed');
		const stays =
			'Rules depend on the value completed: it can neither be deleted nor go out of use. Its words can be changed.';
		expect(refusal(await world.admin.delete(`/items/codes/${id}`))).toEqual([400, stays]);
		expect(refusal(await world.admin.patch(`/items/codes/${id}`, { in_use_until: yesterday }))).toEqual([400, stays]);
		expect(refusal(await world.admin.patch(`/items/codes/${id}`, { value: 'finished' }))[0]).toBe(400);
		expect((await world.admin.patch(`/items/codes/${id}`, { english: 'Finished the programme' })).status).toBe(200);
		expect((await offered('mentees', 'end_reason', 'en-GB'))[0]).toBe('Finished the programme');
	});

	it('says so in the reader’s language', async () => {
		const { client } = await world.user('Administrator', 'gweinyddwr@example.org', undefined, 'cy-GB');
		const { id } = await codeOf('end_reason', 'completed');
		expect(refusal(await client.delete(`/items/codes/${id}`))).toEqual([
			400,
			'Mae rheolau’n dibynnu ar y gwerth completed: ni ellir ei ddileu na’i dynnu o ddefnydd. Gellir newid ei eiriau.',
		]);
	});

	it.each([
		['a value that is there', { list: 'end_reason', value: 'Health', english: 'x', code: 'ZZZ' }],
		['a code that is there', { list: 'end_reason', english: 'Something', code: 'hlth' }],
		['a value of a list that rules know whole', { list: 'journey_stage', english: 'Lost' }],
		['a value of no list', { list: 'colours', english: 'Red' }],
		['a value without words', { list: 'end_reason', value: 'silent', english: ' ' }],
		['a value that a file could not hold', { list: 'end_reason', value: 'a;b', english: 'x' }],
		[
			'an end before the beginning',
			{ list: 'end_reason', english: 'y', in_use_from: '2024-02-01', in_use_until: '2024-01-01' },
		],
	])('%s', async (_, code) => {
		const before = (await codesOf('fields=id')).length;
		expect((await world.admin.post('/items/codes', code)).status).toBe(400);
		expect((await codesOf('fields=id')).length).toBe(before);
	});

	it('to everybody but an Administrator: they read', async () => {
		const { id } = await codeOf('end_reason', 'health');
		for (const client of [mentor, mi, world.north.manager, world.buyer, officer]) {
			expect((await client.get(`/items/codes/${id}`)).status).toBe(200);
			expect((await client.patch(`/items/codes/${id}`, { english: 'Ours' })).status).toBe(403);
			expect((await client.post('/items/codes', { list: 'end_reason', english: 'Ours' })).status).toBe(403);
			expect((await client.delete(`/items/codes/${id}`)).status).toBe(403);
		}
		expect((await server.anonymous.get('/items/codes')).status).toBe(403);
	});
});

describe('the Studio’s own editors', () => {
	const path = '/fields/support_engagements/training_type';

	it('add a value to the list, where it is called otherwise and gets its Welsh', async () => {
		const { options } = await fieldOf('support_engagements', 'training_type');
		const choices = [{ value: 'first_aid', text: 'First aid' }, ...options.choices];
		expect((await world.admin.patch(path, { meta: { options: { ...options, choices } } })).status).toBe(200);
		const code = await codeOf('training_type', 'first_aid');
		expect(code).toMatchObject({ english: 'First aid', welsh: null, missing: 'welsh', order: 1 });
		expect((await offered('support_engagements', 'training_type', 'en-GB'))[0]).toBe('First aid');

		const key = 'filter[key][_eq]=training_type__first_aid&filter[language][_eq]=cy-GB';
		const [text] = (await world.admin.get(`/translations?${key}`)).body.data;
		await world.admin.patch(`/translations/${text.id}`, { value: 'Cymorth cyntaf' });
		expect(await codeOf('training_type', 'first_aid')).toMatchObject({ welsh: 'Cymorth cyntaf', missing: null });
		expect((await world.admin.delete(`/items/codes/${code.id}`)).status).toBe(204);
		expect(await offered('support_engagements', 'training_type', 'en-GB')).not.toContain('First aid');
	});

	it('take none away, and add none to a list that rules know whole', async () => {
		const { options } = await fieldOf('support_engagements', 'training_type');
		const fewer = { ...options, choices: options.choices.slice(1) };
		expect(refusal(await world.admin.patch(path, { meta: { options: fewer } }))[0]).toBe(400);
		const stage = await fieldOf('mentees', 'stage');
		const more = { ...stage.options, choices: [...stage.options.choices, { value: 'lost', text: 'Lost' }] };
		expect(refusal(await world.admin.patch('/fields/mentees/stage', { meta: { options: more } }))[0]).toBe(400);
		expect((await fieldOf('mentees', 'stage')).options).toEqual(stage.options);
	});
});

describe('the form of a list', () => {
	const path = '/items/code_lists/education_type';

	it('saves what was added, changed, moved and deleted in one go', async () => {
		const { id } = await codeOf('education_type', 'higher');
		const { id: gone } = await codeOf('education_type', 'adult_or_community');
		const create = [{ english: 'Night school', welsh: 'Ysgol nos' }, { english: 'Reading group' }];
		const update = [{ id, english: 'University', order: 1 }];
		const { status, body } = await world.admin.patch(path, { codes: { create, update, delete: [gone] } });
		expect([status, body.errors]).toEqual([200, undefined]);
		expect(await codeOf('education_type', 'reading_group')).toMatchObject({ code: 'REGR', missing: 'welsh' });
		const words = await offered('support_engagements', 'education_type', 'cy-GB');
		expect(words).toEqual(expect.arrayContaining(['Ysgol nos', 'Reading group']));
		expect(words).not.toContain('Addysg oedolion neu addysg gymunedol');
		expect(await offered('support_engagements', 'education_type', 'en-GB')).toContain('University');
	});

	it('saves nothing where one part is refused', async () => {
		const before = await codesOf('filter[list][_eq]=education_type');
		const create = [{ english: 'Evening class' }, { english: 'Evening class' }];
		expect((await world.admin.patch(path, { welsh: 'Newid', codes: { create } })).status).toBe(400);
		expect(await codesOf('filter[list][_eq]=education_type')).toEqual(before);
		expect((await world.admin.get(path)).body.data.welsh).not.toBe('Newid');
	});

	it('can be called otherwise, and neither added nor deleted', async () => {
		expect((await world.admin.patch(path, { english: 'Education' })).status).toBe(200);
		expect((await world.admin.post('/items/code_lists', { id: 'colours', english: 'Colours' })).status).toBe(400);
		expect((await world.admin.delete(path)).status).toBe(400);
	});

	it('is what GraphQL and a batch change too', async () => {
		const { id } = await codeOf('end_reason', 'dropout');
		const query = `mutation { update_codes_item(id: "${id}", data: { in_use_until: "2024-01-01" }) { id } }`;
		const { body } = await world.admin.post('/graphql', { query });
		expect(JSON.stringify(body.errors)).toContain('Rules depend on the value dropout');
		const { id: free } = await codeOf('end_reason', 'in_custody');
		const batch = { keys: [free, id], data: { in_use_until: '2024-01-01' } };
		expect((await world.admin.patch('/items/codes', batch)).status).toBe(400);
		expect(await codeOf('end_reason', 'in_custody')).toMatchObject({ in_use_until: null });
	});
});
