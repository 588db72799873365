import { Cells, type Source } from './cells.ts';
import type { Doubts } from './doubts.ts';
import type { Fault } from './faults.ts';
import type { ColumnOf, ImportForm } from '../domain/loading/forms.ts';
import type { Notices } from './notices.ts';
import type { TableLine } from './table.ts';

/** A record and the line it came from, so that what is found out later can still name it. */
export type Located<T> = T & { source: Source };

/** How the rows of one form become records. */
export interface FormRules<F extends ImportForm, T> {
	record: (cells: Cells<F>) => T | undefined;
	/** Two rows with the same key are one record given twice. */
	key: (record: T) => string;
	/** The column a repeated key is reported on, and the words for what is repeated. */
	keyColumn: ColumnOf<F>;
	keyWords: string;
	/** The column by which other files refer to these records; sessions are referred to by none. */
	namedBy?: { form: F; column: ColumnOf<F> };
}

/** A row as its file has it: the text below each column. */
export interface GivenRow extends Source {
	values: Readonly<Record<string, string>>;
}

function given(places: ReadonlyMap<string, number>, values: readonly string[]): GivenRow['values'] {
	return Object.fromEntries([...places].map(([column, place]) => [column, values[place] ?? '']));
}

/** Where the columns are in the lines of one file or sheet. */
export interface Layout {
	/** The place of each column. */
	places: ReadonlyMap<string, number>;
	/** How many values a row must have: as far as the last heading with a name. */
	width: number;
	/** Places below a heading without a name, which must be empty. */
	unnamed: readonly number[];
}

/** Collects the records of one form, out of one file or several, and every fault among them. */
export class FormReader<F extends ImportForm, T extends object> {
	readonly records: Located<T>[] = [];
	readonly faults: Fault[] = [];
	/** Every row as it was given, where they are asked for. */
	readonly rows: GivenRow[] = [];
	private readonly rules: FormRules<F, T>;
	private readonly keepsRows: boolean;
	private readonly doubts: Doubts;
	private readonly notices: Notices;
	private readonly firstSeen = new Map<string, { source: Source; key: string }>();

	/** Records that cannot be read are noted in `doubts`, what should be told of cells in `notices`. */
	constructor(rules: FormRules<F, T>, doubts: Doubts, notices: Notices, keepsRows = false) {
		this.keepsRows = keepsRows;
		this.rules = rules;
		this.doubts = doubts;
		this.notices = notices;
	}

	add(file: string, { places, width, unnamed }: Layout, { line, values }: TableLine): void {
		const cells = new Cells<F>({ file, line }, values, places, this.notices);
		if (this.keepsRows) this.rows.push({ file, line, values: given(places, values) });
		const beyond = values.findLastIndex((value) => value !== '') >= width;
		if (values.length >= width && !beyond && !unnamed.some((index) => values[index])) {
			const record = this.rules.record(cells);
			if (record === undefined) this.doubt(cells);
			else this.keep(record, cells);
		} else {
			const counts = `the row has ${values.length} values where the header has ${width} columns`;
			const what = values.length >= width && !beyond ? 'the row has a value below a heading without a name' : counts;
			const advice = 'a separator may be missing, or a value that holds one may need quotation marks';
			cells.fault(null, 'WRONG_NUMBER_OF_VALUES', `${what}; ${advice}`);
			if (this.rules.namedBy) this.doubts.addAll(this.rules.namedBy.form);
		}
		this.faults.push(...cells.faults);
	}

	private doubt(cells: Cells<F>): void {
		if (!this.rules.namedBy) return;
		const { form, column } = this.rules.namedBy;
		this.doubts.add(form, cells.text(column));
	}

	private keep(record: T, cells: Cells<F>): void {
		const { keyColumn, keyWords } = this.rules;
		const key = this.rules.key(record);
		const first = this.firstSeen.get(key.toLowerCase());
		if (first !== undefined) {
			const { file, line } = first.source;
			const where = file === cells.source.file ? `line ${line}` : `line ${line} of ${file}`;
			const inCase = first.key === key ? '' : ', but for capital and small letters';
			const message = `${where} already has ${keyWords}${inCase}; keep one of the two rows`;
			cells.fault(keyColumn, 'DUPLICATE_ROW', message);
			return;
		}
		this.firstSeen.set(key.toLowerCase(), { source: cells.source, key });
		this.records.push({ ...record, source: cells.source });
	}
}
