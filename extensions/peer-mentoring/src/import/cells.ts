import type { CalendarDay } from '../domain/calendar/calendar-day.ts';
import { explained, spoiltBy } from '../domain/loading/spoilt.ts';
import { butNot, type Fault, type FaultCode } from './faults.ts';
import type { ColumnOf, ImportForm } from '../domain/loading/forms.ts';
import type { Kind } from './kinds.ts';
import type { Notices } from './notices.ts';

/** Where a record came from, so that what is found out later can still name the line. */
export interface Source {
	file: string;
	line: number;
}

/** A record while it is read: a required value that is missing or wrong is `null`, and a fault says so. */
type Draft<T> = { [Key in keyof T]: T[Key] | null };

/** The cells of one row, read by kind; whatever is wrong is noted, so that every faulty cell of a row is named. */
export class Cells<F extends ImportForm> {
	readonly faults: Fault[] = [];
	readonly source: Source;
	private readonly values: readonly string[];
	private readonly places: ReadonlyMap<string, number>;
	private readonly notices: Notices;

	/** `places` says where in `values` each column is. */
	constructor(source: Source, values: readonly string[], places: ReadonlyMap<string, number>, notices: Notices) {
		this.source = source;
		this.values = values;
		this.places = places;
		this.notices = notices;
	}

	/** The value, or `null` where the cell is empty (unknown). */
	optional<T>(column: ColumnOf<F>, kind: Kind<T>): T | null {
		const text = this.text(column);
		if (text === '') return null;
		const spoilt = spoiltBy(text);
		const value = spoilt === undefined ? kind.read(text) : undefined;
		if (value === undefined) {
			const why = spoilt ?? explained(text) ?? kind.why?.(text);
			const given = kind.personal || why !== undefined ? '' : butNot(text);
			const must = `must be ${kind.right}${given}`;
			this.fault(column, 'WRONG_VALUE', `${column} ${why === undefined ? must : `${why}; it ${must}`}`);
			return null;
		}
		const note = kind.note?.(text, value);
		if (note) this.notices.cell(this.source, column, note);
		return value;
	}

	/** As {@link optional}, noting a fault where the cell is empty. */
	required<T>(column: ColumnOf<F>, kind: Kind<T>): T | null {
		if (this.text(column) === '') {
			this.fault(column, 'MISSING_VALUE', `${column} must not be empty; it must be ${kind.right}`);
		}
		return this.optional(column, kind);
	}

	/** Notes a fault where both days are known and `later` is the earlier one. */
	inOrder(earlier: [ColumnOf<F>, CalendarDay | null], later: [ColumnOf<F>, CalendarDay | null]): void {
		const [first, from] = earlier;
		const [second, to] = later;
		if (from === null || to === null || from <= to) return;
		this.fault(second, 'WRONG_ORDER', `${second} must be ${from} (${first}) or later, not ${to}`);
	}

	fault(column: ColumnOf<F> | null, code: FaultCode, message: string): void {
		this.faults.push({ ...this.source, column, code, message });
	}

	/** The record, where nothing is wrong with the row. */
	record<T>(draft: Draft<T>): T | undefined {
		return this.faults.length === 0 ? (draft as T) : undefined;
	}

	/** The text of a cell as it is; empty where there is none. */
	text(column: ColumnOf<F>): string {
		return this.values[this.places.get(column) ?? -1] ?? '';
	}
}
