import { codeLists, type Lists } from '../domain/language/code-lists.ts';
import { caseloadRules, type CaseloadRecord } from './caseload.ts';
import { contractRules, type ContractRecord } from './contracts.ts';
import { Doubts } from './doubts.ts';
import { Corrections, type Correction } from './corrections.ts';
import type { ExportKeys } from './exports.ts';
import type { Fault } from './faults.ts';
import { FormReader, type GivenRow, type Located } from './form-reader.ts';
import { importForms, type ImportForm } from '../domain/loading/forms.ts';
import { mentorRules, type DeliveryArea, type MentorRecord } from './mentors.ts';
import { Notices, type Notice } from './notices.ts';
import type { Content } from './read-bytes.ts';
import { readTable, type FileResult, type Reading, type ReadTable } from './read-table.ts';
import { readTables, type Table } from './read-tables.ts';
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
	/** Cells that were corrected since the files were written. */
	corrections?: readonly Correction[];
	/** Called as rows are read, with how many lines of the file are done, header included; waited for. */
	onProgress?: (file: string, lines: number) => void | Promise<void>;
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
	/** What each file or sheet was taken for. */
	tables: readonly ReadTable[];
	/** A correction of a cell that there is not. */
	unmet: Correction | undefined;
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
	const tables: ReadTable[] = [];
	const corrections = new Corrections(options.corrections ?? []);
	const fileFaults: Fault[] = [];
	for (const file of namedApart(files)) {
		const { faults, form } = await readFile(file, { readers, notices, forms, tables, corrections }, options);
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
		tables,
		unmet: corrections.unmet,
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
