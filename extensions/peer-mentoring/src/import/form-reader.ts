import { Cells, type Source } from './cells.ts';
import type { Doubts } from './doubts.ts';
import type { Fault } from './faults.ts';
import type { ColumnOf, ImportForm } from './forms.ts';
import type { CsvLine } from './read-csv.ts';

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

/** Collects the records of one form, out of one file or several, and every fault among them. */
export class FormReader<F extends ImportForm, T extends object> {
	readonly records: Located<T>[] = [];
	readonly faults: Fault[] = [];
	private readonly rules: FormRules<F, T>;
	private readonly doubts: Doubts;
	private readonly firstSeen = new Map<string, Source>();

	/** Records that cannot be read are noted in `doubts`. */
	constructor(rules: FormRules<F, T>, doubts: Doubts) {
		this.rules = rules;
		this.doubts = doubts;
	}

	/** `places` says where in the line's values each column of the header is. */
	add(file: string, places: ReadonlyMap<string, number>, { line, values }: CsvLine): void {
		const cells = new Cells<F>({ file, line }, values, places);
		if (values.length === places.size) {
			const record = this.rules.record(cells);
			if (record === undefined) this.doubt(cells);
			else this.keep(record, cells);
		} else {
			const counts = `the row has ${values.length} values where the header has ${places.size} columns`;
			const advice = 'a comma may be missing, or a value with a comma may need quotation marks';
			cells.fault(null, 'WRONG_NUMBER_OF_VALUES', `${counts}; ${advice}`);
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
		const first = this.firstSeen.get(key);
		if (first !== undefined) {
			const line = first.file === cells.source.file ? `line ${first.line}` : `line ${first.line} of ${first.file}`;
			cells.fault(keyColumn, 'DUPLICATE_ROW', `${line} already has ${keyWords}; keep one of the two rows`);
			return;
		}
		this.firstSeen.set(key, cells.source);
		this.records.push({ ...record, source: cells.source });
	}
}
