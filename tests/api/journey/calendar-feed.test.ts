/** A Peer Mentor's appointments in the calendar of their phone, by a secret address. */
import type { Knex } from 'knex';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { Client } from '../../support/client.ts';
import { databaseOf } from '../../support/database.ts';
import { ask, begin, colleague, end, mentor, planned, server, world } from '../../support/scenes/plan-confirmation.ts';

let knex: Knex;
const SOON = addDays(today(), 3);

beforeAll(async () => {
	await begin({ LOG_LEVEL: 'info', UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR: '60' });
	knex = databaseOf(server);
});
afterAll(async () => {
	await knex?.destroy();
	await end();
});
beforeEach(async () => void (await mentor.patch('/users/me', { language: 'en-GB' })));

/** A new address of somebody's, as a path. */
async function address(who: Client = mentor): Promise<string> {
	const { status, body } = await who.post('/calendar-feed');
	if (status !== 200) throw new Error(JSON.stringify(body));
	return new URL(body.data.url).pathname;
}

async function feed(path: string) {
	const { status, headers, text } = await ask(path, { headers: { accept: 'text/calendar' } });
	const of = (name: string) =>
		[...text.matchAll(new RegExp(`^${name}[^:\r\n]*:(.*)\r$`, 'gm'))].map(([, value]) => value);
	return { status, headers, text, of };
}

interface Arranged {
	on?: string;
	at?: string | null;
}

/** A Mentee with an appointment. */
async function arranged(name: string, { on = SOON, at = '10:00' }: Arranged = {}, person = {}) {
	const [first_name, last_name] = name.split(' ');
	const made = await planned({ first_name, last_name, ...person });
	const next = { next_appointment_on: on, next_appointment_at: at, next_appointment_place: 'Quiet Street' };
	const { status, body } = await mentor.patch(`/items/mentees/${made.mentee}`, next);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return made;
}

const writeDay = (table: string, id: string, field: string, day: string) =>
	knex(table)
		.where({ id })
		.update({ [field]: dayColumn(knex, day as never) });

describe('the calendar', () => {
	it('has when, and who by their initials, and nothing else of anybody', async () => {
		await arranged('Gwenllian Secretname');
		const { status, headers, text, of } = await feed(await address());
		expect(status).toBe(200);
		expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
		expect(headers.get('cache-control')).toBe('private, no-store');
		expect(headers.get('set-cookie')).toBeNull();
		expect(of('SUMMARY')).toContain('GS: Appointment');
		expect(text).not.toMatch(/Gwenllian|Secretname|Quiet|kitchen|substance|peer|mentoring|addict/i);
		expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
		expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
	});

	it('says times as moments, in summer and in winter, and the same event under the same name for ever', async () => {
		const [summer, winter] = [await arranged('Summer Time'), await arranged('Winter Time')];
		await writeDay('mentees', summer.mentee, 'next_appointment_on', '2099-07-01');
		await writeDay('mentees', winter.mentee, 'next_appointment_on', '2099-01-07');
		const path = await address();
		const first = await feed(path);
		expect(first.of('DTSTART')).toEqual(expect.arrayContaining(['20990701T090000Z', '20990107T100000Z']));
		expect(first.of('DTEND')).toEqual(expect.arrayContaining(['20990701T100000Z', '20990107T110000Z']));
		await mentor.patch(`/items/mentees/${summer.mentee}`, { next_appointment_at: '11:00' });
		const second = await feed(path);
		expect(second.of('DTSTART')).toContain('20990701T100000Z');
		expect([...second.of('UID')].sort()).toEqual([...first.of('UID')].sort());
		expect(new Set(first.of('UID')).size).toBe(first.of('UID').length);
	});

	it('is in the language of the account, has first meetings too, and a whole day where no time is known', async () => {
		const named = { first_name: 'Ŵyn', last_name: 'Newydd', route: 'jobcentre_plus', received_on: today() };
		const { body } = await mentor.post('/items/referrals', { ...named, dwp_customer: 'yes' });
		await writeDay('referrals', body.data.id, 'meeting_arranged_on', addDays(today(), 5));
		await mentor.patch('/users/me', { language: 'cy-GB' });
		const { text, of } = await feed(await address());
		expect(of('X-WR-CALNAME')).toEqual(['Apwyntiadau']);
		expect(of('SUMMARY')).toContain('ŴN: Cyfarfod cychwynnol');
		expect(text).toContain(`DTSTART;VALUE=DATE:${addDays(today(), 5).replaceAll('-', '')}`);
		expect(text).not.toMatch(/Appointment:|Initial meeting/);
	});

	it('goes thirty days back', async () => {
		const [in_time, before] = [await arranged('Zoe Intime'), await arranged('Yann Before')];
		await writeDay('mentees', in_time.mentee, 'next_appointment_on', addDays(today(), -30));
		await writeDay('mentees', before.mentee, 'next_appointment_on', addDays(today(), -31));
		const summaries = (await feed(await address())).of('SUMMARY');
		expect(summaries).toContain('ZI: Appointment');
		expect(summaries).not.toContain('YB: Appointment');
	});

	it('has nobody who has withdrawn consent, was erased, has left, or is somebody else’s', async () => {
		const withdrawn = await arranged('Qi Withdrawn', {}, { dwp_customer: 'no' });
		const [erased, left, other] = [await arranged('Qa Erased'), await arranged('Qu Left'), await arranged('Qo Other')];
		const path = await address();
		const people = /QW|QE|QL|QO/;
		expect((await feed(path)).of('SUMMARY').filter((each) => people.test(each!))).toHaveLength(4);
		const decision = { mentee: withdrawn.mentee, decision: 'withdrawn', decided_on: today() };
		expect((await mentor.post('/items/consents', decision)).status).toBe(200);
		const asked = { referral: erased.referral, requested_on: today(), reason: 'Article 17' };
		expect((await world.admin.post('/items/erasures', asked)).status).toBe(200);
		const ended = { ended_on: today(), end_reason: 'moved_away', end_reason_detail: 'Moved' };
		expect((await mentor.patch(`/items/mentees/${left.mentee}`, ended)).status).toBe(200);
		const handed = {
			mentee: other.mentee,
			peer_mentor: world.north.mentors[1]!.id,
			from_on: today(),
			because: 'other',
			reason: 'A test',
		};
		expect((await world.north.manager.post('/items/allocations', handed)).status).toBe(200);
		expect((await feed(path)).text).not.toMatch(people);
		expect((await feed(await address(colleague))).of('SUMMARY')).toEqual(['QO: Appointment']);
	});
});

