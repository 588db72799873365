/** The Delivery Area of referrals and Mentees: chosen, or from the office or the Peer Mentor, and moving along (1.18, 2.6). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INTERVIEWED, STARTS } from '../../support/complete-forms.ts';
import { csv } from '../../support/csv.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { worldOf, type World } from '../../support/world.ts';

let server: TestServer;
let world: World;
let manager: Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	({ manager } = world.north);
});
afterAll(() => server.stop());

const PERSON = {
	first_name: 'Gwen',
	last_name: 'Test-Evans',
	route: 'jobcentre_plus',
	received_on: '2024-01-08',
	cpa: 9,
};

async function made(collection: string, record: object, who = manager): Promise<Record<string, never>> {
	const { status, body } = await who.post(`/items/${collection}`, record);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data;
}

const refer = async (more: object) => made('referrals', { ...PERSON, contract: world.north.contract, ...more });
async function areaIn(collection: string, filter: string): Promise<string | null> {
	const { body } = await manager.get(`/items/${collection}?${filter}&fields=delivery_area`);
	return body.data[0].delivery_area;
}
const areaOf = (id: string) => areaIn('referrals', `filter[id][_eq]=${id}`);

describe('the Delivery Area of a referral', () => {
	it.each<[string, () => object, string | null]>([
		['is the chosen one', () => ({ delivery_area: 'denbighshire', jobcentre_office: 'shotton' }), 'denbighshire'],
		['is that of the Jobcentre office', () => ({ jobcentre_office: 'shotton' }), 'flintshire'],
		['is that of the Peer Mentor', () => ({ peer_mentor: world.north.mentors[0]!.id }), 'wrexham'],
		['is not known where nothing tells', () => ({}), null],
	])('%s', async (_, more, area) => {
		const { id } = await refer(more());
		expect(await areaOf(id as unknown as string)).toBe(area);
	});

	it('follows another office, unless it is chosen again', async () => {
		const { id } = await refer({ jobcentre_office: 'shotton' });
		const change = (values: object) => manager.patch(`/items/referrals/${id}`, values);
		expect((await change({ jobcentre_office: 'rhyl' })).status).toBe(200);
		expect(await areaOf(id as unknown as string)).toBe('denbighshire');
		expect((await change({ jobcentre_office: 'shotton', delivery_area: 'wrexham' })).status).toBe(200);
		expect(await areaOf(id as unknown as string)).toBe('wrexham');
	});

	it.each([
		['en-GB', 'Choose a Delivery Area of Contract Package Area 9.'],
		['cy-GB', 'Dewiswch Ardal Gyflenwi yn Ardal Pecyn Contract 9.'],
	])('is refused outside its Contract Package Area, in %s', async (language, message) => {
		const email = `manager-${language}@example.org`.toLowerCase();
		const { client } = await world.user('Supplier Manager', email, world.north.id, language);
		const record = { ...PERSON, contract: world.north.contract, delivery_area: 'hull' };
		const { status, body } = await client.post('/items/referrals', record);
		expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining(message)]);
	});

	it('is filled by an import', async () => {
		const row = {
			...PERSON,
			reference: 'AREA-1',
			contract: world.north.reference,
			mentor_email: world.north.mentors[0]!.email,
			aged_18_or_over: 'yes',
		};
		const loaded = await world.admin.upload('/caseload/import', { caseload: csv('caseload', [row]) });
		expect([loaded.status, loaded.body.errors]).toEqual([200, undefined]);
		expect(await areaIn('referrals', 'filter[reference][_eq]=AREA-1')).toBe('wrexham');
	});
});

describe('somebody who moves to another Contract Package Area', () => {
	it('has its Delivery Area from then on, and what happened before counts in the old one', async () => {
		const [first, next] = world.north.mentors;
		const { id: referral } = await refer({
			peer_mentor: first!.id,
			jobcentre_office: 'shotton',
			permission_obtained: true,
		});
		await made('initial_meetings', { referral, held_on: '2024-01-10', ...STARTS }, first!.client);
		const { body } = await manager.get(`/items/mentees?filter[referral][_eq]=${referral}&fields=id`);
		const mentee = body.data[0].id as string;
		await manager.patch(`/items/mentees/${mentee}`, { start_on: '2024-01-15' });
		await made('diagnostic_interviews', { mentee, held_on: '2024-01-15', ...INTERVIEWED }, first!.client);
		const held = { mentee, minutes: 60, mode: 'face_to_face', attendance: 'attended' };
		await made('sessions', { ...held, held_on: '2024-01-15' }, first!.client);
		expect(await areaIn('mentees', `filter[id][_eq]=${mentee}`)).toBe('flintshire');

		const { contract } = world.north;
		await world.admin.post('/items/contract_cpas', { contract, contract_package_area: 7 });
		const post = { peer_mentor: next!.id, contract, delivery_area: 'medway' };
		await made('fte_assignments', { ...post, weekly_hours: 8, starts_on: '2024-02-01' });
		const moved = { mentee, peer_mentor: next!.id, cpa: 7, from_on: '2024-02-05' };
		const allocation = { ...moved, because: 'moved_area', reason: 'Moved to Chatham' };
		const refused = await manager.post('/items/allocations', { ...allocation, delivery_area: 'wrexham' });
		expect([refused.status, refused.body.errors?.[0].message]).toEqual([
			400,
			expect.stringContaining('Choose a Delivery Area of Contract Package Area 7.'),
		]);
		await made('allocations', allocation);
		expect(await areaIn('mentees', `filter[id][_eq]=${mentee}`)).toBe('medway');
		expect(await areaIn('allocations', `filter[mentee][_eq]=${mentee}&sort=-from_on`)).toBe('medway');
		await made('sessions', { ...held, held_on: '2024-02-12' }, next!.client);
		const figures = await manager.get(
			'/figures?count=sessions_attended&by=month,delivery_area&from=2024-01&to=2024-03',
		);
		expect(figures.body.data.rows).toEqual([
			{ month: '2024-01', delivery_area: 'flintshire', value: 1 },
			{ month: '2024-02', delivery_area: 'medway', value: 1 },
		]);
	});
});
