/** A reminder: to whom it goes, as what, and that it goes once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
