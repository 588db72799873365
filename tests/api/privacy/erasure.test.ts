/** What is kept of a person is given to them, and is erased everywhere when they ask (5.3 to 5.5). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	admin,
	begin,
	end,
	erasure,
	figures,
	MARK,
	mentor,
	MONTHS,
	officer,
	other,
	own,
	reference,
	rowsOfOther,
	server,
	submit,
	submitted,
	whereFound,
	whereInFiles,
	WORDS,
	world,
} from '../../support/scenes/erasure.ts';
import { everyTable } from '../../support/tables.ts';

beforeAll(begin);
afterAll(end);

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
		for (const each of [`${MARK} concern`, `${MARK} handled`, `${MARK} care`, 'Stays'])
			expect(text).not.toContain(each);
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
		const session = { held_on: '2023-11-13', mode: 'digital', attendance: 'attended', digital_agreed: true };
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
			['patch', `/items/safeguarding_concerns/${own.safeguarding_concerns}`, { outcome: 'again' }],
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
