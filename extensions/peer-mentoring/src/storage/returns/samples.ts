import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { CodeOf } from '../../domain/language/code-lists.ts';
import { isAgreed, isHeld } from '../../domain/journey/deciding.ts';
import { drawSample } from '../../domain/numbers/sample.ts';
import { activityNumber } from '../../domain/returns/samples/activity-sample.ts';
import { dayColumn, dayOf } from '../database/day-columns.ts';
import type { Row } from '../journey/reader/columns.ts';
import { meetingOf, planOf } from '../journey/reader/journey-of.ts';

interface Activity {
	id: string;
	referral: string;
	reference: string;
	activity_on: CalendarDay;
}

/** Where each kind of activity is; and, besides its day, what makes one complete. */
interface Activities {
	table: string;
	day: string;
	decides?: string;
	isComplete?: (row: Row) => boolean;
}

const SOURCES: Record<CodeOf<'sample_activity'>, Activities> = {
	initial_meeting: {
		table: 'initial_meetings',
		day: 'held_on',
		decides: 'outcome',
		isComplete: (row) => isHeld(meetingOf(row)),
	},
	diagnostic_interview: { table: 'diagnostic_interviews', day: 'held_on' },
	smart_action_plan: {
		table: 'action_plans',
		day: 'agreed_on',
		decides: 'evidence',
		isComplete: (row) => isAgreed(planOf(row)),
	},
	session: {
		table: 'sessions',
		day: 'held_on',
		decides: 'attendance',
		isComplete: ({ attendance }) => attendance === 'attended',
	},
	baseline_survey: { table: 'baseline_surveys', day: 'completed_on' },
};

/** The completed activities that a request of the Buyer may be drawn from; people who withdrew consent are in none. */
export async function completedActivities(knex: Knex, request: Record<string, unknown>): Promise<Activity[]> {
	const { table, day, decides, isComplete } = SOURCES[request.activity as CodeOf<'sample_activity'>];
	const query = knex(`${table} as activity`).whereNotNull(`activity.${day}`);
	if (table === 'initial_meetings') query.join('referrals as referral', 'referral.id', 'activity.referral');
	else {
		query
			.join('mentees as mentee', 'mentee.id', 'activity.mentee')
			.join('referrals as referral', 'referral.id', 'mentee.referral');
	}
	query.where({ 'referral.contract': request.contract, 'activity.restricted': false });
	const [from, until] = [dayOf(request.from_on), dayOf(request.until_on)];
	if (from !== null) query.where(`activity.${day}`, '>=', dayColumn(knex, from));
	if (until !== null) query.where(`activity.${day}`, '<=', dayColumn(knex, until));
	const deciding = [day, ...(decides ? [decides] : [])].map((column) => `activity.${column}`);
	const rows: Row[] = await query.select('activity.id', ...deciding, 'referral.id as referral', 'referral.reference');
	return rows
		.filter((row) => isComplete?.(row) ?? true)
		.map((row) => ({
			id: row.id as string,
			referral: row.referral as string,
			reference: row.reference as string,
			activity_on: dayOf(row[day]) as CalendarDay,
		}));
}

/** Draws the activities of a stored request by its seed (3.10). */
export async function drawActivities(knex: Knex, id: string): Promise<void> {
	const request = await knex('sample_requests').where({ id }).first();
	if (!request || (await knex('sample_items').where({ sample: id }).first('id'))) return;
	const activities = new Map((await completedActivities(knex, request)).map((each) => [each.id, each]));
	const drawn = drawSample(request.seed, [...activities.keys()], Number(request.size));
	const rows = drawn.map((key, index) => {
		const { referral, reference, activity_on } = activities.get(key) as Activity;
		return {
			id: randomUUID(),
			sample: id,
			position: index + 1,
			number: request.number ? activityNumber(request.number, index + 1) : null,
			referral,
			reference,
			activity_on: dayColumn(knex, activity_on),
			result: 'not_checked',
			supplier: request.supplier,
		};
	});
	await knex.batchInsert('sample_items', rows, 100);
}
