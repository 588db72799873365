/** What an Administrator adds about Mentees, made over the API as the Studio makes it, and nothing done about who reads it. */
import { expect } from 'vitest';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';
import { STARTS, STATEMENT } from '../complete-forms.ts';

export let server: TestServer;
export let world: World;
export let admin: Client;
export let officer: Client;
/** A Mentee of the first Peer Mentor of each Supplier, and one of the second of the first. */
export let mentee: Person;
export let colleagues: Person;
export let others: Person;

export interface Person {
	referral: string;
	mentee: string;
	reference: string;
}

export const mentor = () => world.north.mentors[0]?.client as Client;
/** Everybody whom a Mentee of the first Peer Mentor is none of. */
export const strangers = (): [string, Client][] => [
	['a colleague of the Peer Mentor', world.north.mentors[1]?.client as Client],
	['another Supplier’s Peer Mentor', world.west.mentors[0]?.client as Client],
	['another Supplier’s manager', world.west.manager],
	['another Supplier’s MI', world.west.mi],
];

async function ok(answer: Promise<{ status: number; body: { data: unknown } }>): Promise<never> {
	const { status, body } = await answer;
	expect([status, body], JSON.stringify(body)).toEqual([status < 300 ? status : 200, body]);
	return body?.data as never;
}

export const make = (path: string, record: object, who = admin): Promise<{ id: string }> => ok(who.post(path, record));

async function person(who: Client, name: string): Promise<Person> {
	const received = { first_name: 'Wren', last_name: name, received_on: '2023-10-02' };
	const referral = await make(
		'/items/referrals',
		{ ...received, route: 'third_party', permission_obtained: true },
		who,
	);
	await make('/items/initial_meetings', { referral: referral.id, held_on: '2023-10-09', ...STARTS }, who);
	const [found] = (await ok(who.get(`/items/mentees?filter[referral][_eq]=${referral.id}&fields=id,reference`))) as {
		id: string;
		reference: string;
	}[];
	return { referral: referral.id, mentee: found!.id, reference: found!.reference };
}

/** A field that names a record, with the list of these on it, as the Studio makes both. */
export async function relate(
	collection: string,
	field: string,
	to: { collection: string; type: 'uuid' | 'integer'; list?: string },
): Promise<void> {
	const meta = { interface: 'select-dropdown-m2o', special: ['m2o'] };
	await make(`/fields/${collection}`, { field, type: to.type, meta, schema: {} });
	if (to.list) {
		const list = { interface: 'list-o2m', special: ['o2m'] };
		await make(`/fields/${to.collection}`, { field: to.list, type: 'alias', meta: list });
	}
	await make('/relations', {
		collection,
		field,
		related_collection: to.collection,
		meta: { one_field: to.list ?? null },
		schema: { on_delete: 'SET NULL' },
	});
}

const text = (field: string, translations: object[] = []) => ({
	field,
	type: 'text',
	meta: { interface: 'input-multiline', translations },
	schema: {},
});

/** With the key that the Studio proposes, or one called otherwise. */
export const collectionOf = (collection: string, fields: object[], key = 'id') =>
	make('/collections', {
		collection,
		meta: { translations: [{ language: 'cy-GB', translation: `${collection} yn Gymraeg` }] },
		schema: {},
		fields: [
			{
				field: key,
				type: 'integer',
				meta: { hidden: true },
				schema: { is_primary_key: true, has_auto_increment: true },
			},
			...fields,
		],
	});

/** Lets roles do everything with a collection, without any row rule. */
export async function grant(roles: readonly string[], collection: string, actions = ALL): Promise<void> {
	const found = (await ok(admin.get('/roles?fields=name,policies.policy&limit=-1'))) as {
		name: string;
		policies: { policy: string }[];
	}[];
	for (const { policies } of found.filter(({ name }) => roles.includes(name))) {
		for (const action of actions) {
			const policy = policies[0]?.policy;
			await ok(
				admin.post('/permissions', { policy, collection, action, fields: ['*'], permissions: {}, validation: {} }),
			);
		}
	}
}
const ALL = ['create', 'read', 'update', 'delete'];
export const WITH_MENTEES = ['Peer Mentor', 'Supplier Manager', 'Supplier MI'];

export async function withdraw({ mentee: id, referral }: Person): Promise<void> {
	const decided = { mentee: id, referral, ...STATEMENT };
	await make('/items/consents', { ...decided, decision: 'given', decided_on: '2023-10-09' });
	await make('/items/consents', { ...decided, decision: 'withdrawn', decided_on: '2024-01-09' });
}

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	({ admin } = world);
	officer = (await world.user('Data Protection Officer', 'officer-test@example.org')).client;
	mentee = await person(mentor(), 'Quillon');
	colleagues = await person(world.north.mentors[1]?.client as Client, 'Tamsett');
	others = await person(world.west.mentors[0]?.client as Client, 'Farrowby');
	// Something about a Mentee; something about that; and something shared that Mentees are listed under.
	await collectionOf('mood_notes', [
		text('text', [{ language: 'cy-GB', translation: 'Nodyn' }]),
		{
			field: 'score',
			type: 'integer',
			meta: { translations: [{ language: 'en-US', translation: 'How it was' }] },
			schema: { is_nullable: false, default_value: 5 },
		},
	]);
	await relate('mood_notes', 'mentee', { collection: 'mentees', type: 'uuid', list: 'mood_notes' });
	await collectionOf('mood_replies', [text('reply')], 'reply_key');
	await relate('mood_replies', 'note', { collection: 'mood_notes', type: 'integer', list: 'replies' });
	await collectionOf('moods', [text('name')]);
	await collectionOf('mentees_moods', []);
	await relate('mentees_moods', 'mentees_id', { collection: 'mentees', type: 'uuid', list: 'moods' });
	await relate('mentees_moods', 'moods_id', { collection: 'moods', type: 'integer', list: 'mentees' });
	await relate('mood_notes', 'mood', { collection: 'moods', type: 'integer', list: 'notes' });
}

export const end = () => server.stop();
