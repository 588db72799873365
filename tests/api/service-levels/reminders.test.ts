import type { Knex } from 'knex';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	addDays,
	day,
	monthOf,
	type CalendarDay,
} from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import {
	REMINDER_KINDS,
	type Matter,
	type ReminderKind,
} from '../../../extensions/peer-mentoring/src/domain/service-levels/reminders.ts';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import {
	deadline,
	nthWorkingDay,
	type Holidays,
} from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { readHolidays } from '../../../extensions/peer-mentoring/src/storage/calendar/holidays.ts';
import { mattersOf } from '../../../extensions/peer-mentoring/src/storage/reminders/matters.ts';
import { databaseOf } from '../../support/database.ts';
import { flowOf } from '../../support/flows.ts';
import { startTestServer, type Client, type TestServer } from '../../support/server.ts';
import { startMailServer, type TestMailServer } from '../../support/smtp.ts';
import { makeWorld, type World } from '../../support/world.ts';

let server: TestServer;
let world: World;
let database: Knex;
let mail: TestMailServer;
let mentor: Client;
let holidays: Holidays;

beforeAll(async () => {
	mail = await startMailServer();
	server = await startTestServer({ env: mail.env, own: true });
	world = await makeWorld(server);
	database = databaseOf(server);
	mentor = world.north.mentors[0]!.client;
	holidays = await readHolidays(database, 'england-and-wales');
});
afterAll(async () => {
	await database.destroy();
	await server.stop();
	await mail.stop();
});

/** What everybody has been sent by way of the Studio, by whose it is. */
async function inbox(client: Client): Promise<{ subject: string; message: string; collection: string }[]> {
	return (
		await client.get(
			'/notifications?filter[recipient][_eq]=$CURRENT_USER&fields=subject,message,collection&sort=timestamp',
		)
	).body.data;
}

/** Nobody has any message; what they have been told stays told. */
async function emptyInboxes(): Promise<void> {
	await database('directus_notifications').delete();
	await database('reminders').update({ mail: 'none' });
	mail.mails.length = 0;
}

/** As if nobody had been told anything. */
async function forgetReminders(): Promise<void> {
	await emptyInboxes();
	await database('reminders').delete();
}

/** The latest day from which so many Working Days end within three. */
function receivedDueIn(within: number): CalendarDay {
	const due = deadline(today(), within, holidays);
	let received = today();
	while (deadline(received, 10, holidays) > due) received = addDays(received, -1);
	return received;
}

async function made(client: Client, collection: string, record: object): Promise<Record<string, string>> {
	const { status, body } = await client.post(`/items/${collection}`, record);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.data;
}

async function referred(client: Client, received_on: string): Promise<{ id: string; reference: string }> {
	const person = { first_name: 'Secret', last_name: 'Test-Name', route: 'jobcentre_plus', received_on };
	const { id, reference } = await made(client, 'referrals', person);
	return { id: id!, reference: reference! };
}

/** A Mentee who started on a day and has not been met since. */
async function lastMet(on: CalendarDay): Promise<string> {
	const { id, reference } = await referred(mentor, addDays(on, -7));
	await made(mentor, 'initial_meetings', { referral: id, held_on: addDays(on, -3), outcome: 'start' });
	const found = await mentor.get(`/items/mentees?filter[referral][_eq]=${id}&fields=id`);
	const mentee = found.body.data[0].id;
	await made(mentor, 'diagnostic_interviews', { mentee, held_on: on });
	await made(mentor, 'sessions', { mentee, held_on: on, mode: 'face_to_face', attendance: 'attended' });
	return reference;
}

