/** A full disk, a database that only reads, and one that is away: told in words and in health, and over without a restart. */
import type { ChildProcess } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { today } from '../../../extensions/peer-mentoring/src/clock/today.ts';
import { clientOf, signIn, type Answer, type Client } from '../../support/client.ts';
import { lineTo, type Line } from '../../support/line.ts';
import { copyTemplate, discard, end, environment, freePort, lane, launch, type Copy } from '../../support/platform.ts';
import { onPostgres, urlOf } from '../../support/postgres.ts';
import { smallDisk, type SmallDisk } from '../../support/small-disk.ts';

/** A word of a note, which no log may hold. */
const MARK = 'Wdihwfrost';
const DEMO = 'mentor1@example.org';
const CYMRO = 'mentor2@example.org';

let env: NodeJS.ProcessEnv;
let url: string;
let child: ChildProcess;
let log = '';
let password: string;
let mentor: Client;
let cymro: Client;
/** Somebody on the way with each of them. */
const mentees = new Map<Client, string>();

async function start(copy: Copy, more: Record<string, string> = {}): Promise<void> {
	const port = String(await freePort());
	url = `http://127.0.0.1:${port}`;
	env = environment(copy, { PORT: port, SEED: 'demo', PUBLIC_URL: url, ...more });
	({ process: child } = await launch(env, (text) => (log += text)));
	password = readFileSync(join(copy.data, 'demo-password.txt'), 'utf8').trim();
	mentor = await signIn(url, { email: DEMO, password });
	cymro = await signIn(url, { email: CYMRO, password });
	for (const who of [mentor, cymro]) {
		const { body } = await who.get('/items/mentees?filter[ended_on][_null]=true&limit=1&fields=id');
		mentees.set(who, body.data[0].id);
	}
}

const health = async () => (await fetch(`${url}/server/health`)).status;
const record = (who: Client) =>
	who.post('/items/sessions', { mentee: mentees.get(who), held_on: today(), minutes: 60, note: MARK });
const listed = async () => (await mentor.get('/items/sessions?aggregate[count]=*')).body.data[0].count;
const said = ({ status, body }: Answer) => [status, body.errors?.[0]?.message];

/** Somebody with each language is told; nothing is stored, and nothing of it stands in the log. */
async function expectRefused(english: string, welsh: string): Promise<void> {
	const refused = await record(mentor);
	expect(said(refused)).toEqual([503, expect.stringContaining(english)]);
	expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
	expect(said(await record(cymro))).toEqual([503, expect.stringContaining(welsh)]);
	const account = { email: DEMO, password };
	expect(said(await clientOf(url, null).post('/auth/login', account))).toEqual([503, expect.any(String)]);
	expect(await health()).toBe(503);
}

async function expectWell(before: number): Promise<void> {
	await expect.poll(health, { timeout: 30_000, interval: 500 }).toBe(200);
	expect(await listed()).toBe(before);
	expect((await record(mentor)).status).toBe(200);
	expect(log).not.toContain(MARK);
	expect(log).not.toMatch(/insert into [^?$]*'/);
}

describe.skipIf(lane !== 'sqlite')('a full disk', () => {
	let disk: SmallDisk | undefined;
	let copy: Copy;
	beforeAll(async () => {
		copy = await copyTemplate('demo');
		disk = smallDisk(200);
		if (!disk) return;
		const data = join(disk.folder, 'data');
		cpSync(copy.data, data, { recursive: true });
		await start({ ...copy, data });
	});
	afterAll(async () => {
		if (child) await end(child);
		disk?.remove();
		await discard(copy);
	});

	it('is told in words and in health, and is over when there is room', async ({ skip }) => {
		if (!disk) return skip();
		const before = await listed();
		disk.fill();
		await expectRefused('has no room left', 'nid oes lle ar ôl');
		expect(said(await cymro.get('/items/mentees?limit=1&fields=id'))).toEqual([
			503,
			expect.stringMatching(/^Ni ellir/),
		]);
		disk.empty();
		await expectWell(before);
	});

	it('ends a start with a sentence', async ({ skip }) => {
		if (!disk) return skip();
		await end(child);
		disk.fill();
		await expect(launch(env)).rejects.toThrow(
			/The platform did not start: the (?:disk is full\. Make room|database cannot.* has room)/,
		);
		disk.empty();
		const { process: again } = await launch(env);
		await end(again);
	});
});

describe.skipIf(lane !== 'postgres')('a database', () => {
	let line: Line;
	let copy: Copy;
	beforeAll(async () => {
		copy = await copyTemplate('demo');
		line = await lineTo(urlOf(copy.name));
		await start(copy, { DB_CONNECTION_STRING: line.url });
	});
	afterAll(async () => {
		if (child) await end(child);
		await line?.cut();
		await discard(copy);
	});

	/** For every connection from now on: those that are open are taken from the server. */
	const onlyReads = async (value: 'on' | 'off') => {
		await onPostgres(`alter database ${copy.name} set default_transaction_read_only = ${value}`);
		await line.cut();
		await line.mend();
		const asked = async () => (await clientOf(url, null).get('/server/ping')).status;
		await expect.poll(asked).toBe(200);
	};

	it('that only reads is told in words and in health, and is over when it is open again', async () => {
		const before = await listed();
		await onlyReads('on');
		await expectRefused('may only read', 'dim ond darllen');
		await onlyReads('off');
		await expectWell(before);
	});

	it('that is away is told in words and in health, and is over when it is back', async () => {
		const before = await listed();
		await line.cut();
		await expectRefused('cannot reach its records', 'cannot reach its records');
		await line.mend();
		await expectWell(before);
	});

	it('that is away ends a start', async () => {
		await end(child);
		await line.cut();
		await expect(launch(env)).rejects.toThrow(/ended with 1/);
		await line.mend();
	});

	it('quotes no row in the log where it refuses one', async () => {
		await start(copy);
		await onPostgres(`alter table sessions add constraint broken check (minutes < 0) not valid`, urlOf(copy.name));
		expect((await record(mentor)).status).toBe(500);
		expect(log).toContain('broken');
		expect(log).not.toContain(MARK);
	});
});
