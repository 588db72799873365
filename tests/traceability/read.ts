import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

const FOLDER = import.meta.dirname;
export const PAGE_PATH = join(FOLDER, 'README.md');

/** An obligation as the list has it. */
export interface Obligation {
	id: string;
	paragraph: string;
	obligation: string;
	what_the_software_must_do: string;
}

export const STATUSES = ['built', 'in part', 'not built'] as const;

/** A row of the matrix: what carries an obligation, and which tests prove it. */
export interface Row {
	status: (typeof STATUSES)[number];
	/** What is not there yet, in plain English. */
	missing?: string;
	/** What a reader should know, where nothing is missing. */
	note?: string;
	/** Fields by collection, with commas between them. */
	forms?: Record<string, string>;
	/** Entries of the extension (`hook journey`), and files from the root of the repository. */
	software?: string[];
	/** `api/journey/refer-by-link.test.ts > title`, from the folder `tests`. */
	proved_by?: string[];
}

export interface Matrix {
	obligations: Record<string, Row>;
	/** Paragraphs that an obligation cites and no field carries, each with the reason. */
	paragraphs_without_a_field: Record<string, string>;
}

const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

export const readObligations = (): Obligation[] => parseCsv(read('obligations.csv'), { columns: true });

export const readMatrix = (): Matrix => parseYaml(read('matrix.yaml'));

/** Every paragraph, table, annex, step of Annex B and success factor that the Call-Off Specification has. */
export const readParagraphs = (): Set<string> => new Set(read('paragraphs.txt').trim().split('\n'));

/** The paragraphs that an obligation names: `4.2-4.4` are three, `1.8 Annex A` are two. */
export function paragraphsOf({ paragraph }: Pick<Obligation, 'paragraph'>): string[] {
	return (paragraph.match(/Annex [A-Z]|\S+/g) ?? []).flatMap((each) => {
		const [, section, first, last] = /^(\d+)\.(\d+)-\1\.(\d+)$/.exec(each) ?? [];
		if (section === undefined) return [each];
		const length = Number(last) - Number(first) + 1;
		return Array.from({ length }, (_, number) => `${section}.${Number(first) + number}`);
	});
}

/** `collection.field` for every field that a row names. */
export function fieldsOf({ forms = {} }: Row): string[] {
	return Object.entries(forms).flatMap(([collection, fields]) =>
		fields.split(', ').map((field) => `${collection}.${field}`),
	);
}
