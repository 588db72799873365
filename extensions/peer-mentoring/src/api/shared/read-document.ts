import type { Request } from 'express';
import { readUpload } from './read-upload.ts';

/** What a document must be, in words, and how large at most. */
export interface DocumentLimits {
	/** In bytes. */
	most: number;
	/** What to send, where nothing was sent. */
	missing: string;
	/** What to do, where several files were sent. */
	several: string;
}

/** The one document of a request. */
export async function readDocument(request: Request, { most, missing, several }: DocumentLimits): Promise<Buffer> {
	return readUpload(request, most, {
		form: 'Send the document as multipart/form-data with one file.',
		incomplete: 'The document did not arrive complete; send it again.',
		none: missing,
		several,
		tooLarge: (megabytes) => `The document is larger than ${megabytes} MB, the most that is allowed.`,
	});
}
