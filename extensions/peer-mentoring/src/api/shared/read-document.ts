import type { Request } from 'express';
import type { Language } from '../../domain/language/messages.ts';
import { readUpload, type UploadTexts } from './read-upload.ts';

/** What a document must be, in words, and how large at most. */
export interface DocumentLimits {
	/** In bytes. */
	most: number;
	/** What to send, where nothing was sent. */
	missing: string;
	/** What to do, where several files were sent. */
	several: string;
}

const TEXTS: Record<Language, Pick<UploadTexts, 'form' | 'incomplete' | 'tooLarge'>> = {
	'en-GB': {
		form: 'Send the document as multipart/form-data with one file.',
		incomplete: 'The document did not arrive complete; send it again.',
		tooLarge: (megabytes) => `The document is larger than ${megabytes} MB, the most that is allowed.`,
	},
	'cy-GB': {
		form: 'Anfonwch y ddogfen fel multipart/form-data gydag un ffeil.',
		incomplete: 'Ni chyrhaeddodd y ddogfen yn gyflawn; anfonwch hi eto.',
		tooLarge: (megabytes) => `Mae’r ddogfen yn fwy na ${megabytes} MB, y mwyaf a ganiateir.`,
	},
};

/** The one document of a request; what is wrong with it is said in the sender's language. */
export async function readDocument(
	request: Request,
	{ most, missing, several }: DocumentLimits,
	language: Language,
): Promise<Buffer> {
	return readUpload(request, most, { ...TEXTS[language], none: missing, several });
}
