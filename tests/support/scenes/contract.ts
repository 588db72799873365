/** A contract, its manager and a Peer Mentor. */
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

let server: TestServer;
export let world: World;
export let manager: Client;
export let mentor: Client;
export let contract: string;

export type Row = Record<string, unknown>;

export async function rows(collection: string, query = '', client: Client = manager): Promise<Row[]> {
	const { body } = await client.get(`/items/${collection}?limit=-1&${query}`);
	if (!body.data) throw new Error(JSON.stringify(body));
	return body.data;
}

export async function made(collection: string, record: Row, client: Client = manager): Promise<Row> {
	const { status, body } = await client.post(`/items/${collection}?fields=*`, record);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.data;
}

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	manager = world.north.manager;
	mentor = world.north.mentors[0]!.client;
	contract = world.north.contract;
}

export const end = () => server.stop();
