/** People of the demo who write all at once, until nobody answers any more, and what they were told was done. */
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import { REPORT_PARTS } from '../../extensions/peer-mentoring/src/domain/returns/pmi/report.ts';
import { WALES } from '../../seed/demo/contracts.ts';
import { lateMonth } from '../../seed/demo/submissions.ts';
import type { Answer, Client } from './client.ts';
import { csv } from './csv.ts';
import type { TestServer } from './server.ts';

/** What was answered with success. */
export interface Acknowledged {
	writes: number;
	/** Keys of rows by table, and the references that imports brought. */
	there: { table: string; key: string }[];
	gone: { table: string; key: string }[];
	/** Of each import, done or not: all of its people are there, or none. */
	imports: { references: string[]; done: boolean }[];
	/** Versions of a month's return that were submitted. */
	submitted: number;
}

type Writer = (said: Acknowledged) => Promise<unknown>;

const SESSION = { held_on: today(), minutes: 45, mode: 'telephone', attendance: 'attended' };
const PERSON = { first_name: 'Gwen', last_name: 'Test-Killed', route: 'jobcentre_plus', dwp_customer: 'yes' };
const IMPORTED = 25;
/** What is imported changes a month that has been sent, which can then be sent again. */
const MONTH = lateMonth(today());
const NIL = ['subcontractor_spend', 'sme_spend', 'contract_cost_register', 'ipr_log', ...REPORT_PARTS];

let number = 0;

/** What each of them does over and over, signed in once: their sessions outlive the server. */
export async function busyPeople(server: TestServer): Promise<Writer[]> {
	const [mentor, manager, mi, admin] = await Promise.all([
		server.login('mentor1@example.org'),
		server.login('manager@example.org'),
		server.login('mi@example.org'),
		server.admin(),
	]);
	const keys = async (client: Client, path: string) => {
		const { body } = await client.get(path);
		return (body.data as { id: string }[]).map(({ id }) => id);
	};
	const mentees = await keys(mentor, '/items/mentees?filter[ended_on][_null]=true&fields=id&limit=20');
	const any = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)] as T;

	const records: Writer = async (said) => {
		const made = await mentor.post('/items/sessions', { ...SESSION, mentee: any(mentees) });
		const key = stored(said, made, 'sessions');
		if (key === undefined) return;
		await mentor.patch(`/items/sessions/${key}`, { minutes: 50 });
		if (Math.random() < 0.7) return;
		said.there = said.there.filter((row) => row.key !== key);
		if ((await mentor.delete(`/items/sessions/${key}`)).status === 204) said.gone.push({ table: 'sessions', key });
	};
	const refers: Writer = async (said) => {
		const made = await mentor.post('/items/referrals', { ...PERSON, received_on: today() });
		const referral = stored(said, made, 'referrals');
		if (referral === undefined) return;
		const meeting = { referral, held_on: today(), outcome: 'did_not_attend' };
		stored(said, await mentor.post('/items/initial_meetings', meeting), 'initial_meetings');
		if (Math.random() < 0.3) {
			const asked = { referral, requested_on: today(), reason: 'Asked for in a letter' };
			stored(said, await admin.post('/items/erasures', asked), 'erasures');
		}
	};
	const loads: Writer = async (said) => {
		const references = Array.from({ length: IMPORTED }, () => `KILLED-${++number}`);
		const one = { references, done: false };
		said.imports.push(one);
		const people = references.map((reference) => ({
			...PERSON,
			reference,
			contract: WALES,
			cpa: 9,
			received_on: `${MONTH}-04`,
			initial_meeting_on: `${MONTH}-11`,
			initial_meeting_outcome: 'start',
			start_on: `${MONTH}-13`,
		}));
		one.done = (await mi.upload('/caseload/import', { caseload: csv('caseload', people) })).status === 200;
		said.writes += Number(one.done);
	};
	const submits: Writer = async (said) => {
		const path = `/pmi/${WALES}/${MONTH}`;
		const { body } = await mi.get(`${path}/completeness`);
		const codes = new Set((body.data.missing as { missing: string; reference?: string }[]).map((each) => each.missing));
		const acknowledged = [...codes].map((code) => ({ code, reason: 'Checked with the mentor.' }));
		const { status } = await mi.post(`${path}/submit`, { acknowledged, nil: NIL, reason: 'Counted again' });
		said.submitted += Number(status === 200);
		said.writes += Number(status === 200);
	};
	const posts: Writer = async (said) => {
		const [mentorKey] = await keys(manager, '/items/peer_mentors?fields=id&limit=1');
		const [assignment] = await keys(manager, `/items/fte_assignments?filter[peer_mentor][_eq]=${mentorKey}&limit=1`);
		const { status } = await manager.patch(`/items/fte_assignments/${assignment}`, {
			weekly_hours: 20 + Math.floor(Math.random() * 20),
		});
		said.writes += Number(status === 200);
	};
	return [records, records, refers, loads, submits, posts];
}

/** Remembers a row that was answered as stored, be its dates settled or not. */
function stored(said: Acknowledged, { status, body }: Answer, table: string): string | undefined {
	if (status !== 200) return undefined;
	said.writes++;
	said.there.push({ table, key: body.data.id });
	return body.data.id;
}

/** Lets all of them write side by side until the server answers no more. */
export async function untilNobodyAnswers(people: readonly Writer[], said: Acknowledged): Promise<void> {
	const write = async (work: Writer) => {
		for (;;) {
			try {
				await work(said);
			} catch {
				return;
			}
		}
	};
	await Promise.all(people.map(write));
}

export const nothingYet = (): Acknowledged => ({ writes: 0, there: [], gone: [], imports: [], submitted: 0 });
