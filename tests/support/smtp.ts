/** A mail server as small as tests need: it keeps what it takes, or says no. */
import { expect } from 'vitest';
import { createServer, type Server, type Socket } from 'node:net';
import { freePort } from './launch.ts';

export interface TestMail {
	to: string;
	data: string;
}

export interface TestMailServer {
	port: number;
	mails: TestMail[];
	/** From now on every recipient is refused with this code, and a sentence that names them, as real servers do. */
	refuse(code: 450 | 550 | undefined): void;
	/** From now on whoever calls is cut off. */
	hangUp(yes: boolean): void;
	/** The environment with which the platform sends its mail here. */
	env: Record<string, string>;
	stop(): Promise<void>;
}

export async function startMailServer(): Promise<TestMailServer> {
	const port = await freePort();
	const mails: TestMail[] = [];
	let refusing: number | undefined;
	let cutting = false;
	const talk = (socket: Socket) => {
		let rest = '';
		let to = '';
		let data: string | null = null;
		socket.on('error', () => undefined);
		if (cutting) return void socket.destroy();
		socket.write('220 test\r\n');
		socket.on('data', (chunk) => {
			rest += chunk.toString();
			for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
				const line = rest.slice(0, end);
				rest = rest.slice(end + 2);
				if (data !== null) {
					if (line === '.') {
						mails.push({ to, data });
						data = null;
						socket.write('250 taken\r\n');
					} else data += `${line}\n`;
				} else if (/^RCPT/i.test(line)) {
					to = /<(.*)>/.exec(line)?.[1] ?? '';
					socket.write(refusing ? `${refusing} no such mailbox as ${to}\r\n` : '250 fine\r\n');
				} else if (/^DATA/i.test(line)) {
					data = '';
					socket.write('354 go on\r\n');
				} else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
				else socket.write('250 fine\r\n');
			}
		});
	};
	const server: Server = createServer(talk);
	await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
	return {
		port,
		mails,
		refuse: (code) => (refusing = code),
		hangUp: (yes) => (cutting = yes),
		env: {
			EMAIL_TRANSPORT: 'smtp',
			EMAIL_SMTP_HOST: '127.0.0.1',
			EMAIL_SMTP_PORT: String(port),
			EMAIL_SMTP_IGNORE_TLS: 'true',
			EMAIL_FROM: 'platform@example.org',
		},
		stop: () => new Promise((done) => server.close(() => done())),
	};
}

/** The letter to somebody, its lines put together again as mail cuts them. */
export async function letterTo({ mails }: TestMailServer, email: string): Promise<string> {
	await expect.poll(() => mails.filter(({ to }) => to === email).length, { timeout: 20_000 }).toBeGreaterThan(0);
	const { data } = mails.findLast(({ to }) => to === email) as TestMail;
	return data
		.replace(/=\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
