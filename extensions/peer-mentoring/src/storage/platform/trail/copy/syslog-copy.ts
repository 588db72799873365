import { connect, type Socket } from 'node:net';
import { hostname } from 'node:os';
import type { Copy } from './copy-trail.ts';

/** Facility 13 is the audit log, severity 6 information (RFC 5424). */
const PRIORITY = 13 * 8 + 6;
const PATIENCE_MILLISECONDS = 5000;

/** The copy as messages to a collector over TCP, each with its length before it (RFC 6587). */
export function syslogCopy({ host, port }: { host: string; port: number }): Copy {
	let socket: Socket | undefined;
	const connected = () =>
		new Promise<Socket>((done, failed) => {
			if (socket && !socket.destroyed) return done(socket);
			const made = connect({ host, port });
			const forget = () => {
				if (socket === made) socket = undefined;
			};
			made.setTimeout(PATIENCE_MILLISECONDS, () => made.destroy(new Error('the collector does not answer')));
			made.once('error', failed).on('close', forget).unref();
			made.once('connect', () => {
				made.setTimeout(0).off('error', failed).on('error', forget);
				socket = made;
				done(made);
			});
		});
	return {
		last: async () => undefined,
		async add(lines) {
			const to = await connected();
			await new Promise<void>((done, failed) =>
				to.write(lines.map(framed).join(''), (error) => (error ? failed(error) : done())),
			);
		},
	};
}

function framed(line: string): string {
	const message = `<${PRIORITY}>1 ${new Date().toISOString()} ${hostname()} peer-mentoring ${process.pid} trail - ${line}`;
	return `${Buffer.byteLength(message)} ${message}`;
}
