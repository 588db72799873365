import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { mattersOf } from '../../../extensions/peer-mentoring/src/storage/reminders/matters.ts';
import { begin, database, end, world } from '../../support/scenes/reminders.ts';

beforeAll(begin);
afterAll(end);

/** What managers and MI of a Supplier are told of it, in English. */
async function lacking(): Promise<string[]> {
	const matters = await mattersOf(database, 'evidence_missing', { today: today(), stages: [], now: new Date() });
	return matters
		.filter(({ supplier }) => supplier === world.north.id)
		.map(({ about, reference }) => `${about?.['en-GB']}: ${reference}`);
}

describe('what is said to be done and is not proved', () => {
	it('is one line for each kind of record, however many', async () => {
		const own = { contract: world.north.contract };
		expect(await lacking()).toEqual([]);
		const weekly = { ...own, kind: 'weekly' };
		await database('meetings')
			.where(weekly)
			.update({ held_on: dayColumn(database, day('2023-01-16')) });
		await database('milestones')
			.where({ ...own, milestone: 'start_up_meeting' })
			.update({ met_on: dayColumn(database, day('2023-01-13')) });
		const { length } = await database('meetings').where(weekly);
		expect(await lacking()).toEqual(['Milestones (1): TEST-9', `Meetings with the Buyer (${length}): TEST-9`]);
		await database('meetings').where(own).update({ notes: 'Output note' });
		await database('milestones').where(own).update({ evidence: 'Output note' });
		expect(await lacking()).toEqual([]);
	});
});
