/** A reminder: to whom it goes, as what, and that it goes once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hourNow, today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn, momentColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { flowOf } from '../../support/flows.ts';
import {
	begin,
	database,
	emptyInboxes,
	end,
	forgetReminders,
	inbox,
	mail,
	mentor,
	receivedDueIn,
	referred,
	server,
	world,
} from '../../support/scenes/reminders.ts';

beforeAll(begin);
afterAll(end);

describe('a reminder', () => {
	let remind: () => Promise<unknown>;
	let id: string;
	let reference: string;

	beforeAll(async () => {
		remind = await flowOf(world.admin, {
			type: 'remind',
			options: { kinds: ['due_soon', 'overdue'], working_days: ['3', '1'] },
		});
		({ id, reference } = await referred(mentor, receivedDueIn(3)));
	});

	it('is told to the Peer Mentor once, by reference and without a name', async () => {
		expect(await remind()).toEqual({ people: 1, matters: 1, mailed: 1, mail_failed: 0 });
		const [notification, ...others] = await inbox(mentor);
		expect(others).toEqual([]);
		expect(notification).toMatchObject({ subject: 'Due soon (1)', collection: 'referrals', item: id });
		expect(notification!.message).toMatch(
			new RegExp(
				`^\\*\\*Due soon\\*\\*\\n\\n- \\[Initial meeting, .*: ${reference}\\]\\(${server.url}/admin/content/referrals/${id}\\)$`,
			),
		);
		expect(await remind()).toEqual({ people: 0, matters: 0, mailed: 0, mail_failed: 0 });
		expect(await inbox(mentor)).toHaveLength(1);
	});

	it('goes by e-mail as a number and a link: no reference, no name', async () => {
		expect(mail.mails).toHaveLength(1);
		const [{ to, data }] = mail.mails as [{ to: string; data: string }];
		expect(to).toBe(world.north.mentors[0]!.email);
		expect(data).toContain(`Subject: Due soon (1)`);
		expect(data).toContain('Auto-Submitted: auto-generated');
		expect(data).toContain('From: Peer Mentoring <platform@example.org>');
		expect(data).toContain('Content-Type: text/html');
		expect(data).toContain(`${server.url}/admin/caseload`);
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
		expect(notification!.message).toContain('- [Cyfarfod cychwynnol, ');
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

	describe('whose e-mail is not taken', () => {
		const outcomes = async () =>
			database('reminders')
				.whereNot({ mail: 'none' })
				.groupBy('mail', 'mail_tries')
				.orderBy('mail')
				.select('mail', 'mail_tries');
		const anHourLater = () =>
			database('reminders').update({ mail_tried_at: momentColumn(database, new Date(Date.now() - 3_600_001)) });
		beforeEach(forgetReminders);

		it('is there all the same, tried again after an hour, and shown to the Administrator without the address', async () => {
			mail.refuse(450);
			const { people } = (await remind()) as { people: number };
			expect(people).toBeGreaterThan(1);
			expect(await inbox(mentor)).toHaveLength(1);
			const { body } = await world.admin.get('/items/reminders?filter[mail][_eq]=failed&fields=mail_error,mail_tries');
			expect(body.data).toHaveLength(people);
			expect(body.data[0]).toEqual({ mail_error: 'EENVELOPE 450', mail_tries: 1 });
			const [told] = await inbox(world.admin);
			expect(told).toMatchObject({ subject: 'E-mails that were not sent (1)', collection: 'reminders' });
			expect(told!.message).toContain(`Failed EENVELOPE 450 ×${people}`);
			expect(JSON.stringify(told)).not.toContain('test-9');
			for (const client of [mentor, world.north.manager, world.buyer]) {
				expect((await client.get('/items/reminders')).status).toBe(403);
			}

			mail.refuse(undefined);
			expect(await remind()).toMatchObject({ people: 0, mailed: 0, mail_failed: 0 });
			await anHourLater();
			expect(await remind()).toMatchObject({ people: 0, mailed: people, mail_failed: 0 });
			expect(mail.mails).toHaveLength(people);
			expect(await remind()).toMatchObject({ mailed: 0 });
		});

		it('because nobody has the address, is not sent there again', async () => {
			mail.refuse(550);
			const { people } = (await remind()) as { people: number };
			expect((await inbox(world.admin))[0]!.message).toContain(`Address refused EENVELOPE 550 ×${people}`);
			mail.refuse(undefined);
			await anHourLater();
			expect(await remind()).toMatchObject({ mailed: 0, mail_failed: 0 });
			expect(await outcomes()).toEqual([{ mail: 'refused', mail_tries: 1 }]);
		});

		it('because no server answers, waits with all the others after the first', async () => {
			mail.hangUp(true);
			const { people, ...sent } = (await remind()) as Record<string, number>;
			expect(sent).toMatchObject({ mailed: 0, mail_failed: 1 });
			expect(await outcomes()).toEqual([
				{ mail: 'failed', mail_tries: 1 },
				{ mail: 'waiting', mail_tries: 0 },
			]);
			mail.hangUp(false);
			expect(await remind()).toMatchObject({ mailed: people! - 1, mail_failed: 0 });
		});

		it('because the platform was stopped while it was handed over, is told to the Administrator', async () => {
			await remind();
			await emptyInboxes();
			await database('reminders').limit(1).update({ mail: 'sending' });
			const tellOfMail = await flowOf(world.admin, { type: 'remind', options: { kinds: ['mail_failed'] } });
			expect(await tellOfMail()).toMatchObject({ people: 0 });
			await anHourLater();
			expect(await tellOfMail()).toMatchObject({ people: 1 });
			expect((await inbox(world.admin))[0]!.message).toContain('Handed over, not confirmed ×');
		});
	});

	it('of what nobody is there to see to goes on: from the mentor who has left to the manager, then to the Administrator', async () => {
		await forgetReminders();
		const assigned = () => database('fte_assignments').where({ peer_mentor: world.north.mentors[0]!.id });
		const before = await assigned().select('id', 'ends_on');
		await assigned().update({
			starts_on: dayColumn(database, day('2024-01-08')),
			ends_on: dayColumn(database, day('2024-01-09')),
		});
		await remind();
		expect(await inbox(mentor)).toEqual([]);
		expect((await inbox(world.north.manager))[0]!.message).toContain(reference);

		await forgetReminders();
		const manager = () => database('directus_users').where({ email: 'test-9-manager@example.org' });
		await manager().update({ status: 'suspended' });
		await remind();
		await manager().update({ status: 'active' });
		for (const { id, ends_on } of before) await database('fte_assignments').where({ id }).update({ ends_on });
		const [told] = await inbox(world.admin);
		expect(told!.message).toBe('**Nobody can be told: give the contract a manager**\n\n- TEST-9');
	});

	it('is told after seven by the clock on the wall where the flow says so', async () => {
		const from = (not_before: number) =>
			flowOf(world.admin, { type: 'remind', options: { kinds: ['due_soon', 'overdue'], not_before } });
		await forgetReminders();
		// In the last hour of a day it is too early for nothing.
		if (hourNow() < 23) {
			const early = await from(hourNow() + 1);
			expect(await early()).toEqual({ people: 0, matters: 0, mailed: 0, mail_failed: 0 });
		}
		const now = await from(hourNow());
		expect(await now()).toMatchObject({ people: expect.toSatisfy((people: number) => people > 0) });
	});

	it('is not told on a bank holiday of the nation that somebody works in', async () => {
		await forgetReminders();
		const id = '00000000-0000-4000-8000-00000000000b';
		const holiday = { id, calendar: 'england-and-wales', day: dayColumn(database, today()) };
		await database('bank_holidays').insert(holiday);
		expect(await remind()).toMatchObject({ people: 0 });
		await database('bank_holidays').where({ id }).delete();
		expect(await remind()).toMatchObject({ people: expect.toSatisfy((people: number) => people > 0) });
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

describe('the flows of the platform', () => {
	it('are there, active, and know their operations', async () => {
		const { body } = await world.admin.get(
			'/flows?filter[trigger][_eq]=schedule&fields=name,status,options,operations.type',
		);
		expect(body.data.map(({ status }: { status: string }) => status)).toEqual(Array(5).fill('active'));
		const types = body.data.flatMap(({ operations }: { operations: { type: string }[] }) =>
			operations.map(({ type }) => type),
		);
		expect(new Set(types)).toEqual(new Set(['remind', 'nth-working-day', 'fill-return']));
		expect(server.output()).not.toContain("Couldn't find operation");
	});
});
