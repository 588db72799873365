import { join } from 'node:path';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { CASELOAD, MENTEES } from '../../extensions/peer-mentoring/src/app/journey/caseload/caseload-query.ts';
import { settleEverything } from '../../extensions/peer-mentoring/src/storage/writer/recomputation.ts';
import { insertLargeCaseload } from '../support/caseloads/large.ts';
import type { Client } from '../support/client.ts';
import { databaseOf } from '../support/database.ts';
import { startTestServer } from '../support/server.ts';
import { grouped, inTurn, type Bench, type Measurement } from './measurement.ts';
import { handTo, mentorOf, several } from './requests.ts';

/** Short turns, and many: a few in a hundred are less than what else a machine does from second to second. */
const REQUESTS = 5;
const TURNS = 10;

const WITHOUT = { NODE_OPTIONS: `--import ${join(import.meta.dirname, 'without-read-log.ts')}` };

interface Side {
	mentor: Client;
	mentees: { id: string; start_on: string }[];
	stop: () => Promise<void>;
}

/** What it costs that every read is put on record before it is answered (5.1): the platform with it and without, in turn. */
export async function readLogCost({ rows, runs, database, tell }: Bench): Promise<Measurement[]> {
	const side = async (env: Record<string, string>): Promise<Side> => {
		const server = await startTestServer({ database, env, own: true });
		const knex = databaseOf(server);
		const { contract } = await insertLargeCaseload(knex, rows, (done) =>
			tell(`${grouped(done)} of ${grouped(rows)} referrals written`),
		);
		const { mentor, id } = await mentorOf(server, contract.supplier);
		const mentees = await handTo(knex, id, contract.id);
		tell('working out every clock');
		await settleEverything(knex, today());
		await knex.raw('analyze');
		await knex.destroy();
		return { mentor, mentees, stop: server.stop };
	};
	const [logged, bare] = [await side({}), await side(WITHOUT)];
	try {
		const compare = async (name: string, work: (side: Side) => () => Promise<unknown>): Promise<Measurement> => {
			tell(name);
			const { platform, bare: without } = await inTurn(runs * TURNS, work(logged), work(bare));
			return { name, size: `${grouped(rows)} referrals`, platform: platform / REQUESTS, bare: without / REQUESTS };
		};
		const list = { query: CASELOAD, variables: { mentees: {}, referrals: {}, limit: 50, until: today() } };
		return [
			await compare(
				'a Peer Mentor’s list, with the read log and without',
				({ mentor }) =>
					() =>
						several(() => mentor.post('/graphql', list), REQUESTS),
			),
			await compare('a session recorded by the form, with it and without', form),
		];
	} finally {
		await logged.stop();
		await bare.stop();
	}
}

/** As the form does it: the Mentees to choose from, the session, and what the Mentee's count is then. */
function form({ mentor, mentees }: Side): () => Promise<void> {
	let turn = 0;
	const record = async () => {
		const { id: mentee, start_on: held_on } = mentees[turn++ % mentees.length]!;
		await mentor.post('/graphql', { query: MENTEES });
		const session = { mentee, held_on, minutes: 60, mode: 'face_to_face', attendance: 'attended' };
		const saved = await mentor.post('/items/sessions?fields=id', session);
		await mentor.get(`/items/mentees/${mentee}?fields=name,sessions_counted`);
		return saved;
	};
	return () => several(record, REQUESTS);
}
