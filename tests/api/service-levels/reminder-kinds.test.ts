/** What is reminded of: each kind of matter, when it comes up. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import {
	addDays,
	day,
	monthOf,
	type CalendarDay,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { deadline, nthWorkingDay } from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import {
	REMINDER_KINDS,
	type Matter,
	type ReminderKind,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/reminders.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { mattersOf } from '../../../extensions/peer-mentoring/src/storage/reminders/matters.ts';
import { flowOf } from '../../support/flows.ts';
import {
	begin,
	database,
	end,
	forgetReminders,
	holidays,
	inbox,
	made,
	mentor,
	referred,
	world,
} from '../../support/scenes/reminders.ts';
import { STARTS, INTERVIEWED } from '../../support/complete-forms.ts';

/** A Mentee who started on a day and has not been met since. */
async function lastMet(on: CalendarDay): Promise<string> {
	const { id, reference } = await referred(mentor, addDays(on, -7));
	await made(mentor, 'initial_meetings', { referral: id, held_on: addDays(on, -3), ...STARTS });
	const found = await mentor.get(`/items/mentees?filter[referral][_eq]=${id}&fields=id`);
	const mentee = found.body.data[0].id;
	await made(mentor, 'diagnostic_interviews', { mentee, held_on: on, ...INTERVIEWED });
	await made(mentor, 'sessions', { mentee, held_on: on, mode: 'face_to_face', attendance: 'attended' });
	return reference;
}

beforeAll(begin);
afterAll(end);

