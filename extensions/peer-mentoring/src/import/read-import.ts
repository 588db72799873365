import { codeLists, type Lists } from '../domain/language/code-lists.ts';
import { caseloadRules, type CaseloadRecord } from './caseload.ts';
import { contractRules, type ContractRecord } from './contracts.ts';
import { Doubts } from './doubts.ts';
import { ownExport, type ExportKeys, type OwnExport } from './exports.ts';
import type { Fault } from './faults.ts';
import { FormReader, type GivenRow, type Layout, type Located } from './form-reader.ts';
import { importForms, type ImportForm } from './forms.ts';
import { mentorRules, type DeliveryArea, type MentorRecord } from './mentors.ts';
import { Notices, type Notice } from './notices.ts';
import type { Content } from './read-bytes.ts';
import { readTables, type Table } from './read-tables.ts';
import { recognise, type Header } from './recognise.ts';
import type { SaidColumns } from './said-columns.ts';
import { sessionRules, type SessionRecord } from './sessions.ts';
import { FileProblem, type FileLimits } from './table.ts';

/** One file to load. `expected` is set where the sender has said which form it is. */
export interface ImportFile {
	name: string;
	content: Content;
	expected?: ImportForm;
}

export interface ImportOptions extends FileLimits {
	/** The delivery areas of Annex C. */
	deliveryAreas: readonly DeliveryArea[];
	/** The code lists as the platform has them; as it comes with them where left out. */
	lists?: Lists;
	/** What people have said their headings mean. */
	said?: SaidColumns;
	/** What the keys of the platform's own exports stand for; without it they are files like others. */
	exportKeys?: () => Promise<ExportKeys>;
	/** Whether every row is kept as it was given, to give back those that are left out. */
	keepsRows?: boolean;
	/** Called as rows are read, with how many lines of the file are done, header included. */
	onProgress?: (file: string, lines: number) => void;
}

/** Every record that is right in itself, and every fault. Nothing may be loaded while there is a fault. */
export interface ImportRecords {
	contracts: Located<ContractRecord>[];
	mentors: Located<MentorRecord>[];
	caseload: Located<CaseloadRecord>[];
	sessions: Located<SessionRecord>[];
	faults: Fault[];
	/** Those of the faults that are about a file as a whole. */
	fileFaults: readonly Fault[];
	/** Every row as it was given, where they are kept. */
	rows: Record<ImportForm, readonly GivenRow[]>;
	notices: Notice[];
	/** Which of the four there was a file or sheet of. */
	forms: ReadonlySet<ImportForm>;
	/** What has a fault of its own and is therefore missing among the records. */
	doubts: Doubts;
}

/** Reads the import files, each known by its header. */
export async function readImport(files: readonly ImportFile[], options: ImportOptions): Promise<ImportRecords> {
	const doubts = new Doubts();
	const notices = new Notices();
	const readers = formReaders(options, doubts, notices);
	const forms = new Set<ImportForm>();
	const fileFaults: Fault[] = [];
	for (const file of namedApart(files)) {
		const { faults, form } = await readFile(file, { readers, notices, forms }, options);
		fileFaults.push(...faults);
		if (faults.length > 0) for (const each of form ? [form] : FORMS) doubts.addAll(each);
	}
	const { contracts, mentors, caseload, sessions } = readers;
	return {
		doubts,
		forms,
		contracts: contracts.records,
		mentors: mentors.records,
		caseload: caseload.records,
		sessions: sessions.records,
		fileFaults,
		rows: {
			contracts: contracts.rows,
			mentors: mentors.rows,
			caseload: caseload.rows,
			sessions: sessions.rows,
		},
		faults: [...fileFaults, ...Object.values(readers).flatMap((reader) => reader.faults)],
		notices: notices.list,
	};
}

/** Two files of one name are told apart: what is wrong names its file. */
function namedApart(files: readonly ImportFile[]): ImportFile[] {
	return files.map((file, index) => {
		const before = files.slice(0, index).filter(({ name }) => name === file.name).length;
		return before === 0 ? file : { ...file, name: `${file.name} (${before + 1})` };
	});
}

const FORMS = Object.keys(importForms) as ImportForm[];

function formReaders({ deliveryAreas, lists = codeLists, keepsRows }: ImportOptions, doubts: Doubts, notices: Notices) {
	return {
		contracts: new FormReader(contractRules, doubts, notices, keepsRows),
		mentors: new FormReader(mentorRules(deliveryAreas), doubts, notices, keepsRows),
		caseload: new FormReader(caseloadRules(lists), doubts, notices, keepsRows),
		sessions: new FormReader(sessionRules, doubts, notices, keepsRows),
	};
}

interface Reading {
	readers: ReturnType<typeof formReaders>;
	notices: Notices;
	forms: Set<ImportForm>;
}

