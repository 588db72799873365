/** Paragraph 3.8, items 17 to 20: quarterly and six-monthly returns, and the declaration that there is nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMonth, type CalendarMonth } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { periodicPartsOf } from '../../../extensions/peer-mentoring/src/storage/returns/periodic-returns.ts';
import {
	begin,
	contract,
	declare,
	end,
	knex,
	manager,
	mi,
	one,
	refusals,
	returns,
	server,
	spend,
	world,
	type Row,
} from '../../support/scenes/periodic-returns.ts';

beforeAll(begin);
afterAll(end);

describe('the returns of a contract from 9 January 2023', () => {
	it('are opened with the PMI they go with: spend each financial quarter, documents every six months', async () => {
		const months = (kind: string) =>
			returns(`&filter[kind][_eq]=${kind}&filter[due_on][_lt]=2024-03-01`).then((rows) =>
				rows.map(({ month, due_on, status }) => [month, due_on, status]),
			);
		const spendMonths = [
			['2023-03', '2023-04-11', 'to_prepare'],
			['2023-06', '2023-07-07', 'to_prepare'],
			['2023-09', '2023-10-06', 'to_prepare'],
			['2023-12', '2024-01-08', 'to_prepare'],
		];
		expect(await months('subcontractor_spend')).toEqual(spendMonths);
		expect(await months('sme_spend')).toEqual(spendMonths);
		const documentMonths = [
			['2023-07', '2023-08-07', 'to_prepare'],
			['2024-01', '2024-02-07', 'to_prepare'],
		];
		expect(await months('contract_cost_register')).toEqual(documentMonths);
		expect(await months('ipr_log')).toEqual(documentMonths);
		expect(await one('ipr_log', '2023-07')).toMatchObject({ starts_on: '2023-01-09', ends_on: '2023-07-08' });
	});

	it('are listed with the monthly return that they go with', async () => {
		for (const client of [mi, manager, world.buyer]) {
			const filter = `filter[contract][_eq]=${contract}&filter[month][_eq]=2023-06`;
			const { body } = await client.get(`/items/mi_returns?${filter}&fields=periodic_returns.kind`);
			expect(body.data[0].periodic_returns.map(({ kind }: Row) => kind).sort()).toEqual([
				'sme_spend',
				'subcontractor_spend',
			]);
		}
	});

	it('follow a change of the contract’s dates and calendar', async () => {
		const change = (values: Row) => world.admin.patch(`/items/call_off_contracts/${contract}`, values);
		await change({ working_day_calendar: 'scotland', start_date: '2023-02-09' });
		expect((await one('subcontractor_spend', '2023-03')).due_on).toBe('2023-04-10');
		expect((await returns('&filter[kind][_eq]=ipr_log')).map(({ month }) => month).slice(0, 2)).toEqual([
			'2023-08',
			'2024-02',
		]);
		await change({ working_day_calendar: 'england-and-wales', start_date: '2023-01-09' });
		expect((await one('subcontractor_spend', '2023-03')).due_on).toBe('2023-04-11');
		expect((await returns('&filter[kind][_eq]=ipr_log')).map(({ month }) => month).slice(0, 2)).toEqual([
			'2023-07',
			'2024-01',
		]);
	});

	it('are made and removed by nobody, and only nil is written', async () => {
		const { id, mi_return } = await one('sme_spend', '2023-03');
		const record = { contract, mi_return, kind: 'ipr_log', month: '2023-03', due_on: '2023-04-11' };
		for (const client of [world.admin, mi, manager, world.buyer, world.west.mi, server.anonymous]) {
			for (const { status } of [
				await client.post('/items/periodic_returns', record),
				await client.delete(`/items/periodic_returns/${String(id)}`),
			]) {
				expect([400, 401, 403]).toContain(status);
			}
		}
		for (const values of [
			{ status: 'sent' },
			{ due_on: '2099-01-01' },
			{ month: '2023-04' },
			{ supplier: world.west.id },
			{ declared_on: '2020-01-01' },
			{ nil_declared: true, declared_by: null },
		]) {
			for (const client of [world.admin, mi]) {
				expect([400, 403]).toContain((await client.patch(`/items/periodic_returns/${String(id)}`, values)).status);
			}
		}
		const nested = { periodic_returns: [{ id, status: 'sent' }] };
		expect([400, 403]).toContain((await mi.patch(`/items/mi_returns/${String(mi_return)}`, nested)).status);
		const orphaned = { periodic_returns: [] };
		expect([400, 403]).toContain((await world.admin.patch(`/items/mi_returns/${String(mi_return)}`, orphaned)).status);
		expect(await one('sme_spend', '2023-03')).toMatchObject({ status: 'to_prepare', nil_declared: false });
	});
});

describe('a nil declaration', () => {
	it('makes the return ready, with who declared it and when, and can be taken back', async () => {
		const { id } = await one('sme_spend', '2023-06');
		expect((await declare(id, true)).status).toBe(200);
		const declared = await one('sme_spend', '2023-06');
		expect(declared).toMatchObject({ status: 'ready', nil_declared: true });
		expect([declared.declared_by, declared.declared_on]).not.toContain(null);
		expect((await declare(id, false, manager)).status).toBe(200);
		expect(await one('sme_spend', '2023-06')).toMatchObject({
			status: 'to_prepare',
			declared_by: null,
			declared_on: null,
		});
	});

	it('is refused while there is something to report, in the reader’s language', async () => {
		const { body } = await spend({});
		const { id } = await one('subcontractor_spend', '2023-06');
		expect((await one('subcontractor_spend', '2023-06')).status).toBe('ready');
		const refused = await declare(id, true);
		expect([refused.status, refusals(refused.body)]).toEqual([
			400,
			[['nil_declared', expect.stringContaining('cannot be declared nil. Entries recorded: 1.')]],
		]);
		const welsh = await world.user('Supplier MI', 'mi-welsh@example.org', world.north.id, 'cy-GB');
		expect(refusals((await declare(id, true, welsh.client)).body)[0]?.[1]).toContain('Mae rhywbeth i’w adrodd');
		expect((await mi.delete(`/items/spend_entries/${body.data.id}`)).status).toBe(204);
		expect((await one('subcontractor_spend', '2023-06')).status).toBe('to_prepare');
		expect((await declare(id, true)).status).toBe(200);
	});

	it('is lifted by an entry of its period, made or moved there, one or several', async () => {
		const nil = async () => {
			const { id } = await one('subcontractor_spend', '2023-06');
			if ((await declare(id, true)).status !== 200) throw new Error('not declared');
		};
		const entry = { contract, kind: 'subcontractor', organisation: 'A', spent_on: '2023-06-30', amount_pence: 1 };
		const ways: (() => Promise<{ status: number; body: { errors?: unknown } }>)[] = [
			() => mi.post('/items/spend_entries', entry),
			() => mi.post('/items/spend_entries', [entry, { ...entry, amount_pence: 2 }]),
			async () => {
				const { body } = await mi.post('/items/spend_entries', { ...entry, spent_on: '2023-07-01' });
				return mi.patch('/items/spend_entries', { keys: [body.data.id], data: { spent_on: '2023-06-30' } });
			},
		];
		for (const way of ways) {
			await nil();
			const { status, body } = await way();
			expect([status, body.errors]).toEqual([200, undefined]);
			expect(await one('subcontractor_spend', '2023-06')).toMatchObject({
				status: 'ready',
				nil_declared: false,
				declared_by: null,
			});
			const ids = (await knex('spend_entries').select('id')).map(({ id }) => id);
			expect((await mi.delete('/items/spend_entries', ids)).status).toBe(204);
		}
	});

	it('is made by nobody but the Supplier’s own manager and MI staff', async () => {
		const { id } = await one('sme_spend', '2023-06');
		for (const client of [
			world.west.mi,
			world.west.manager,
			world.buyer,
			world.north.mentors[0]!.client,
			server.anonymous,
		]) {
			expect([401, 403]).toContain((await declare(id, true, client)).status);
		}
		expect((await one('sme_spend', '2023-06')).nil_declared).toBe(false);
	});
});

describe('the parts of a month’s PMI', () => {
	it('are those that fall due with it, each ready with an entry or a nil declaration', async () => {
		const parts = async (month: string) =>
			(await periodicPartsOf(knex, contract, parseMonth(month) as CalendarMonth)).map(
				({ kind, period, ready, nil_declared }) => ({ kind, period, ready, nil_declared }),
			);
		expect(await parts('2023-05')).toEqual([]);
		const period = '2023-10-01–2023-12-31';
		const not = { period, ready: false, nil_declared: false };
		expect(await parts('2023-12')).toEqual([
			{ kind: 'sme_spend', ...not },
			{ kind: 'subcontractor_spend', ...not },
		]);
		await declare((await one('sme_spend', '2023-12')).id, true);
		await spend({ spent_on: '2023-12-01' });
		expect(await parts('2023-12')).toEqual([
			{ kind: 'sme_spend', period, ready: true, nil_declared: true },
			{ kind: 'subcontractor_spend', period, ready: true, nil_declared: false },
		]);
	});
});
