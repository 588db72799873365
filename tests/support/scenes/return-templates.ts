/** The Supplier that keeps the Buyer’s templates. */
import { request } from 'node:http';
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { libraryTemplate } from '../../unit/support/workbooks.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

export const PART = 'xl/worksheets/sheet1.xml';
export let server: TestServer;
export let world: World;
export let mi: Client;

export type Row = Record<string, unknown>;

export async function newTemplate(values: Row = {}, client = mi): Promise<string> {
	const { status, body } = await client.post('/items/return_templates', { kind: 'pmi', version: '1', ...values });
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data.id;
}

export const send = (id: string, file: Buffer, client = mi) =>
	client.upload(`/return-templates/${id}/workbook`, { workbook: file });

/** Sends as many megabytes of nothing, held by nobody and on a connection of their own, and gives the status. */
export function sendMegabytes(id: string, megabytes: number): Promise<number | undefined> {
	const edge = '----megabytes';
	const megabyte = Buffer.alloc(1024 * 1024);
	const body = function* () {
		yield `--${edge}\r\ncontent-disposition: form-data; name="workbook"; filename="a.xlsx"\r\n\r\n`;
		for (let sent = 0; sent < megabytes; sent++) yield megabyte;
		yield `\r\n--${edge}--\r\n`;
	};
	const headers = { authorization: `Bearer ${mi.token}`, 'content-type': `multipart/form-data; boundary=${edge}` };
	return new Promise((done, failed) => {
		const url = `${server.url}/return-templates/${id}/workbook`;
		const asked = request(url, { method: 'POST', headers, agent: false }, (answer) => {
			answer.resume().on('end', () => done(answer.statusCode));
		});
		Readable.from(body()).pipe(asked.on('error', failed));
	});
}
export const change = (id: string, values: Row, client = mi) => client.patch(`/items/return_templates/${id}`, values);
export const stored = async (id: string) => (await mi.get(`/items/return_templates/${id}`)).body.data;

export const line = (figure: string, cell: string, more: Row = {}) => ({
	figure,
	view: 'cumulative',
	cpa: null,
	place: { sheet: 'PMI return', cell },
	...more,
});

export const MAPPING = {
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
export async function mappedTemplate(values: Row = {}): Promise<string> {
	const id = await newTemplate(values);
	expect((await send(id, await libraryTemplate())).status).toBe(200);
	const { status, body } = await change(id, { mapping: MAPPING });
	expect([status, body.errors]).toEqual([200, undefined]);
	return id;
}

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	mi = world.north.mi;
}

export const end = () => server?.stop();
