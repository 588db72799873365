/** The Buyer’s templates: tried, put into use, and the return made with them (3.7, 3.9). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	begin,
	change,
	end,
	line,
	mappedTemplate,
	mi,
	newTemplate,
	PART,
	send,
	stored,
	world,
	type Row,
} from '../../support/scenes/return-templates.ts';
import { libraryTemplate, partsOf, rawTemplate } from '../../unit/support/workbooks.ts';

beforeAll(begin);
afterAll(end);

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
		// The Buyer reads a month once it is submitted (2.11), whatever template fills it.
		expect((await world.buyer.download('/pmi/TEST-9/2024-06.xlsx')).status).toBe(404);
		for (const client of [mi, world.north.manager]) {
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
