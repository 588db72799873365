/** The demo as the cases ask it: who is signed in, and the keys of records that they name. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../client.ts';
import { PEOPLE } from '../people.ts';
import type { TestServer } from '../server.ts';
import { ask, type Request } from './asking.ts';
import { operationAt, type Answered } from './description.ts';

export const ADMINISTRATOR = 'Administrator';
/** A key that nobody has. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';

/** One request, whose it is, and the status that it is to get. */
export interface Case extends Request {
	/** A role; `null` for nobody. */
	as: string | null;
	status: number;
	/** Sent as the token, instead of somebody's own. */
	token?: string;
}

/** By operation, the requests that show what it answers, in an order in which one can stand on another. */
export type Cases = Record<string, (found: Found) => Case[] | Promise<Case[]>>;

export class Found {
	readonly server: TestServer;
	readonly clients: Record<string, Client>;
	/** What one case leaves for another: the secret of a link, say. */
	readonly kept: Record<string, string> = {};

	constructor(server: TestServer, clients: Record<string, Client>) {
		this.server = server;
		this.clients = clients;
	}

	/** Signs in a person of every role. */
	static async on(server: TestServer): Promise<Found> {
		const clients: Record<string, Client> = { [ADMINISTRATOR]: await server.admin() };
		for (const [role, email] of Object.entries(PEOPLE)) clients[role] = await server.login(email);
		return new Found(server, clients);
	}

	as(role: string): Client {
		const client = this.clients[role];
		if (!client) throw new Error(`Nobody has the role ${role}.`);
		return client;
	}

	/** The rows that somebody sees. */
	async rows(role: string, collection: string, query: string): Promise<Record<string, string>[]> {
		const { status, body } = await this.as(role).get(`/items/${collection}?${query}`);
		if (status !== 200 || body.data.length === 0) throw new Error(`${collection}?${query}: ${JSON.stringify(body)}`);
		return body.data;
	}

	/** The key of the first record that somebody sees. */
	async key(role: string, collection: string, query = ''): Promise<string> {
		const [row] = await this.rows(role, collection, `limit=1&fields=id&sort=id&${query}`);
		return String(row?.id);
	}

	/** Makes a record. */
	async made(role: string, collection: string, record: object): Promise<string> {
		const { status, body } = await this.as(role).post(`/items/${collection}`, record);
		if (status !== 200) throw new Error(`${collection}: ${JSON.stringify(body)}`);
		return body.data.id;
	}

	/** Asks beforehand what a case stands on. */
	async ask(role: string, address: string, request: Request = {}): Promise<Answered> {
		return ask(this.server.url, this.as(role).token, operationAt(address), request);
	}
}

export const newKey = () => randomUUID();
export const PDF = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
