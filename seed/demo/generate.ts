import type { CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { formatImport } from '../../extensions/peer-mentoring/src/import/format.ts';
import type { ColumnOf, ImportForm } from '../../extensions/peer-mentoring/src/domain/loading/forms.ts';
import { demoContracts } from './contracts.ts';
import { demoMentors } from './mentors.ts';
import { demoReferrals } from './referrals.ts';

/** The text of the four import files, by form. */
export type DemoFiles = Record<ImportForm, string>;

/**
 * Three invented Suppliers with their Peer Mentors and about a thousand invented people, as the import files that a real
 * Supplier would bring: always the same for the same day, complete to that day and with nothing after it.
 */
export function demoFiles({ today }: { today: CalendarDay }): DemoFiles {
	const referrals = demoReferrals(today);
	return {
		contracts: formatImport(
			'contracts',
			demoContracts(today).map((contract) =>
				cellsOf<'contracts'>({
					...contract,
					total_value: pounds(contract.total_value),
					implementation_costs: pounds(contract.implementation_costs),
				}),
			),
		),
		mentors: formatImport('mentors', demoMentors(today).map(cellsOf<'mentors'>)),
		caseload: formatImport(
			'caseload',
			referrals.map(({ record }) => cellsOf<'caseload'>(record)),
		),
		sessions: formatImport(
			'sessions',
			referrals.flatMap(({ record, sessions }) =>
				sessions.map((session) => cellsOf<'sessions'>({ reference: record.reference, ...session })),
			),
		),
	};
}

type Value = string | number | readonly (string | number)[] | null;

/** A record as the text of its cells: empty for unknown, several choices separated by semicolons. */
function cellsOf<F extends ImportForm>(record: Record<ColumnOf<F>, Value>): Record<ColumnOf<F>, string> {
	const cells = Object.entries<Value>(record).map(([column, value]) => [column, cellOf(value)]);
	return Object.fromEntries(cells) as Record<ColumnOf<F>, string>;
}

function cellOf(value: Value): string {
	if (value === null) return '';
	return typeof value === 'object' ? value.join(';') : String(value);
}

function pounds(pence: number | null): string | null {
	return pence === null ? null : (pence / 100).toFixed(2);
}
