/** Who stops `npm start` stops the server, and loses no request that is under way. */
import { spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ADMIN, copyTemplate, discard, environment, freePort, root, type Copy } from '../../support/platform.ts';

let copy: Copy;
beforeAll(async () => {
	copy = await copyTemplate('reference');
});
afterAll(() => discard(copy));

const opened = (port: number) =>
	new Promise<Socket>((done, failed) => {
		const socket = connect(port, '127.0.0.1', () => done(socket)).on('error', failed);
	});

it('answers what is under way, takes nothing new, and ends', async () => {
	const port = await freePort();
	// As a supervisor would: it knows the process of npm, and nothing of what npm has started.
	const npm = spawn('npm', ['start'], { env: environment(copy, { PORT: String(port) }), cwd: root });
	const ended = new Promise((done) => npm.on('close', done));
	let output = '';
	await new Promise<void>((ready, failed) => {
		npm.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			if (output.includes('Open http')) ready();
		});
		npm.on('exit', () => failed(new Error(output)));
	});

	const body = JSON.stringify(ADMIN);
	const head = [
		'POST /auth/login HTTP/1.1',
		'Host: x',
		'Content-Type: application/json',
		`Content-Length: ${body.length}`,
	];
	const socket = await opened(port);
	let answer = '';
	const answered = new Promise((done) => socket.on('data', (chunk) => (answer += chunk.toString())).on('close', done));
	socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 10)}`);
	await wait(300);
	npm.kill('SIGTERM');
	await wait(1500);
	await expect(opened(port)).rejects.toThrow('ECONNREFUSED');
	socket.write(body.slice(10));
	await answered;
	expect(answer).toMatch(/^HTTP\/1.1 200 /);
	await ended;
	expect(output).not.toContain('Error');
}, 240_000);
