/** The trail outside the database: every row once, in order, with keys and nobody's name, also after a crash (5.1). */
import { appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyTrail } from '../../extensions/peer-mentoring/src/storage/platform/trail/copy/copy-trail.ts';
import { fileCopy } from '../../extensions/peer-mentoring/src/storage/platform/trail/copy/file-copy.ts';
import { syslogCopy } from '../../extensions/peer-mentoring/src/storage/platform/trail/copy/syslog-copy.ts';
import { CHAIN, COPIED } from '../../extensions/peer-mentoring/src/storage/platform/trail/tables.ts';
import { root } from '../support/platform.ts';
import { isAlive } from '../support/templates.ts';
import { trailScene, type TrailScene } from '../support/scenes/trail.ts';

const folder = mkdtempSync(join(tmpdir(), 'trail-copy-'));
const path = join(folder, 'audit.log');
let scene: TrailScene;
beforeAll(async () => {
	scene = await trailScene({ AUDIT_LOG: path });
});
afterAll(async () => {
	await scene.end();
	rmSync(folder, { recursive: true, force: true });
});

/** `npm run verify`, as it ends. */
function verify(AUDIT_LOG: string): Promise<{ status: unknown; output: string }> {
	const env = { ...scene.server.env, AUDIT_LOG };
	return new Promise((done) =>
		execFile(process.execPath, [join(root, 'directus/commands/verify.ts')], { env, cwd: root }, (error, out, told) =>
			done({ status: error?.code ?? 0, output: out + told }),
		),
	);
}

interface Line {
	seq: number;
	source: string;
	what: string;
	hash: string;
	row?: Record<string, unknown>;
}
const lines = (file = path): Line[] => readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line)); // prettier-ignore

async function copied(): Promise<Line[]> {
	await scene.sealed();
	const { seq } = (await scene.knex(CHAIN).max({ seq: 'seq' }).first()) as { seq: number };
	const isThere = () => readFileSync(path, 'utf8').endsWith('\n') && (lines().at(-1)?.seq ?? 0) >= Number(seq);
	for (let tries = 0; tries < 100 && !isThere(); tries++) await new Promise((done) => setTimeout(done, 100));
	return lines();
}

describe('AUDIT_LOG as a file', () => {
	it('has every row once, in order, and is the chain', async () => {
		const found = await copied();
		const chain = await scene.knex(CHAIN).orderBy('seq');
		expect(found.map(({ seq, hash }) => [seq, hash])).toEqual(chain.map(({ seq, hash }) => [Number(seq), hash]));
	});

	it('says who did what to which record, and nothing about anybody', async () => {
		const found = await copied();
		const read = found.filter(({ source }) => source === 'access_log').map(({ row }) => row);
		expect(read).toContainEqual(
			expect.objectContaining({ action: 'read', keys: { referrals: [scene.referral] }, through: expect.any(String) }),
		);
		const text = readFileSync(path, 'utf8');
		for (const word of ['Zebedee', 'Quillfeather', 'Pobblebonk', '900417', '@example.org', 'Article']) {
			expect(text).not.toContain(word);
		}
	});

	it('goes on after a crash without gaps and doubles, whatever was half written', async () => {
		const before = await copied();
		appendFileSync(path, '{"seq":999999,"source":"acc');
		await scene.knex(COPIED).update({ seq: 3 });
		await scene.server.restart();
		await scene.server.admin();
		const after = await copied();
		expect(after.length).toBeGreaterThan(before.length);
		expect(after.map(({ seq }) => seq)).toEqual(after.map((_, index) => index + 1));
	});

	it('begins anew where it was moved away, with the next row', async () => {
		const before = await copied();
		renameSync(path, join(folder, 'audit.1'));
		writeFileSync(path, '');
		await scene.server.admin();
		await new Promise((done) => setTimeout(done, 2500));
		expect(lines()[0]?.seq).toBe(before.length + 1);
	});

	it('is compared by verify: who cuts off the end of the chain leaves it there', async () => {
		const there = await verify(path);
		expect(there.output).not.toContain('AUDIT_LOG');
		appendFileSync(path, `${JSON.stringify({ ...lines().at(-1), seq: 1_000_000 })}\n`);
		const cut = await verify(path);
		expect([cut.status, cut.output]).toEqual([1, expect.stringContaining('AUDIT_LOG ends with link 1000000')]);
	});

	it('that cannot be written is told at the start', async () => {
		const { status, output } = await verify(join(folder, 'nowhere', 'audit.log'));
		expect([status, output]).toEqual([
			1,
			expect.stringMatching(/AUDIT_LOG is ".*", which cannot be written \(ENOENT\)/),
		]);
	});
});

describe('AUDIT_LOG as a collector', () => {
	let collector: Server;
	let heard = '';
	const listen = () =>
		new Promise<number>((done) => {
			collector = createServer((socket) => socket.on('data', (bytes) => (heard += bytes.toString())));
			collector.listen(0, '127.0.0.1', () => done((collector.address() as { port: number }).port));
		});
	// The server copies for itself, every second.
	beforeAll(async () => {
		process.kill(scene.server.pid, 'SIGKILL');
		while (isAlive(scene.server.pid)) await new Promise((done) => setTimeout(done, 50));
	});
	afterAll(() => void collector.close());

	it('hears every row in order, each with its length before it, and waits for one that is not there', async () => {
		const { knex } = scene;
		await knex(COPIED).update({ seq: 0 });
		const port = await listen();
		await new Promise((done) => collector.close(done));
		await expect(copyTrail(knex, syslogCopy({ host: '127.0.0.1', port }))).rejects.toThrow();
		const again = await listen();
		await copyTrail(knex, syslogCopy({ host: '127.0.0.1', port: again }));
		await new Promise((done) => setTimeout(done, 200));
		const seqs = [];
		for (let rest = Buffer.from(heard); rest.length > 0;) {
			const [, length = ''] = /^(\d+) /.exec(rest.toString('utf8', 0, 12)) ?? [];
			const message = rest.toString('utf8', length.length + 1, length.length + 1 + Number(length));
			expect(message).toMatch(/^<110>1 \S+ \S+ peer-mentoring \d+ trail - \{/);
			seqs.push(JSON.parse(message.slice(message.indexOf('{'))).seq);
			rest = rest.subarray(length.length + 1 + Number(length));
		}
		expect(seqs).toEqual(seqs.map((_, index) => index + 1));
		expect(seqs.length).toBeGreaterThan(50);
	});
});

describe('a file without a whole line', () => {
	it('is begun again', async () => {
		const other = join(folder, 'other.log');
		writeFileSync(other, '{"seq":1,"sou');
		expect(await fileCopy(other).last()).toBeUndefined();
		expect(readFileSync(other, 'utf8')).toBe('');
	});
});
