/** A process that ends between a write and what follows from it leaves nothing behind that another does not settle. */
import { expect, it } from 'vitest';
import { clientOf, type Client } from '../../support/client.ts';
import { end, freePort, lane, launch } from '../../support/platform.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';
import { breakClocks, mendClocks, slowClocks, soon } from '../../support/trouble.ts';
import { worldOf, PASSWORD } from '../../support/world.ts';

const MINUTE = 60;
const TIME = 480_000;
const PERSON = { first_name: 'Gwen', last_name: 'Test-Evans', route: 'jobcentre_plus', dwp_customer: 'yes' };
const REFERRAL = { ...PERSON, received_on: '2023-10-02' };

type Launched = Awaited<ReturnType<typeof launch>>['process'];

it.each([
	{ who: 'the next start', beside: false },
	// Only PostgreSQL carries two instances.
	...(lane === 'postgres' ? [{ who: 'an instance beside it', beside: true }] : []),
])(
	'$who settles within a minute what a process wrote before it was killed',
	async ({ beside }) => {
		const crashing = await startTestServer({ seed: 'world', own: true });
		const port = String(await freePort());
		const startOther = async () => (await launch({ ...crashing.env, PORT: port })).process;
		let other: Launched | undefined;
		try {
			const { client, email, changed } = await recordBefore(crashing);
			if (beside) other = await startOther();
			await killAfterWrites(crashing, client, changed);
			const killedAt = Date.now();
			other ??= await startOther();
			const from = beside ? killedAt : Date.now();

			const url = `http://127.0.0.1:${port}`;
			const login = await clientOf(url, null).post('/auth/login', { email, password: PASSWORD });
			const after = clientOf(url, login.body.data.access_token);
			const [{ id: added }] = (await named(after, 'Crashed')).body.data;
			const settled = async () =>
				(await dueOn(after, added)) === '2023-10-16' && (await dueOn(after, changed)) === '2023-10-23';
			expect(await soon(MINUTE - (Date.now() - from) / 1000, settled)).toBe(true);
		} finally {
			if (other) await end(other);
			await crashing.stop();
		}
	},
	TIME,
);

async function recordBefore(server: TestServer): Promise<{ client: Client; email: string; changed: string }> {
	const { client, email } = (await worldOf(server)).north.mentors[0]!;
	const made = await client.post('/items/referrals', { ...REFERRAL, last_name: 'Changed' });
	expect(await dueOn(client, made.body.data.id)).toBe('2023-10-16');
	return { client, email, changed: made.body.data.id };
}

/** Ends the process at once, as a power cut would, when one record is added and one changed and neither is settled. */
async function killAfterWrites(server: TestServer, client: Client, changed: string): Promise<void> {
	if (lane === 'postgres') await slowClocks(server, 30);
	else await breakClocks(server);
	const sent = [
		client.post('/items/referrals', { ...REFERRAL, last_name: 'Crashed' }),
		client.patch(`/items/referrals/${changed}`, { received_on: '2023-10-09' }),
	].map((answer) => answer.catch(() => undefined));
	if (lane === 'sqlite') await Promise.all(sent);
	const stored = async () => {
		const [before, after] = [await named(client, 'Changed'), await named(client, 'Crashed')];
		return after.body.data.length === 1 && before.body.data[0].received_on === '2023-10-09';
	};
	expect(await soon(20, stored)).toBe(true);
	process.kill(server.pid, 'SIGKILL');
	await Promise.all(sent);
	await mendClocks(server);
}

const named = (client: Client, name: string) =>
	client.get(`/items/referrals?filter[last_name][_eq]=${name}&fields=id,received_on`);

async function dueOn(client: Client, referral: string): Promise<string | undefined> {
	const { body } = await client.get(`/items/service_level_clocks?filter[referral][_eq]=${referral}&fields=due_on`);
	return body.data[0]?.due_on;
}
