/** Reminders that a Supplier sets up for its own people (2.25). */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { deadline } from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import { INTERVIEWED, SMART_ACTION, STARTS } from '../../support/complete-forms.ts';
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
	receivedDueIn,
	referred,
	server,
	world,
} from '../../support/scenes/reminders.ts';

let remind: () => Promise<unknown>;
const RING = { name: 'Ring the day before', about: 'due_date', timing: 'before', working_days: 2 };
const ofMentor = { ...RING, recipients: ['peer_mentor'] };
const path = '/items/own_reminders';

beforeAll(async () => {
	await begin();
	remind = await flowOf(world.admin, { type: 'remind', options: { kinds: ['own'] } });
});
afterAll(end);
beforeEach(async () => {
	await database('own_reminders').delete();
	await forgetReminders();
});

describe('a reminder of a Supplier’s own', () => {
	it('is made by its managers alone, and another Supplier neither sees nor changes it', async () => {
		const { manager, mi } = world.north;
		const { id, supplier } = await made(manager, 'own_reminders', { ...ofMentor, supplier: world.west.id });
		expect(supplier).toBe(world.north.id);
		for (const stranger of [world.west.manager, mi, mentor, world.buyer]) {
			expect((await stranger.get(`${path}/${id}`)).status).toBe(403);
			expect((await stranger.patch(`${path}/${id}`, { active: false })).status).toBe(403);
		}
		for (const other of [mi, mentor]) expect((await other.post(path, ofMentor)).status).toBe(403);
		expect((await world.buyer.post(path, ofMentor)).status).toBe(400);
		expect((await manager.patch(`${path}/${id}`, { active: false })).status).toBe(200);
		expect((await manager.patch(`${path}/${id}`, { supplier: world.west.id })).status).toBe(400);
	});

	it.each<[string, object, string, string]>([
		['no day', { working_days: 61 }, 'working_days', 'Enter a number of Working Days from 1 to 60.'],
		['no number', { working_days: null }, 'working_days', ''],
		['nobody', { recipients: [] }, 'recipients', 'Choose who is reminded.'],
		['no due date', { clocks: ['tea'] }, 'clocks', 'Choose one of: initial_meeting'],
		['no kind of day', { about: 'birthday' }, 'about', ''],
		['a list for a kind of day', { about: ['due_date'] }, 'about', ''],
		['a name of two lines', { name: 'Ring\n# them' }, 'name', 'Write the name in one line.'],
	])('is refused with %s, beside the field', async (_, more, field, message) => {
		const { status, body } = await world.north.manager.post(path, { ...ofMentor, ...more });
		expect([status, body.errors[0].extensions.field]).toEqual([400, field]);
		expect(body.errors[0].message).toContain(message);
	});

	it('is of a contract of its Supplier', async () => {
		const { status, body } = await world.north.manager.post(path, { ...ofMentor, contract: world.west.contract });
		expect([status, body.errors[0].extensions.field]).toEqual([400, 'contract']);
	});

	it('tells the mentor of a due date once, under its name, and nobody of another Supplier', async () => {
		const { id, reference } = await referred(mentor, receivedDueIn(2));
		await referred(mentor, today());
		await referred(world.west.mentors[0]!.client, receivedDueIn(2));
		const name = 'Ring the day before: [now](x)';
		await made(world.north.manager, 'own_reminders', { ...ofMentor, name, name_cy: ' ', clocks: ['initial_meeting'] });
		await remind();
		const [told, ...more] = await inbox(mentor);
		expect(more).toEqual([]);
		expect(told).toMatchObject({ subject: 'Reminders of your Supplier (1)', collection: 'referrals', item: id });
		expect(told!.message).toContain('Ring the day before\\: \\[now\\]\\(x\\): Initial meeting, ');
		expect(told!.message).toContain(`: ${reference}](${server.url}/admin/content/referrals/${id})`);
		await remind();
		expect(await inbox(mentor)).toHaveLength(1);
		for (const other of [world.north.manager, world.west.manager, world.west.mentors[0]!.client]) {
			expect(await inbox(other)).toEqual([]);
		}
	});

	it('is not told while it is not in use, nor of another kind of due date', async () => {
		await referred(mentor, receivedDueIn(2));
		const { manager } = world.north;
		await made(manager, 'own_reminders', { ...ofMentor, active: false });
		await made(manager, 'own_reminders', { ...ofMentor, clocks: ['pmi'] });
		await remind();
		expect(await inbox(mentor)).toEqual([]);
	});

	it('tells each in their language, the managers as well where it is for them', async () => {
		const welsh = await world.user('Supplier Manager', 'welsh-manager@example.org', world.north.id, 'cy-GB');
		await referred(mentor, receivedDueIn(2));
		await made(world.north.manager, 'own_reminders', {
			...{ ...RING, clocks: ['initial_meeting'], name_cy: 'Ffoniwch y diwrnod cynt' },
			recipients: ['supplier_manager', 'supplier_mi'],
		});
		await remind();
		expect((await inbox(welsh.client))[0]!.message).toContain('Ffoniwch y diwrnod cynt: Cyfarfod cychwynnol, ');
		expect((await inbox(world.north.manager))[0]!.message).toContain('Ring the day before: Initial meeting');
		expect(await inbox(world.north.mi)).toHaveLength(1);
		expect(await inbox(mentor)).toEqual([]);
	});
});

