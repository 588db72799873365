/** README's example for programs of one's own, run as it stands there. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../support/platform.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let folder: string;
beforeAll(async () => {
	server = await startTestServer({ seed: 'demo' });
	folder = mkdtempSync(join(tmpdir(), 'example-'));
});
afterAll(async () => {
	await server.stop();
	rmSync(folder, { recursive: true });
});

it('signs in, lists, records a session, reads the return and takes out the tracker', async () => {
	const OUT = join(folder, 'tracker.xlsx');
	const PASSWORD = readFileSync(join(server.data, 'demo-password.txt'), 'utf8').trim();
	const env = { ...process.env, PLATFORM: server.url, PASSWORD, OUT };
	const child = spawn(process.execPath, [join(root, 'directus/example.ts')], { env });
	const [said, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
	expect(`${said}${errors}`).toMatch(
		/Mentees; .*: session of \d{4}-\d\d-\d\d, attended\n\d+ started in 2026-01\n.* holds/,
	);
	// An encrypted workbook is a compound file.
	expect(readFileSync(OUT).subarray(0, 4).toString('hex')).toBe('d0cf11e0');
});
