import { constructFromSymbol } from 'date-fns/constants';

/**
 * A day as date-fns reckons with it: a midnight whose parts are those of UTC, wherever the process or the browser is.
 * date-fns asks a date for its local parts, and there are zones without some midnights, and days (Samoa's 30 December
 * 2011): a day of the calendar must not depend on them.
 */
export class UtcDate extends Date {
	[constructFromSymbol](value: Date | number | string): UtcDate {
		return new UtcDate(value instanceof Date ? value.getTime() : value);
	}

	override getFullYear(): number {
		return this.getUTCFullYear();
	}

	override getMonth(): number {
		return this.getUTCMonth();
	}

	override getDate(): number {
		return this.getUTCDate();
	}

	override getDay(): number {
		return this.getUTCDay();
	}

	override setFullYear(...parts: [year: number, month?: number, day?: number]): number {
		return this.setUTCFullYear(...(parts as [number]));
	}

	override setMonth(...parts: [month: number, day?: number]): number {
		return this.setUTCMonth(...(parts as [number]));
	}

	override setDate(day: number): number {
		return this.setUTCDate(day);
	}

	override setHours(...parts: [hours: number, minutes?: number, seconds?: number, milliseconds?: number]): number {
		return this.setUTCHours(...(parts as [number]));
	}
}

/** A day, or the first of a month, for date-fns. */
export function utcDate(of: string | number | Date): UtcDate {
	return new UtcDate(of);
}
