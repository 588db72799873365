/** Somebody who keeps accounts, flows and settings, and the one who is told of it. */
import { databaseOf } from '../database.ts';
import type { Client } from '../client.ts';
import { startTestServer, type TestServer } from '../server.ts';
import { letterTo, startMailServer, type TestMailServer } from '../smtp.ts';
import { PASSWORD, worldOf, type World } from '../world.ts';

export const KEEPER = 'keeper@example.org';
export const OFFICER = 'officer@example.org';

export let post: TestMailServer;
export let server: TestServer;
export let world: World;
export let keeper: Client;
export let officer: Client;

export async function begin(): Promise<void> {
	post = await startMailServer();
	// Each account is noted once a day by the process: it has to be one that has noted nobody.
	server = await startTestServer({ seed: 'world', env: post.env, own: true });
	world = await worldOf(server);
	keeper = (await world.user('Platform Administrator', KEEPER)).client;
	officer = (await world.user('Data Protection Officer', OFFICER)).client;
}

export async function end(): Promise<void> {
	await server.stop();
	await post.stop();
}

export type Row = Record<string, unknown>;

export const staff = async () =>
	(await keeper.get('/staff')).body.data as { accounts: Row[]; suppliers: Row[]; roles: string[] };
export const accountOf = async (email: string) => (await staff()).accounts.find((each) => each.email === email) as Row;

/** Everything that the Data Protection Officer has been told. */
export const told = async () =>
	((await officer.get('/notifications?limit=-1&fields=message')).body.data as { message: string }[])
		.map(({ message }) => message)
		.join('\n');

/** Accepts an invitation, as whoever has its letter. */
export async function accept(email: string): Promise<Client> {
	const token = /token=([\w.-]+)/.exec(await letterTo(post, email))?.[1];
	await server.anonymous.post('/users/invite/accept', { token, password: PASSWORD });
	return (await server.login(email, PASSWORD)) as Client;
}

export async function inDatabase<Result>(
	work: (knex: ReturnType<typeof databaseOf>) => Promise<Result>,
): Promise<Result> {
	const knex = databaseOf(server);
	try {
		return await work(knex);
	} finally {
		await knex.destroy();
	}
}
