import busboy from 'busboy';
import { createError } from '@directus/errors';
import type { Request } from 'express';

const MEGABYTE = 1024 * 1024;

/** What is said of an upload that cannot be used, in the reader's language. */
export interface UploadTexts {
	/** The request is no form with a file. */
	form: string;
	incomplete: string;
	none: string;
	several: string;
	tooLarge: (megabytes: string) => string;
}

export const UploadError = createError<{ reason: string }>('INVALID_PAYLOAD', ({ reason }) => reason, 400);
const TooLargeError = createError<{ reason: string }>('CONTENT_TOO_LARGE', ({ reason }) => reason, 413);
const MediaTypeError = createError<{ reason: string }>('UNSUPPORTED_MEDIA_TYPE', ({ reason }) => reason, 415);

/**
 * The one file of a request. What is too large is read to its end and thrown away as it arrives, so that the answer
 * arrives too.
 */
export async function readUpload(request: Request, most: number, texts: UploadTexts): Promise<Buffer> {
	if (!request.is('multipart/form-data')) throw new MediaTypeError({ reason: texts.form });
	const files: { content: Buffer; tooLarge: boolean }[] = [];
	await new Promise<void>((done, failed) => {
		const broken = () => failed(new UploadError({ reason: texts.incomplete }));
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
			stream.on('limit', () => chunks.splice(0));
			stream.on('error', broken);
			stream.on('end', () => {
				const content = Buffer.concat(chunks);
				const tooLarge = Boolean(stream.truncated);
				// A browser sends a file field that was left empty as a file without a name.
				if (filename || tooLarge || content.length > 0) files.push({ content, tooLarge });
			});
		});
		parser.on('error', broken);
		parser.on('close', done);
		request.on('aborted', broken);
		request.pipe(parser);
	});
	const [file] = files;
	if (!file) throw new UploadError({ reason: texts.none });
	if (files.length > 1) throw new UploadError({ reason: texts.several });
	if (file.tooLarge) throw new TooLargeError({ reason: texts.tooLarge((most / MEGABYTE).toFixed(1)) });
	return file.content;
}