describe('the days of a journey', () => {
	/** Somebody who started so many Working Days ago. */
	async function started(ago: number): Promise<{ mentee: string; reference: string }> {
		let on = today();
		while (deadline(on, ago, holidays) > today()) on = addDays(on, -1);
		const { id, reference } = await referred(mentor, addDays(on, -7));
		await made(mentor, 'initial_meetings', { referral: id, held_on: addDays(on, -3), ...STARTS });
		const found = await mentor.get(`/items/mentees?filter[referral][_eq]=${id}&fields=id`);
		const mentee = found.body.data[0].id as string;
		expect((await mentor.patch(`/items/mentees/${mentee}`, { start_on: on })).status).toBe(200);
		await made(mentor, 'diagnostic_interviews', { mentee, held_on: on, ...INTERVIEWED });
		await made(mentor, 'sessions', { mentee, held_on: on, mode: 'face_to_face', attendance: 'attended' });
		return { mentee, reference };
	}
	const toldOf = async () => {
		await remind();
		return (await inbox(mentor)).map(({ item }) => item);
	};
	const own = (more: object) =>
		made(world.north.manager, 'own_reminders', { ...ofMentor, name: 'Test reminder', ...more });

	it('are the start, the next appointment, and the day of an open action', async () => {
		const { mentee } = await started(5);
		await own({ about: 'start', timing: 'after', working_days: 5 });
		expect(await toldOf()).toEqual([mentee]);

		await forgetReminders();
		await database('own_reminders').delete();
		const soon = deadline(today(), 1, holidays);
		expect((await mentor.patch(`/items/mentees/${mentee}`, { next_appointment_on: soon })).status).toBe(200);
		await own({ about: 'next_appointment', timing: 'before', working_days: 1 });
		expect(await toldOf()).toEqual([mentee]);

		await forgetReminders();
		await database('own_reminders').delete();
		const { id } = await made(mentor, 'action_plans', { mentee, goal: 'A job' });
		const action = await made(mentor, 'actions', {
			...{ ...SMART_ACTION, action_plan: id, due_on: today(), status: 'open' },
		});
		await own({ about: 'action', timing: 'on', working_days: null });
		expect(await toldOf()).toEqual([mentee]);

		await forgetReminders();
		await mentor.patch(`/items/actions/${action.id}`, { status: 'done' });
		expect(await toldOf()).toEqual([]);
	});

	it('are those of nobody who has withdrawn consent', async () => {
		const { mentee } = await started(5);
		const { mentee: other } = await started(5);
		await database('mentees').where({ id: mentee }).update({ restricted: true });
		await own({ about: 'start', timing: 'after', working_days: 5 });
		await remind();
		const [told] = await inbox(mentor);
		expect(told!.message).toContain(other);
		expect(told!.message).not.toContain(mentee);
	});
});

it('is told of no other contract than its own', async () => {
	const { manager } = world.north;
	await referred(mentor, receivedDueIn(2));
	const more = { reference: 'TEST-MORE', supplier: world.north.id, cpas: [{ contract_package_area: 7 }] };
	const days = { start_date: '2023-10-01', implementation_end_date: '2023-10-01', end_date: '2027-09-30' };
	const contract = await made(world.admin, 'call_off_contracts', {
		...{ ...more, ...days, last_start_date: '2027-03-31', working_day_calendar: 'england-and-wales' },
		...{ total_value: 100_000_000, implementation_costs: 0 },
	});
	await made(manager, 'own_reminders', { ...ofMentor, contract: contract.id });
	await remind();
	expect(await inbox(mentor)).toEqual([]);
});
