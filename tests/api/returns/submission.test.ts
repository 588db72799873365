/** A return is complete or refused, frozen once sent, corrected by a version of its own (3.4, 3.8, 4.5). */
import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { databaseOf } from '../../support/database.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { makeWorld, type World } from '../../support/world.ts';
import { partsOf } from '../../unit/support/workbooks.ts';

type Row = Record<string, unknown>;

let server: TestServer;
let world: World;
let knex: Knex;
let mi: Client;
let mentor: Client;
let contract: string;

beforeAll(async () => {
	server = await startTestServer();
	world = await makeWorld(server);
	knex = databaseOf(server);
	({ mi, contract } = world.north);
	mentor = world.north.mentors[0]!.client;
	await world.admin.patch(`/items/call_off_contracts/${contract}`, {
		total_value_pence: 1_000_000_00,
		implementation_costs_pence: 100_000_00,
	});
});
afterAll(async () => {
	await knex.destroy();
	await server.stop();
});

async function refer(received_on: string): Promise<{ id: string; reference: string }> {
	const person = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', received_on };
	const { status, body } = await mentor.post('/items/referrals', person);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data;
}

/** January 2024 is twelve months from the start: the registers are due with its return. */
const NO_REGISTERS = { nil: ['contract_cost_register', 'ipr_log'] };
const acknowledged = [{ code: 'received_on_missing', reason: 'Referred before the records began' }];

const submit = (month: string, body: object = {}, client = mi) => client.post(`/pmi/TEST-9/${month}/submit`, body);
const figures = async (month: string, client = mi) => (await client.get(`/pmi/TEST-9/${month}`)).body.data;

/** What a refusal says is missing: the code and, of an exception, the record. */
function missing(body: { errors?: { extensions: Row }[] }) {
	return (body.errors ?? []).map(({ extensions }) => [extensions.missing, extensions.reference].filter(Boolean));
}

