/** What the mentors' app shows before anything is filled in: My caseload, and one person. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCaseload } from '../../../extensions/peer-mentoring/src/app/journey/caseload/caseload-query.ts';
import type { Server } from '../../../extensions/peer-mentoring/src/app/shared/use-server.ts';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type {
	CaseloadAnswer,
	PersonAnswer,
} from '../../../extensions/peer-mentoring/src/domain/home/caseload/answer.ts';
import { lastDayOfWeekFrom } from '../../../extensions/peer-mentoring/src/domain/home/caseload/order.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';

const MENTORS = ['mentor1@example.org', 'mentor2@example.org', 'mentor3@example.org'];
const NOBODY = '00000000-0000-4000-8000-000000000000';

let server: TestServer;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
});
afterAll(() => server.stop());

const asServer = (client: Client) =>
	({ post: async (path: string, body: object) => (await client.post(path, body)).body.data }) as unknown as Server;

const caseloadOf = async (client: Client, query = ''): Promise<CaseloadAnswer> =>
	(await client.get(`/mentor/api/caseload${query}`)).body.data;

const personOf = async (client: Client, id: string, query = ''): Promise<PersonAnswer> =>
	(await client.get(`/mentor/api/people/${id}${query}`)).body.data;

const sorted = (texts: readonly string[]) => [...texts].sort();

describe.each(MENTORS)('My caseload of %s', (email) => {
	it.each([false, true])(
		'has the people and the things to do that the Studio shows (with who has left: %s)',
		async (withLeft) => {
			const client = await server.login(email);
			const studio = await readCaseload(asServer(client), {
				...{ name: '', withLeft, limit: 1000 },
				until: lastDayOfWeekFrom(today()),
			});
			const app = await caseloadOf(client, withLeft ? '?left=true' : '');
			expect(studio.mentees.length).toBeGreaterThan(5);
			const rows = app.people.map(({ id, name, stage, next_due_on, sessions_counted, last_seen }) =>
				JSON.stringify([id, name, stage, next_due_on, sessions_counted, last_seen]),
			);
			const expected = [
				...studio.mentees.map(({ id, name, stage, next_due_on, sessions_counted, last_seen }) =>
					JSON.stringify([id, name, stage, next_due_on, sessions_counted, last_seen]),
				),
				...studio.referrals.map(({ id, name, stage, next_due_on }) =>
					JSON.stringify([id, name, stage, next_due_on, null, null]),
				),
			];
			expect(sorted(rows)).toEqual(sorted(expected));
			const toDo = ({ what, name, due_on, mentee, referral }: CaseloadAnswer['to_dos'][number]) =>
				JSON.stringify([what, name, due_on, mentee, referral]);
			expect(sorted(app.to_dos.map(toDo))).toEqual(sorted(studio.toDos.map(toDo)));
		},
	);
});

describe('one person', () => {
	it('is found by the Mentee’s record and by the referral, with what happened from the newest to the oldest', async () => {
		const client = await server.login(MENTORS[0]!);
		const { people } = await caseloadOf(client);
		const row = people.find(({ stage }) => stage === 'in_support')!;
		const person = await personOf(client, row.mentee!);
		expect(person).toEqual(await personOf(client, row.referral));
		const { has_left: _left, ...known } = row;
		expect(person).toMatchObject({ ...known, today: today() });
		const days = person.timeline.map(({ on }) => on);
		expect(days).toEqual(sorted(days).reverse());
		expect(person.timeline.at(-1)!.what).toBe('Referral received');
		const { body } = await client.get(`/items/sessions?filter[mentee][_eq]=${row.mentee}&limit=0&meta=filter_count`);
		expect(person.timeline.filter(({ what }) => what === 'Session')).toHaveLength(body.meta.filter_count);
	});

	it('has the next appointment ahead of what happened, and in the week', async () => {
		const client = await server.login(MENTORS[0]!);
		const row = (await caseloadOf(client)).people.find(({ mentee }) => mentee !== null)!;
		const on = addDays(today(), 2);
		const next = { next_appointment_on: on, next_appointment_at: '10:30', next_appointment_place: 'Library' };
		expect((await client.patch(`/items/mentees/${row.mentee}`, next)).status).toBe(200);
		const { name, referral, mentee } = row;
		const appointment = { on, at: '10:30', place: 'Library', name, referral, mentee };
		expect((await caseloadOf(client)).appointments).toContainEqual(appointment);
		const person = await personOf(client, row.id);
		expect(person.next_appointment).toEqual(appointment);
		expect(person.timeline[0]).toEqual({ on, at: '10:30', what: 'Appointment', facts: ['Library'], is_ahead: true });
	});

	it('is told in Welsh where that is asked for, and nothing by its stored name', async () => {
		const client = await server.login(MENTORS[0]!);
		const { people } = await caseloadOf(client, '?language=cy-GB');
		expect(people.map(({ stage_text: stage }) => stage)).toContain('Yn cael cymorth');
		for (const { id } of people) {
			const { timeline, details } = await personOf(client, id, '?language=cy-GB');
			expect(timeline.at(-1)!.what).toBe('Derbyniwyd yr atgyfeiriad');
			const said = [
				...timeline.flatMap(({ facts }) => facts),
				...details.flatMap(({ label, value }) => [label, value]),
			];
			for (const text of said) expect(text).not.toMatch(/\b[a-z]+_[a-z_]+\b|^(true|false|null)$/);
		}
	});

	it('who has left is found, with the reason', async () => {
		const client = await server.login(MENTORS[0]!);
		const left = (await caseloadOf(client, '?left=true')).people.find(({ stage }) => stage === 'left')!;
		const { timeline } = await personOf(client, left.id);
		const ended = timeline.find(({ what }) => what === 'Support ended');
		expect(ended?.facts).toHaveLength(1);
	});
});

describe('nobody reads what is not theirs', () => {
	it('another mentor’s person looks as one that is not there', async () => {
		const client = await server.login(MENTORS[0]!);
		const other = await caseloadOf(await server.login(MENTORS[2]!));
		const missing = await client.get(`/mentor/api/people/${NOBODY}`);
		expect(missing.status).toBe(403);
		for (const id of [other.people[0]!.id, other.people[0]!.referral, 'x', "1' or '1'='1"]) {
			const { status, body } = await client.get(`/mentor/api/people/${encodeURIComponent(id)}`);
			expect([id, status, body]).toEqual([id, 403, missing.body]);
		}
	});

	it.each([
		['nobody', 401],
		['manager@example.org', 403],
		['mi@example.org', 403],
		['buyer@example.org', 403],
		['referrer@example.org', 403],
		['dpo@example.org', 403],
		['admin', 403],
	])('%s: %i', async (who, status) => {
		const client =
			who === 'nobody' ? server.anonymous : who === 'admin' ? await server.admin() : await server.login(who);
		for (const path of ['caseload', `people/${NOBODY}`]) {
			expect([path, (await client.get(`/mentor/api/${path}`)).status]).toEqual([path, status]);
		}
	});
});
