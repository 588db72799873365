import busboy from 'busboy';
import { createError } from '@directus/errors';
import type { Request } from 'express';
import { readCorrections, type Correction } from '../../../import/corrections.ts';
import { importForms, type ImportForm } from '../../../domain/loading/forms.ts';
import { MAX_BYTES } from '../../../import/read-bytes.ts';
import type { ImportFile } from '../../../import/read-import.ts';
import { readSaidColumns, type SaidColumns } from '../../../import/said-columns.ts';
import type { Language } from '../../../domain/language/messages.ts';
import { TEXTS } from './texts.ts';

export type Part = ImportFile & { content: Buffer; sentAs: ImportForm | typeof WORKBOOK | typeof ANY };

/** What a request sends: its files, and what it says of their columns. */
export interface Sent {
	parts: Part[];
	said: SaidColumns;
	corrections: readonly Correction[];
}

/** The part for a workbook whose sheets are of several kinds, and the one for files that are known by their header. */
const WORKBOOK = 'workbook';
const ANY = 'file';
/** What is said of the files: what headings mean, and which cells were corrected. */
const COLUMNS = 'columns';
const CORRECTIONS = 'corrections';

const FORMS = Object.keys(importForms) as ImportForm[];
const NAMES = 'contracts, mentors, caseload, sessions';
const LONGEST_NAME = 100;

const PartsError = createError<{ reason: string }>('INVALID_PAYLOAD', ({ reason }) => reason, 400);
const MediaTypeError = createError(
	'UNSUPPORTED_MEDIA_TYPE',
	`Send the files as multipart/form-data with the parts ${NAMES}.`,
	415,
);

/** The files of a request, each named by its part. A part may be sent as a file or as plain text. */
export async function readParts(request: Request, language: Language): Promise<Sent> {
	if (!request.is('multipart/form-data')) throw new MediaTypeError();
	const parts = new Map<string, Part>();
	const others: Part[] = [];
	const refused: string[] = [];
	let said: SaidColumns = {};
	let corrections: readonly Correction[] = [];
	const add = (form: string, name: string | undefined, content: Buffer) => {
		// A browser sends a field of a form that was left empty as a file without a name.
		if (!name && content.length === 0) return;
		if (form === COLUMNS) {
			const given = readSaidColumns(content.toString());
			if ('wrong' in given) refused.push(`The part ${COLUMNS}: ${given.wrong}.`);
			else said = given as SaidColumns;
		} else if (form === CORRECTIONS) {
			const given = readCorrections(content.toString());
			if ('wrong' in given) refused.push(`The part ${CORRECTIONS}: ${given.wrong}.`);
			else corrections = given;
		} else if (form === ANY) {
			others.push({ name: (name || 'file').slice(0, LONGEST_NAME), content, sentAs: ANY });
		} else if (!isForm(form) && form !== WORKBOOK) {
			refused.push(`There is a part of another name; the parts are ${NAMES}.`);
		} else if (parts.has(form)) refused.push(`The part ${form} was sent more than once; send one file for it.`);
		else {
			const called = (name || (form === WORKBOOK ? 'workbook.xlsx' : `${form}.csv`)).slice(0, LONGEST_NAME);
			parts.set(form, { name: called, content, sentAs: form, ...(isForm(form) ? { expected: form } : {}) });
		}
	};
	await readMultipart(request, add, TEXTS[language].incomplete);
	if (refused.length === 0 && parts.size + others.length === 0)
		refused.push(`Send at least one of the parts ${NAMES}.`);
	if (refused[0]) throw new PartsError({ reason: refused[0] });
	const named = [...FORMS, WORKBOOK].map((form) => parts.get(form)).filter((part) => part !== undefined);
	return { parts: [...named, ...others], said, corrections };
}

function isForm(name: string): name is ImportForm {
	return (FORMS as string[]).includes(name);
}

type AddPart = (form: string, name: string | undefined, content: Buffer) => void;

/** One byte more than is allowed is kept, so that whoever reads the file sees that it is too large. */
const LIMITS = { fileSize: MAX_BYTES + 1, fieldSize: MAX_BYTES + 1, files: 8, fields: 8, parts: 10 };

function readMultipart(request: Request, add: AddPart, incomplete: string): Promise<void> {
	return new Promise((done, failed) => {
		const broken = () => failed(new PartsError({ reason: incomplete }));
		let parser: busboy.Busboy;
		try {
			parser = busboy({ headers: request.headers, limits: LIMITS, defParamCharset: 'utf8' });
		} catch {
			broken();
			return;
		}
		parser.on('file', (form, stream, { filename }) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('error', broken);
			stream.on('end', () => add(form, filename, Buffer.concat(chunks)));
		});
		parser.on('field', (form, text) => add(form, undefined, Buffer.from(text)));
		for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
			parser.on(limit, () => failed(new PartsError({ reason: `There are too many parts; the parts are ${NAMES}.` })));
		}
		parser.on('error', broken);
		parser.on('close', done);
		request.on('aborted', broken);
		request.pipe(parser);
	});
}
