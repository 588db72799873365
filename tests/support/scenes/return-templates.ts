/** The Supplier that keeps the Buyer’s templates. */
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