describe('a return', () => {
	let incomplete: { id: string; reference: string };

	it('is refused while something is missing, with every record named and linked', async () => {
		await refer('2024-01-10');
		incomplete = await refer('2024-01-15');
		await knex('referrals').where({ id: incomplete.id }).update({ received_on: null });
		await knex('initial_meetings').insert({
			...(await aMeetingOf(incomplete.id)),
			held_on: dayColumn(knex, day('2024-01-20')),
		});
		const before = await knex('mi_returns').where({ contract, month: '2024-01' }).first();
		const { status, body } = await submit('2024-01', NO_REGISTERS);
		expect([status, missing(body)]).toEqual([
			400,
			[
				['initial_meeting_outcome_missing', incomplete.reference],
				['received_on_missing', incomplete.reference],
			],
		]);
		expect(body.errors[0].extensions).toMatchObject({
			code: 'RETURN_INCOMPLETE',
			item: { collection: 'referrals', id: incomplete.id },
			acknowledgeable: false,
		});
		expect(await knex('mi_returns').where({ contract, month: '2024-01' }).first()).toEqual(before);
		expect(await knex('mi_return_versions').where({ contract })).toEqual([]);
		expect(await knex('kept_files').select('id')).toEqual([]);
	});

	it('says the same before anybody tries to send it', async () => {
		const { body } = await mi.get('/pmi/TEST-9/2024-01/completeness');
		expect(body.data.complete).toBe(false);
		expect(body.data.missing.map(({ missing: code }: Row) => code)).toEqual([
			...NO_REGISTERS.nil,
			'initial_meeting_outcome_missing',
			'received_on_missing',
		]);
	});

	it('is sent once the record is mended and the rest acknowledged with a reason, and frozen with its file', async () => {
		await knex('initial_meetings').where({ referral: incomplete.id }).update({ outcome: 'declined' });
		expect(missing((await submit('2024-01', NO_REGISTERS)).body)).toEqual([
			['received_on_missing', incomplete.reference],
		]);
		const { status, body } = await submit('2024-01', { ...NO_REGISTERS, acknowledged });
		expect([status, body.errors]).toEqual([200, undefined]);
		expect(body.data).toMatchObject({
			contract: 'TEST-9',
			month: '2024-01',
			status: 'submitted',
			version: 1,
			late: true,
		});
		expect(body.data.sha256).toMatch(/^[0-9a-f]{64}$/);

		const file = await mi.download('/pmi/TEST-9/2024-01.xlsx');
		expect(createHash('sha256').update(file.content).digest('hex')).toBe(body.data.sha256);
		const book = new ExcelJS.Workbook();
		await book.xlsx.load(file.content as unknown as ArrayBuffer);
		const cells: unknown[] = [];
		book.eachSheet((sheet) => sheet.eachRow((row) => cells.push(row.values)));
		expect(JSON.stringify(cells)).toContain('Submitted');
		expect(JSON.stringify(cells)).toContain('Referred before the records began');
		expect(JSON.stringify(cells)).not.toContain(incomplete.reference);
	});

	it('keeps who sent it and when, by which definitions', async () => {
		const [row] = await knex('mi_return_versions').where({ contract, month: '2024-01' });
		expect(row).toMatchObject({ version: 1, definitions: '1', template: null, reason: null });
		const sender = await knex('directus_users').where({ email: 'test-9-mi@example.org' }).first('id');
		expect(row.submitted_by).toBe(sender.id);
		const head = await knex('mi_returns').where({ contract, month: '2024-01' }).first();
		expect([head.status, head.sha256]).toEqual(['submitted', row.sha256]);
	});

	it('releases the 20% line of its month', async () => {
		const filter = `filter[contract][_eq]=${contract}&filter[line][_eq]=delivery_fee_20&filter[month][_in]=2024-01,2024-02`;
		const { body } = await mi.get(`/items/payments?${filter}&fields=month,status&sort=month`);
		expect(body.data).toEqual([
			{ month: '2024-01', status: 'due' },
			{ month: '2024-02', status: 'deferred' },
		]);
	});

	it('keeps its figures when records change, and the records behind them add up', async () => {
		const then = await figures('2024-01');
		expect(then).toMatchObject({ status: 'submitted', version: 1 });
		await refer('2024-01-25');
		expect(await figures('2024-01')).toEqual(then);
		const { body } = await mi.get('/pmi/TEST-9/2024-01/measures/referrals_total/records');
		expect(body.data).toHaveLength(then.measures.referrals_total.total);
		expect(body.data[0]).toMatchObject({ referral: expect.any(String), reference: expect.any(String) });
		const one = await figures('2024-01');
		expect((await mi.get('/pmi/TEST-9/2024-01?cpa=9')).body.data.measures).toEqual(one.measures);
	});

	it('shows what was entered later as a revision, once', async () => {
		const expected = [{ month: '2024-01', key: 'referrals', reported: 2, now: 3 }];
		expect((await figures('2024-02')).revisions).toEqual(expected);
		await refer('2024-02-05');
		const { status } = await submit('2024-02', { acknowledged });
		expect(status).toBe(200);
		expect((await figures('2024-02')).revisions).toEqual(expected);
		expect((await figures('2024-03')).revisions).toEqual([]);
	});

	it('is corrected by a version of its own, with a reason, which says what has changed', async () => {
		const first = await figures('2024-01');
		expect((await submit('2024-01', { acknowledged })).body.errors[0].extensions.code).toBe('RETURN_NOT_SUBMITTED');
		const { status, body } = await submit('2024-01', { acknowledged, reason: 'A referral was entered late' });
		expect([status, body.data?.version]).toEqual([200, 2]);
		expect(body.data.differences).toContainEqual({ figure: 'referrals_total.total', from: 2, to: 3 });
		expect((await figures('2024-01')).measures.referrals_total.total).toBe(3);
		expect((await mi.get('/pmi/TEST-9/2024-01?version=1')).body.data).toEqual(first);
		const again = await submit('2024-01', { acknowledged, reason: 'Again' });
		expect([again.status, again.body.errors[0].message]).toEqual([400, expect.stringContaining('nothing to correct')]);
		const head = await knex('mi_returns').where({ contract, month: '2024-01' }).first('sha256');
		const versions = await knex('mi_return_versions').where({ contract, month: '2024-01' }).orderBy('version');
		expect(versions.map(({ sha256 }) => sha256 === head.sha256)).toEqual([true, false]);
	});

	it('shows what was entered later in a month that was reported before an earlier one was corrected', async () => {
		await refer('2024-02-20');
		expect((await figures('2024-03')).revisions).toEqual([{ month: '2024-02', key: 'referrals', reported: 1, now: 2 }]);
	});

	it('has the parts of its quarter, or the declaration that there are none', async () => {
		const entry = { contract, kind: 'sme', organisation: 'Test Ltd', spent_on: '2024-02-10', amount_pence: 1250_00 };
		expect((await mi.post('/items/spend_entries', entry)).status).toBe(200);
		const { status, body } = await submit('2024-03', { acknowledged });
		expect([status, missing(body)]).toEqual([400, [['subcontractor_spend']]]);
		expect((await submit('2024-03', { acknowledged, nil: ['subcontractor_spend'] })).status).toBe(200);
		const filter = `filter[contract][_eq]=${contract}&filter[month][_eq]=2024-03&sort=kind`;
		const parts = await mi.get(`/items/periodic_returns?${filter}&fields=kind,status,nil_declared`);
		expect(parts.body.data).toEqual([
			{ kind: 'sme_spend', status: 'sent', nil_declared: false },
			{ kind: 'subcontractor_spend', status: 'sent', nil_declared: true },
		]);
	});

	it('sends a quarterly return on the Buyer’s template of its kind, and keeps that', async () => {
		const { body } = await mi.post('/items/return_templates', { kind: 'sme_spend', version: 'Q-1' });
		const template = body.data.id;
		const book = new ExcelJS.Workbook();
		book.addWorksheet('SME').addRow(['Who', 'Pounds']);
		const workbook = Buffer.from((await book.xlsx.writeBuffer()) as ArrayBuffer);
		expect((await mi.upload(`/return-templates/${template}/workbook`, { workbook })).status).toBe(200);
		const mapping = {
			cells: [{ figure: 'spend_total', view: 'cumulative', cpa: null, place: { sheet: 'SME', cell: 'D1' } }],
			lists: [{ of: 'spend', sheet: 'SME', first_row: 2, columns: { organisation: 'A', amount: 'B' } }],
		};
		const put = await mi.patch(`/items/return_templates/${template}`, { mapping, in_use_from: '2024-06-01' });
		expect([put.status, put.body.errors]).toEqual([200, undefined]);
		const entry = { contract, kind: 'sme', organisation: '=Test Ltd', spent_on: '2024-05-10', amount_pence: 99_50 };
		expect((await mi.post('/items/spend_entries', entry)).status).toBe(200);
		expect((await submit('2024-06', { acknowledged, nil: ['subcontractor_spend'] })).status).toBe(200);

		const filter = `filter[contract][_eq]=${contract}&filter[month][_eq]=2024-06&sort=kind`;
		const [sme, subcontractors] = (await mi.get(`/items/periodic_returns?${filter}&fields=id,template`)).body.data;
		expect([sme.template, subcontractors.template]).toEqual(['Q-1', null]);
		const sent = await world.buyer.download(`/periodic-returns/${sme.id}.xlsx`);
		const read = new ExcelJS.Workbook();
		await read.xlsx.load(sent.content as never);
		const sheet = read.getWorksheet('SME')!;
		expect(['A2', 'B2', 'D1'].map((cell) => sheet.getCell(cell).value)).toEqual(["'=Test Ltd", 99.5, 99.5]);
		const values = await mi.get(`/return-templates/${template}/values?contract=TEST-9&month=2024-06`);
		expect(values.body.data).toMatchObject([{ figure: 'spend_total', cell: 'D1', value: 99.5 }]);
	});

	it('of a month that is not over, or outside the contract, is refused', async () => {
		const now = new Date().toISOString().slice(0, 7);
		expect(missing((await submit(now)).body)).toContainEqual(['month_not_over']);
		for (const month of ['2022-12', '2031-01']) expect((await submit(month)).status).toBe(404);
		expect((await submit('2024-13')).status).toBe(400);
	});

	test.each([
		[{ acknowledged: 'all' }, /acknowledged must be a list/],
		[{ acknowledged: [{ code: 'anything', reason: 'x' }] }, /code must be one of/],
		[{ acknowledged: [{ code: 'start_missing', reason: 'x'.repeat(501) }] }, /at most 500/],
		[{ nil: ['everything'] }, /nil must name/],
		[{ reason: { a: 1 } }, /reason must be a text/],
		[{ reason: 'Nothing\0' }, /reason must be a text/],
		[[], /Send an object/],
	])('%j is not understood, and says what would be', async (body, words) => {
		const answer = await submit('2024-05', body);
		expect([answer.status, answer.body.errors[0].message]).toEqual([400, expect.stringMatching(words)]);
	});

	it('is sent once when two people send it at the same moment', async () => {
		const answers = await Promise.all([1, 2, 3].map(() => submit('2024-04', { acknowledged, reason: 'x' })));
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		for (const { status } of answers) expect([200, 400, 409]).toContain(status);
		expect(await knex('mi_return_versions').where({ contract, month: '2024-04' })).toHaveLength(1);
	});

	it('is submitted by Supplier MI only, of its own Supplier', async () => {
		for (const client of [mentor, world.north.manager, world.buyer]) {
			expect((await submit('2024-05', {}, client)).status).toBe(403);
		}
		expect((await submit('2024-05', {}, world.west.mi)).status).toBe(404);
		expect((await submit('2024-05', {}, server.anonymous)).status).toBe(401);
		expect((await world.buyer.get('/pmi/TEST-9/2024-05/completeness')).status).toBe(403);
	});

	it('in the language of whoever sends it', async () => {
		const { id, client } = await world.user('Supplier MI', 'welsh-mi@example.org', world.north.id, 'cy-GB');
		expect(id).toBeTruthy();
		const { body } = await client.post('/pmi/TEST-9/2024-05/submit');
		expect(body.errors[0].message).toContain('Dyddiad yr atgyfeiriad ar goll');
	});

	async function aMeetingOf(referral: string): Promise<Row> {
		const { body } = await mentor.post('/items/initial_meetings', {
			referral: (await refer('2024-01-12')).id,
			held_on: '2024-01-20',
			outcome: 'declined',
		});
		const made = await knex('initial_meetings').where({ id: body.data.id }).first();
		const other = await knex('initial_meetings').where({ id: body.data.id }).first('referral');
		await world.admin.delete(`/items/referrals/${other.referral}`);
		return { ...made, id: crypto.randomUUID(), referral, outcome: null };
	}
});

