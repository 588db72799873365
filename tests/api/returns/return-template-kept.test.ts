/** The Buyer’s templates: taken in and mapped, by whom (3.7, 3.9). */
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { MOST_BYTES } from '../../support/environment.ts';
import {
	begin,
	change,
	end,
	line,
	mappedTemplate,
	MAPPING,
	mi,
	newTemplate,
	PART,
	send,
	sendMegabytes,
	server,
	stored,
	world,
} from '../../support/scenes/return-templates.ts';
import { RAW_PARTS } from '../../unit/support/raw-parts.ts';
import { libraryTemplate, rawTemplate } from '../../unit/support/workbooks.ts';

beforeAll(begin);
afterAll(end);

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
			/reaches outside it\..*Found at: Tracker & more!D1: HYPERLINK/s,
		],
		[
			'that unpacks to too much',
			() => rawTemplate({ 'xl/media/a.png': Buffer.alloc(90_000_000) }),
			400,
			/too large once it is unpacked/,
		],
		['that is too large', () => Buffer.alloc(MOST_BYTES.TEMPLATE + 1, 'PK'), 413, /larger than 0\.2 MB/],
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
		expect(await sendMegabytes(id, 200)).toBe(413);
		if (process.platform === 'linux') expect((await memory()) - before).toBeLessThan(100 * 1024);
	}, 60_000);

	it('is refused in the language of whoever sends it', async () => {
		const { client } = await world.user('Supplier MI', 'mi-cy@example.org', world.north.id, 'cy-GB');
		const answer = await send(await newTemplate(), await macros(), client);
		expect(answer.body.errors[0].message).toMatch(/^Mae macros yn y llyfr gwaith/);
	});

	it('says which of its formulas are left to the program that opens it, in the language of whoever sends it', async () => {
		const file = await rawTemplate({ [PART]: RAW_PARTS[PART]!.replace('COUNTA(A4:A1000)', 'PMT(0.1,12,A4)') });
		const { body } = await send(await newTemplate(), file);
		expect(body.data.structure.left).toEqual([
			{ reason: 'function', detail: 'PMT', sheet: 'Tracker & more', cells: ['D1'], count: 1 },
		]);
		expect(body.data.notices).toEqual([
			expect.stringMatching(/^Not every formula is worked out by the platform\./),
			'Tracker & more!D1: the function PMT',
		]);
		const { client } = await world.user('Supplier MI', 'mi-cy-2@example.org', world.north.id, 'cy-GB');
		const welsh = await send(await newTemplate(), file, client);
		expect(welsh.body.data.notices[1]).toBe('Tracker & more!D1: y swyddogaeth PMT');
		expect((await send(await newTemplate(), await rawTemplate())).body.data.notices).toEqual([]);
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
