import { codeLists, type Lists } from '../domain/language/code-lists.ts';
import { caseloadRules, type CaseloadRecord } from './caseload.ts';
import { contractRules, type ContractRecord } from './contracts.ts';
import { Doubts } from './doubts.ts';
import type { Fault } from './faults.ts';
import { FormReader, type Located } from './form-reader.ts';
import { importForms, type ImportForm } from './forms.ts';
import { mentorRules, type DeliveryArea, type MentorRecord } from './mentors.ts';
import type { Content } from './read-bytes.ts';
import { CsvProblem, readCsv, type CsvLimits } from './read-csv.ts';
import { columnName, recognise } from './recognise.ts';
import { sessionRules, type SessionRecord } from './sessions.ts';

/** One file to load. `expected` is set where the sender has said which form it is. */
export interface ImportFile {
	name: string;
	content: Content;
	expected?: ImportForm;
}

export interface ImportOptions extends CsvLimits {
	/** The delivery areas of Annex C. */
	deliveryAreas: readonly DeliveryArea[];
	/** The code lists as the platform has them; as it comes with them where left out. */
	lists?: Lists;
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
	/** What has a fault of its own and is therefore missing among the records. */
	doubts: Doubts;
}

/** Reads the import files, each known by its header. */
export async function readImport(files: readonly ImportFile[], options: ImportOptions): Promise<ImportRecords> {
	const doubts = new Doubts();
	const readers = formReaders(options, doubts);
	const fileFaults: Fault[] = [];
	for (const file of files) {
		const { faults, form } = await readFile(file, readers, options);
		fileFaults.push(...faults);
		if (faults.length > 0) for (const each of form ? [form] : FORMS) doubts.addAll(each);
	}
	const { contracts, mentors, caseload, sessions } = readers;
	return {
		doubts,
		contracts: contracts.records,
		mentors: mentors.records,
		caseload: caseload.records,
		sessions: sessions.records,
		faults: [...fileFaults, ...Object.values(readers).flatMap((reader) => reader.faults)],
	};
}

const FORMS = Object.keys(importForms) as ImportForm[];

function formReaders({ deliveryAreas, lists = codeLists }: ImportOptions, doubts: Doubts) {
	return {
		contracts: new FormReader(contractRules, doubts),
		mentors: new FormReader(mentorRules(deliveryAreas), doubts),
		caseload: new FormReader(caseloadRules(lists), doubts),
		sessions: new FormReader(sessionRules, doubts),
	};
}

/** Hands every row to the reader of its form; answers with what is wrong with the file as a whole, and its form. */
async function readFile(
	file: ImportFile,
	readers: ReturnType<typeof formReaders>,
	options: ImportOptions,
): Promise<{ faults: Fault[]; form: ImportForm | undefined }> {
	let form: ImportForm | undefined;
	let places = new Map<string, number>();
	let lines = 0;
	try {
		for await (const batch of readCsv(file.content, options)) {
			for (const line of batch) {
				if (form === undefined) {
					const header = recognise(line.values, file.expected);
					if (header.faults.length > 0) {
						const faults = header.faults.map((fault) => ({ file: file.name, line: line.line, ...fault }));
						return { faults, form: header.form };
					}
					form = header.form;
					places = new Map(line.values.map((name, index) => [columnName(name), index]));
				} else readers[form].add(file.name, places, line);
			}
			lines += batch.length;
			options.onProgress?.(file.name, lines);
		}
	} catch (error) {
		if (!(error instanceof CsvProblem)) throw error;
		const { line, code, message } = error;
		return { faults: [{ file: file.name, line, column: null, code, message }], form };
	}
	if (form) return { faults: [], form };
	return {
		faults: [{ file: file.name, line: 1, column: null, code: 'EMPTY_FILE', message: 'the file is empty' }],
		form: file.expected,
	};
}
