/** Supervision and safeguarding (C20): who reads what is written about whom, whichever way it is asked (2.25). */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { STARTS, STATEMENT } from '../../support/complete-forms.ts';
import { begin, end, made, manager, mentor, rows, world, type Row } from '../../support/scenes/contract.ts';
import type { Answer, Client } from '../../support/client.ts';

const SECRET = 'heronwater';
const NOTES = `Worn out; ${SECRET}`;

let mentee: string;
let own: Row;
let ofManager: Row;
let aboutMentor: Row;
let supervision: Row;
let dpo: Client;
let deputy: { id: string; client: Client };

beforeAll(async () => {
	await begin();
	dpo = (await world.user('Data Protection Officer', 'dpo-test@example.org')).client;
	deputy = await world.user('Supplier Manager', 'deputy-test@example.org', world.north.id);
	const person = {
		first_name: 'Guarded',
		last_name: 'Test-Person',
		route: 'jobcentre_plus',
		received_on: '2024-01-08',
	};
	const { id: referral } = await made('referrals', person, mentor);
	await made('initial_meetings', { referral, held_on: '2024-01-10', ...STARTS }, mentor);
	[{ id: mentee }] = (await rows('mentees', `filter[referral][_eq]=${referral}&fields=id`, mentor)) as [{ id: string }];
	const raised = { raised_on: '2024-01-12', concern: `Seen with a bruise; ${SECRET}` };
	const { body } = await mentor.post('/items/safeguarding_concerns', { about: 'mentee', mentee, ...raised });
	own = body.data;
	ofManager = await made('safeguarding_concerns', { about: 'mentee', mentee, ...raised });
	aboutMentor = await made('safeguarding_concerns', {
		...{ about: 'peer_mentor', peer_mentor: world.north.mentors[0]!.id },
		...raised,
	});
	supervision = await made('supervisions', {
		...{ peer_mentor: world.north.mentors[0]!.id, held_on: '2024-01-15', next_on: '2024-02-12' },
		...{ agreed: 'Two days of leave', notes: NOTES },
	});
});
afterAll(end);

const idsSeen = async (client: Client, collection = 'safeguarding_concerns') => {
	const { status, body } = await client.get(`/items/${collection}?fields=id&limit=-1`);
	return status === 200 ? (body.data as Row[]).map(({ id }) => id).sort() : status;
};
const graphql = (client: Client, query: string) => client.post('/graphql', { query });

describe('a safeguarding concern', () => {
	it('has a number and a day by which a manager looks at it, which moves with every step', async () => {
		expect(own).toMatchObject({ due_on: '2024-01-13' });
		expect(own.reference).toMatch(/^S-[2-9A-Z]{6}$/);
		const path = `/items/safeguarding_concerns/${own.id}?fields=*`;
		const refused = await manager.patch(path, { stage: 'assessed' });
		expect(refused.body.errors[0].extensions.field).toBe('assessed_on');
		const assessed = await manager.patch(path, { stage: 'assessed', assessed_on: '2024-01-13', handling: SECRET });
		expect(assessed.body.data).toMatchObject({ due_on: '2024-01-27', stage: 'assessed' });
	});

	it('is handled by managers, seen by the mentor who raised it, and by nobody else but that it is there', async () => {
		const all = [own.id, ofManager.id, aboutMentor.id].sort();
		expect(await idsSeen(manager)).toEqual(all);
		expect(await idsSeen(dpo)).toEqual(all);
		expect(await idsSeen(mentor)).toEqual([own.id]);
		expect(await idsSeen(world.north.mentors[1]!.client)).toEqual([]);
		expect(await idsSeen(world.west.manager)).toEqual([]);
		for (const client of [world.buyer, world.north.mi]) expect(await idsSeen(client)).toBe(403);
		expect(
			(await mentor.patch(`/items/safeguarding_concerns/${own.id}`, { stage: 'closed' })).status,
		).toBeGreaterThanOrEqual(400);
	});

	it('is kept from a manager whom it is about', async () => {
		const { id: peer_mentor } = await made('peer_mentors', {
			first_name: 'Test',
			last_name: 'Deputy',
			user: deputy.id,
		});
		const concern = { about: 'peer_mentor', peer_mentor, raised_on: '2024-01-12', concern: SECRET };
		const { id } = await made('safeguarding_concerns', concern);
		const session = await made('supervisions', { peer_mentor, held_on: '2024-01-15', notes: NOTES });
		expect(await idsSeen(deputy.client)).not.toContain(id);
		expect(await idsSeen(manager)).toContain(id);
		expect(await idsSeen(deputy.client, 'supervisions')).toEqual([supervision.id]);
		expect(await idsSeen(manager, 'supervisions')).toContain(session.id);
		expect((await deputy.client.patch(`/items/safeguarding_concerns/${id}`, { concern: 'x' })).status).toBe(403);
	});

	it('is raised about one’s own Mentees and one’s own Supplier’s mentors alone', async () => {
		const raised = { raised_on: '2024-01-12', concern: 'x' };
		const aboutMentee = { ...raised, about: 'mentee', mentee };
		const colleague = world.north.mentors[1]!.client;
		expect((await colleague.post('/items/safeguarding_concerns', aboutMentee)).status).toBe(403);
		expect((await world.west.manager.post('/items/safeguarding_concerns', aboutMentee)).status).toBe(403);
		const stranger = { ...raised, about: 'peer_mentor', peer_mentor: world.west.mentors[0]!.id };
		expect((await manager.post('/items/safeguarding_concerns', stranger)).body.errors[0].extensions.field).toBe(
			'peer_mentor',
		);
	});

	it('about a mentor is not theirs to read, though they raised it themselves', async () => {
		const { id: peer_mentor } = world.north.mentors[1]!;
		const concern = { about: 'peer_mentor', raised_on: '2024-01-12', concern: 'x' };
		const colleague = world.north.mentors[1]!.client;
		const { body } = await colleague.post('/items/safeguarding_concerns', concern);
		expect(await idsSeen(colleague)).toEqual([body.data.id]);
		await manager.patch(`/items/safeguarding_concerns/${body.data.id}`, { peer_mentor });
		expect(await idsSeen(colleague)).toEqual([]);
	});

	it('about somebody who has withdrawn consent stays open to managers until it is closed', async () => {
		await made('consents', { mentee, decision: 'withdrawn', decided_on: '2024-02-01' }, mentor);
		expect(await idsSeen(manager)).toContain(own.id);
		const closed = { stage: 'closed', closed_on: '2024-02-02', outcome: 'Explained' };
		await manager.patch(`/items/safeguarding_concerns/${own.id}`, closed);
		expect(await idsSeen(manager)).not.toContain(own.id);
		await made('consents', { mentee, decision: 'given', decided_on: '2024-02-05', ...STATEMENT }, mentor);
		expect(await idsSeen(manager)).toContain(own.id);
	});
});

