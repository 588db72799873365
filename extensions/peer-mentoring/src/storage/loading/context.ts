import type { Knex } from 'knex';
import type { CalendarDay } from '../../domain/calendar/calendar-day.ts';
import type { Language } from '../../domain/language/messages.ts';
import type { Source } from '../../import/cells.ts';
import type { Doubts } from '../../import/doubts.ts';
import type { Fault, FaultCode } from '../../import/faults.ts';
import type { Notice } from '../../import/notices.ts';
import type { Writer } from '../writer/complete.ts';
import type { Written } from '../writer/settle.ts';

/** How many rows of one form were new, changed, or already there as given. */
export interface Counts {
	created: number;
	updated: number;
	unchanged: number;
}

/** What a load is doing, and how far it is. */
export interface Progress {
	step: 'reading' | 'waiting' | 'mentors' | 'checking' | 'terms' | 'writing' | 'corrections' | 'due_dates';
	/** Rows or people done, and how many there are in all where that is known. */
	done?: number;
	of?: number;
}

export type Tell = (progress: Progress) => void;

export interface LoadingOptions {
	knex: Knex;
	/** Who loads, and when. */
	writer: Writer;
	/** The one Supplier whose records may be written; `null` where every Supplier's may. */
	supplier: string | null;
	doubts: Doubts;
	/** In which what the rules of the contract refuse is said. */
	language: Language;
	/** Told what is being done, so that a long load can be watched. */
	tell: Tell;
}

/** One load: everything it writes goes through `knex`, which is a transaction. */
export class Loading {
	readonly knex: Knex;
	readonly writer: Writer;
	readonly supplier: string | null;
	readonly doubts: Doubts;
	readonly language: Language;
	readonly tell: LoadingOptions['tell'];
	readonly faults: Fault[] = [];
	readonly notices: Notice[] = [];
	/** Of a trial, once every row has been looked at: what is left is counted, and not written. */
	onlyCounts = false;
	/** Contracts of which the terms have changed, and with them every clock that they govern. */
	readonly changedTerms = new Set<string>();
	/** Referrals, contracts and Peer Mentors of which anything was written: what follows from it is settled at the end. */
	readonly touched = { referrals: new Set<string>(), contracts: new Set<string>(), mentors: new Set<string>() };

	constructor(options: LoadingOptions) {
		this.knex = options.knex;
		this.writer = options.writer;
		this.supplier = options.supplier;
		this.doubts = options.doubts;
		this.language = options.language;
		this.tell = options.tell;
	}

	fault(source: Source, column: string, code: FaultCode, message: string): void {
		this.faults.push({ ...source, column, code, message });
	}

	notice(notice: Notice): void {
		this.notices.push(notice);
	}

	/** Whether the loader may write this Supplier's records; another Supplier's are to them as if they did not exist. */
	maySee(supplier: string): boolean {
		return this.supplier === null || this.supplier === supplier;
	}

	get today(): CalendarDay {
		return this.writer.today;
	}

	/** What there is to settle. */
	written(): Written {
		const { referrals, contracts, mentors } = this.touched;
		return { referrals: [...referrals], contracts: [...contracts].sort(), mentors: [...mentors] };
	}
}

export function noCounts(): Counts {
	return { created: 0, updated: 0, unchanged: 0 };
}
