/** What our endpoints answer is what is described: a status and a body for each request, and none beside them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../support/openapi/asking.ts';
import { journey } from '../../support/openapi/cases/journey.ts';
import { links, UNKNOWN_LINKS } from '../../support/openapi/cases/links.ts';
import { moreReturns } from '../../support/openapi/cases/more-returns.ts';
import { METRICS_TOKEN, platform } from '../../support/openapi/cases/platform.ts';
import { returns } from '../../support/openapi/cases/returns.ts';
import { smallRooms } from '../../support/openapi/cases/small-rooms.ts';
import { described, operationAt, undescribed, undescribedBody } from '../../support/openapi/description.ts';
import { Found, type Case } from '../../support/openapi/found.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { startMailServer, type TestMailServer } from '../../support/smtp.ts';

const cases = { ...smallRooms, ...moreReturns, ...returns, ...journey, ...links, ...platform };

let post: TestMailServer;
let server: TestServer;
let found: Found;
beforeAll(async () => {
	post = await startMailServer();
	// The first review of a sample reads dictionaries: on a machine that is busy, Directus would answer 503 to whatever follows.
	const calm = { PRESSURE_LIMITER_ENABLED: 'false' };
	const env = { ...calm, METRICS_TOKEN, ...post.env, UNKNOWN_LINKS_PER_ADDRESS_AN_HOUR: String(UNKNOWN_LINKS) };
	server = await startTestServer({ seed: 'demo', env });
	found = await Found.on(server);
});
afterAll(async () => {
	await server?.stop();
	await post?.stop();
});

it('there are requests for every operation that is described, and for no other', () => {
	expect(Object.keys(cases).sort()).toEqual(described.map(({ address }) => address).sort());
});

describe.each(Object.entries(cases))('%s', (address, requests) => {
	it('answers as it is described', async () => {
		const operation = operationAt(address);
		const tried: Case[] = await requests(found);
		const wrong: string[] = [];
		for (const { as, status, token, ...request } of tried) {
			const sent = token ?? (as === null ? null : found.as(as).token);
			const answer = await ask(server.url, sent, operation, request);
			const say = (fault: string) => wrong.push(`${as} ${JSON.stringify(request).slice(0, 200)}: ${fault}`);
			if (answer.status !== status) say(`${answer.status}, not ${status}: ${answer.content.toString().slice(0, 300)}`);
			undescribed(operation, answer).forEach(say);
			if (answer.status < 300 && !request.form && !request.parts) {
				undescribedBody(operation, request.json).forEach(say);
			}
		}
		expect(wrong.join('\n')).toBe('');
	});
});
