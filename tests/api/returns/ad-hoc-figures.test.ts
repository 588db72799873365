/** A request for management information is answered by figures that somebody chose, and they stay as they were given (3.12). */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addMonths, monthOf } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Client } from '../../support/client.ts';
import { databaseOf } from '../../support/database.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { sheetTexts } from '../../support/xlsx.ts';

let server: TestServer;
let mi: Client;
let buyer: Client;
let contract: { id: string; reference: string };
const month = monthOf(today());
const BY_MONTH = {
	count: 'starts',
	period: 'range',
	from: addMonths(month, -8),
	to: addMonths(month, -3),
	by: 'month',
};
const WELSH = { ...BY_MONTH, by: 'cpa', where: [{ split: 'preferred_language', values: ['cy-GB'] }] };

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	mi = await server.login('mi@example.org');
	buyer = await server.login('buyer@example.org');
	[contract] = (await mi.get('/items/call_off_contracts?fields=id,reference&sort=reference&limit=1')).body.data;
});
afterAll(() => server.stop());

const asked = async (figures: unknown, more: object = {}) => {
	const request = 'Starts by month, and of those who speak Welsh';
	const row = { contract: contract.id, kind: 'ad_hoc_mi', requested_on: today(), due_on: today(), request };
	return mi.post('/items/information_requests', { ...row, figures, ...more });
};
const answer = (id: string, more: object = {}) =>
	mi.patch(`/items/information_requests/${id}`, { answered_on: today(), answer: 'In the figures', ...more });
const shown = async (client: Client, id: string) => {
	const fields = 'answered_figures,answered_file,answered_sha256,answered_on';
	return (await client.get(`/items/information_requests/${id}?fields=${fields}`)).body.data;
};

describe('figures that answer a request', () => {
	it('are kept when it is answered, in both languages, as the Buyer reads them', async () => {
		const { body } = await asked([BY_MONTH, WELSH]);
		expect(body.data.answered_figures).toBeNull();
		expect((await answer(body.data.id)).status).toBe(200);
		const { answered_figures: given } = await shown(buyer, body.data.id);
		expect(Object.keys(given).sort()).toEqual(['cy-GB', 'en-GB']);
		const own = `contract=${contract.reference}&count=starts&from=${BY_MONTH.from}&to=${BY_MONTH.to}`;
		const [byMonth, welsh] = given['en-GB'];
		const read = async (who: Client, query: string) => (await who.get(`/figures?${own}&${query}`)).body.data;
		for (const [who, as] of [
			[buyer, ''],
			[mi, '&as=buyer'],
		] as const) {
			expect(byMonth).toEqual(await read(who, `by=month&lang=en${as}`));
			expect(welsh).toEqual(await read(who, `by=cpa&where[preferred_language]=cy-GB&lang=en${as}`));
		}
		expect(given['cy-GB'][0].name).not.toBe(byMonth.name);
	});

	it('come as a workbook whose checksum stands in the request, for the Buyer too', async () => {
		const { id } = (await asked([BY_MONTH, WELSH], { answered_on: today(), answer: 'In the figures' })).body.data;
		const { answered_sha256: sum, answered_figures: given } = await shown(mi, id);
		for (const who of [mi, buyer]) {
			const { status, content, headers } = await who.download(`/figures/requests/${id}.xlsx`);
			expect([status, createHash('sha256').update(content).digest('hex')]).toEqual([200, sum]);
			expect(headers.get('content-disposition')).toContain(`ad-hoc-${contract.reference}`);
			const texts = (await sheetTexts(content)).join(' ');
			expect(texts).toContain(given['en-GB'][1].definition);
			// A number of Welsh speakers says that it is one.
			expect(texts).toContain('Preferred language: Welsh');
		}
		const mentor = await server.login('mentor1@example.org');
		expect((await mentor.get(`/figures/requests/${id}.xlsx`)).status).toBe(403);
	});

	it('stay as they were given, whatever is recorded or changed later', async () => {
		const { id } = (await asked([BY_MONTH], { answered_on: today(), answer: 'In the figures' })).body.data;
		const before = await shown(mi, id);
		for (const change of [
			{ figures: [WELSH] },
			{ answered_on: null },
			{ answered_figures: {} },
			{ answered_sha256: 'a' },
		]) {
			expect((await mi.patch(`/items/information_requests/${id}`, change)).status).toBe(400);
		}
		const knex = databaseOf(server);
		await knex('mi_returns').where({ contract: contract.id }).update({ status: 'draft' });
		expect((await answer(id, { answered_on: undefined, answer: 'Sent again' })).status).toBe(200);
		expect(await shown(mi, id)).toEqual(before);
		await knex('mi_returns')
			.where({ contract: contract.id })
			.where('month', '<', month)
			.update({ status: 'submitted' });
		await knex.destroy();
	});

	it('are asked of what can be counted, in words, in the language of the account', async () => {
		const wrong = [
			'starts',
			[{}],
			[BY_MONTH, { count: 'starts', by: 'mentor' }],
			[{ ...BY_MONTH, from: month, to: addMonths(month, -3) }],
			[{ ...BY_MONTH, where: [{ split: 'reference', values: ['R-1'] }] }],
			Array.from({ length: 13 }, () => BY_MONTH),
		];
		for (const figures of wrong) {
			const { status, body } = await asked(figures);
			expect([status, body.errors?.[0].extensions.field]).toEqual([400, 'figures']);
			expect(body.errors[0].message).toMatch(/^Figure \d+ cannot be counted like that/);
		}
		await mi.patch('/users/me', { language: 'cy-GB' });
		expect((await asked([{}])).body.errors[0].message).toMatch(/^Ni ellir cyfrif ffigur 1/);
		await mi.patch('/users/me', { language: 'en-GB' });
	});

	it('are of months that have been submitted', async () => {
		const { id } = (await asked([{ count: 'starts', period: 'this_month' }])).body.data;
		const { status, body } = await answer(id);
		expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('none has been submitted yet')]);
		expect((await shown(mi, id)).answered_on).toBeNull();
	});

	it('name nobody, and are of no other kind of request', async () => {
		const [person] = (await mi.get('/items/mentees?fields=first_name,last_name&limit=1')).body.data;
		const named = [{ ...BY_MONTH, where: [{ split: 'cpa', values: [`${person.first_name} ${person.last_name}`] }] }];
		expect((await asked(named)).body.errors[0].extensions.field).toBe('figures');
		const given = { kind: 'other', answered_on: today(), answer: 'By letter' };
		const { data } = (await asked([BY_MONTH], given)).body;
		expect(data.answered_figures).toBeNull();
	});
});