describe('a supervision session', () => {
	it('is read by its mentor without the managers’ notes, and by no other', async () => {
		const [seen] = await rows('supervisions', '', mentor);
		expect(seen).toMatchObject({ held_on: '2024-01-15', agreed: 'Two days of leave' });
		expect(seen).not.toHaveProperty('notes');
		expect(await idsSeen(world.north.mentors[1]!.client, 'supervisions')).toEqual([]);
		for (const client of [world.buyer, world.north.mi]) expect(await idsSeen(client, 'supervisions')).toBe(403);
		expect((await mentor.post('/items/supervisions', { held_on: '2024-01-15' })).status).toBeGreaterThanOrEqual(400);
	});
});

describe('the text of both', () => {
	const attacks: [string, (client: Client) => Promise<Answer>][] = [
		['asked for by name', (client) => client.get('/items/supervisions?fields=notes')],
		['asked for of a concern', (client) => client.get('/items/safeguarding_concerns?fields=handling,outcome,concern')],
		['filtered by', (client) => client.get(`/items/supervisions?filter[notes][_contains]=${SECRET}`)],
		['filtered by, of a concern', (client) => client.get(`/items/safeguarding_concerns?filter[handling][_contains]=x`)],
		['sorted by', (client) => client.get('/items/supervisions?sort=notes')],
		['counted', (client) => client.get('/items/supervisions?aggregate[countDistinct]=notes')],
		['grouped by', (client) => client.get('/items/supervisions?groupBy[]=notes&aggregate[count]=*')],
		['searched for', (client) => client.get(`/items/supervisions?search=${SECRET}`)],
		['searched for in concerns about oneself', (client) => client.get(`/items/safeguarding_concerns?search=bruise`)],
		[
			'reached through the mentor',
			(client) => client.get('/items/supervisions?fields=peer_mentor.*.*.*,user_created.*'),
		],
		['asked for under another name', (client) => client.get('/items/supervisions?alias[x]=notes&fields=x')],
		['asked in GraphQL', (client) => graphql(client, '{ supervisions { held_on notes } }')],
		[
			'counted in GraphQL',
			(client) => graphql(client, '{ supervisions_aggregated(groupBy: ["notes"]) { group count { id } } }'),
		],
		[
			'filtered in GraphQL',
			(client) => graphql(client, `{ supervisions(filter: { notes: { _contains: "${SECRET}" } }) { id } }`),
		],
		['in the changes', (client) => client.get('/revisions?limit=-1')],
		['in the activity', (client) => client.get('/activity?limit=-1&fields=*.*.*')],
	];
	const leaks = (answer: Answer) => {
		const text = JSON.stringify(answer.body);
		return text.includes(SECRET) || (answer.status === 200 && text.includes(String(supervision.id)));
	};

	test.each(attacks)('%s is not told to the mentor', async (name, attack) => {
		const answer = await attack(mentor);
		expect(JSON.stringify(answer.body).includes(NOTES), JSON.stringify(answer.body)).toBe(false);
		// A mentor reads the concern that they have raised themselves, and nothing that managers wrote on it.
		if (!name.includes('concern')) expect(leaks(answer) && !name.includes('reached')).toBe(false);
	});

	test.each(attacks)('%s is not told to the Data Protection Officer, the Buyer or MI', async (_, attack) => {
		for (const client of [dpo, world.buyer, world.north.mi]) {
			expect(JSON.stringify((await attack(client)).body)).not.toContain(SECRET);
		}
	});

	it('is in no personal data that the Data Protection Officer gives out, which says that there is a concern', async () => {
		const [{ reference }] = (await rows('mentees', `filter[id][_eq]=${mentee}&fields=reference`)) as [Row];
		const { status, body } = await dpo.get(`/personal-data/${reference}.json`);
		expect(status).toBe(200);
		expect(JSON.stringify(body)).not.toContain(SECRET);
		const collections = (body.data.records as Row[]).map(({ collection }) => collection);
		expect(collections.filter((each) => each === 'safeguarding_concerns')).toHaveLength(2);
	});
});
