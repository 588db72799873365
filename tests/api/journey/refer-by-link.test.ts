/** Referring by a link: who makes one, what it takes, and what it tells to nobody (2.4, 5.4). */
import { connect } from 'node:net';
import knexFrom from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { latestExpiry } from '../../../extensions/peer-mentoring/src/domain/journey/referral-link.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import type { Answer } from '../../support/client.ts';
import {
	ask,
	begin,
	CHARITY,
	COACH,
	end,
	inDays,
	issue,
	linkPath,
	makeLink,
	PERSON,
	referrer,
	sendForm,
	server,
	stored,
	world,
} from '../../support/scenes/refer.ts';

const fieldsOf = ({ body }: Answer) => body.errors.map((each: { extensions: object }) => each.extensions);

beforeAll(() => begin({ LOG_LEVEL: 'info' }));
afterAll(end);

describe('a link', () => {
	it('refers somebody for its organisation, in the language of the page', async () => {
		const id = await makeLink();
		const path = await issue(id);
		const form = await ask(`${path}?lang=cy-GB`);
		expect(form.text).toContain('Test Recovery Charity');
		expect(form.text).toContain('Anfon yr atgyfeiriad');
		const fields = {
			...CHARITY,
			permission_obtained: 'true',
			third_party_organisation: 'Another',
			route: 'jobcentre_plus',
		};
		const { status, text } = await sendForm(`${path}?lang=cy-GB`, fields);
		expect(status).toBe(200);
		const reference = /R-[0-9A-Z]{6}/.exec(text)?.[0] as string;
		expect((await stored(reference))[0]).toMatchObject({
			...CHARITY,
			route: 'third_party',
			third_party_organisation: 'Test Recovery Charity',
			referral_link: id,
			referred_by: null,
			supplier: world.north.id,
			cpa: 9,
			peer_mentor: null,
		});
	});

	it('makes one referral of a form that is sent twice, also at once', async () => {
		const path = await linkPath();
		const form = { ...CHARITY, submission: 'one-form' };
		const answers = await Promise.all([server.anonymous.post(path, form), server.anonymous.post(path, form)]);
		const again = await server.anonymous.post(path, form);
		const references = [...answers, again].map(({ body }) => body.data.reference);
		expect(new Set(references).size).toBe(1);
		const other = await server.anonymous.post(await linkPath(), form);
		expect(other.body.data.reference).not.toBe(references[0]);
	});

	it('of a Jobcentre fixes the office', async () => {
		const path = await linkPath({ route: 'jobcentre_plus', jobcentre_office: COACH.jobcentre_office, cpa: 9 });
		expect((await ask(path)).text).not.toContain('name="jobcentre_office"');
		const { body } = await server.anonymous.post(path, { ...PERSON, work_coach: 'Test Coach' });
		const [row] = await stored(body.data.reference);
		expect(row).toMatchObject({
			route: 'jobcentre_plus',
			jobcentre_office: COACH.jobcentre_office,
			work_coach: 'Test Coach',
		});
	});

	it.each([
		['permission_obtained', { permission_obtained: false }],
		['third_party_type', { third_party_type: 'bank' }],
		['third_party_contact', { third_party_contact: '' }],
		['first_name', { first_name: '' }],
		['last_name', { last_name: '' }],
		['phone', { phone: '', email: '' }],
		['email', { email: 'nowhere' }],
		['aged_18_or_over', { aged_18_or_over: 'no' }],
		['preferred_language', { preferred_language: 'fr' }],
		['website', { website: 'https://example.org' }],
	])('refuses with the field %s, and makes nothing', async (field, change) => {
		const id = await makeLink();
		const answer = await server.anonymous.post(await issue(id), { ...CHARITY, ...change });
		expect(answer.status).toBe(400);
		expect(fieldsOf(answer)).toEqual([{ code: 'FAILED_VALIDATION', field }]);
		const made = await world.admin.get(`/items/referrals?filter[referral_link][_eq]=${id}`);
		expect(made.body.data).toEqual([]);
	});

	it('shows a refusal beside its field and keeps what was typed, also when the language is changed', async () => {
		const path = await linkPath();
		const typed = { first_name: 'Kept <b>', email: 'x' };
		const wrong = await sendForm(path, typed);
		expect(wrong.status).toBe(400);
		expect(wrong.text).toContain('There is a problem');
		expect(wrong.text).toContain('value="Kept &#60;b&#62;"');
		expect(wrong.text).toContain('id="email-error"');
		const welsh = await sendForm(path, { ...typed, switch_to: 'cy-GB' });
		expect([welsh.status, welsh.text.includes('Kept &#60;b&#62;'), welsh.text.includes('Mae problem')]).toEqual([
			200,
			true,
			false,
		]);
	});

	it('takes a form only, and a short one', async () => {
		const path = await linkPath();
		const long = { ...CHARITY, first_name: 'x'.repeat(30_000) };
		expect((await server.anonymous.post(path, long)).status).toBe(413);
		expect((await sendForm(path, { first_name: long.first_name })).status).toBe(413);
		expect((await ask(path, { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } })).status).toBe(
			415,
		);
	});
});

