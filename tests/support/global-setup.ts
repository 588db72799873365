import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { lane } from './environment.ts';
import { Pool, type Wish } from './pool.ts';
import { templateOf } from './templates.ts';

/** Before the first test of a lane: a prepared database, and somebody who lends servers for as long as it runs. */
export default async function setup(): Promise<() => Promise<void>> {
	await templateOf('reference', lane);
	const pool = new Pool();
	const lender = createServer(async (request, response) => {
		const { wish, tester, done } = (await json(request)) as { wish: Wish; tester: number; done?: number };
		try {
			if (done !== undefined) pool.release(done);
			response.end(JSON.stringify(done === undefined ? await pool.lease(wish, tester) : {}));
		} catch (error) {
			response.writeHead(500).end(String(error instanceof Error ? error.message : error));
		}
	});
	await new Promise<void>((open) => lender.listen(0, '127.0.0.1', open));
	process.env.TEST_POOL = `http://127.0.0.1:${(lender.address() as { port: number }).port}`;
	return async () => {
		lender.close();
		await pool.close();
	};
}
