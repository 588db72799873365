import busboy from 'busboy';
import { createError } from '@directus/errors';
import type { Request } from 'express';

const MEGABYTE = 1024 * 1024;

/** What a document must be, in words, and how large at most. */
export interface DocumentLimits {
	/** In bytes. */
	most: number;
	/** What to send, where nothing was sent. */
	missing: string;
	/** What to do, where several files were sent. */
	several: string;
}

/** The largest document, in bytes: 10 MB, or what a variable of the environment says. */
export function mostBytes(env: Record<string, unknown>, variable: string): number {
	return Number(env[variable]) || 10 * MEGABYTE;
}

export const DocumentError = createError<{ reason: string }>('INVALID_PAYLOAD', ({ reason }) => reason, 400);
const TooLargeError = createError<{ most: number }>(
	'CONTENT_TOO_LARGE',
	({ most }) => `The document is larger than ${(most / MEGABYTE).toFixed(1)} MB, the most that is allowed.`,
	413,
);
const MediaTypeError = createError(
	'UNSUPPORTED_MEDIA_TYPE',
	'Send the document as multipart/form-data with one file.',
	415,
);

/** The one file of a request. What is too large is read to its end and thrown away, so that the answer arrives. */
export async function readDocument(request: Request, { most, missing, several }: DocumentLimits): Promise<Buffer> {
	if (!request.is('multipart/form-data')) throw new MediaTypeError();
	const files: { content: Buffer; tooLarge: boolean }[] = [];
	await new Promise<void>((done, failed) => {
		const broken = () => failed(new DocumentError({ reason: 'The document did not arrive complete; send it again.' }));
		let parser: busboy.Busboy;
		try {
			parser = busboy({ headers: request.headers, limits: { fileSize: most, files: 2, fields: 4, parts: 6 } });
		} catch {
			broken();
			return;
		}
		parser.on('file', (_name, stream, { filename }) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('error', broken);
			stream.on('end', () => {
				const content = Buffer.concat(chunks);
				// A browser sends a file field that was left empty as a file without a name.
				if (filename || content.length > 0) files.push({ content, tooLarge: Boolean(stream.truncated) });
			});
		});
		parser.on('error', broken);
		parser.on('close', done);
		request.on('aborted', broken);
		request.pipe(parser);
	});
	const [file] = files;
	if (!file) throw new DocumentError({ reason: missing });
	if (files.length > 1) throw new DocumentError({ reason: several });
	if (file.tooLarge) throw new TooLargeError({ most });
	return file.content;
}
