/** Many people who work at once, each as fast as a person does, beside each of them alone (5.1). */
import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Knex } from 'knex';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { settleEverything } from '../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import { insertLargeCaseload } from '../support/caseloads/large.ts';
import type { Answer, Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { PASSWORD } from '../support/world.ts';
import { grouped, median, type Bench, type Measurement } from './measurement.ts';
import { inSupport } from './requests.ts';

/** SQLite has one writer, and is for a small Supplier. */
const USERS: Record<Bench['database'], number> = { sqlite: 50, postgres: 200 };
/** One in so many is a manager, who reads figures. */
const MANAGERS = 20;
/** Somebody asks for something once in so many seconds, at least and at most. */
const PAUSE = { least: 5, most: 15 };
const ALONE = 25;
/** How often the server's memory is looked at. */
const LOOKS = 6;

interface User {
	client: Client;
	isManager: boolean;
	mentees: string[];
}

interface Kind {
	name: string;
	/** Out of a hundred requests of whoever makes them. */
	share: number;
	ask(user: User): Promise<Answer>;
}

const any = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)] as T;

const FORM =
	'*,sessions.id,sessions.held_on,sessions.attendance,sessions.minutes,action_plans.*,action_plans.actions.*,referral.*';
const OF_MENTORS: Kind[] = [
	{ name: 'my caseload', share: 30, ask: ({ client }) => client.get('/mentor/api/caseload') },
	{
		name: 'a person in the app',
		share: 30,
		ask: ({ client, mentees }) => client.get(`/mentor/api/people/${any(mentees)}`),
	},
	{
		name: 'a Mentee’s form',
		share: 10,
		ask: ({ client, mentees }) => client.get(`/items/mentees/${any(mentees)}?fields=${FORM}`),
	},
	{
		name: 'a session recorded',
		share: 25,
		ask: ({ client, mentees }) =>
			client.post('/items/sessions', {
				mentee: any(mentees),
				held_on: today(),
				minutes: 60,
				mode: 'face_to_face',
				attendance: 'attended',
			}),
	},
	{
		name: 'a referral recorded',
		share: 5,
		ask: ({ client }) =>
			client.post('/items/referrals', {
				first_name: 'Gwen',
				last_name: 'Test-Bench',
				route: 'jobcentre_plus',
				received_on: today(),
			}),
	},
];
const OF_MANAGERS: Kind[] = [
	{ name: 'a manager’s Home', share: 50, ask: ({ client }) => client.get('/home') },
	{
		name: 'a figure by month',
		share: 50,
		ask: ({ client }) => client.get('/figures?count=starts&by=month&period=range&from=2024-01&to=2024-12'),
	},
];
const KINDS = [...OF_MENTORS, ...OF_MANAGERS];

/** @returns each kind's median among all of them beside its own alone, and a line with the server's memory */
export async function usersAtOnce({ rows, database, tell, minutes }: Bench): Promise<(Measurement | string)[]> {
	const server = await startTestServer({ database, own: true });
	const knex = databaseOf(server);
	try {
		const { contract } = await insertLargeCaseload(knex, rows, (done) =>
			tell(`${grouped(done)} of ${grouped(rows)} referrals written`),
		);
		const users = await makeUsers(server, knex, contract, USERS[database], tell);
		tell('working out every clock');
		await settleEverything(knex, today());
		await knex.raw('analyze');
		const alone = await eachAlone(users, tell);
		const { times, memory } = await together(users, minutes * 60, server, tell);
		return [...KINDS.map((kind) => compared(kind, users.length, alone, times)), memory];
	} finally {
		await knex.destroy();
		await server.stop();
	}
}

function compared(
	{ name }: Kind,
	count: number,
	alone: Map<string, number[]>,
	times: Map<string, number[]>,
): Measurement {
	const found = (times.get(name) ?? []).toSorted((a, b) => a - b);
	const late = found[Math.floor(found.length * 0.95)] ?? Number.NaN;
	return {
		name: `${name}, ${count} users at once, against alone`,
		size: `${grouped(found.length)} requests, 95 % within ${late.toFixed(0)} ms`,
		platform: median(found),
		bare: median(alone.get(name) ?? []),
	};
}

