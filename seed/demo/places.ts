/** Where the invented Mentees are met: what the import files have no columns for. */
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
