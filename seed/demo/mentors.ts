import { day, type CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { MentorRecord } from '../../extensions/peer-mentoring/src/import/mentors.ts';
import { NORTH_WEST, PLUS, WALES } from './contracts.ts';

/** A row of the mentors file, with the delivery area by its name. */
export type DemoMentor = Omit<MentorRecord, 'delivery_area'> & { delivery_area: string };

/** The Welsh speaker of CPA9. */
export const WELSH_SPEAKER = mentor(2);

type Post = [number: number, first: string, last: string, area: string, hours: number, from: string, to?: string];

/** 3.5 FTE; between 12 September and 4 October 2026 nobody is in post in Flintshire, and 2.5 is below the minimum. */
const CPA9: Post[] = [
	[1, 'Carys', 'Test-Glaslyn', 'Wrexham', 40, '2024-02-12'],
	[2, 'Gethin', 'Demo-Cefni', 'Denbighshire', 40, '2024-02-12'],
	[4, 'Sioned', 'Sample-Banwy', 'Wrexham', 20, '2024-02-19'],
	[5, 'Martin', 'Test-Hiraethog', 'Flintshire', 40, '2024-02-12', '2026-09-11'],
	[6, 'Lowri', 'Example-Moelwyn', 'Flintshire', 40, '2026-10-05'],
];

/** 9.6 FTE, and 9.4 since one of them reduced her hours. */
const CPA2: Post[] = [
	[3, 'Denise', 'Sample-Speke', 'Liverpool City', 40, '2024-02-12'],
	[7, 'Ravi', 'Test-Garston', 'Liverpool City', 40, '2024-02-12'],
	[8, 'Colette', 'Demo-Aigburth', 'Liverpool City', 40, '2024-02-12'],
	[9, 'Yusuf', 'Example-Prescot', 'Knowsley', 40, '2024-02-12'],
	[10, 'Janine', 'Test-Hoylake', 'Wirral', 40, '2024-02-19'],
	[11, 'Patrick', 'Sample-Sankey', 'St Helens', 40, '2024-02-12'],
	[12, 'Marta', 'Demo-Birkdale', 'Southport', 40, '2024-02-12'],
	[13, 'Leon', 'Test-Litherland', 'Sefton', 40, '2024-02-19'],
	[14, 'Aisha', 'Example-Hale', 'Halton', 40, '2024-02-12'],
	[15, 'Helen', 'Sample-Calder', 'Liverpool City', 24, '2024-02-19', '2025-06-29'],
	[15, 'Helen', 'Sample-Calder', 'Liverpool City', 16, '2025-06-30'],
];

/** 1.5 FTE of *Peer Support Plus*. */
const CPA1: Post[] = [
	[16, 'Nadia', 'Sample-Humber', 'Hull', 40, '2024-02-12'],
	[17, 'Owen', 'Test-Holderness', 'Hull', 20, '2024-02-12'],
];

/** Everybody who has been in post by `today`; a last day still to come is not known yet. */
export function demoMentors(today: CalendarDay): DemoMentor[] {
	return [...posts(WALES, CPA9), ...posts(NORTH_WEST, CPA2), ...posts(PLUS, CPA1)]
		.filter((post) => post.from <= today)
		.map((post) => ({ ...post, to: post.to !== null && post.to > today ? null : post.to }));
}

export function mentor(number: number): string {
	return `mentor${number}@example.org`;
}

function posts(contract: string, list: readonly Post[]): DemoMentor[] {
	return list.map(([number, first_name, last_name, delivery_area, weekly_hours, from, to]) => ({
		email: mentor(number),
		first_name,
		last_name,
		contract,
		delivery_area,
		weekly_hours,
		from: day(from),
		to: to === undefined ? null : day(to),
	}));
}
