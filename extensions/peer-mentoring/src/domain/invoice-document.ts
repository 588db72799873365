/** Why a file cannot be the document of an invoice. */
export type DocumentFault = 'empty' | 'not_a_pdf' | 'cut_short' | 'has_attachments';

const HEADER = Buffer.from('%PDF-');
const END = Buffer.from('%%EOF');
/** Readers look for the end of a PDF in its last kilobyte. */
const TAIL = 1024;
const ATTACHMENT = Buffer.from('/EmbeddedFile');

/**
 * What is wrong with a file as the one PDF of an invoice, which holds every supporting document itself (4.11);
 * `undefined` for nothing. Judged by its content, never by its name.
 */
export function documentFault(content: Buffer): DocumentFault | undefined {
	if (content.length === 0) return 'empty';
	if (!content.subarray(0, HEADER.length).equals(HEADER)) return 'not_a_pdf';
	if (!content.subarray(-TAIL).includes(END)) return 'cut_short';
	if (content.includes(ATTACHMENT)) return 'has_attachments';
	return undefined;
}
