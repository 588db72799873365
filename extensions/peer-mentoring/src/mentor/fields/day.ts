import { parseDay } from '../../domain/calendar/calendar-day.ts';

/** A day as it is being typed: each part as it stands in its box. */
export interface DayParts {
	day: string;
	month: string;
	year: string;
}

/** The day that the boxes name; where they name none yet, what has been typed of it; nothing where they are empty. */
export function dayOfParts({ day, month, year }: DayParts): string | null {
	if (!day && !month && !year) return null;
	const whole = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
	return parseDay(whole) ?? [year, month, day].join('-');
}

export function partsOfDay(value: unknown): DayParts {
	const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
	const isWhole = parseDay(String(value)) !== undefined;
	// What stands in the boxes is what was typed, and not what it would be with zeros.
	return isWhole ? { year, month: String(Number(month)), day: String(Number(day)) } : { year, month, day };
}

/** Whether something was typed that is no day. */
export function isBrokenDay(value: unknown): boolean {
	return typeof value === 'string' && value !== '' && parseDay(value) === undefined;
}