describe('a reminder', () => {
	let remind: () => Promise<unknown>;
	let reference: string;

	beforeAll(async () => {
		remind = await flowOf(world.admin, {
			type: 'remind',
			options: { kinds: ['due_soon', 'overdue'], working_days: ['3', '1'] },
		});
		({ reference } = await referred(mentor, receivedDueIn(3)));
	});

	it('is told to the Peer Mentor once, by reference and without a name', async () => {
		expect(await remind()).toEqual({ people: 1, matters: 1, mailed: 1, mail_failed: 0 });
		const [notification, ...others] = await inbox(mentor);
		expect(others).toEqual([]);
		expect(notification!.subject).toBe('Due soon (1)');
		expect(notification!.message).toMatch(
			new RegExp(`^\\*\\*Due soon\\*\\*\\n\\n- Initial meeting, .*: ${reference}$`),
		);
		expect(await remind()).toEqual({ people: 0, matters: 0, mailed: 0, mail_failed: 0 });
		expect(await inbox(mentor)).toHaveLength(1);
	});

	it('goes by e-mail as a number and a link: no reference, no name', async () => {
		expect(mail.mails).toHaveLength(1);
		const [{ to, data }] = mail.mails as [{ to: string; data: string }];
		expect(to).toBe(world.north.mentors[0]!.email);
		expect(data).toContain(`Subject: Due soon (1)`);
		expect(data).toContain(`${server.url}/admin`);
		for (const secret of [reference, 'Secret', 'Test-Name', 'Initial meeting']) expect(data).not.toContain(secret);
	});

	it('is Welsh for whoever reads Welsh, and goes to no mailbox that wants none', async () => {
		const colleague = world.north.mentors[1]!;
		await world.admin.patch(`/users/${colleague.user}`, { language: 'cy-GB', email_notifications: false });
		const before = mail.mails.length;
		const { reference: other } = await referred(colleague.client, receivedDueIn(1));
		expect(await remind()).toEqual({ people: 1, matters: 1, mailed: 0, mail_failed: 0 });
		const [notification] = await inbox(colleague.client);
		expect(notification!.subject).toBe('I’w wneud yn fuan (1)');
		expect(notification!.message).toContain('- Cyfarfod cychwynnol, ');
		expect(notification!.message).toContain(other);
		expect(mail.mails).toHaveLength(before);
		await world.admin.patch(`/users/${colleague.user}`, { language: 'en-GB', email_notifications: true });
	});

	it('of what is overdue reaches the Supplier’s manager too, and nobody of another Supplier', async () => {
		await emptyInboxes();
		const { reference: late } = await referred(mentor, '2024-01-08');
		await remind();
		expect((await inbox(mentor)).map(({ subject }) => subject)).toEqual(['Overdue (1)']);
		expect((await inbox(world.north.manager))[0]!.message).toContain(late);
		for (const client of [world.west.manager, world.west.mentors[0]!.client, world.buyer, world.north.mi]) {
			expect(await inbox(client)).toEqual([]);
		}
	});

	it('that was not sent to somebody because a run failed is sent by the next one, and nothing twice', async () => {
		await forgetReminders();
		const manager = await database('directus_users').where({ email: 'test-9-manager@example.org' }).first('id');
		await forbidNotifications(manager.id);
		expect(await remind()).toMatchObject({ name: 'OperationError', reason: expect.stringContaining('Run this again') });
		expect(await inbox(mentor)).toHaveLength(1);
		expect(await inbox(world.north.manager)).toEqual([]);

		await allowNotifications();
		expect(await remind()).toMatchObject({ people: 1 });
		expect(await inbox(mentor)).toHaveLength(1);
		expect(await inbox(world.north.manager)).toHaveLength(1);
		const told = mail.mails.map(({ to }) => to);
		expect(told).toHaveLength(new Set(told).size);
	});

	it('is sent once when two runs start at the same moment', async () => {
		await forgetReminders();
		await Promise.all([remind(), remind(), remind()]);
		expect(await inbox(mentor)).toHaveLength(1);
		expect(await inbox(world.north.manager)).toHaveLength(1);
		expect(mail.mails.filter(({ to }) => to === world.north.mentors[0]!.email)).toHaveLength(1);
	});

	it('whose e-mail fails is there all the same, tried again, and shown to the Administrator without the address', async () => {
		await forgetReminders();
		mail.refuse(true);
		const { people } = (await remind()) as { people: number };
		expect(people).toBeGreaterThan(0);
		expect(await inbox(mentor)).toHaveLength(1);
		const { body } = await world.admin.get('/items/reminders?filter[mail][_eq]=failed&fields=mail_error,mail_tries');
		expect(body.data).toHaveLength(people);
		expect(body.data[0]).toEqual({ mail_error: 'EENVELOPE 550', mail_tries: 1 });
		const [told] = await inbox(world.admin);
		expect(told).toMatchObject({ subject: 'E-mails that were not sent (1)', collection: 'reminders' });
		expect(told!.message).toContain(`EENVELOPE 550 ×${people}`);
		expect(JSON.stringify(told)).not.toContain('test-9');
		for (const client of [mentor, world.north.manager, world.buyer]) {
			expect((await client.get('/items/reminders')).status).toBe(403);
		}

		mail.refuse(false);
		expect(await remind()).toMatchObject({ people: 0, mailed: people, mail_failed: 0 });
		expect(mail.mails).toHaveLength(people);
		expect(await remind()).toMatchObject({ mailed: 0 });
	});

	/** As a full disk or a lost connection would, for one person's notification. */
	async function forbidNotifications(recipient: string): Promise<void> {
		if (server.env.DB_CONNECTION_STRING) {
			await database.raw(
				`create function refuse_notification() returns trigger as $$ begin raise exception 'no'; end $$ language plpgsql`,
			);
			await database.raw(
				`create trigger refuse before insert on directus_notifications for each row when (new.recipient = '${recipient}') execute function refuse_notification()`,
			);
		} else {
			await database.raw(
				`create trigger refuse before insert on directus_notifications when new.recipient = '${recipient}' begin select raise(abort, 'no'); end`,
			);
		}
	}

	async function allowNotifications(): Promise<void> {
		await database.raw(`drop trigger refuse${server.env.DB_CONNECTION_STRING ? ' on directus_notifications' : ''}`);
	}
});

describe('what is told of', () => {
	const of = (kind: ReminderKind, on = today()) => mattersOf(database, kind, { today: on, stages: [3, 1] });
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

describe('the flows of the platform', () => {
	it('are there, active, and know their operations', async () => {
		const { body } = await world.admin.get(
			'/flows?filter[trigger][_eq]=schedule&fields=name,status,options,operations.type',
		);
		expect(body.data.map(({ status }: { status: string }) => status)).toEqual(['active', 'active', 'active', 'active']);
		const types = body.data.flatMap(({ operations }: { operations: { type: string }[] }) =>
			operations.map(({ type }) => type),
		);
		expect(new Set(types)).toEqual(new Set(['remind', 'nth-working-day', 'fill-return']));
		expect(server.output()).not.toContain("Couldn't find operation");
	});
});
