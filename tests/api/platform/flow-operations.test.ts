/** The operations of which an Administrator makes flows in the Studio. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { monthOf, type CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { nthWorkingDay } from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import { flowOf, makeFlow } from '../../support/flows.ts';
import {
	begin,
	database,
	end,
	holidays,
	mentor,
	receivedDueIn,
	referred,
	world,
} from '../../support/scenes/reminders.ts';
import { markSubmitted } from '../../support/submitted.ts';

beforeAll(async () => {
	await begin();
	// One initial meeting is overdue, another one due soon.
	for (const received of ['2023-10-02', receivedDueIn(3)]) await referred(mentor, received);
});
afterAll(end);

describe('operations for flows of one’s own', () => {
	const run = async (type: string, options: object) => (await flowOf(world.admin, { type, options }))();

	it('‘Nth Working Day’ goes on only on that day, or from it on', async () => {
		const number = nthOf(today());
		const options = { number: Math.max(1, number), calendar: 'england-and-wales' };
		const isOne = number > 0 && nthWorkingDay(monthOf(today()), number, holidays) === today();
		expect(await run('nth-working-day', options)).toMatchObject(
			isOne ? { today: today() } : { name: 'OperationError' },
		);
		expect(await run('nth-working-day', { number: 19 })).toMatchObject(
			nthWorkingDay(monthOf(today()), 19, holidays) === today() ? { number: 19 } : { name: 'OperationError' },
		);
		const from = await run('nth-working-day', { number: 1, when: 'from' });
		expect(from).toMatchObject(number > 0 ? { number: 1 } : { name: 'OperationError' });
		expect(await run('nth-working-day', { number: 40 })).toMatchObject({
			reason: 'number must be a whole number from 1 to 23',
		});
	});

	it('‘Clocks due’ finds them by reference', async () => {
		const answer = (await run('clocks-due', { which: 'overdue', contract: 'TEST-9', clocks: ['initial_meeting'] })) as {
			count: number;
			clocks: object[];
		};
		expect(answer.count).toBeGreaterThan(0);
		expect(Object.keys(answer.clocks[0]!).sort()).toEqual(['clock', 'contract', 'cpa', 'due_on', 'reference']);
		const soon = (await run('clocks-due', { working_days: 3, contract: 'TEST-9' })) as { count: number };
		expect(soon.count).toBeGreaterThan(0);
		expect(await run('clocks-due', { contract: 'NONE' })).toMatchObject({ name: 'OperationError' });
	});

	it('‘PMI figures’ are those of the endpoint, without references', async () => {
		const [figures] = (await run('pmi-figures', { contract: 'TEST-9', month: '2024-05' })) as [Record<string, unknown>];
		const { body } = await world.north.mi.get('/pmi/TEST-9/2024-05');
		expect(figures.measures).toEqual(body.data.measures);
		expect(JSON.stringify(figures)).not.toMatch(/"reference":"[^"]*-\d{4}/);
		expect(await run('pmi-figures', { contract: 'TEST-9', month: 'May' })).toMatchObject({ name: 'OperationError' });
	});

	it('‘Count a figure’ answers what GET /figures does, and the Buyer’s where nobody says whose', async () => {
		const asked = {
			count: 'referrals',
			period: 'range',
			from: '2023-10',
			to: '2023-10',
			by: 'month',
			contract: 'TEST-9',
		};
		const english = '&contract=TEST-9&from=2023-10&to=2023-10&by=month&lang=en-GB';
		const own = (await world.north.manager.get(`/figures?count=referrals${english}`)).body.data;
		expect(own.total).toBeGreaterThan(0);
		expect(await run('count-figure', { ...asked, readBy: 'supplier' })).toEqual(own);
		expect(await run('count-figure', asked)).toMatchObject({
			reason: 'No month of this period has been submitted yet, so there is nothing that the Buyer may read',
		});
		await markSubmitted(database, world.north.contract, '2023-10', { figures: JSON.stringify({ kept: true }) });
		const buyers = (await world.buyer.get(`/figures?count=referrals${english}`)).body.data;
		expect(buyers.hidden).toBe(true);
		expect(await run('count-figure', asked)).toEqual(buyers);
		for (const wrong of [
			{ count: 'tea' },
			{ by: 'mentor' },
			{ from: 'May' },
			{ readBy: 'all' },
			{ contract: 'NONE' },
		]) {
			expect(await run('count-figure', { ...asked, ...wrong })).toMatchObject({ name: 'OperationError' });
		}
	});

	it('‘Fill a return’ writes them into the draft, and never into a submitted return', async () => {
		const [filled] = (await run('fill-return', { contract: 'TEST-9', month: '2024-04' })) as [object];
		expect(filled).toMatchObject({ contract: 'TEST-9', month: '2024-04', filled: true });
		const stored = async () =>
			(
				await world.admin.get('/items/mi_returns?filter[month][_eq]=2024-04&fields=figures,contract.reference')
			).body.data.find((row: { contract: { reference: string } }) => row.contract.reference === 'TEST-9').figures;
		expect(await stored()).toMatchObject({ month: '2024-04', measures: expect.anything() });
		await database('mi_returns')
			.where({ contract: world.north.contract, month: '2024-04' })
			.update({ status: 'submitted', figures: JSON.stringify({ kept: true }) });
		const [again] = (await run('fill-return', { contract: 'TEST-9', month: '2024-04' })) as [object];
		expect(again).toMatchObject({ filled: false });
		expect(await stored()).toEqual({ kept: true });
	});

	it('run when a record is made, changed or deleted, also of the platform’s own collections', async () => {
		const { admin } = world;
		const events = ['items.create', 'items.update', 'items.delete'];
		const flow = await makeFlow(
			admin,
			{ trigger: 'event', options: { type: 'action', scope: events, collections: ['session_places'] } },
			{
				type: 'item-create',
				options: {
					collection: 'suppliers',
					permissions: '$full',
					emitEvents: true,
					payload: { name: 'Told of {{$trigger.event}}' },
				},
			},
		);
		const { body } = await admin.post('/items/session_places', { contract: world.north.contract, name: 'Library' });
		expect(body.errors).toBeUndefined();
		expect((await admin.patch(`/items/session_places/${body.data.id}`, { name: 'The library' })).status).toBe(200);
		expect((await admin.delete(`/items/session_places/${body.data.id}`)).status).toBe(204);
		const told = async () =>
			(await admin.get('/items/suppliers?filter[name][_starts_with]=Told of&fields=name&sort=name')).body.data.map(
				({ name }: { name: string }) => name.split('.').at(-1),
			);
		await expect.poll(told, { timeout: 10_000 }).toEqual(['create', 'delete', 'update']);
		expect((await admin.delete(`/flows/${flow}`)).status).toBe(204);
	});

	it('are for the Administrator to put together: nobody else reads or makes a flow', async () => {
		for (const client of [mentor, world.north.manager, world.north.mi, world.buyer]) {
			expect((await client.get('/flows')).body.data ?? []).toEqual([]);
			expect((await client.post('/flows', { name: 'Mine' })).status).toBe(403);
		}
	});

	/** How many Working Days of its month a day is. */
	function nthOf(on: CalendarDay): number {
		return holidays.workingDays.filter((each) => monthOf(each) === monthOf(on) && each <= on).length;
	}
});
