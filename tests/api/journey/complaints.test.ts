/** Who sees and handles a complaint (D2.1). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, begin, end, made, manager, mentor, world, type Row } from '../../support/scenes/support-journey.ts';
import type { Client } from '../../support/server.ts';

beforeAll(begin);
afterAll(end);

describe('a complaint (J31)', () => {
	it('is seen by whoever took it down and by managers, and never by the mentor complained of', async () => {
		const { mentee } = await agreed();
		const complaint = { mentee, received_on: '2024-01-10', complaint: 'Late twice' };
		const taken = await made('complaints', { ...complaint, complained_of: world.north.mentors[1]!.id });
		const about = await made('complaints', { ...complaint, complained_of: world.north.mentors[0]!.id }, manager);
		const seenBy = async (client: Client) => {
			const { body } = await client.get('/items/complaints?fields=id');
			return (body.data as Row[]).map(({ id }) => id).sort();
		};
		expect(await seenBy(manager)).toEqual([taken.id, about.id].sort());
		expect(await seenBy(mentor)).toEqual([taken.id]);
		expect(await seenBy(world.north.mentors[1]!.client)).toEqual([]);
		const stranger = { ...complaint, complained_of: world.west.mentors[0]!.id };
		expect((await mentor.post('/items/complaints', stranger)).body.errors[0].extensions.field).toBe('complained_of');
		const count = await mentor.get('/items/complaints?aggregate[count]=id');
		expect(Number(count.body.data[0].count.id)).toBe(1);
		const resolved = await manager.patch(`/items/complaints/${about.id}`, { stage: 'resolved' });
		expect(resolved.body.errors.map((error: { extensions: Row }) => error.extensions.field)).toEqual([
			'resolved_on',
			'outcome',
		]);
	});

	it('about a manager is kept from that manager, and from all while nobody knows whose it is', async () => {
		const { mentee } = await agreed();
		const other = await world.user('Supplier Manager', 'test-9-other-manager@example.org', world.north.id);
		const complaint = { mentee, about: 'manager', received_on: '2024-01-10', complaint: 'Not listened to' };
		const wrong = await mentor.post('/items/complaints', { ...complaint, manager_email: 'nobody@example.org' });
		expect(wrong.body.errors[0].extensions.field).toBe('manager_email');
		const known = { ...complaint, manager_email: 'Test-9-other-manager@example.org' };
		const taken = await made('complaints', known);
		const unknown = await made('complaints', complaint);
		const sees = async (client: Client, id: unknown) =>
			(await client.get(`/items/complaints?filter[id][_eq]=${id}`)).body.data.length;
		expect([await sees(mentor, taken.id), await sees(manager, taken.id), await sees(other.client, taken.id)]).toEqual([
			1, 1, 0,
		]);
		expect([
			await sees(mentor, unknown.id),
			await sees(manager, unknown.id),
			await sees(other.client, unknown.id),
		]).toEqual([1, 0, 0]);
		expect((await other.client.patch(`/items/complaints/${taken.id}`, { stage: 'closed' })).status).toBe(403);
		await world.admin.patch(`/items/complaints/${unknown.id}`, { manager_email: 'test-9-other-manager@example.org' });
		expect([await sees(manager, unknown.id), await sees(other.client, unknown.id)]).toEqual([1, 0]);
	});
});