interface FileResult {
	faults: Fault[];
	form: ImportForm | undefined;
}

/** Reads every table of a file; answers with what is wrong with the file as a whole, and its form where it has one. */
async function readFile(file: ImportFile, reading: Reading, options: ImportOptions): Promise<FileResult> {
	const results: (FileResult & { table: Table })[] = [];
	try {
		for (const table of await readTables(file, options, reading.notices)) {
			results.push({ ...(await readTable(table, file.expected, reading, options)), table });
		}
	} catch (error) {
		if (!(error instanceof FileProblem)) throw error;
		const { line, code, message } = error;
		return { faults: [{ file: file.name, line, column: null, code, message }], form: file.expected };
	}
	const known = results.filter(({ form }) => form !== undefined);
	// A workbook often has a sheet of notes: it is passed over where another is one of ours.
	const isPassedOver = ({ form, faults }: FileResult) =>
		known.length > 0 &&
		form === undefined &&
		faults.every(({ code }) => code === 'UNKNOWN_FILE' || code === 'EMPTY_FILE');
	for (const { table, faults } of results.filter(isPassedOver)) {
		if (faults.some(({ code }) => code === 'EMPTY_FILE')) continue;
		const message = 'the sheet has the header of none of the four import files and was passed over';
		reading.notices.add({ code: 'SHEET_LEFT_OUT', message, file: table.name });
	}
	const form = known.length === 1 ? known[0]?.form : undefined;
	return {
		faults: results.filter((result) => !isPassedOver(result)).flatMap(({ faults }) => faults),
		form: form ?? (results.length === 1 ? file.expected : undefined),
	};
}

/** How the rows of a table are read, once its header is known. */
interface Manner {
	form: ImportForm;
	layout: Layout;
	valuesOf: (values: readonly string[]) => readonly string[];
}

/** Hands every row to the reader of its form. */
async function readTable(
	table: Table,
	expected: ImportForm | undefined,
	{ readers, notices, forms }: Reading,
	options: ImportOptions,
): Promise<FileResult> {
	const { name, lines } = table;
	let manner: Manner | undefined;
	let read = 0;
	try {
		for await (const batch of lines) {
			for (const line of batch) {
				if (manner === undefined) {
					const found = await mannerOf(table, line.values, expected, options, notices);
					if ('faults' in found) {
						return {
							faults: found.faults.map((fault) => ({ file: name, line: line.line, ...fault })),
							form: found.form,
						};
					}
					manner = found;
					forms.add(manner.form);
				} else readers[manner.form].add(name, manner.layout, { ...line, values: manner.valuesOf(line.values) });
			}
			read += batch.length;
			options.onProgress?.(name, read);
		}
	} catch (error) {
		if (!(error instanceof FileProblem)) throw error;
		const { line, code, message } = error;
		return { faults: [{ file: name, line, column: null, code, message }], form: manner?.form };
	}
	if (manner) return { faults: [], form: manner.form };
	return {
		faults: [{ file: name, line: 1, column: null, code: 'EMPTY_FILE', message: 'the file is empty' }],
		form: undefined,
	};
}

async function mannerOf(
	{ name, isSheet }: Table,
	names: readonly string[],
	expected: ImportForm | undefined,
	options: ImportOptions,
	notices: Notices,
): Promise<Manner | Pick<Header, 'form' | 'faults'>> {
	const own = options.exportKeys && ownExport(names);
	if (own && options.exportKeys && (isSheet || expected === undefined || expected === own.form)) {
		notices.add({ code: 'EXPORT_READ', file: name, message: exportRead(own) });
		const keys = await options.exportKeys();
		const columns: readonly string[] = importForms[own.form].columns;
		const layout = {
			places: new Map(columns.map((column, index) => [column, index])),
			width: columns.length,
			unnamed: [],
		};
		return { form: own.form, layout, valuesOf: (values) => own.row(values, keys) };
	}
	// A workbook with several sheets may come as whichever part.
	const header = recognise(names, isSheet ? undefined : expected, options.said);
	if (header.form === undefined || header.faults.length > 0) return header;
	for (const told of header.told) notices.add({ ...told, file: name });
	return { form: header.form, layout: layoutOf(header, names), valuesOf: (values) => values };
}

function exportRead({ collection, form }: OwnExport): string {
	return `the file was read as an export of ${collection}: what ${form} has columns for is loaded, other fields stay as they are on record`;
}

function layoutOf({ columns }: Header, names: readonly string[]): Layout {
	const width = names.findLastIndex((name) => name !== '') + 1;
	const placed = columns.flatMap((column, index) => (column === undefined ? [] : [[column, index] as const]));
	return {
		places: new Map(placed),
		width,
		unnamed: names.flatMap((name, index) => (name === '' && index < width ? [index] : [])),
	};
}
