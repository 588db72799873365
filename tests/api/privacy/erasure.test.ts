import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseOf } from '../../support/database.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { everyTable } from '../../support/tables.ts';
import { makeWorld, type World } from '../../support/world.ts';

let server: TestServer;
let world: World;
let admin: Client;
let mentor: Client;
let officer: Client;

/** In every text that is written about the person, beside what identifies them. */
const MARK = 'Wdihwfrost';
const WORDS = ['Zebedee', 'Quillfeather', '900417', 'QQ765432D', 'zebedee.q@', MARK];

/** The keys of the person's rows, by collection. */
const own: Record<string, string> = {};
/** Somebody of the same Peer Mentor, who stays. */
const other: Record<string, string> = {};
let reference: string;

async function add(collection: string, record: object, keys = own, who = admin): Promise<string> {
	const { status, body } = await who.post(`/items/${collection}?fields=id`, record);
	if (status !== 200) throw new Error(`${collection}: ${JSON.stringify(body)}`);
	return (keys[collection] = body.data.id);
}

async function change(collection: string, record: object, who = admin): Promise<void> {
	const { status, body } = await who.patch(`/items/${collection}/${own[collection]}`, record);
	if (status !== 200) throw new Error(`${collection}: ${JSON.stringify(body)}`);
}

/** A person who went all the way, on time and with nothing missing. */
async function journey(keys: Record<string, string>, person: object, mark: string): Promise<void> {
	await add(
		'referrals',
		{ ...person, route: 'third_party', permission_obtained: true, received_on: '2023-10-02' },
		keys,
		mentor,
	);
	await add('initial_meetings', { referral: keys.referrals, held_on: '2023-10-09', outcome: 'start' }, keys, mentor);
	const { body } = await mentor.get(`/items/mentees?filter[referral][_eq]=${keys.referrals}&fields=id`);
	const mentee = (keys.mentees = body.data[0].id);
	await add('diagnostic_interviews', { mentee, held_on: '2023-10-16' }, keys, mentor);
	await add('action_plans', { mentee, agreed_on: '2023-10-20', evidence: 'wet', goal: `${mark} goal` }, keys, mentor);
	await add('baseline_surveys', { mentee, completed_on: '2023-10-16' }, keys, mentor);
	for (const held_on of ['2023-10-16', '2023-10-23', '2023-10-30', '2023-11-06']) {
		const session = { mentee, held_on, mode: 'face_to_face', attendance: 'attended', minutes: 60 };
		await add('sessions', { ...session, note: `${mark} talked` }, keys, mentor);
	}
}

