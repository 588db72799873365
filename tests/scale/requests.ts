import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { addDays, day, type CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { dayColumn, dayOf } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { settleEverything } from '../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import { insertLargeCaseload } from '../support/caseloads/large.ts';
import type { Answer, Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { startTestServer, type TestServer } from '../support/server.ts';
import { PASSWORD } from '../support/world.ts';
import { grouped, inTurn, type Bench, type Measurement } from './measurement.ts';

/** Requests that make one run: one by itself is too short to measure. */
const REQUESTS = 25;

/** What a Peer Mentor waits for: reading a Mentee through the row rules, and recording a session. */
export async function mentorRequests({ rows, runs, database, tell }: Bench): Promise<Measurement[]> {
	const server = await startTestServer({ database });
	const knex = databaseOf(server);
	try {
		const { contract } = await insertLargeCaseload(knex, rows, (done) =>
			tell(`${grouped(done)} of ${grouped(rows)} referrals written`),
		);
		const { admin, mentor, id } = await mentorOf(server, contract.supplier);
		const mentees = await handTo(knex, id, contract.id);
		tell('working out every clock');
		await settleEverything(knex, today());
		await knex.raw('analyze');
		const size = `${grouped(rows)} referrals`;
		const path = `/items/mentees/${mentees[0]!.id}?fields=id,reference,stage,next_due_on,sessions_counted`;
		tell('reading one Mentee');
		const read = await inTurn(
			runs,
			() => several(() => mentor.get(path)),
			() => several(() => admin.get(path)),
		);
		tell('recording a session');
		let turn = 0;
		const session = () => {
			const { id: mentee, start_on } = mentees[turn++ % mentees.length]!;
			return mentor.post('/items/sessions', {
				mentee,
				held_on: start_on,
				minutes: 60,
				mode: 'face_to_face',
				attendance: 'attended',
			});
		};
		const written = await inTurn(
			runs,
			() => several(session),
			() => several(() => admin.post('/items/suppliers', { name: `Supplier ${randomUUID()}` })),
		);
		const each = ({ platform, bare }: typeof read) => ({ platform: platform / REQUESTS, bare: bare / REQUESTS });
		return [
			{ name: 'a Mentee read by a Peer Mentor, against Administrator', size, ...each(read) },
			{ name: 'a session recorded, against a create without our hooks', size, ...each(written) },
		];
	} finally {
		await knex.destroy();
		await server.stop();
	}
}

export async function several(request: () => Promise<Answer>, requests = REQUESTS): Promise<void> {
	for (let count = 0; count < requests; count++) {
		const { status, body } = await request();
		if (status !== 200) throw new Error(`The server answered ${status}: ${JSON.stringify(body)}`);
	}
}

/** A Peer Mentor of the Supplier, with an account. */
export async function mentorOf(
	server: TestServer,
	supplier: string,
): Promise<{ admin: Client; mentor: Client; id: string }> {
	const admin = await server.admin();
	const create = async (path: string, record: object) => {
		const { status, body } = await admin.post(path, record);
		if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
		return body.data.id as string;
	};
	const { body: roles } = await admin.get('/roles?filter[name][_eq]=Peer Mentor&fields=id');
	const person = { first_name: 'Test', last_name: 'Mentor', supplier };
	const email = 'mentor-bench@example.org';
	const user = await create('/users', { ...person, email, password: PASSWORD, role: roles.data[0].id });
	const id = await create('/items/peer_mentors', { ...person, user });
	return { admin, mentor: await server.login(email, PASSWORD), id };
}

/** Gives the Peer Mentor a caseload. */
export async function handTo(
	knex: Knex,
	mentor: string,
	contract: string,
): Promise<{ id: string; start_on: string }[]> {
	const rows = await inSupport(knex, contract, 30);
	const ids = rows.map(({ id }) => id);
	await knex('mentees').whereIn('id', ids).update({ peer_mentor: mentor });
	return rows.map(({ id, start_on }) => ({ id, start_on: addDays(start_on, 40) }));
}

/** People who agreed to start, have started and are still in support. */
export async function inSupport(
	knex: Knex,
	contract: string,
	most: number,
): Promise<{ id: string; start_on: CalendarDay }[]> {
	const meetings = () => knex('initial_meetings').where('referral', knex.ref('mentee.referral'));
	const rows = await knex('mentees as mentee')
		.where({ 'mentee.contract': contract, 'mentee.restricted': false })
		.whereExists(meetings().where({ outcome: 'start' }))
		.whereNotExists(meetings().where((other) => other.whereNull('outcome').orWhereNot({ outcome: 'start' })))
		.where('mentee.start_on', '>=', dayColumn(knex, day('2023-01-01')))
		.whereNull('mentee.ended_on')
		.whereNull('mentee.end_reason')
		.orderBy('mentee.id')
		.limit(most)
		.select('mentee.id', 'mentee.start_on');
	if (rows.length === 0) throw new Error('No Mentee is in support; give --rows a larger number');
	return rows.map(({ id, start_on }) => ({ id, start_on: dayOf(start_on)! }));
}
