/** What the Buyer approves before it is used, and who works for the Supplier (2.23, 2.25, 5.2, 5.4). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { begin, contract, end, made, manager, rows, world, type Row } from '../../support/scenes/contract.ts';

beforeAll(begin);
afterAll(end);

describe('a contract', () => {
	it('uses a document once the Buyer has approved it, and reviews it by its day (C21, C24)', async () => {
		const document = { contract, kind: 'privacy_impact_assessment', status: 'submitted', submitted_on: '2024-01-08' };
		const { id, version } = await made('approved_documents', document);
		expect([version, (await made('approved_documents', document)).version]).toEqual(['1', '2']);
		const path = `/items/approved_documents/${id}`;
		const refusedAt = async (change: Row) =>
			(await manager.patch(path, change)).body.errors.map((error: { extensions: Row }) => error.extensions.field);
		expect(await refusedAt({ in_use_on: '2024-01-15', review_on: '2025-01-15' })).toEqual(['in_use_on']);
		const approved = { status: 'approved', approved_on: '2024-01-10' };
		expect(await refusedAt(approved)).toEqual(['approved_by']);
		const used = { ...approved, approved_by: 'A. Test', in_use_on: '2024-01-15', review_on: '2025-01-15' };
		expect((await manager.patch(path, used)).status).toBe(200);
		const [clock] = await rows('service_level_clocks', `filter[subject][_eq]=${id}&fields=service_level,due_on,status`);
		expect(clock).toEqual({ service_level: 'document_review', due_on: '2025-01-15', status: 'missed' });
		const seen = await rows('approved_documents', `filter[id][_eq]=${id}`, world.buyer);
		expect(seen[0]).toMatchObject({ in_use_on: '2024-01-15', approved_on: '2024-01-10' });
		expect(seen[0]).not.toHaveProperty('approved_by');
		expect((await world.buyer.patch(path, { status: 'approved' })).status).toBeGreaterThanOrEqual(400);
		expect(await rows('approved_documents', '', world.west.manager)).toEqual([]);
	});

	it('keeps the words of a consent statement as they were read out, once they are in use (2.26, 2.28)', async () => {
		const approved = {
			status: 'approved',
			submitted_on: '2024-01-08',
			approved_on: '2024-01-10',
			approved_by: 'A. Test',
		};
		const document = { contract, kind: 'consent_statement', language: 'en-GB', words: 'First words.' };
		const { id } = await made('approved_documents', document);
		const path = `/items/approved_documents/${id}`;
		expect((await manager.patch(path, { words: 'Second words.' })).status).toBe(200);
		expect((await manager.patch(path, { ...approved, in_use_on: '2024-01-15' })).status).toBe(200);
		for (const words of ['Third words.', null, '']) {
			const { status, body } = await manager.patch(path, { words });
			expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining('add a new version')]);
		}
		expect((await manager.patch(path, { words: 'Second words.', document: 'Shelf 2' })).status).toBe(200);
		const [seen] = await rows('approved_documents', `filter[id][_eq]=${id}&fields=words`, world.buyer);
		expect(seen).toEqual({ words: 'Second words.' });
		const without = await made('approved_documents', {
			...document,
			...approved,
			words: null,
			in_use_on: '2024-01-15',
		});
		expect((await manager.patch(`/items/approved_documents/${without.id}`, { words: 'Added.' })).status).toBe(200);
	});

	it('asks each sub-contractor for a security questionnaire, within a calendar month (C17, C23)', async () => {
		const service = { service: 'Sessions in Wrexham', from_on: '2024-01-08' };
		const { id: organisation } = await made('organisations', { contract, name: 'Test Sub-Contractor', ...service });
		const asked = { contract, kind: 'security_questionnaire', requested_on: '2024-01-31', request: 'Questionnaire' };
		const { id, due_on } = await made('information_requests', { ...asked, organisation });
		expect(due_on).toBe('2024-02-29');
		const clock = `filter[subject][_eq]=${id}&fields=service_level,due_on`;
		expect(await rows('service_level_clocks', clock)).toEqual([
			{ service_level: 'request_security_questionnaire', due_on: '2024-02-29' },
		]);
		const [seen] = await rows('organisations', 'fields=name,information_requests.due_on', world.buyer);
		expect(seen).toEqual({ name: 'Test Sub-Contractor', information_requests: [{ due_on: '2024-02-29' }] });
		expect((await world.buyer.get('/items/organisations?fields=contact')).status).toBe(403);
		const foreign = { ...asked, contract: world.west.contract, organisation };
		const { body } = await world.west.manager.post('/items/information_requests', foreign);
		expect(body.errors[0].extensions.field).toBe('organisation');
		expect(await rows('organisations', '', world.west.manager)).toEqual([]);
	});
});