/** What every record can say of a person, said. */
async function everythingElse(): Promise<void> {
	const { referrals: referral, mentees: mentee } = own;
	const supplier = world.north.id;
	await change('referrals', { work_coach: `${MARK} coach`, third_party_organisation: `${MARK} House` });
	await change('initial_meetings', { notes: `${MARK} meeting`, assurance: `${MARK} sure` });
	await change('mentees', {
		start_on: '2023-10-16',
		nino: 'QQ 76 54 32 D',
		dwp_customer: 'yes',
		benefits: ['universal_credit'],
	});
	await change('mentees', { substances: ['heroin', 'alcohol'], next_steps: `${MARK} onward` });
	await change('mentees', { ended_on: '2023-12-01', end_reason: 'health' });
	await change('diagnostic_interviews', { needs: `${MARK} needs`, barrier_detail: `${MARK} detail` });
	await change('baseline_surveys', { notes: `${MARK} survey` });
	await add('actions', { supplier, action_plan: own.action_plans, what: `${MARK} action`, due_on: '2023-12-01' });
	await add('plan_reviews', {
		supplier,
		action_plan: own.action_plans,
		reviewed_on: '2023-11-01',
		summary: `${MARK} review`,
	});
	await add('consents', {
		supplier,
		referral,
		mentee,
		decision: await choice('consents', 'decision'),
		decided_on: '2023-10-09',
	});
	await add('notifications_to_jobcentre', {
		supplier,
		referral,
		mentee,
		told_to: await choice('notifications_to_jobcentre', 'told_to'),
		about: await choice('notifications_to_jobcentre', 'about'),
		result: await choice('notifications_to_jobcentre', 'result'),
		told_on: '2023-10-10',
	});
	const kind = await choice('support_engagements', 'kind');
	await add('support_engagements', {
		supplier,
		mentee,
		kind,
		programme: await choice('support_engagements', 'programme'),
	});
	const status = await choice('treatment_statuses', 'status');
	await add('treatment_statuses', { supplier, mentee, status, since_on: '2023-10-16' });
	await add('travel_claims', {
		supplier,
		mentee,
		session: own.sessions,
		travelled_to: await choice('travel_claims', 'travelled_to'),
		interview: `${MARK} Ltd`,
		travelled_on: '2023-10-23',
		amount_pence: 320,
	});
	await add('complaints', { supplier, mentee, received_on: '2023-11-01', complaint: `${MARK} complaint` });
	const peer_mentor = world.north.mentors[1]?.id;
	await add('allocations', { mentee, peer_mentor, reason: `${MARK} reason`, from_on: '2023-10-09' });
	const quarter = await admin.post('/items/plan_sample_draws', { contract: world.north.contract, quarter: '2023-Q4' });
	expect(quarter.status).toBe(200);
	const { body: drawn } = await admin.get(`/items/plan_samples?filter[action_plan][_eq]=${own.action_plans}`);
	own.plan_samples = drawn.data[0].id;
	const redactions = [`${MARK} goal`];
	expect((await admin.patch(`/plan-samples/${own.plan_samples}`, { redactions })).status).toBe(200);
	// Written with the row above it, so that this one's revision holds what the item says.
	await add('sample_requests', {
		supplier,
		contract: world.north.contract,
		requested_on: '2024-01-08',
		activity: await choice('sample_requests', 'activity'),
		size: 1,
		sample_items: [{ supplier, position: 1, referral, reference, response: `${MARK} sample` }],
	});
}

/** The first choice of a field. */
async function choice(collection: string, field: string): Promise<string> {
	const { body } = await admin.get(`/fields/${collection}/${field}`);
	return body.data.meta.options.choices[0].value;
}

/** What Directus itself keeps of people: comments, notifications, searches. */
async function tracesInDirectus(): Promise<void> {
	const { body: me } = await admin.get('/users/me?fields=id');
	const item = { collection: 'mentees', item: own.mentees };
	for (const [path, record] of [
		['/comments', { ...item, comment: `${MARK} comment` }],
		['/notifications', { ...item, recipient: me.data.id, subject: `Zebedee`, message: `${MARK} message` }],
		['/notifications', { recipient: me.data.id, subject: 'Due', message: `- Initial meeting: ${reference}\n- other` }],
		['/presets', { collection: 'mentees', user: me.data.id, search: 'Quillfeather' }],
	] as const) {
		expect((await admin.post(path, record)).status, path).toBe(200);
	}
}

const erasure = (keys = own, more = {}) => ({
	referral: keys.referrals,
	requested_on: '2026-01-05',
	reason: 'Article 17(1)(b)',
	...more,
});

/** The tables in which any of these words still stands. */
async function whereFound(words: readonly string[]): Promise<string[]> {
	const found = [...(await everyTable(server.env))].flatMap(([table, rows]) =>
		rows.flatMap((row) => words.filter((word) => row.includes(word)).map((word) => `${table}: ${word}`)),
	);
	return [...new Set(found)];
}

function whereInFiles(words: readonly string[]): string[] {
	const files = ['database.sqlite', 'database.sqlite-wal'].map((name) => join(server.data, name));
	return files
		.filter((path) => existsSync(path))
		.flatMap((path) => {
			const bytes = readFileSync(path);
			return words.filter((word) => bytes.includes(word)).map((word) => `${path}: ${word}`);
		});
}

