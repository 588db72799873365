import { labelOf } from '../../language/in-words.ts';
import { nilStatement, type PeriodicReport } from '../periodic/periodic-report.ts';
import { fact } from './facts.ts';
import type { Figure, FigureValue } from './figure.ts';

type Fact = Figure<PeriodicReport>;

/** What a quarterly or six-monthly return is, beside what every return is (3.8). */
const PERIODIC: readonly Fact[] = [
	fact('period_from', 'First day of the period', 'Diwrnod cyntaf y cyfnod', ({ period }) => ({ day: period.from })),
	fact('period_to', 'Last day of the period', 'Diwrnod olaf y cyfnod', ({ period }) => ({ day: period.to })),
	fact('status', 'Status', 'Statws', ({ status }) => labelOf('periodic_status', status, 'en-GB')),
	// Empty where there is something to report.
	fact('nil_return', 'Nil return, in words', 'Datganiad dim byd, mewn geiriau', (report) => nilStatement(report) ?? ''),
];

export const SPEND_FIGURES: readonly Fact[] = [
	...PERIODIC,
	fact('spend_total', 'Total in pounds', 'Cyfanswm mewn punnoedd', (report) => report.total_pence / 100),
	fact('spend_rows', 'How many payments', 'Faint o daliadau', ({ spend }) => spend.length),
];

export const DOCUMENT_FIGURES: readonly Fact[] = [
	...PERIODIC,
	fact('versions', 'How many versions', 'Faint o fersiynau', ({ documents }) => documents.length),
];

/** The actual Implementation Costs beside what was agreed (4.2). */
export const COST_FIGURES: readonly Fact[] = [
	...DOCUMENT_FIGURES,
	fact('costs_actual', 'Actual costs in pounds', 'Costau gwirioneddol mewn punnoedd', ({ costs }) =>
		pounds(costs?.actual_pence),
	),
	fact('costs_agreed', 'Agreed costs in pounds', 'Costau y cytunwyd arnynt mewn punnoedd', ({ costs }) =>
		pounds(costs?.agreed_pence),
	),
	fact('costs_left', 'Agreed and not spent, in pounds', 'Cytunwyd a heb ei wario, mewn punnoedd', ({ costs }) =>
		pounds(costs?.left_pence),
	),
];

/** n/a where nothing was agreed, so that there is nothing to compare with. */
function pounds(pence: number | null | undefined): FigureValue {
	return typeof pence === 'number' ? pence / 100 : null;
}
