/** The Buyer's templates through the API: taken in, mapped, tried, put into use, and the return made with them (3.7, 3.9). */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { makeWorld, type World } from '../../support/world.ts';
import { libraryTemplate, partsOf, RAW_PARTS, rawTemplate } from '../../unit/support/workbooks.ts';

const MOST_BYTES = 200_000;
const PART = 'xl/worksheets/sheet1.xml';

let server: TestServer;
let world: World;
let mi: Client;

beforeAll(async () => {
	server = await startTestServer({ env: { TEMPLATE_MAX_BYTES: String(MOST_BYTES) } });
	world = await makeWorld(server);
	mi = world.north.mi;
});
afterAll(() => server?.stop());

type Row = Record<string, unknown>;

async function newTemplate(values: Row = {}, client = mi): Promise<string> {
	const { status, body } = await client.post('/items/return_templates', { kind: 'pmi', version: '1', ...values });
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data.id;
}

const send = (id: string, file: Buffer, client = mi) =>
	client.upload(`/return-templates/${id}/workbook`, { workbook: file });
const change = (id: string, values: Row, client = mi) => client.patch(`/items/return_templates/${id}`, values);
const stored = async (id: string) => (await mi.get(`/items/return_templates/${id}`)).body.data;
const line = (figure: string, cell: string, more: Row = {}) => ({
	figure,
	view: 'cumulative',
	cpa: null,
	place: { sheet: 'PMI return', cell },
	...more,
});
const MAPPING = {
	cells: [
		line('contract', 'B2'),
		line('cut_off', 'B3'),
		line('referrals_total.total', 'B4'),
		line('referrals_new.total', 'D4', { view: 'month', place: { name: 'NewReferrals' } }),
		line('starts_total.total', 'B5', { cpa: 9 }),
		line('initial_meetings_on_time.percent', 'B7'),
	],
	lists: [],
};

/** A template with its workbook and what goes where. */
async function mappedTemplate(values: Row = {}): Promise<string> {
	const id = await newTemplate(values);
	expect((await send(id, await libraryTemplate())).status).toBe(200);
	const { status, body } = await change(id, { mapping: MAPPING });
	expect([status, body.errors]).toEqual([200, undefined]);
	return id;
}

