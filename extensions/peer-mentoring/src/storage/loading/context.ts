import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Source } from '../../import/cells.ts';
import type { Doubts } from '../../import/doubts.ts';
import type { Fault, FaultCode } from '../../import/faults.ts';
import { nowColumn } from '../database/day-columns.ts';

/** How many rows of one form were new, changed, or already there as given. */
export interface Counts {
	created: number;
	updated: number;
	unchanged: number;
}

/** Something that was left out on purpose, for the person who loads the files. Never a personal value. */
export interface Notice extends Source {
	column: string;
	message: string;
}

export interface LoadingOptions {
	knex: Knex;
	today: CalendarDay;
	/** Who loads, for `user_created`; `null` for the platform itself. */
	user: string | null;
	/** The one Supplier whose records may be written; `null` where every Supplier's may. */
	supplier: string | null;
	doubts: Doubts;
	/** Told what is being done, so that a long load can be watched. */
	tell: (what: string) => void;
}

/** One load: everything it writes goes through `knex`, which is a transaction. */
export class Loading {
	readonly knex: Knex;
	readonly today: CalendarDay;
	readonly user: string | null;
	readonly supplier: string | null;
	readonly doubts: Doubts;
	readonly tell: LoadingOptions['tell'];
	readonly faults: Fault[] = [];
	readonly notices: Notice[] = [];
	/** Referrals whose clocks follow from what was written. */
	readonly touched = new Set<string>();
	/** Referrals that have gone to another Peer Mentor. */
	readonly handedOver = new Set<string>();

	constructor(options: LoadingOptions) {
		this.knex = options.knex;
		this.today = options.today;
		this.user = options.user;
		this.supplier = options.supplier;
		this.doubts = options.doubts;
		this.tell = options.tell;
	}

	fault(source: Source, column: string, code: FaultCode, message: string): void {
		this.faults.push({ ...source, column, code, message });
	}

	/** Whether the loader may write this Supplier's records; another Supplier's are to them as if they did not exist. */
	maySee(supplier: string): boolean {
		return this.supplier === null || this.supplier === supplier;
	}

	/** The columns that say who recorded a row and when. */
	recorded() {
		return { date_created: nowColumn(this.knex), user_created: this.user };
	}

	changed() {
		return { date_updated: nowColumn(this.knex), user_updated: this.user };
	}
}

export function noCounts(): Counts {
	return { created: 0, updated: 0, unchanged: 0 };
}
