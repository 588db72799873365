/** Nobody is named in what the Buyer reads (2.25, 5.4). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acknowledged, begin, contract, end, knex, mi, refer, submit, world } from '../../support/scenes/submission.ts';

beforeAll(begin);
afterAll(end);

it('names nobody in what the Buyer reads, whichever way it is written (2.25, 5.4)', async () => {
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
