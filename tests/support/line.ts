/** A line to a server that a test can cut and mend. */
import { createServer, connect, type Socket } from 'node:net';
import { freePort } from './launch.ts';

export interface Line {
	/** The address of the server through this line. */
	url: string;
	cut(): Promise<void>;
	mend(): Promise<void>;
}

export async function lineTo(address: string): Promise<Line> {
	const there = new URL(address);
	const port = await freePort();
	const open = new Set<Socket>();
	const server = createServer((near) => {
		const far = connect(Number(there.port || 5432), there.hostname);
		for (const socket of [near, far]) {
			open.add(socket);
			socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
		}
		near.pipe(far).pipe(near);
	});
	const mend = () => new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
	await mend();
	const url = new URL(address);
	url.hostname = '127.0.0.1';
	url.port = String(port);
	const cut = () =>
		new Promise<void>((done) => {
			server.close(() => done());
			for (const socket of open) socket.destroy();
		});
	return { url: url.href, cut, mend };
}
