/** A platform that sends reminders, and the mailbox of whoever is reminded. */
import type { Knex } from 'knex';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { addDays, type CalendarDay } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { deadline, type Holidays } from '../../../extensions/peer-mentoring/src/domain/calendar/working-days.ts';
import { readHolidays } from '../../../extensions/peer-mentoring/src/storage/calendar/holidays.ts';
import { databaseOf } from '../database.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { startMailServer, type TestMailServer } from '../smtp.ts';
import { worldOf, type World } from '../world.ts';

export let server: TestServer;
export let world: World;
export let database: Knex;
export let mail: TestMailServer;
export let mentor: Client;
export let holidays: Holidays;

/** What everybody has been sent by way of the Studio, by whose it is. */
export async function inbox(
	client: Client,
): Promise<{ subject: string; message: string; collection: string; item: string | null }[]> {
	return (
		await client.get(
			'/notifications?filter[recipient][_eq]=$CURRENT_USER&fields=subject,message,collection,item&sort=timestamp',
		)
	).body.data;
}

/** Nobody has any message; what they have been told stays told. */
export async function emptyInboxes(): Promise<void> {
	await database('directus_notifications').delete();
	await database('reminders').update({ mail: 'none' });
	mail.mails.length = 0;
}

/** As if nobody had been told anything. */
export async function forgetReminders(): Promise<void> {
	await emptyInboxes();
	await database('reminders').delete();
}

export async function made(client: Client, collection: string, record: object): Promise<Record<string, string>> {
	const { status, body } = await client.post(`/items/${collection}`, record);
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body.data;
}

export async function referred(client: Client, received_on: string): Promise<{ id: string; reference: string }> {
	const person = { first_name: 'Secret', last_name: 'Test-Name', route: 'jobcentre_plus', received_on };
	const { id, reference } = await made(client, 'referrals', person);
	return { id: id!, reference: reference! };
}

/** The latest day of a referral whose initial meeting is due within so many Working Days. */
export function receivedDueIn(within: number): CalendarDay {
	const due = deadline(today(), within, holidays);
	let received = today();
	while (deadline(received, 10, holidays) > due) received = addDays(received, -1);
	return received;
}

export async function begin(): Promise<void> {
	mail = await startMailServer();
	server = await startTestServer({ seed: 'world', env: mail.env, own: true });
	world = await worldOf(server);
	database = databaseOf(server);
	mentor = world.north.mentors[0]!.client;
	holidays = await readHolidays(database, 'england-and-wales');
}

export async function end(): Promise<void> {
	await database.destroy();
	await server.stop();
	await mail.stop();
}