async function eachAlone(users: readonly User[], tell: Bench['tell']): Promise<Map<string, number[]>> {
	const times = new Map<string, number[]>();
	for (const kind of KINDS) {
		tell(`${kind.name}, alone`);
		const askers = users.filter(({ isManager }) => isManager === OF_MANAGERS.includes(kind));
		for (let turn = 0; turn <= ALONE; turn++) {
			const took = await timed(kind, any(askers));
			// The first fills caches.
			if (turn > 0) times.set(kind.name, [...(times.get(kind.name) ?? []), took]);
		}
	}
	return times;
}

async function timed(kind: Kind, user: User): Promise<number> {
	const began = performance.now();
	const { status, body } = await kind.ask(user);
	if (status !== 200) throw new Error(`${kind.name} was answered ${status}: ${JSON.stringify(body)}`);
	return performance.now() - began;
}

async function together(users: readonly User[], seconds: number, server: TestServer, tell: Bench['tell']) {
	const times = new Map<string, number[]>();
	const end = Date.now() + seconds * 1000;
	const work = async (user: User) => {
		for (;;) {
			await wait(1000 * (PAUSE.least + Math.random() * (PAUSE.most - PAUSE.least)));
			if (Date.now() > end) return;
			const kind = drawn(user.isManager ? OF_MANAGERS : OF_MENTORS);
			const took = await timed(kind, user);
			times.set(kind.name, [...(times.get(kind.name) ?? []), took]);
		}
	};
	const memory: string[] = [];
	const watch = async () => {
		for (let look = 0; look < LOOKS; look++) {
			tell(`${users.length} users at once: ${look} of ${LOOKS} parts of the time`);
			await wait((seconds * 1000) / LOOKS);
			memory.push(`${megabytes(server.pid)} MB`);
		}
	};
	await Promise.all([watch(), ...users.map(work)]);
	return {
		times,
		memory: `  memory of the server after each ${(seconds / LOOKS / 60).toFixed(1)} minutes: ${memory.join(', ')}`,
	};
}

function drawn(kinds: readonly Kind[]): Kind {
	let at = Math.random() * 100;
	return kinds.find(({ share }) => (at -= share) < 0) ?? kinds[0]!;
}

const megabytes = (pid: number) =>
	Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);

/** Accounts of all of them, each Peer Mentor with a post and people of their own. */
async function makeUsers(
	server: TestServer,
	knex: Knex,
	contract: { id: string; supplier: string },
	count: number,
	tell: Bench['tell'],
): Promise<User[]> {
	const admin = await server.admin();
	const create = async (path: string, record: object) => {
		const { status, body } = await admin.post(path, record);
		if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
		return body.data.id as string;
	};
	const roleOf = async (name: string) =>
		(await admin.get(`/roles?filter[name][_eq]=${name}&fields=id`)).body.data[0].id;
	const roles = { mentor: await roleOf('Peer Mentor'), manager: await roleOf('Supplier Manager') };
	const { body: areas } = await admin.get(
		`/items/contract_cpas?filter[contract][_eq]=${contract.id}&fields=contract_package_area.delivery_areas.id&limit=1`,
	);
	const people = (await inSupport(knex, contract.id, count * 15)).map(({ id }) => id);
	if (people.length < count) throw new Error('Too few Mentees are in support; give --rows a larger number');
	const { supplier } = contract;
	const users: User[] = [];
	for (let number = 0; number < count; number++) {
		if (number % 20 === 0) tell(`${number} of ${count} accounts`);
		const isManager = number % MANAGERS === 0;
		const email = `bench-${number}@example.org`;
		const person = { first_name: 'Test', last_name: `Bench-${number}`, supplier };
		const role = isManager ? roles.manager : roles.mentor;
		const user = await create('/users', { ...person, email, password: PASSWORD, role });
		const mentees = people.filter((_, index) => index % count === number);
		if (!isManager) {
			const mentor = await create('/items/peer_mentors', { ...person, user });
			await create('/items/fte_assignments', {
				peer_mentor: mentor,
				contract: contract.id,
				delivery_area: areas.data[0].contract_package_area.delivery_areas[0].id,
				// All of them together are as many as Annex C allows in one area.
				weekly_hours: 1,
				starts_on: '2023-04-03',
			});
			await knex('mentees').whereIn('id', mentees).update({ peer_mentor: mentor });
		}
		users.push({ client: await server.login(email, PASSWORD), isManager, mentees });
	}
	return users;
}
