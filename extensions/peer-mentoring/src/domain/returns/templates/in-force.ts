import type { CalendarDay } from '../../calendar/calendar-day.ts';

interface Dated {
	/** Returns about months that end on this day or later are made with it. */
	in_use_from: CalendarDay | null;
	/** When it was recorded. */
	created: number;
}

/** The template for a month that ends on this day: the one in use from the latest day, and of those the newest (3.9). */
export function templateInForce<Template extends Dated>(
	templates: readonly Template[],
	on: CalendarDay,
): Template | undefined {
	return templates
		.filter(({ in_use_from: from }) => from !== null && from <= on)
		.toSorted((a, b) => compare(b.in_use_from, a.in_use_from) || b.created - a.created)[0];
}

/** Whether a template has been in use: from then on it stays as it is, and a change is a new version. */
export function isFixed({ in_use_from: from }: Pick<Dated, 'in_use_from'>, today: CalendarDay): boolean {
	return from !== null && from <= today;
}

function compare(a: CalendarDay | null, b: CalendarDay | null): number {
	return (a ?? '') < (b ?? '') ? -1 : Number((a ?? '') > (b ?? ''));
}