describe('what is told of', () => {
	const of = (kind: ReminderKind, on = today()) =>
		mattersOf(database, kind, { today: on, stages: [3, 1], now: new Date() });
	const ofNorth = (matters: Matter[]) => matters.filter(({ supplier }) => supplier === world.north.id);
	const english = (matters: Matter[]) =>
		ofNorth(matters).map(({ about, reference }) => [about?.['en-GB'], reference].filter(Boolean).join(': '));

	it('somebody who has not engaged for four weeks, and for five', async () => {
		const warned = await lastMet(addDays(today(), -30));
		const proposed = await lastMet(addDays(today(), -40));
		await lastMet(addDays(today(), -20));
		expect((await of('disengaged')).map(({ reference, on }) => [reference, on])).toEqual([
			[warned, addDays(today(), 5)],
		]);
		expect((await of('dropout_proposed')).map(({ reference }) => reference)).toEqual([proposed]);
		const found = await mentor.get(`/items/mentees?filter[reference][_eq]=${proposed}&fields=ended_on`);
		expect(found.body.data).toEqual([{ ended_on: null }]);
	});

	it('consent that is not recorded: what an import brings, for no form lets anybody start without', async () => {
		const reference = await lastMet(addDays(today(), -2));
		expect(await of('consent_missing')).toEqual([]);
		const mentee = { dwp_customer: 'no', outstanding: JSON.stringify(['disclosure_missing', 'consent_missing']) };
		await database('mentees').where({ reference }).update(mentee);
		expect((await of('consent_missing')).map((each) => each.reference)).toEqual([reference]);
	});

	it('surveys two weeks ahead', async () => {
		const [row] = await database('service_level_clocks').where({ service_level: 'initial_meeting' }).limit(1);
		const due_on = dayColumn(database, deadline(today(), 9, holidays));
		const survey = { service_level: 'survey_six_months', due_on, status: 'pending', met_on: null };
		await database('service_level_clocks').insert({ ...row, ...survey, id: '00000000-0000-4000-8000-00000000000a' });
		expect((await of('surveys_due')).map(({ about }) => about?.['cy-GB'])).toEqual(['Arolwg ar ôl chwe mis']);
		expect(await of('due_soon')).not.toContainEqual(
			expect.objectContaining({ about: { 'en-GB': 'Survey at six months' } }),
		);
	});

	it('a survey never as overdue: it is the analysts’', async () => {
		const survey = database('service_level_clocks').where({ service_level: 'survey_six_months' });
		await survey.update({ status: 'missed', due_on: dayColumn(database, addDays(today(), -3)) });
		const told = await of('overdue');
		expect(told.map(({ about }) => about?.['en-GB'])).not.toContain('Survey at six months');
	});

	it('FTE that will fall below the minimum, from the day on which it does', async () => {
		const ending = () => database('fte_assignments').where({ contract: world.north.contract });
		const before = await ending().select('id', 'ends_on');
		const last = addDays(today(), 45);
		await ending().update({ ends_on: dayColumn(database, last) });
		const ahead = ofNorth(await of('fte_gap_ahead'));
		for (const { id, ends_on } of before) await database('fte_assignments').where({ id }).update({ ends_on });
		expect(ahead.map(({ on, key }) => [on, key.split(' ').at(-1)])).toEqual([[addDays(last, 1), '60']]);
		expect(ofNorth(await of('fte_gap_ahead'))).toEqual([]);
	});

	it('a dedicated office that was not visited last week', async () => {
		const [assignment] = (
			await world.north.manager.get(`/items/fte_assignments?filter[peer_mentor][_eq]=${world.north.mentors[0]!.id}`)
		).body.data;
		await made(world.north.manager, 'fte_assignments_offices', {
			fte_assignment: assignment.id,
			jobcentre_office: 'wrexham',
		});
		expect(english(await of('office_visit_missing'))).toEqual([expect.stringMatching(/^Wrexham.*: PM-001$/)]);
	});

	it('Peer Mentors of whom something is missing, and Welsh speakers whose mentor does not work in Welsh', async () => {
		await made(world.north.manager, 'training_records', {
			...{ peer_mentor: world.north.mentors[0]!.id, topic: 'safeguarding', completed_on: '2024-01-08' },
		});
		expect(english(await of('mentor_incomplete'))).toContain(
			'Lived experience not attested, Not cleared by vetting, Training not complete, Paid employment not recorded, ' +
				'Supervision session to hold or record: PM-001',
		);
		const reference = await lastMet(addDays(today(), -3));
		expect(await of('welsh_mentor_missing')).toEqual([]);
		await database('mentees').where({ reference }).update({ preferred_language: 'cy-GB' });
		expect(english(await of('welsh_mentor_missing'))).toEqual([reference]);
		await mentor.patch(`/items/peer_mentors/${world.north.mentors[0]!.id}`, { works_in_welsh: 'yes' });
		expect(await of('welsh_mentor_missing')).toEqual([]);
	});

	it('a safeguarding concern, the day after it was raised and then every week, by its number alone', async () => {
		const peer_mentor = world.north.mentors[0]!.id;
		const raised = { about: 'peer_mentor', peer_mentor, concern: 'Secret' };
		const { id, reference } = await made(world.north.manager, 'safeguarding_concerns', {
			...{ ...raised, raised_on: today() },
		});
		const [told] = await of('safeguarding_due');
		expect(told).toMatchObject({ reference, on: addDays(today(), 1), kept_from: world.north.mentors[0]!.user });
		const keys = await Promise.all([2, 3, 9].map((days) => of('safeguarding_due', addDays(today(), days))));
		expect(new Set(keys.flat().map(({ key }) => key)).size).toBeGreaterThanOrEqual(2);
		const closed = { stage: 'closed', closed_on: today(), outcome: 'Nothing in it' };
		await world.north.manager.patch(`/items/safeguarding_concerns/${id}`, closed);
		expect(await of('safeguarding_due')).toEqual([]);
	});

	it('FTE below the minimum, in the Delivery Period only', async () => {
		expect(english(await of('fte_gap'))).toEqual([expect.stringMatching(/^CPA 9: −\d+(\.\d+)? FTE: TEST-9$/)]);
		expect(await of('fte_gap', day('2023-03-31'))).toEqual([]);
		expect(await of('fte_gap', day('2028-01-03'))).toEqual([]);
	});

	it('improvement plans that nobody has written', async () => {
		const told = english(await of('plan_opened'));
		expect(told).toContain('Performance management information (PMI) 2023-01: TEST-9');
		const plans = await database('performance_improvement_plans').where({ contract: world.north.contract });
		expect(told).toHaveLength(plans.filter(({ status }) => status === 'to_be_written').length);
	});

	it('deadlines of the contract, returns aside', async () => {
		const request = {
			contract: world.north.contract,
			kind: 'freedom_of_information',
			requested_on: '2024-01-08',
			request: 'Test',
		};
		await made(world.north.manager, 'information_requests', request);
		const overdue = english(await of('contract_overdue'));
		expect(overdue).toContain('Implementation Plan (ten days): TEST-9');
		expect(overdue.some((each) => each.startsWith('PMI of the month'))).toBe(false);
		const milestone = { milestone: 'support_ends', due_on: deadline(today(), 2, holidays) };
		await database('milestones')
			.where({ contract: world.north.contract, milestone: milestone.milestone })
			.update({ due_on: dayColumn(database, milestone.due_on) });
		await database('service_level_clocks')
			.where({ contract: world.north.contract, service_level: 'milestone_support_ends' })
			.update({ due_on: dayColumn(database, milestone.due_on), status: 'pending' });
		expect(english(await of('contract_due_soon')).length).toBeGreaterThanOrEqual(
			(await database('milestones').where({ contract: world.north.contract, milestone: 'support_ends' })).length,
		);
	});

	it('returns: opened, not complete after the second Working Day, due tomorrow, late', async () => {
		expect(english(await of('returns_opened', day('2024-06-01')))).toEqual(['PMI of the month 2024-05: TEST-9']);

		const second = nthWorkingDay(monthOf(day('2024-06-01')), 2, holidays);
		expect(await of('returns_incomplete', second)).toEqual([]);
		expect(english(await of('returns_incomplete', addDays(second, 1)))).toEqual([
			expect.stringMatching(/^PMI of the month 2024-05 \(\d+ records? to check\): TEST-9$/),
			'Mentee Tracker of the month 2024-05: TEST-9',
		]);
		expect(await of('returns_incomplete', day('2024-06-20'))).toEqual([]);

		expect(english(await of('returns_late'))).toContain('PMI of the month 2024-05: TEST-9');
		expect(JSON.stringify(await of('returns_late'))).not.toContain('Mentee Tracker');
		expect(english(await of('tracker_late'))).toContain('Mentee Tracker of the month 2024-05: TEST-9');
		await database('service_level_clocks')
			.where({ contract: world.north.contract, service_level: 'pmi', month: '2024-05' })
			.update({ status: 'pending', due_on: dayColumn(database, deadline(today(), 1, holidays)) });
		expect(english(await of('returns_due'))).toEqual(['PMI of the month 2024-05: TEST-9']);
	});

	it('spend each quarter, Cost Register and IPR Log each half year, the sample of plans each quarter', async () => {
		expect(await of('quarterly_spend', day('2024-06-03'))).toEqual([]);
		expect(english(await of('quarterly_spend', day('2024-07-03')))).toEqual([
			'Subcontractor £0.00: TEST-9',
			'Small or medium enterprise (SME) £0.00: TEST-9',
		]);
		expect(await of('six_monthly_documents', day('2024-07-03'))).toEqual([]);
		expect(english(await of('six_monthly_documents', day('2024-08-02')))).toEqual([
			'Cost Register (no version since the last one): TEST-9',
			'IPR Log (no version since the last one): TEST-9',
		]);
		expect(english(await of('plan_sample', day('2024-07-03')))).toEqual(['2024-Q2: TEST-9']);
	});

	it('every kind, in one run, a notification for each person', async () => {
		await forgetReminders();
		const remind = await flowOf(world.admin, { type: 'remind', options: { kinds: [...REMINDER_KINDS] } });
		expect(await remind()).toMatchObject({ mail_failed: 0 });
		const [manager, ...others] = await inbox(world.north.manager);
		expect(others).toEqual([]);
		expect(manager!.message).toContain('**FTE below the minimum**');
		expect(manager!.message).toContain('**Improvement plan to be written**');
		expect(await inbox(world.buyer)).toEqual([]);
		expect(JSON.stringify(await database('directus_notifications'))).not.toContain('Secret');
	});
});
