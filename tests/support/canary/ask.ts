/** Asks, and reads everything that comes back: what is packed is unpacked. */
import { gunzipSync } from 'node:zlib';
import yauzl from 'yauzl';
import type { Probe } from './probes.ts';

export interface Said {
	status: number;
	text: string;
}

export async function ask(url: string, token: string | null, { method, path, body }: Probe): Promise<Said> {
	const response = await fetch(url + path, {
		method,
		redirect: 'manual',
		headers: {
			...(token && { authorization: `Bearer ${token}` }),
			...(body !== undefined && { 'content-type': 'application/json' }),
		},
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const content = Buffer.from(await response.arrayBuffer());
	const headers = JSON.stringify([...response.headers]);
	return { status: response.status, text: `${headers}\n${await textOf(content)}` };
}

async function textOf(content: Buffer): Promise<string> {
	if (content.subarray(0, 2).toString('latin1') === 'PK') return (await unzipped(content)).join('\n');
	if (content[0] === 0x1f && content[1] === 0x8b) return textOf(gunzipSync(content));
	return content.toString('utf8');
}

async function unzipped(content: Buffer): Promise<string[]> {
	const zip = await new Promise<yauzl.ZipFile>((done, failed) => {
		yauzl.fromBuffer(content, { lazyEntries: true }, (error, opened) => (error ? failed(error) : done(opened)));
	});
	const texts: string[] = [];
	await new Promise<void>((done, failed) => {
		zip.on('entry', (entry: yauzl.Entry) => {
			texts.push(entry.fileName);
			zip.openReadStream(entry, (error, stream) => {
				if (error) return failed(error);
				const parts: Buffer[] = [];
				stream.on('data', (part: Buffer) => parts.push(part));
				stream.on('end', () => {
					textOf(Buffer.concat(parts)).then((text) => {
						texts.push(text);
						zip.readEntry();
					}, failed);
				});
			});
		});
		zip.on('end', done).on('error', failed);
		zip.readEntry();
	});
	return texts;
}