/** Every row that names the person who stays. */
async function rowsOfOther(): Promise<string[]> {
	return [...(await everyTable(server.env)).values()].flat().filter((row) => row.includes(other.mentees!));
}

async function figures(month: string): Promise<unknown> {
	const { status, body } = await world.north.mi.get(`/pmi/${world.north.reference}/${month}`);
	expect(status).toBe(200);
	return { ...body.data, as_known_at: '' };
}

/** Keeps the figures of a month as they are now, as a submitted return does. */
async function submit(month: string): Promise<void> {
	const knex = databaseOf(server);
	const frozen = { status: 'submitted', figures: JSON.stringify(await figures(month)) };
	await knex('mi_returns').where({ contract: world.north.contract, month }).update(frozen);
	await knex.destroy();
}

async function submitted(): Promise<string[]> {
	const returns = (await everyTable(server.env)).get('mi_returns') ?? [];
	return returns.filter((row) => JSON.parse(row).status === 'submitted');
}

const MONTHS = ['2023-10', '2023-11', '2023-12', '2024-03'];

beforeAll(async () => {
	server = await startTestServer({ own: true });
	world = await makeWorld(server);
	({ admin } = world);
	mentor = world.north.mentors[0]?.client as Client;
	officer = (await world.user('Data Protection Officer', 'officer-test@example.org')).client;
	const contact = { phone: '07700 900417', email: 'zebedee.q@example.org' };
	await journey(
		own,
		{ first_name: 'Zebedee', last_name: 'Quillfeather', ...contact, preferred_language: 'cy-GB' },
		MARK,
	);
	await journey(other, { first_name: 'Stays', last_name: 'Here' }, 'Somebody');
	reference = (await admin.get(`/items/referrals/${own.referrals}?fields=reference`)).body.data.reference;
	await everythingElse();
	await tracesInDirectus();
});
afterAll(() => server.stop());

describe('a person who asks for their data', () => {
	it('is given every personal field of every row, in words of their own language', async () => {
		const { status, body } = await officer.get(`/personal-data/${reference}.json`);
		expect(status).toBe(200);
		const { records, language } = body.data as {
			language: string;
			records: { collection: string; label: string; entries: { field: string; label: string; value: unknown }[] }[];
		};
		expect(language).toBe('cy-GB');
		const text = JSON.stringify(records);
		for (const word of ['Zebedee', 'Quillfeather', '07700 900417', 'QQ765432D', 'zebedee.q@example.org']) {
			expect(text).toContain(word);
		}
		const told = [...'goal meeting sure onward needs detail survey action review complaint reason'.split(' ')];
		for (const each of told) expect(text).toContain(`${MARK} ${each}`);
		expect(text).not.toContain('Stays');
		const mentee = records.find(({ collection }) => collection === 'mentees');
		expect(mentee?.label).toBe('Mentoreion');
		expect(mentee?.entries).toContainEqual({
			field: 'substances',
			label: expect.any(String),
			value: ['Heroin neu opiadau anghyfreithlon eraill', 'Alcohol'],
		});
		expect(mentee?.entries).toContainEqual({ field: 'start_on', label: expect.any(String), value: '2023-10-16' });
		expect(mentee?.entries.map(({ field }) => field)).not.toContain('supplier');
	});

	it('leaves a line in the log of reads', async () => {
		const { body } = await officer.get(`/items/access_log?filter[subject][_eq]=${reference}&fields=action,records`);
		expect(body.data).toEqual([{ action: 'export', records: expect.any(Number) }]);
	});

	it.each([
		['a Peer Mentor', () => mentor],
		['a Supplier Manager', () => world.north.manager],
		['Supplier MI', () => world.north.mi],
		['the Buyer', () => world.buyer],
	])('is not looked up by %s, who learns nothing from the answer', async (_, who) => {
		const there = await who().get(`/personal-data/${reference}.json`);
		const missing = await who().get('/personal-data/R-000000.json');
		expect([there.status, there.body]).toEqual([403, missing.body]);
		expect(missing.status).toBe(403);
	});

	it('is not looked up without signing in', async () => {
		expect((await server.anonymous.get(`/personal-data/${reference}.json`)).status).toBe(401);
	});
});