describe('a workbook', () => {
	it('is taken by its content, and kept apart from all other files', async () => {
		const id = await newTemplate();
		const file = await libraryTemplate();
		const { status, body } = await send(id, file);
		expect([status, body.data.structure.sheets[0].name]).toEqual([200, 'PMI return']);
		const { content, headers } = await mi.download(`/return-templates/${id}/workbook`);
		expect(content.equals(file)).toBe(true);
		expect(headers.get('content-disposition')).toBe('attachment; filename="pmi-1-template.xlsx"');
		for (const client of [mi, world.buyer, server.anonymous]) {
			expect((await client.download(`/assets/${body.data.file}`)).status).toBe(403);
		}
	});

	const macros = () => rawTemplate({ 'xl/vbaProject.bin': Buffer.from('x') });
	test.each<[string, () => Promise<Buffer> | Buffer, number, RegExp]>([
		['with macros', macros, 400, /has macros/],
		['that is text', () => Buffer.from('a,b\n'), 400, /not an Excel workbook/],
		['that is empty', () => Buffer.alloc(0), 400, /file is empty/],
		[
			'that reaches outside',
			() => rawTemplate({ [PART]: RAW_PARTS[PART]!.replace('COUNTA(A4:A1000)', 'HYPERLINK("http://example.org")') }),
			400,
			/reaches outside it\..*Found at: HYPERLINK/s,
		],
		[
			'that unpacks to too much',
			() => rawTemplate({ 'xl/media/a.png': Buffer.alloc(90_000_000) }),
			400,
			/too large once it is unpacked/,
		],
		['that is too large', () => Buffer.alloc(MOST_BYTES + 1, 'PK'), 413, /larger than 0\.2 MB/],
	])(
		'%s is refused, and nothing changes',
		async (_, file, status, reason) => {
			const id = await newTemplate();
			const answer = await send(id, await file());
			expect([answer.status, answer.body.errors[0].message]).toEqual([status, expect.stringMatching(reason)]);
			expect(await stored(id)).toMatchObject({ file: null, structure: null });
		},
		30_000,
	);

	it('of 200 MB is refused without being held', async () => {
		const id = await newTemplate();
		const memory = async () =>
			Number((await import('node:fs')).readFileSync(`/proc/${server.pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)?.[1]);
		const before = process.platform === 'linux' ? await memory() : 0;
		const answer = await send(id, Buffer.alloc(200 * 1024 * 1024));
		expect(answer.status).toBe(413);
		if (process.platform === 'linux') expect((await memory()) - before).toBeLessThan(100 * 1024);
	}, 60_000);

	it('is refused in the language of whoever sends it', async () => {
		const { client } = await world.user('Supplier MI', 'mi-cy@example.org', world.north.id, 'cy-GB');
		const answer = await send(await newTemplate(), await macros(), client);
		expect(answer.body.errors[0].message).toMatch(/^Mae macros yn y llyfr gwaith/);
	});

	it('comes as one file of a form', async () => {
		const id = await newTemplate();
		expect((await mi.post(`/return-templates/${id}/workbook`, {})).status).toBe(415);
		const two = await mi.upload(`/return-templates/${id}/workbook`, { one: await libraryTemplate(), two: 'x' });
		expect([two.status, two.body.errors[0].message]).toEqual([400, 'Send one workbook: a template has one.']);
	});

	it('replaces the one before, whose file goes', async () => {
		const id = await newTemplate();
		const first = (await send(id, await libraryTemplate())).body.data.file;
		const second = (await send(id, await rawTemplate())).body.data.file;
		const files = await world.admin.get(`/files?filter[id][_in]=${first},${second}&fields=id`);
		expect(files.body.data).toEqual([{ id: second }]);
	});
});

describe('what goes where', () => {
	it('is kept as it is given, and nothing beside it', async () => {
		const id = await newTemplate();
		await send(id, await libraryTemplate());
		const mapping = { ...MAPPING, more: 'x', cells: [{ ...MAPPING.cells[2], note: 'x' }] };
		expect((await change(id, { mapping })).status).toBe(200);
		expect((await stored(id)).mapping).toEqual({ cells: [MAPPING.cells[2]], lists: [] });
	});

	test.each<[string, unknown, string]>([
		[
			'a sheet that there is not',
			line('contract', 'B2', { place: { sheet: 'X', cell: 'B2' } }),
			'Line 1, About the return: Call-Off Contract: the workbook has no sheet “X”. Choose one that it has.',
		],
		[
			'a cell with a formula',
			line('contract', 'B6'),
			'Line 1, About the return: Call-Off Contract: the workbook works out PMI return!B6 by a formula, which stays as it is. Choose another cell.',
		],
		[
			'a cell under a merged one',
			line('contract', 'B1'),
			'Line 1, About the return: Call-Off Contract: PMI return!B1 lies under a merged cell. Choose its first cell, A1.',
		],
		[
			'something that is no cell',
			line('contract', 'B0'),
			'Line 1, About the return: Call-Off Contract: “B0” is not a cell. Write its column and row, such as B7.',
		],
		[
			'a name that there is not',
			line('contract', '', { place: { name: 'Nobody' } }),
			'Line 1, About the return: Call-Off Contract: the workbook has no cell with the name “Nobody”. Choose a name or a cell that it has.',
		],
		[
			'a figure that there is not',
			line('secrets', 'B2'),
			'Line 1: a template of this kind has no such figure. Choose one from the list.',
		],
		['no place', { figure: 'contract' }, 'Line 1 is not complete. Choose what is shown and where it goes.'],
	])('is refused with %s', async (_, entry, message) => {
		const id = await newTemplate();
		await send(id, await libraryTemplate());
		const { status, body } = await change(id, { mapping: { cells: [entry] } });
		expect([status, body.errors[0].message, body.errors[0].extensions.field]).toEqual([400, message, 'mapping']);
		expect((await stored(id)).mapping).toBeNull();
	});

	it('needs the workbook first, by whatever way it is written', async () => {
		const refused = await mi.post('/items/return_templates', { kind: 'pmi', version: '9', mapping: MAPPING });
		expect([refused.status, refused.body.errors[0].message]).toEqual([400, expect.stringContaining('no workbook yet')]);
		const id = await newTemplate();
		const batch = await mi.patch('/items/return_templates', { keys: [id], data: { mapping: MAPPING } });
		expect(batch.status).toBe(400);
		const none = await mi.get(`/return-templates/${id}/values?contract=TEST-9&month=2024-02`);
		expect([none.status, none.body.errors[0].message]).toEqual([400, expect.stringContaining('no workbook yet')]);
	});

	it('can be nothing that is no list', async () => {
		const id = await newTemplate();
		await send(id, await libraryTemplate());
		for (const mapping of [
			'x',
			5,
			[1],
			{ cells: 5 },
			{ lists: [{ of: 'mentees', sheet: 'PMI return', first_row: 'x', columns: {} }] },
		]) {
			expect((await change(id, { mapping })).status).toBe(400);
		}
	});
});

describe('a template that is tried', () => {
	it('shows what would go where, and the filled workbook', async () => {
		const id = await mappedTemplate();
		const referred = await world.north.mentors[0]!.client.post('/items/referrals', {
			first_name: 'Gwen',
			last_name: 'Test-Evans',
			route: 'jobcentre_plus',
			received_on: '2024-02-05',
		});
		expect(referred.status).toBe(200);
		const { status, body } = await mi.get(`/return-templates/${id}/values?contract=TEST-9&month=2024-02`);
		expect(status).toBe(200);
		expect(body.data.map(({ figure, cell, value }: Row) => [figure, cell, value])).toEqual([
			['contract', 'B2', 'TEST-9'],
			['cut_off', 'B3', { day: '2024-02-29' }],
			['referrals_total.total', 'B4', 1],
			['referrals_new.total', 'D4', 1],
			['starts_total.total', 'B5', 0],
			['initial_meetings_on_time.percent', 'B7', null],
		]);
		const { content } = await mi.download(`/return-templates/${id}/preview?contract=TEST-9&month=2024-02`);
		const { [PART]: sheet } = await partsOf(content);
		expect(sheet).toMatch(/<c r="B4" s="\d+"><v>1<\/v><\/c>/);
		expect(sheet).toMatch(/<c r="B7"[^>]*><is><t[^>]*>n\/a/);
	});

	it('says what is wrong with the question', async () => {
		const id = await mappedTemplate();
		const answers = await Promise.all(
			['contract=TEST-9&month=2024-13', 'contract=TEST-1&month=2024-02', 'contract=&month=2024-02'].map((query) =>
				mi.get(`/return-templates/${id}/preview?${query}`),
			),
		);
		expect(answers.map(({ status }) => status)).toEqual([400, 404, 404]);
		const foreign = await world.admin.get(`/return-templates/${id}/preview?contract=TEST-1&month=2024-02`);
		expect(foreign.status).toBe(403);
	});

	it('of the Mentee Tracker holds an example, and no Mentee', async () => {
		const id = await newTemplate({ kind: 'mentee_tracker' });
		await send(id, await rawTemplate());
		const list = {
			of: 'mentees',
			sheet: 'Tracker & more',
			first_row: 4,
			columns: { nino: 'a', start_date: 'B', referral_route: 'C' },
		};
		const place = { sheet: 'Tracker & more', cell: 'B1' };
		const refused = await change(id, {
			mapping: { cells: [line('referrals_total.total', '', { place })], lists: [list] },
		});
		expect(refused.body.errors[0].message).toMatch(/^Line 1: a template of this kind has no such figure/);
		const below = { ...list, first_row: 3 };
		const full = await change(id, { mapping: { cells: [], lists: [below] } });
		expect(full.body.errors[0].message).toMatch(/NINO: the rows would overwrite A4/);
		expect((await change(id, { mapping: { cells: [line('month', '', { place })], lists: [list] } })).status).toBe(200);
		const { content } = await mi.download(`/return-templates/${id}/preview?contract=TEST-9&month=2024-02`);
		const { [PART]: sheet } = await partsOf(content);
		expect(sheet).toContain('NINO');
		expect(sheet).not.toContain('example<');
	});
});

describe('a template of a quarterly return', () => {
	it('is tried with the return of a month that has one, and asks for what there is', async () => {
		const id = await newTemplate({ kind: 'subcontractor_spend' });
		await send(id, await rawTemplate());
		const place = { sheet: 'Tracker & more', cell: 'B1' };
		const list = { of: 'spend', sheet: 'Tracker & more', first_row: 40, columns: { organisation: 'A', spent_on: 'B' } };
		for (const [mapping, reason] of [
			[
				{ cells: [line('referrals_total.total', '', { place })] },
				/^Line 1: a template of this kind has no such figure/,
			],
			[{ lists: [{ ...list, of: 'mentees', columns: {} }] }, /^Rows of the tracker: a template of this kind has no/],
			[{ lists: [{ ...list, columns: { nino: 'A' } }] }, /^This is not a list of what goes where/],
			[{ lists: [list, list] }, /^This is not a list of what goes where/],
			[{ lists: [{ ...list, sheet: 'X' }] }, /^Rows of spend: the workbook has no sheet “X”/],
			[
				{ cells: [line('spend_total', '', { place: { ...place, cell: 'A40' } })], lists: [list] },
				/Tracker & more!A40 is among “Rows of spend”/,
			],
		] as const) {
			const { status, body } = await change(id, { mapping });
			expect([status, body.errors[0].message]).toEqual([400, expect.stringMatching(reason)]);
		}
		const early = await change(id, {
			mapping: { cells: [line('spend_total', '', { place })] },
			in_use_from: '2099-01-01',
		});
		expect([early.status, early.body.errors[0].extensions.field]).toEqual([400, 'in_use_from']);
		const mapping = { cells: [line('spend_total', '', { place })], lists: [list] };
		expect((await change(id, { mapping })).status).toBe(200);
		const values = (month: string) => mi.get(`/return-templates/${id}/values?contract=TEST-9&month=${month}`);
		expect((await values('2024-03')).body.data).toMatchObject([{ figure: 'spend_total', value: 0 }]);
		const none = await values('2024-02');
		expect([none.status, none.body.errors[0].message]).toEqual([
			400,
			expect.stringMatching(/^No such return goes with/),
		]);
		expect((await mi.download(`/return-templates/${id}/preview?contract=TEST-9&month=2024-03`)).status).toBe(200);
	});
});

describe('a template in use', () => {
	const get = async (month: string, client = mi) => {
		const { content, status } = await client.download(`/pmi/TEST-9/${month}.xlsx`);
		expect(status).toBe(200);
		return partsOf(content);
	};
	const isBuiltIn = (parts: Record<string, string>) => parts['xl/workbook.xml']!.includes('name="Definitions used"');

	it('makes the returns from its day on; without one, the built-in workbook does', async () => {
		expect(isBuiltIn(await get('2024-05'))).toBe(true);
		const early = await newTemplate({ version: '2' });
		const refused = await change(early, { in_use_from: '2024-06-15' });
		expect([refused.status, refused.body.errors[0].extensions.field]).toEqual([400, 'in_use_from']);
		const id = await mappedTemplate({ version: '3' });
		expect((await change(id, { in_use_from: '2024-06-15' })).status).toBe(200);
		expect(isBuiltIn(await get('2024-05'))).toBe(true);
		for (const client of [mi, world.north.manager, world.buyer]) {
			const parts = await get('2024-06', client);
			expect(isBuiltIn(parts)).toBe(false);
			expect(parts[PART]).toContain('>TEST-9<');
		}
	});

	it('stays as it is: a change is a new version, which is used instead', async () => {
		const { body } = await mi.get('/items/return_templates?filter[version][_eq]=3&fields=id');
		const id = body.data[0].id;
		const before = await stored(id);
		for (const values of [{ mapping: null }, { version: '4' }, { in_use_from: null }, { kind: 'mentee_tracker' }]) {
			const { status, body: answer } = await change(id, values);
			expect([status, answer.errors[0].message]).toEqual([400, expect.stringContaining('Add a new version')]);
		}
		const again = await send(id, await libraryTemplate());
		expect([again.status, again.body.errors[0].message]).toEqual([400, expect.stringContaining('Add a new version')]);
		expect((await world.admin.delete(`/items/return_templates/${id}`)).status).toBe(400);
		expect(await stored(id)).toEqual(before);

		const newer = await newTemplate({ version: '4' });
		await send(newer, await libraryTemplate());
		await change(newer, { mapping: { cells: [line('supplier', 'B2')] } });
		await change(newer, { in_use_from: '2024-08-01' });
		expect((await get('2024-07'))[PART]).toContain('>TEST-9<');
		expect((await get('2024-08'))[PART]).toContain('>North Test Supplier<');
	});

	it('that begins later must fit each workbook it is given', async () => {
		const id = await mappedTemplate({ version: '5' });
		expect((await change(id, { in_use_from: '2099-01-01' })).status).toBe(200);
		const answer = await send(id, await rawTemplate());
		expect([answer.status, answer.body.errors[0].message]).toEqual([
			400,
			expect.stringContaining('has no sheet “PMI return”'),
		]);
		expect((await send(id, await libraryTemplate())).status).toBe(200);
		expect((await change(id, { mapping: null })).body.errors[0].extensions.field).toBe('in_use_from');
		expect((await change(id, { in_use_from: null })).status).toBe(200);
	});

	it('is put into use together with others, and each keeps its own lines', async () => {
		const [one, other] = [await mappedTemplate({ version: '6' }), await mappedTemplate({ version: '7' })];
		await change(other, { mapping: { cells: [line('supplier', 'B2')] } });
		const data = { in_use_from: '2099-02-01' };
		expect((await mi.patch('/items/return_templates', { keys: [one, other], data })).status).toBe(200);
		expect([(await stored(one)).mapping.cells.length, (await stored(other)).mapping.cells.length]).toEqual([6, 1]);
	});

	it('makes no return of another Supplier', async () => {
		const { content } = await world.west.mi.download('/pmi/TEST-1/2024-08.xlsx');
		expect(isBuiltIn(await partsOf(content))).toBe(true);
	});
});

describe('who may', () => {
	it('sees and changes nothing of another Supplier’s, and writes no field of the platform’s own', async () => {
		const id = await mappedTemplate();
		const { west, admin, buyer } = world;
		const file = await libraryTemplate();
		const before = await stored(id);
		for (const client of [west.mi, west.manager, buyer, world.north.mentors[0]!.client, server.anonymous]) {
			const statuses = await Promise.all([
				send(id, file, client).then(({ status }) => status),
				client.get(`/return-templates/${id}/workbook`).then(({ status }) => status),
				client.get(`/return-templates/${id}/values?contract=TEST-9&month=2024-02`).then(({ status }) => status),
				client.get(`/return-templates/${id}/preview?contract=TEST-9&month=2024-02`).then(({ status }) => status),
				client.get(`/items/return_templates/${id}`).then(({ status }) => status),
				change(id, { version: '99' }, client).then(({ status }) => status),
			]);
			for (const status of statuses) expect([401, 403]).toContain(status);
		}
		expect((await send(id, file, world.north.manager)).status).toBe(403);
		expect((await change(id, { version: '99' }, world.north.manager)).status).toBe(403);
		for (const values of [{ supplier: west.id }, { file: before.file }, { structure: { sheets: [], names: [] } }]) {
			const { status } = await change(id, values);
			expect([400, 403]).toContain(status);
			expect((await change(id, values, admin)).status).toBe(400);
		}
		expect(await stored(id)).toEqual(before);
		const made = await west.mi.post('/items/return_templates', { kind: 'pmi', version: '1', supplier: world.north.id });
		expect([403, 200]).toContain(made.status);
		if (made.status === 200) expect(made.body.data.supplier).toBe(west.id);
	});

	it('an Administrator says whose it is', async () => {
		const { body } = await world.admin.post('/items/return_templates', { kind: 'pmi', version: '1' });
		expect(body.errors[0].extensions.field).toBe('supplier');
		const given = { file: 'b2b3a8f6-0000-4000-8000-000000000000', structure: {} };
		const made = await world.admin.post('/items/return_templates', {
			kind: 'pmi',
			version: '7',
			supplier: world.north.id,
			...given,
		});
		expect(made.body.data).toMatchObject({ supplier: world.north.id, file: null, structure: null });
		expect((await send(made.body.data.id, await libraryTemplate(), world.admin)).status).toBe(200);
	});
});
