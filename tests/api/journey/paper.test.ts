/** Pages to print for the person they are about, in that person's language. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	begin,
	colleague,
	end,
	mentor,
	planned,
	server,
	world,
	type Planned,
} from '../../support/scenes/plan-confirmation.ts';

let welsh: Planned;
let english: Planned;

beforeAll(async () => {
	await begin();
	welsh = await planned({ preferred_language: 'cy-GB' });
	english = await planned();
	await mentor.patch(`/items/mentees/${english.mentee}`, { next_steps: 'A place at the college' });
});
afterAll(end);

const read = async (path: string, who = mentor) => {
	const { status, headers, content } = await who.download(path);
	return { status, headers, text: content.toString('utf8') };
};

describe('a paper', () => {
	it.each([
		[
			'plan',
			() => welsh.plan,
			['<html lang="cy-GB">', 'Fy nghynllun', 'A job in a kitchen', 'Ring the service', 'Fy llofnod'],
		],
		['plan', () => english.plan, ['<html lang="en-GB">', 'My plan', 'My signature', '1 November 2023']],
		['leaving', () => english.mentee, ['A place at the college', 'What is still to be done']],
		['leaving', () => welsh.mentee, ['Beth rwyf wedi’i wneud']],
		['consent', () => english.mentee, ['What I can do', 'Test']],
		['consent', () => welsh.referral, ['Beth y gallaf ei wneud']],
	])('%s has what it is for, whatever the mentor reads: %#', async (kind, id, words) => {
		const { status, headers, text } = await read(`/paper/${kind}/${id()}`);
		expect(status).toBe(200);
		expect(headers.get('cache-control')).toBe('no-store');
		expect(headers.get('content-security-policy')).toMatch(
			/default-src 'none'; style-src 'sha256-[^;]+; script-src 'sha256-/,
		);
		for (const each of words) expect(text).toContain(each);
		expect(text).not.toMatch(/\bnull\b|undefined|\[object/);
	});

	it('is printed by whoever may read it, and by nobody else', async () => {
		for (const path of [
			`/paper/plan/${welsh.plan}`,
			`/paper/leaving/${welsh.mentee}`,
			`/paper/consent/${welsh.mentee}`,
		]) {
			expect((await read(path, world.north.manager)).status).toBe(200);
			for (const who of [colleague, world.west.manager, world.buyer, world.north.mi]) {
				expect((await read(path, who)).status).toBe(403);
			}
			expect((await server.anonymous.get(path)).status).toBe(401);
		}
		for (const path of [
			'/paper/plan/none',
			'/paper/other/x',
			`/paper/__proto__/${welsh.plan}`,
			`/paper/plan/${welsh.mentee}`,
		]) {
			expect((await read(path)).status).toBe(403);
		}
	});

	it('is in the read log', async () => {
		await read(`/paper/plan/${welsh.plan}`);
		const { body } = await world.admin.get('/items/access_log?sort=-at&limit=5&fields=through,keys');
		const [noted] = body.data.filter(({ through }: { through: string }) => through === 'GET /paper/:kind/:id');
		expect(noted.keys).toMatchObject({ action_plans: [welsh.plan], mentees: [welsh.mentee] });
	});
});

it('what is kept of somebody is a page in their language, for the Data Protection Officer alone', async () => {
	const officer = await world.user('Data Protection Officer', 'dpo-paper@example.org');
	const { body } = await world.admin.get(`/items/referrals/${welsh.referral}?fields=reference`);
	const path = `/personal-data/${body.data.reference}.html`;
	const { status, text } = await read(path, officer.client);
	expect(status).toBe(200);
	for (const each of ['<html lang="cy-GB">', 'Beth a gedwir amdanaf', 'Quiet', 'A job in a kitchen'])
		expect(text).toContain(each);
	expect(text).not.toMatch(/\bnull\b|undefined|\[object/);
	for (const who of [mentor, world.north.manager, world.buyer]) expect((await read(path, who)).status).toBe(403);
	const log = await world.admin.get(`/items/access_log?filter[subject][_eq]=${body.data.reference}&fields=action`);
	expect(log.body.data).toEqual([{ action: 'export' }]);
});
