import { caseloadRules, type CaseloadRecord } from './caseload.ts';
import { contractRules, type ContractRecord } from './contracts.ts';
import type { Fault } from './faults.ts';
import { FormReader, type Located } from './form-reader.ts';
import type { ImportForm } from './forms.ts';
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
}

/** Reads the import files, each known by its header. */
export async function readImport(files: readonly ImportFile[], options: ImportOptions): Promise<ImportRecords> {
	const readers = formReaders(options.deliveryAreas);
	const fileFaults: Fault[] = [];
	for (const file of files) fileFaults.push(...(await readFile(file, readers, options)));
	const { contracts, mentors, caseload, sessions } = readers;
	return {
		contracts: contracts.records,
		mentors: mentors.records,
		caseload: caseload.records,
		sessions: sessions.records,
		faults: [...fileFaults, ...Object.values(readers).flatMap((reader) => reader.faults)],
	};
}

function formReaders(deliveryAreas: readonly DeliveryArea[]) {
	return {
		contracts: new FormReader(contractRules),
		mentors: new FormReader(mentorRules(deliveryAreas)),
		caseload: new FormReader(caseloadRules),
		sessions: new FormReader(sessionRules),
	};
}

/** Hands every row to the reader of its form; answers with what is wrong with the file as a whole. */
async function readFile(
	file: ImportFile,
	readers: ReturnType<typeof formReaders>,
	options: ImportOptions,
): Promise<Fault[]> {
	let form: ImportForm | undefined;
	let places = new Map<string, number>();
	let lines = 0;
	try {
		for await (const batch of readCsv(file.content, options)) {
			for (const line of batch) {
				if (form === undefined) {
					const header = recognise(line.values, file.expected);
					if (header.faults.length > 0) {
						return header.faults.map((fault) => ({ file: file.name, line: line.line, ...fault }));
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
		return [{ file: file.name, line: error.line, column: null, code: error.code, message: error.message }];
	}
	return form ? [] : [{ file: file.name, line: 1, column: null, code: 'EMPTY_FILE', message: 'the file is empty' }];
}
