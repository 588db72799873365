/** Who sees the photo of a signature, that every look at it is on record, and that it goes with the person. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, type Client } from '../../support/client.ts';
import { colleague, mentor, places, server, world } from '../../support/scenes/mentor-steps.ts';
import {
	begin,
	bytesOf,
	end,
	files,
	knex,
	photo,
	photoOf,
	sendAgreement,
	signed,
} from '../../support/scenes/signature-photo.ts';

beforeAll(begin);
afterAll(end);

describe('nobody', () => {
	const cases: [string, () => Client | Promise<Client>, { read: number; write: number }][] = [
		['its Peer Mentor', () => mentor, { read: 200, write: 200 }],
		['the Supplier’s manager', () => world.north.manager, { read: 200, write: 200 }],
		['the Supplier’s MI lead', () => world.north.mi, { read: 200, write: 403 }],
		['a Data Protection Officer', () => officer(), { read: 200, write: 403 }],
		['a colleague', () => colleague, { read: 403, write: 403 }],
		['a Peer Mentor of another Supplier', () => world.west.mentors[0]!.client, { read: 403, write: 403 }],
		['a manager of another Supplier', () => world.west.manager, { read: 403, write: 403 }],
		['the Buyer', () => world.buyer, { read: 403, write: 403 }],
		['a Buyer Analyst', () => account('Buyer Analyst'), { read: 403, write: 403 }],
		['a Referrer', () => account('Referrer'), { read: 403, write: 403 }],
		['a Platform Administrator', () => account('Platform Administrator'), { read: 403, write: 403 }],
		['somebody not signed in', () => clientOf(server.url, null), { read: 401, write: 401 }],
	];
	let count = 0;
	const account = async (role: string) => (await world.user(role, `photo-${count++}@example.org`)).client;
	const officer = () => account('Data Protection Officer');

	it.each(cases)('but who may: %s', async (_who, whose, { read, write }) => {
		const { plan } = await signed(await photo());
		const file = (await photoOf(plan)) as string;
		const who = await whose();
		expect((await who.download(`/signature-photo/${plan}`)).status).toBe(read);
		// By its key it is nobody's, whole or scaled, and no list shows it.
		for (const path of [`/assets/${file}`, `/assets/${file}/signature.jpg`, `/files/${file}`, '/files'])
			expect([path, (await who.get(path)).status]).toEqual([path, expect.toBeOneOf([401, 403])]);
		const scaled = await who.get(`/assets/${file}?width=100`);
		expect([scaled.status, scaled.headers.get('content-type')]).toEqual([
			expect.toBeOneOf([400, 401, 403]),
			expect.stringContaining('json'),
		]);
		const through = await who.get(`/items/action_plans/${plan}?fields=signature_photo.*`);
		expect(JSON.stringify(through.body)).not.toContain('filename');
		expect((await who.upload(`/signature-photo/${plan}`, { photo: await photo() })).status).toBe(write);
		expect((await photoOf(plan)) === file).toBe(write !== 200);
		expect((await who.delete(`/signature-photo/${plan}`)).status).toBe(write === 200 ? 204 : write);
		expect(await photoOf(plan)).toBe(write === 200 ? null : file);
	});

	it('puts another file in its place, not even an Administrator', async () => {
		const [own, others] = [await signed(await photo()), await signed(await photo())];
		const file = await photoOf(others.plan);
		for (const who of [mentor, world.admin]) {
			const { status, body } = await who.patch(`/items/action_plans/${own.plan}`, { signature_photo: file });
			expect([status, body.errors[0].message]).toEqual([
				400,
				expect.stringMatching(/^A photo of a signature is taken/),
			]);
		}
		const bySteps = await sendAgreement(own.about, file);
		expect([bySteps.status, places(bySteps.body)]).toEqual([400, ['agreement.signature_photo']]);
		const nested = await mentor.patch(`/items/action_plans/${own.plan}`, { signature_photo: { id: file } });
		expect(nested.status).toBe(400);
		const { body } = await mentor.get(`/items/action_plans/${others.plan}?fields=mentee`);
		const made = { mentee: body.data.mentee, goal: 'x', evidence: 'wet', signature_photo: file };
		expect((await mentor.post('/items/action_plans', made)).status).toBe(400);
	});

	it('reads it unseen', async () => {
		const { plan } = await signed(await photo());
		const file = (await photoOf(plan)) as string;
		const reads = async () =>
			(await knex('access_log').where('subject', 'like', '%directus_files%').select('user', 'subject', 'keys')).filter(
				({ keys }) => JSON.stringify(keys).includes(file),
			);
		await world.north.manager.download(`/signature-photo/${plan}`);
		expect(await reads()).toHaveLength(1);
		// An Administrator gets at everything, and is on record with it.
		expect((await world.admin.download(`/assets/${file}`)).status).toBe(200);
		expect(await reads()).toHaveLength(2);
	});
});

describe('a photo of somebody', () => {
	it('is given to them with all else, as a page and as a file', async () => {
		const { about, plan } = await signed(await photo());
		const content = bytesOf((await photoOf(plan)) as string).toString('base64');
		const { reference } = await knex('referrals').where({ id: about }).first('reference');
		const officer = (await world.user('Data Protection Officer', 'photo-access@example.org')).client;
		const { body } = await officer.get(`/personal-data/${reference}.json`);
		const found = body.data.records.find((each: { collection: string }) => each.collection === 'action_plans');
		expect(found.entries).toContainEqual({
			...{ field: 'signature_photo', label: 'Photo of the signature', value: `data:image/jpeg;base64,${content}` },
		});
		const page = await officer.download(`/personal-data/${reference}.html`);
		expect(page.content.toString()).toContain(`src="data:image/jpeg;base64,${content}`);
		expect(page.headers.get('content-security-policy')).toContain('img-src data:');
	});

	it('is erased with them, from the disk too', async () => {
		const { about, plan } = await signed(await photo());
		const file = (await photoOf(plan)) as string;
		const officer = (await world.user('Data Protection Officer', 'photo-erasure@example.org')).client;
		const erasure = { referral: about, requested_on: '2024-01-05', reason: 'Article 17(1)(b)' };
		expect((await officer.post('/items/erasures', erasure)).status).toBe(200);
		const { rows, disk } = await files();
		expect([await photoOf(plan), [...rows, ...disk].join().includes(file)]).toEqual([null, false]);
		expect((await mentor.upload(`/signature-photo/${plan}`, { photo: await photo() })).status).toBe(400);
		expect(await files()).toEqual({ rows, disk });
	});

	it('goes where the plan is deleted', async () => {
		const { plan } = await signed(await photo());
		const file = (await photoOf(plan)) as string;
		const { status } = await world.admin.delete(`/items/action_plans/${plan}`);
		expect(status).toBe(204);
		expect((await files()).disk.join()).not.toContain(file);
	});
});