describe('an erasure is refused', () => {
	const missing = { referrals: '00000000-0000-4000-8000-000000000000' };
	it.each([
		['of nobody', erasure(missing), /There is no such referral/],
		['of somebody badly named', erasure({ referrals: 'x' }), /There is no such referral|Choose one of the records/],
		['asked for tomorrow', { requested_on: '2999-01-01' }, /in the future/],
		['without a reason', { reason: undefined }, /cannot be left empty/],
		['for a reason that names the person', { reason: 'Ms Quillfeather asked' }, /without a name/],
		['for a reason with a number of theirs', { reason: 'see 07700 900417' }, /without a name/],
	])('%s', async (_, record, message) => {
		const { status, body } = await officer.post('/items/erasures', { ...erasure(), ...record });
		expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(message)]);
	});

	it('by Directus after all has been erased, and the transaction brings it back', async () => {
		const name = async () => (await admin.get(`/items/mentees/${own.mentees}?fields=name`)).body.data.name;
		const before = await name();
		const { status } = await officer.post('/items/erasures', { ...erasure(), colour: 'red' });
		expect([status, await name()]).toEqual([403, before]);
	});

	it.each([
		['a Peer Mentor', () => mentor],
		['a Supplier Manager', () => world.north.manager],
		['Supplier MI', () => world.north.mi],
		['the Buyer', () => world.buyer],
		['nobody', () => server.anonymous],
	])('to %s, in one wording for what is there and what is not', async (_, who) => {
		const { status, body } = await who().post('/items/erasures', erasure());
		expect([401, 403]).toContain(status);
		expect(body).toEqual((await who().post('/items/erasures', erasure(missing))).body);
	});

	it('and leaves everything as it was', async () => {
		expect((await admin.get(`/items/mentees/${own.mentees}?fields=name`)).body.data.name).toBe('Zebedee Quillfeather');
		expect((await admin.get('/items/erasures')).body.data).toEqual([]);
	});
});

