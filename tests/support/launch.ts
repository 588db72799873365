/** Starts and ends the platform as its own command does. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { root } from './environment.ts';

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
	return new Promise((found, failed) => {
		const server = createServer().on('error', failed);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as { port: number };
			server.close(() => found(port));
		});
	});
}

/** Starts the platform and answers when it prints that it is open. @param note is told what it prints */
export async function launch(
	env: NodeJS.ProcessEnv,
	note: (text: string) => void = () => undefined,
): Promise<{ process: ChildProcess; output: () => string }> {
	const child = spawn(process.execPath, [join(root, 'directus', 'commands', 'start.ts')], { env, cwd: root });
	let output = '';
	await new Promise<void>((ready, failed) => {
		const hear = (chunk: Buffer) => {
			output += chunk.toString();
			note(chunk.toString());
			if (output.includes('Open http')) ready();
		};
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.on('exit', (code) => failed(new Error(`The platform ended with ${code} instead of starting:\n${output}`)));
	});
	return { process: child, output: () => output };
}

/** Ends what {@link launch} has started, by force where it takes its time. */
export async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = new Promise((done) => child.removeAllListeners('exit').once('exit', done));
	child.kill('SIGTERM');
	const force = setTimeout(() => child.kill('SIGKILL'), 5000);
	await ended;
	clearTimeout(force);
}
