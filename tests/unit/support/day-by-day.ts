/** A second engine for Working Days, built another way on purpose: it walks from day to day and counts. */

/** Bank holidays by calendar, as the file of the reference data has them. */
export type HolidayFile = Record<string, string[]>;

const DAY = 86_400_000;

export function isWorkingDay(moment: number, holidays: ReadonlySet<string>): boolean {
	const date = new Date(moment);
	const weekday = date.getUTCDay();
	return weekday >= 1 && weekday <= 5 && !holidays.has(date.toISOString().slice(0, 10));
}

/** The last day that is within 0, 1, 2 ... Working Days of a day, as many as are asked for. */
export function deadlinesFrom(from: string, most: number, holidays: ReadonlySet<string>): string[] {
	const found = [from];
	for (let moment = Date.parse(from) + DAY; found.length <= most; moment += DAY) {
		if (isWorkingDay(moment, holidays)) found.push(new Date(moment).toISOString().slice(0, 10));
	}
	return found;
}
