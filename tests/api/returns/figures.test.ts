/** Who may ask the catalogue of figures, and what of it they read (3.12, 5.4). */
import { randomUUID } from 'node:crypto';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, begin, end, knex, manager, PERIOD, world } from '../../support/scenes/figures.ts';
import { markSubmitted } from '../../support/submitted.ts';

beforeAll(begin);
afterAll(end);

describe('who asks', () => {
	const QUESTION = `/figures?count=starts&${PERIOD}`;

	it('another Supplier’s manager sees none of it', async () => {
		expect(await ask('count=starts&by=month', world.west.manager)).toMatchObject({ rows: [], total: 0 });
		expect((await world.west.manager.get(`${QUESTION}&contract=TEST-9`)).status).toBe(404);
		expect((await world.west.manager.get(`/figures/records?count=starts&${PERIOD}`)).body.data).toEqual([]);
	});

	it.each(['Referrer', 'Buyer Analyst', 'Data Protection Officer', 'Peer Mentor'])('not a %s', async (role) => {
		const email = `${role.toLowerCase().replaceAll(' ', '-')}-figures@example.org`;
		const { client } = await world.user(role, email, role === 'Peer Mentor' ? world.north.id : undefined);
		for (const path of [QUESTION, '/figures/catalogue', `/figures/records?count=starts&${PERIOD}`]) {
			expect([path, (await client.get(path)).status]).toEqual([path, 403]);
		}
	});

	it.each<[string, string, string]>([
		['count=wishes', 'count must be a figure of the catalogue', 'Rhaid i count fod yn ffigur o’r catalog'],
		['count=starts&by=month,route,cpa', 'by takes at most two splits', 'Mae by yn derbyn dau raniad'],
		[
			'count=starts&by=spend_kind',
			'cannot be split or filtered by "spend_kind"',
			'Ni ellir rhannu na hidlo’r ffigur hwn',
		],
		['count=starts&from=2025-01&to=2024-01', 'swap the two months', 'cyfnewidiwch y ddau fis'],
	])('is told in their language what is wrong with %s', async (query, english, welsh) => {
		const { client } = await world.user('Supplier MI', `${randomUUID()}@example.org`, world.north.id, 'cy-GB');
		for (const [who, text] of [
			[manager, english],
			[client, welsh],
		] as const) {
			const { status, body } = await who.get(`/figures?${query}`);
			expect([status, body.errors[0].extensions.code]).toEqual([400, expect.any(String)]);
			expect(body.errors[0].message).toContain(text);
		}
	});

	// Every one of them is asked, in both languages.
	it(
		'is answered of every figure by every split that it has, and by each in the catalogue',
		{ timeout: 480_000 },
		async () => {
			for (const language of ['en-GB', 'cy-GB']) {
				const { body } = await manager.get(`/figures/catalogue?lang=${language}`);
				expect(body.data.splits.every(({ name }: { name: string }) => name !== '')).toBe(true);
				for (const { key, splits } of body.data.figures) {
					for (const split of splits) {
						const { status } = await manager.get(`/figures?count=${key}&by=${split}&lang=${language}&${PERIOD}`);
						expect([key, split, status]).toEqual([key, split, 200]);
					}
				}
			}
		},
	);

	it('gets the same as CSV and as a workbook, without a live formula', async () => {
		await knex('referrals').where({ reference: 'Q-0' }).update({ third_party_organisation: '=1+1' });
		const query = `${QUESTION.replace('starts', 'referrals')}&by=month,organisation`;
		const { content: text } = await manager.download(`${query}&format=csv`);
		const lines = text.toString('utf8').trim().split('\r\n');
		expect(lines.at(-1)).toMatch(new RegExp(`,${(await ask('count=referrals')).total}$`));
		const { content } = await manager.download(`${query}&format=xlsx`);
		const book = new ExcelJS.Workbook();
		await book.xlsx.load(content as unknown as ArrayBuffer);
		const cells: ExcelJS.Cell[] = [];
		book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell))));
		expect(cells.length).toBeGreaterThan(lines.length);
		expect(cells.filter(({ type }) => type === ExcelJS.ValueType.Formula)).toEqual([]);
		expect(lines.filter((line) => /(^|,)[=+@]/.test(line))).toEqual([]);
		expect((await manager.get(`${query}&format=pdf`)).status).toBe(400);
	});
});

describe('the Buyer', () => {
	const submit = (month: string) => markSubmitted(knex, world.north.contract, month);

	it('reads submitted months only', async () => {
		expect((await world.buyer.get(`/figures?count=starts&${PERIOD}`)).status).toBe(400);
		expect([await submit('2024-01'), await submit('2024-02')]).toEqual([1, 1]);
		const { rows } = await ask('count=starts&by=month', world.buyer);
		expect(rows.map(({ month }) => month)).toEqual(['2024-01', '2024-02']);
	});

	it('reads no number from one to four, however it is asked for', async () => {
		const submitted = '/figures?count=starts&by=delivery_area,preferred_language&from=2024-01&to=2024-02';
		const { body: whole } = await manager.get(submitted);
		const table = await ask('count=starts&by=delivery_area,preferred_language', world.buyer);
		const hidden = table.rows.filter((row) => row.hidden);
		expect(hidden.length).toBeGreaterThan(1);
		expect(table.rows.filter(({ value }) => Number(value) > 0 && Number(value) < 5)).toEqual([]);
		expect(whole.data.rows.length).toBe(table.rows.length);
		for (const { delivery_area, preferred_language } of hidden) {
			const filters = `where[delivery_area]=${delivery_area}&where[preferred_language]=${preferred_language ?? ''}`;
			for (const more of ['', '&by=delivery_area', '&by=month', '&contract=TEST-9']) {
				const { total, rows } = await ask(`count=starts&${filters}${more}`, world.buyer);
				expect([filters, more, total]).toEqual([filters, more, null]);
				if (more !== '&by=month') expect(rows.filter(({ value }) => value !== null)).toEqual([]);
			}
		}
	});

	it.each(['by=mentor', 'by=organisation', 'where[mentor]=x', 'where[organisation]=x'])(
		'cannot ask %s',
		async (split) => {
			expect((await world.buyer.get(`/figures?count=starts&${PERIOD}&${split}`)).status).toBe(400);
		},
	);

	it('reads no records', async () => {
		expect((await world.buyer.get(`/figures/records?count=starts&${PERIOD}`)).status).toBe(403);
	});
});