it('a form that breaks off half way harms nobody', async () => {
	const path = await linkPath();
	const { hostname, port } = new URL(server.url);
	for (const length of [100, 1_000_000]) {
		await new Promise<void>((closed) => {
			const socket = connect(Number(port), hostname, () => {
				socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n`);
				socket.write('Content-Type: application/x-www-form-urlencoded\r\n\r\n');
				socket.write('first_name=Broken'.padEnd(length > 100 ? 30_000 : 20, 'x'), () => {
					setTimeout(() => socket.destroy(), 200);
				});
			});
			socket
				.on('close', () => closed())
				.on('error', () => undefined)
				.resume();
		});
	}
	expect((await ask(path)).status).toBe(200);
});

describe('a link that does not work', () => {
	it('is answered in the same way, whatever it lacks', async () => {
		const database = knexFrom({
			client: server.env.DB_CLIENT === 'pg' ? 'pg' : 'sqlite3',
			connection: server.env.DB_CONNECTION_STRING ?? { filename: `${server.data}/database.sqlite` },
			useNullAsDefault: true,
		});
		const ended = await world.admin.post('/items/call_off_contracts', {
			reference: 'TEST-ENDED',
			supplier: world.north.id,
			cpas: [{ contract_package_area: 3 }],
			start_date: '2023-01-09',
			end_date: '2024-01-09',
			working_day_calendar: 'england-and-wales',
		});
		const [expired, withdrawn, replaced, over] = [
			await makeLink(),
			await makeLink(),
			await makeLink(),
			await makeLink({ contract: ended.body.data.id }),
		];
		const paths = [];
		for (const id of [expired, withdrawn, replaced, over]) paths.push(await issue(id));
		await issue(replaced);
		await world.north.manager.patch(`/items/referral_links/${withdrawn}`, { withdrawn_on: today() });
		try {
			await database('referral_links')
				.where({ id: expired })
				.update({ expires_on: dayColumn(database, inDays(-1)) });
		} finally {
			await database.destroy();
		}
		const unknown = await ask(`/refer/${'0'.repeat(40)}`);
		expect(unknown.status).toBe(404);
		for (const path of [...paths, '/refer/short', '/refer/LINKS']) {
			const { status, text } = await ask(path);
			expect([path, status, text]).toEqual([path, 404, unknown.text]);
			expect((await ask(`${path}/results`)).status).toBe(404);
			const refused = await server.anonymous.post(path, CHARITY);
			expect([refused.status, refused.body.errors[0].extensions.code]).toEqual([404, 'LINK_DOES_NOT_WORK']);
		}
		expect((await world.north.manager.post(`/refer/links/${withdrawn}`)).status).toBe(400);
	});
});

describe('a link is made', () => {
	it('by a manager of the Supplier, whose it is then', async () => {
		const id = await makeLink();
		const { body } = await world.north.manager.get(`/items/referral_links/${id}`);
		expect(body.data).toMatchObject({ supplier: world.north.id, organisation: 'Test Recovery Charity' });
		expect(body.data).not.toHaveProperty('token_hash');
		expect((await world.west.manager.get(`/items/referral_links/${id}`)).status).toBe(403);
	});

	it.each([
		['expires_on', () => ({ expires_on: inDays(-1) })],
		['expires_on', () => ({ expires_on: addDays(latestExpiry(today()), 1) })],
		['cpa', () => ({ cpa: 1 })],
		['jobcentre_office', () => ({ route: 'jobcentre_plus', jobcentre_office: 'hull-britannia-house' })],
	])('not with a %s that cannot be', async (field, change) => {
		const link = { contract: world.north.contract, route: 'third_party', organisation: 'x', expires_on: inDays(9) };
		const refused = await world.north.manager.post('/items/referral_links', { ...link, ...change() });
		expect(refused.status).toBe(400);
		expect(fieldsOf(refused)[0]).toMatchObject({ field });
		const changed = await world.admin.patch(`/items/referral_links/${await makeLink()}`, change());
		expect(changed.status).toBe(400);
	});

	it('not for another Supplier’s contract', async () => {
		await expect(makeLink({ contract: world.west.contract })).rejects.toThrow('FORBIDDEN');
		await expect(makeLink({}, world.north.mentors[0]!.client)).rejects.toThrow('FORBIDDEN');
	});

	it('and its token is chosen, read and changed by nobody', async () => {
		const hash = 'a'.repeat(64);
		await expect(makeLink({ token_hash: hash })).resolves.toBeTruthy();
		const id = await makeLink({ token_hash: hash }, world.admin);
		const { body } = await world.admin.get(`/items/referral_links/${id}?fields=token_hash`);
		expect(body.data.token_hash).toBeNull();
		expect((await world.admin.patch(`/items/referral_links/${id}`, { token_hash: hash })).status).toBe(400);
		const { manager } = world.north;
		expect((await manager.patch(`/items/referral_links/${id}`, { token_hash: hash })).status).toBeGreaterThanOrEqual(
			400,
		);
		expect((await manager.get('/items/referral_links?fields=token_hash')).status).toBe(403);
		expect((await manager.get('/items/referral_links?filter[token_hash][_nnull]=true')).status).toBe(403);
	});

	it('and its address by the Supplier’s manager or the Administrator only', async () => {
		const id = await makeLink();
		for (const who of [world.west.manager, world.north.mi, world.north.mentors[0]!.client, world.buyer, referrer]) {
			expect((await who.post(`/refer/links/${id}`)).status).toBe(403);
		}
		expect((await server.anonymous.post(`/refer/links/${id}`)).status).toBe(401);
		expect((await world.admin.post(`/refer/links/${id}`)).body.data.url).toMatch(/\/refer\/[0-9a-f]{40}$/);
		expect((await world.north.manager.post('/refer/links/none')).status).toBe(403);
	});
});

it('neither the log nor an address names a person, a referrer or a token', async () => {
	const path = await linkPath();
	await ask(`${path}/results`, { headers: { referer: server.url + path, accept: 'text/html' } });
	await sendForm(path, { ...CHARITY, permission_obtained: 'true' }, { referer: server.url + path });
	await referrer.post('/refer', COACH);
	const log = server.output();
	expect(log).toContain('/refer/(link)');
	expect(log).not.toContain(path.slice('/refer/'.length));
	expect(log).not.toMatch(/[0-9a-f]{40}/);
	expect(log).not.toMatch(/Outside|Test-Person|01632|outside\.person|Test Contact|Test Coach|coach@/);
	expect((await sendForm(path, { ...CHARITY, permission_obtained: 'true' })).headers.get('location')).toBeNull();
});
