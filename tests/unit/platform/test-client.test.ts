/** The client of the tests asks by the SDK of Directus and loses nothing of what is sent or answered. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { clientOf, type Client } from '../../support/client.ts';

const REFUSAL = '{"errors":[{"message":"No","extensions":{"code":"NO"}}],"data":null}';
const ANSWERS: Record<string, [status: number, type: string, content: string | Buffer]> = {
	'/data': [200, 'application/json; charset=utf-8', '{"data":[1],"meta":{"count":1}}'],
	'/half': [200, 'application/json; charset=utf-8', '{"data":{"a":1},"errors":[{"message":"half"}]}'],
	'/refused': [400, 'application/json; charset=utf-8', REFUSAL],
	'/none': [204, '', ''],
	'/page': [500, 'text/html', '<p>Caffè</p>'],
	'/broken': [200, 'application/json', '{"data'],
	'//data': [200, 'application/json', '{}'],
	'/bytes': [200, 'application/octet-stream', Buffer.from([0, 255, 254, 13, 10])],
};

let server: Server;
let client: Client;
let nobody: Client;
let asked: { method?: string; url?: string; authorization?: string; content: Buffer; type?: string };

beforeAll(async () => {
	server = createServer(async (request, response) => {
		const { method, url, headers } = request;
		const { authorization, 'content-type': type } = headers;
		asked = { method, url, authorization, type, content: await buffer(request) };
		const [status, kind, content] = ANSWERS[String(url).split('?')[0]!]!;
		response.writeHead(status, { 'content-type': kind, 'retry-after': '7' }).end(content);
	});
	await new Promise<void>((open) => server.listen(0, '127.0.0.1', open));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	[client, nobody] = [clientOf(url, 'a-token'), clientOf(url, null)];
});
afterAll(() => server.close());

describe('an answer', () => {
	test.each([
		['/data', 200, { data: [1], meta: { count: 1 } }],
		['/half', 200, { data: { a: 1 }, errors: [{ message: 'half' }] }],
		['/refused', 400, JSON.parse(REFUSAL)],
		['/none', 204, null],
		['/page', 500, '<p>Caffè</p>'],
		['/broken', 200, '{"data'],
	])('of %s comes whole and throws nothing', async (path, status, body) => {
		for (const answer of [await client.get(path), await client.post(path), await client.search(path)]) {
			expect([answer.status, answer.body, answer.headers.get('retry-after')]).toEqual([status, body, '7']);
		}
	});

	it('that is a file comes byte by byte', async () => {
		expect((await client.download('/bytes')).content).toEqual(ANSWERS['/bytes']![2]);
	});
});

describe('a request', () => {
	it('is that of whoever is signed in, or of nobody', async () => {
		await client.get('/data');
		expect(asked.authorization).toBe('Bearer a-token');
		await nobody.get('/data');
		expect(asked.authorization).toBeUndefined();
	});

	it.each(['patch', 'delete', 'search'] as const)('by %s carries its query and its body as they are', async (verb) => {
		await client[verb]('/data?filter[a][_eq]=1%2B1&fields=*,b.*', ['ŵ']);
		expect([asked.method, asked.url]).toEqual([verb.toUpperCase(), '/data?filter[a][_eq]=1%2B1&fields=*,b.*']);
		expect([asked.type, String(asked.content)]).toEqual(['application/json', '["ŵ"]']);
	});

	it.each(['//data', '/x/../data', '/\\data'])('to %s goes to the server itself', async (path) => {
		expect((await client.get(path)).status).toBe(200);
	});

	it('of several parts tells where one ends and the next begins', async () => {
		await client.upload('/data', { caseload: 'a,b', book: Buffer.from([1, 255]) });
		const boundary = /^multipart\/form-data; boundary=(.+)$/.exec(String(asked.type))?.[1];
		expect(asked.content.toString('latin1').split(`--${boundary}`)).toHaveLength(4);
		expect(asked.content.includes(Buffer.from([1, 255]))).toBe(true);
	});
});