describe('what has been sent', () => {
	it('is not added to, changed or deleted through any interface, not even by the Administrator', async () => {
		const [version] = await knex('mi_return_versions').where({ contract, month: '2024-01', version: 1 });
		const [head] = await knex('mi_returns').where({ contract, month: '2024-01' });
		const before = { version, head, files: await knex('kept_files').orderBy('id') };
		const attempts = (client: Client) => [
			client.patch(`/items/mi_return_versions/${version.id}`, { sha256: 'x' }),
			client.patch('/items/mi_return_versions', { keys: [version.id], data: { version: 9 } }),
			client.delete(`/items/mi_return_versions/${version.id}`),
			client.post('/items/mi_return_versions', { ...version, id: undefined, version: 9 }),
			client.patch(`/items/kept_files/${version.file}`, { content: '' }),
			client.delete(`/items/kept_files/${version.file}`),
			client.patch(`/items/mi_returns/${head.id}`, { status: 'draft' }),
			client.patch(`/items/mi_returns/${head.id}`, { figures: {} }),
			client.patch(`/items/mi_returns/${head.id}`, { versions: { update: [{ id: version.id, version: 7 }] } }),
			client.patch(`/items/mi_returns/${head.id}`, { versions: [] }),
			client.delete(`/items/mi_returns/${head.id}`),
			client.delete(`/items/call_off_contracts/${contract}`),
			client.post('/graphql', {
				query: `mutation { delete_mi_return_versions_item(id: "${version.id}") { id } }`,
			}),
		];
		for (const client of [world.admin, mi, world.north.manager, world.buyer]) {
			for (const answer of await Promise.all(attempts(client))) {
				expect(answer.status === 200 && !answer.body.errors).toBe(false);
				expect(answer.status).toBeLessThan(500);
			}
		}
		expect(await knex('mi_return_versions').where({ id: version.id }).first()).toEqual(before.version);
		expect(await knex('mi_returns').where({ id: head.id }).first()).toEqual(before.head);
		expect(await knex('kept_files').orderBy('id')).toEqual(before.files);
	});

	it('is in one archive, with its checksums, a manifest and a receipt', async () => {
		const { status, content } = await mi.download('/archive/TEST-9.zip');
		expect(status).toBe(200);
		const parts = await partsOf(content);
		const manifest = JSON.parse(parts['manifest.json']!);
		expect(manifest.files.map(({ path }: Row) => path)).toEqual([
			'2024-01/PMI-TEST-9-2024-01-v1.xlsx',
			'2024-01/PMI-TEST-9-2024-01-v2.xlsx',
			'2024-01/contract_cost_register-TEST-9-2024-01.xlsx',
			'2024-01/ipr_log-TEST-9-2024-01.xlsx',
			'2024-02/PMI-TEST-9-2024-02-v1.xlsx',
			'2024-03/PMI-TEST-9-2024-03-v1.xlsx',
			'2024-03/sme_spend-TEST-9-2024-03.xlsx',
			'2024-03/subcontractor_spend-TEST-9-2024-03.xlsx',
			'2024-04/PMI-TEST-9-2024-04-v1.xlsx',
			'2024-06/PMI-TEST-9-2024-06-v1.xlsx',
			'2024-06/sme_spend-TEST-9-2024-06.xlsx',
			'2024-06/subcontractor_spend-TEST-9-2024-06.xlsx',
		]);
		expect(manifest.files.at(-2)).toMatchObject({ kind: 'sme_spend', template: 'Q-1' });
		for (const { path, sha256 } of manifest.files) {
			expect(parts[path]).toBeDefined();
			expect(parts['SHA256SUMS']).toContain(`${sha256}  ${path}\n`);
			expect(parts['receipt.txt']).toContain(sha256);
		}
		const first = await mi.download('/pmi/TEST-9/2024-01.xlsx?version=1');
		expect(manifest.files[0].sha256).toBe(createHash('sha256').update(first.content).digest('hex'));
		const { content: one } = await world.north.manager.download('/archive/TEST-9.zip?month=2024-02');
		expect(JSON.parse((await partsOf(one))['manifest.json']!).files).toHaveLength(1);
		expect((await world.west.mi.get('/archive/TEST-9.zip')).status).toBe(404);
		for (const client of [mentor, world.buyer]) expect((await client.get('/archive/TEST-9.zip')).status).toBe(403);
		expect((await mi.get('/archive/TEST-9.zip?month=May')).status).toBe(400);
	});

	it('counts no tracker that a Peer Mentor took out for themselves among those for the analysts', async () => {
		const password = 'four words of peat bog';
		for (const client of [mi, mentor]) {
			expect((await client.download('/mentee-tracker/TEST-9/2024-01.xlsx', { password })).status).toBe(200);
		}
		const { content } = await mi.download('/archive/TEST-9.zip');
		expect(JSON.parse((await partsOf(content))['manifest.json']!).trackers).toHaveLength(1);
	});

	it('says of a quarterly return what was sent, whatever is entered later', async () => {
		const filter = `filter[contract][_eq]=${contract}&filter[month][_eq]=2024-03&filter[kind][_eq]=sme_spend`;
		const { id } = (await mi.get(`/items/periodic_returns?${filter}&fields=id`)).body.data[0];
		const sent = await mi.download(`/periodic-returns/${id}.xlsx`);
		const said = (await mi.get(`/periodic-returns/${id}`)).body.data;
		expect(said).toMatchObject({ status: 'sent', spend: [{ organisation: 'Test Ltd' }] });
		await mi.post('/items/spend_entries', {
			contract,
			kind: 'sme',
			organisation: 'Late Ltd',
			spent_on: '2024-03-20',
			amount_pence: 100,
		});
		await world.admin.patch(`/items/suppliers/${world.north.id}`, { name: 'North Renamed Supplier' });
		expect((await mi.download(`/periodic-returns/${id}.xlsx`)).content.equals(sent.content)).toBe(true);
		expect((await mi.get(`/periodic-returns/${id}`)).body.data).toEqual(said);
	});

	it('is the Buyer’s to read, and no file of it anybody’s but by way of the return', async () => {
		const { body } = await world.buyer.get(
			`/items/mi_return_versions?filter[contract][_eq]=${contract}&fields=month,version,sha256,differences,reason`,
		);
		expect(body.data).toHaveLength(6);
		expect((await world.west.mi.get('/items/mi_return_versions')).body.data).toEqual([]);
		for (const client of [mi, world.buyer, world.north.manager, mentor]) {
			expect((await client.get('/items/kept_files')).status).toBe(403);
		}
		expect((await mentor.get('/items/mi_return_versions')).status).toBe(403);
	});
});
