/** What the Buyer reads of submitted months, and that nobody is named in it (2.25, 3.3, 5.4). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../support/client.ts';
import {
	acknowledged,
	begin,
	contract,
	end,
	knex,
	mi,
	NO_REGISTERS,
	refer,
	submit,
	world,
	type Row,
} from '../../support/scenes/submission.ts';

beforeAll(begin);
afterAll(end);

it('nobody is named in what the Buyer reads, whichever way it is written (2.25, 5.4)', async () => {
	const { reference } = await refer('2024-04-10');
	const { id } = await knex('mi_returns').where({ contract, month: '2024-04' }).first('id');
	const says = (text: string) => [
		mi.patch(`/items/mi_returns/${id}`, { mitigations: text }),
		mi.post(`/graphql`, {
			query: `mutation { update_mi_returns_item(id: "${id}", data: { mitigations: "${text}" }) { id } }`,
		}),
		submit('2024-04', { acknowledged, reason: text }),
		submit('2024-04', { acknowledged, report: { recruitment: text } }),
		submit('2024-04', { acknowledged: [{ ...acknowledged[0], reason: text }] }),
		world.north.manager.post('/items/risks_and_issues', {
			contract,
			kind: 'risk',
			title: text,
			raised_on: '2024-04-02',
		}),
	];
	for (const text of ['Gwen Test-Evans left', 'test-evans, gwen', `see ${reference}`]) {
		for (const [way, answer] of (await Promise.all(says(text))).entries()) {
			expect([text, way, answer.status >= 400]).toEqual([text, way, true]);
			const messages = JSON.stringify(answer.body.errors);
			if (way !== 1) expect(messages).toContain('This names a person');
			expect(messages).not.toContain(text);
		}
	}
	expect(await knex('mi_return_versions').where({ contract, month: '2024-04' })).toEqual([]);
	// Another Supplier’s people are not looked for: the answer would tell of them.
	const theirs = { contract: world.west.contract, kind: 'risk', title: 'Gwen Test-Evans', raised_on: '2024-04-02' };
	const told = JSON.stringify((await world.west.manager.post('/items/risks_and_issues', theirs)).body);
	expect(told).not.toContain('names a person');
});

it('service levels are those of submitted months, and change with a submission alone (5.4)', async () => {
	for (const received of ['2024-01-10', '2024-02-05', '2024-02-20']) await refer(received);
	for (const month of ['2024-01', '2024-02']) {
		expect((await submit(month, { ...NO_REGISTERS, acknowledged })).status).toBe(200);
	}
	const whole = `filter[contract][_eq]=${contract}&filter[cpa][_null]=true&filter[service_level][_eq]=initial_meeting`;
	const read = async (client: Client) =>
		(await client.get(`/items/service_level_results?${whole}&fields=month,met,missed&sort=month`)).body.data as Row[];
	const missedIn = async (client: Client, month: string) =>
		(await read(client)).find((row) => row.month === month)?.missed;
	const before = await read(world.buyer);
	expect([...new Set(before.map(({ month }) => month))]).toEqual(['2024-01', '2024-02']);
	expect(await missedIn(world.north.manager, '2024-03')).toBe(1);

	// Ten Working Days from this day end in February.
	await refer('2024-01-30');
	const now = await missedIn(world.north.manager, '2024-02');
	expect(now).toBe(((await missedIn(world.buyer, '2024-02')) as number) + 1);
	expect(await read(world.buyer)).toEqual(before);
	const { status } = await submit('2024-02', { acknowledged, reason: 'A referral was entered late' });
	expect([status, await missedIn(world.buyer, '2024-02')]).toEqual([200, now]);
});
