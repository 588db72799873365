/** Where the invented Mentees are met, and who else helps them: what the import files have no columns for. */
import { day } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { DemoRow } from './records.ts';

/** The off-site places of a contract: two that the Buyer has approved, and one that it has still to answer about. */
export function demoPlaces({ contract, supplier }: { contract: string; supplier: string }): DemoRow[] {
	const own = { contract, supplier };
	const approved = { ...own, approved_by: 'Contract manager', approved_on: day('2023-12-11') };
	return [
		{ ...approved, name: 'Community centre, upstairs room', address: '1 Invented Street' },
		{ ...approved, name: 'Library, quiet room', address: '2 Invented Square' },
		{ ...own, name: 'Café by the river', address: '3 Invented Lane' },
	];
}

const SERVICES = [
	['Invented treatment service', 'treatment', 'Walk in on weekdays, 01632 960 101'],
	['Invented recovery group', 'mutual_aid', 'Tuesdays at seven in the community centre'],
	['Invented housing advice', 'housing', '01632 960 102'],
] as const;

/** What the mentors of a Supplier know in a delivery area. */
export function demoServices({ supplier, delivery_area, welsh }: DemoArea): DemoRow[] {
	const languages = JSON.stringify(welsh ? ['en-GB', 'cy-GB'] : ['en-GB']);
	return SERVICES.map(([name, kind, contact]) => ({
		supplier,
		delivery_area,
		name,
		kind,
		contact,
		languages,
		checked_on: day('2024-09-02'),
	}));
}

export interface DemoArea {
	supplier: string;
	delivery_area: string;
	welsh: boolean;
}
