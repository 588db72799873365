/** A return is complete or refused, frozen once sent, corrected by a version of its own (3.4, 3.8, 4.5). */
import { createHash } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import {
	acknowledged,
	begin,
	contract,
	end,
	knex,
	mentor,
	mi,
	missing,
	NO_NARRATIVE,
	NO_REGISTERS,
	refer,
	server,
	submit,
	world,
	type Row,
} from '../../support/scenes/submission.ts';

const figures = async (month: string, client = mi) => (await client.get(`/pmi/TEST-9/${month}`)).body.data;

beforeAll(begin);
afterAll(end);

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
			...NO_NARRATIVE,
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

	it('of a month that is not over, or outside the contract, is refused', async () => {
		const now = new Date().toISOString().slice(0, 7);
		expect(missing((await submit(now)).body)).toContainEqual(['month_not_over']);
		for (const month of ['2022-12', '2031-01']) expect((await submit(month)).status).toBe(404);
		expect((await submit('2024-13')).status).toBe(400);
	});

	it('has its narrative written, saved before or typed with it, or declared to be nothing (2.25)', async () => {
		const send = (body: object) => mi.post('/pmi/TEST-9/2024-05/submit', { acknowledged, ...body });
		const { id } = await knex('mi_returns').where({ contract, month: '2024-05' }).first('id');
		const saved = { remedial_plans: 'A second mentor starts in June.', nothing_to_report: ['recruitment'] };
		expect((await mi.patch(`/items/mi_returns/${id}`, saved)).status).toBe(200);
		const narrative = missing((await send({})).body).filter(([code]) => NO_NARRATIVE.includes(code as never));
		expect(narrative).toEqual([['spend_against_profile'], ['mitigations'], ['results_achieved']]);
		const report = { results_achieved: 'Three found work.', recruitment: 'One joined after all.' };
		expect((await send({ report, nil: ['mitigations', 'spend_against_profile'] })).status).toBe(200);
		const stored = await knex('mi_returns').where({ id }).first();
		expect(stored).toMatchObject({ ...report, remedial_plans: saved.remedial_plans, mitigations: null });
		const nothing = stored.nothing_to_report;
		const parts = typeof nothing === 'string' ? JSON.parse(nothing) : nothing;
		expect(parts).toEqual(['spend_against_profile', 'mitigations']);
		const [{ figures: frozen }] = await knex('mi_return_versions').where({ contract, month: '2024-05' });
		expect((typeof frozen === 'string' ? JSON.parse(frozen) : frozen).contract.report).toEqual({
			...{ spend_against_profile: null, mitigations: null, remedial_plans: saved.remedial_plans },
			...report,
		});
		const corrected = await send({ report: { recruitment: 'Two joined.' }, reason: 'One more joined' });
		expect([corrected.status, corrected.body.data.version]).toEqual([200, 2]);
	});

	test.each([
		[{ report: [] }, /report must be an object/],
		[{ report: { weather: 'Fine' } }, /report must be one of/],
		[{ report: { recruitment: 7 } }, /recruitment must be a text/],
		[{ acknowledged: 'all' }, /acknowledged must be a list/],
		[{ acknowledged: [{ code: 'anything', reason: 'x' }] }, /code must be one of/],
		[{ acknowledged: [{ code: 'start_missing', reason: 'x'.repeat(501) }] }, /at most 500/],
		[{ nil: ['everything'] }, /nil must be one of/],
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
		expect(body.errors.at(-1).message).toContain('Dyddiad yr atgyfeiriad ar goll');
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
