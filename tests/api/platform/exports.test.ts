/** The Studio offers every list as a file of four kinds: each can be had of each. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readModel } from '../../../directus/lib/model/model-file.ts';
import type { Client } from '../../support/client.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let admin: Client;

beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	admin = await server.admin();
});
afterAll(() => server.stop());

const collections = readModel().collections.flatMap(({ collection, schema }) => (schema ? [collection] : []));

describe.each(['csv', 'json', 'xml', 'yaml'])('as %s', (format) => {
	it('every collection is exported', async () => {
		for (const collection of collections) {
			const { status, content } = await admin.download(`/items/${collection}?export=${format}&limit=40`);
			expect([collection, status, content.toString('utf8').slice(0, 200)]).toEqual([
				collection,
				200,
				expect.anything(),
			]);
		}
	});
});

it('an element is named after each key, also of answers by question and of figures by month', async () => {
	const { content } = await admin.download('/items/mi_returns?export=xml&filter[status][_eq]=submitted&limit=1');
	expect(content.toString('utf8')).toMatch(/<figures>\s*<contract>/);
});