describe('the address', () => {
	it('is told once, and kept as a hash', async () => {
		const path = await address();
		const token = path.split('/').at(-1)!.replace('.ics', '');
		expect(token).toMatch(/^[0-9a-f]{40}$/);
		const { body } = await mentor.get('/calendar-feed');
		expect(body.data).toEqual({ made_on: today() });
		expect(JSON.stringify(await knex('mentor_calendars').select())).not.toContain(token);
	});

	it('stops with the next one, and when it is taken away', async () => {
		const first = await address();
		const second = await address();
		expect([(await feed(first)).status, (await feed(second)).status]).toEqual([404, 200]);
		expect((await mentor.delete('/calendar-feed')).status).toBe(204);
		expect((await feed(second)).status).toBe(404);
		expect((await mentor.get('/calendar-feed')).body.data).toEqual({ made_on: null });
	});

	it('shows nothing where there is none, in words, however it is asked for', async () => {
		const old = await address();
		await mentor.delete('/calendar-feed');
		const unknown = `/calendar-feed/${'0'.repeat(40)}.ics`;
		const answers = [];
		for (const path of [unknown, old, '/calendar-feed/x', `/calendar-feed/${"'".repeat(3)}`]) {
			answers.push([(await ask(path)).text, (await feed(path)).text, (await feed(path)).status]);
		}
		expect(new Set(answers.map(String)).size).toBe(1);
		expect(answers[0]![2]).toBe(404);
		const { text } = await ask(`${unknown}?lang=cy`);
		expect(text).toContain('Nid yw’r cyfeiriad calendr hwn yn gweithio');
		for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
			expect((await ask(await address(), { method })).status).toBeGreaterThanOrEqual(400);
		}
	});

	it('is nobody’s but a Peer Mentor’s', async () => {
		const { north, buyer, admin } = world;
		for (const who of [north.manager, north.mi, buyer, admin]) {
			for (const answer of [
				await who.get('/calendar-feed'),
				await who.post('/calendar-feed'),
				await who.delete('/calendar-feed'),
			])
				expect(answer.status).toBe(403);
		}
		expect((await server.anonymous.get('/calendar-feed')).status).toBe(401);
	});

	it('ends with the account, and with the last day of its mentor', async () => {
		const { email: _email, user, id } = world.north.mentors[1]!;
		const path = await address(colleague);
		const is = async (status: number) => expect((await feed(path)).status).toBe(status);
		await is(200);
		await world.admin.patch(`/users/${user}`, { status: 'suspended' });
		await is(404);
		await world.admin.patch(`/users/${user}`, { status: 'active' });
		await is(200);
		await writeDay('peer_mentors', id, 'leaves_on', addDays(today(), -1));
		await is(404);
		await writeDay('peer_mentors', id, 'leaves_on', today());
		await is(200);
		const role = await knex('directus_roles').where({ name: 'Supplier Manager' }).first('id');
		await world.admin.patch(`/users/${user}`, { role: role.id });
		await is(404);
	});
});

it('the read log knows of whom it told; no log has the address or a name', async () => {
	const { mentee } = await arranged('Lowri Logged');
	const path = await address();
	const token = path.split('/').at(-1)!.replace('.ics', '');
	await feed(path);
	await ask(`/Calendar-Feed/${token}.ics`, { headers: { referer: server.url + path } });
	const { body } = await world.admin.get('/items/access_log?sort=-at&limit=5&fields=through,keys,user,records');
	const read = body.data.find(({ through }: { through: string }) => through === 'GET /calendar-feed/:file');
	expect(read.user).toBeNull();
	expect(read.keys.mentees).toContain(mentee);
	const log = server.output();
	expect(log).toContain('/calendar-feed/(link)');
	expect(log).not.toContain(token);
	expect(log).not.toMatch(/[0-9a-f]{40}|Lowri/);
});

it('who guesses is held back, and whoever has an address on the same network is not', async () => {
	const path = await address();
	const guess = (number: number) => feed(`/calendar-feed/${String(number).padStart(40, '0')}.ics`);
	let status = 404;
	for (let number = 0; status === 404 && number < 80; number++) ({ status } = await guess(number));
	expect(status).toBe(429);
	expect(Number((await guess(99)).headers.get('retry-after'))).toBeGreaterThan(3000);
	expect((await feed(path)).status).toBe(200);
});