describe('a person who is erased', () => {
	const before = { figures: [] as unknown[], rest: [] as string[], returns: [] as string[], activity: 0 };

	it('was all over the database before, which proves the search', async () => {
		const found = await whereFound(WORDS);
		for (const table of ['directus_revisions', 'directus_comments', 'directus_notifications', 'directus_presets']) {
			expect(found.some((each) => each.startsWith(table))).toBe(true);
		}
		for (const word of WORDS) expect(found.some((each) => each.endsWith(word))).toBe(true);
		for (const month of MONTHS) before.figures.push(await figures(month));
		expect(JSON.stringify(before.figures)).not.toContain(reference);
		await submit('2024-01');
		before.returns = await submitted();
		before.rest = await rowsOfOther();
		before.activity = (await everyTable(server.env)).get('directus_activity')!.length;
	});

	it('is erased at the request of the Data Protection Officer, and the record says so', async () => {
		const { status, body } = await officer.post('/items/erasures', {
			...erasure(),
			records: 1,
			erased_on: '2020-01-01',
		});
		expect([status, body]).toEqual([200, expect.anything()]);
		expect(body.data).toMatchObject({ referral: own.referrals, supplier: world.north.id, reason: 'Article 17(1)(b)' });
		expect(body.data.records).toBeGreaterThan(20);
		expect(body.data.erased_on).toMatch(/^20\d\d-\d\d-\d\d$/);
		expect(body.data.erased_on).not.toBe('2020-01-01');
	});

	it('is in no table any more: nothing that was said of them, nor their reference', async () => {
		expect(await whereFound([...WORDS, reference])).toEqual([]);
		expect(await rowsOfOther()).toEqual(before.rest);
	});

	it.skipIf(process.env.TEST_DATABASE === 'postgres')('is not in the bytes of the database’s files either', () => {
		expect(whereInFiles(['Stays Here'])).not.toEqual([]);
		expect(whereInFiles([...WORDS, reference])).toEqual([]);
	});

	it('changes no figure of an earlier return', async () => {
		expect(before.returns).toHaveLength(1);
		expect(before.returns[0]).toContain('referrals_total');
		expect(await submitted()).toEqual(before.returns);
	});

	it('is in no figure any more, as somebody whose consent is withdrawn', async () => {
		const referrals = (of: unknown) =>
			(of as { measures: { referrals_total: { total: number } } }).measures.referrals_total.total;
		for (const [index, month] of MONTHS.entries()) {
			expect([month, referrals(await figures(month))]).toEqual([month, referrals(before.figures[index]) - 1]);
		}
	});

	it('leaves dates, outcomes and who did what when', async () => {
		const { body } = await admin.get(`/items/mentees/${own.mentees}?fields=*`);
		expect(body.data).toMatchObject({ start_on: '2023-10-16', ended_on: '2023-12-01', end_reason: 'other' });
		expect(body.data).toMatchObject({ name: null, nino: null, substances: null, restricted: true });
		expect(body.data.reference).toMatch(/^E-[0-9A-F]{10}$/);
		const consents = await admin.get(`/items/consents/${own.consents}?fields=decision,decided_on`);
		expect(consents.body.data).toEqual({ decision: 'erased', decided_on: '2023-10-09' });
		expect((await everyTable(server.env)).get('directus_activity')!.length).toBeGreaterThanOrEqual(before.activity);
	});

	it('is not erased a second time', async () => {
		const { status, body } = await officer.post('/items/erasures', erasure());
		expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('already')]);
	});

	it('stays erased: nothing is written about them, whoever tries', async () => {
		const { referrals: referral, mentees: mentee } = own;
		const session = { held_on: '2023-11-13', mode: 'digital', attendance: 'attended' };
		for (const [method, path, record] of [
			['patch', `/items/mentees/${mentee}`, { next_steps: 'again' }],
			['patch', `/items/referrals/${referral}`, { first_name: 'Zebedee' }],
			['patch', `/items/sessions/${own.sessions}`, { note: 'again' }],
			['patch', `/items/mentees`, { keys: [other.mentees, mentee], data: { next_steps: 'again' } }],
			['post', '/items/sessions', { mentee, ...session }],
			['post', '/items/complaints', { mentee, received_on: '2023-11-13', complaint: 'again' }],
			['post', '/items/actions', { action_plan: own.action_plans, what: 'again', due_on: '2024-01-01' }],
			['patch', `/items/complaints/${own.complaints}`, { outcome: 'again' }],
			['delete', `/items/complaints/${own.complaints}`, undefined],
		] as const) {
			const { status, body } = await admin[method](path, record);
			expect([path, status, body?.errors[0].message]).toEqual([path, 400, expect.stringContaining('has been erased')]);
		}
		expect((await admin.patch(`/items/sessions/${other.sessions}`, { note: 'changed' })).status).toBe(200);
	});

	it('is not filled again by an import of spreadsheets', async () => {
		const { body: row } = await admin.get(`/items/referrals/${own.referrals}?fields=reference`);
		const sessions = `reference,held_on,minutes,mode,attendance\n${row.data.reference},2023-11-13,60,digital,attended\n`;
		const { status, body } = await world.north.mi.upload('/caseload/import', { sessions });
		expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('has been erased')]);
	});

	it('has a record of the erasure that nobody changes or deletes', async () => {
		const { body } = await admin.get('/items/erasures?fields=id');
		expect(body.data).toHaveLength(1);
		const path = `/items/erasures/${body.data[0].id}`;
		for (const answer of [await admin.patch(path, { reason: 'x' }), await admin.delete(path)]) {
			expect([answer.status, answer.body.errors[0].message]).toEqual([400, expect.stringContaining('stays as it is')]);
		}
	});
});
