import { zipEntries } from './zip-directory.ts';

/** Why a file cannot be the document of an invoice. */
export type DocumentFault = 'empty' | 'not_a_pdf' | 'cut_short' | 'has_attachments';

/** Why a file cannot be a version of the Cost Register or of the IPR Log. */
export type RegisterFault = DocumentFault | 'neither_kind' | 'has_macros';

export type DocumentType = 'pdf' | 'xlsx';

const PDF_HEADER = Buffer.from('%PDF-');
const END = Buffer.from('%%EOF');
/** Readers look for the end of a PDF in its last kilobyte. */
const TAIL = 1024;
const ATTACHMENT = Buffer.from('/EmbeddedFile');

const ZIP_HEADER = Buffer.from('PK\u0003\u0004');
const WORKBOOK = 'xl/workbook.xml';
/** Parts of a workbook that run, or that hold other files. */
const RUNS = /(^|\/)vbaProject[^/]*\.bin$|^xl\/(macrosheets|activeX|embeddings)\//i;

/**
 * What is wrong with a file as the one PDF of an invoice, which holds every supporting document itself (4.11);
 * `undefined` for nothing. Judged by its content, never by its name.
 */
export function documentFault(content: Buffer): DocumentFault | undefined {
	if (content.length === 0) return 'empty';
	if (!isPdf(content)) return 'not_a_pdf';
	if (!content.subarray(-TAIL).includes(END)) return 'cut_short';
	if (content.includes(ATTACHMENT)) return 'has_attachments';
	return undefined;
}

/** What is wrong with a file as a PDF or an Excel workbook without macros (3.8); nothing of it is unpacked. */
export function registerFault(content: Buffer): RegisterFault | undefined {
	if (content.length === 0) return 'empty';
	if (isPdf(content)) return documentFault(content);
	if (!startsWith(content, ZIP_HEADER)) return 'neither_kind';
	try {
		const names = [...zipEntries(content)].map(({ name }) => name);
		if (!names.includes(WORKBOOK)) return 'neither_kind';
		return names.some((name) => RUNS.test(name)) ? 'has_macros' : undefined;
	} catch (error) {
		if (error instanceof RangeError) return 'cut_short';
		throw error;
	}
}

/** What a file that {@link registerFault} finds nothing wrong with is. */
export function documentType(content: Buffer): DocumentType {
	return isPdf(content) ? 'pdf' : 'xlsx';
}

const PICTURES: readonly { header: Buffer; type: string; ending: string }[] = [
	{ header: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), type: 'image/png', ending: 'png' },
	{ header: Buffer.from([0xff, 0xd8, 0xff]), type: 'image/jpeg', ending: 'jpg' },
];

/** What a receipt is, by its content: a whole PDF or a picture of the screen; `undefined` for anything else. */
export function receiptType(content: Buffer): { type: string; ending: string } | undefined {
	if (isPdf(content)) return documentFault(content) ? undefined : { type: 'application/pdf', ending: 'pdf' };
	return PICTURES.find(({ header }) => startsWith(content, header));
}

function isPdf(content: Buffer): boolean {
	return startsWith(content, PDF_HEADER);
}

function startsWith(content: Buffer, header: Buffer): boolean {
	return content.subarray(0, header.length).equals(header);
}
