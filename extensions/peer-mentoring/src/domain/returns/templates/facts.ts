import { firstDay, lastDay } from '../../calendar/calendar-day.ts';
import { labelOf } from '../../language/in-words.ts';
import type { CommonFacts, Figure, FigureValue, ReturnFacts } from './figure.ts';
import { text } from '../../language/text.ts';

/** The heading of what is no measure. */
export const ABOUT = text('About the return', 'Am yr adroddiad');

/** A fact about a return, which has one value whatever the view. */
export function fact<Source>(
	key: string,
	en: string,
	cy: string,
	value: (source: Source) => FigureValue,
): Figure<Source> {
	return { key, group: ABOUT, part: text(en, cy), views: ['cumulative'], perCpa: false, value };
}

/** What every return is: who sends it, about which month. */
export const COMMON_FACTS: readonly Figure<CommonFacts>[] = [
	fact('contract', 'Call-Off Contract', 'Contract yn ôl y galw', ({ contract }) => contract.reference),
	fact('supplier', 'Supplier', 'Cyflenwr', ({ contract }) => contract.supplier ?? null),
	fact('cpas', 'Contract Package Areas', 'Ardaloedd Pecyn Contract', ({ contract }) => contract.cpas.join(', ')),
	fact('month', 'Reporting month', 'Mis adrodd', ({ month }) => ({ month })),
	fact('first_day', 'First day of the month', 'Diwrnod cyntaf y mis', ({ month }) => ({ day: firstDay(month) })),
	fact('cut_off', 'Cut-off', 'Diwrnod olaf y mis', ({ month }) => ({ day: lastDay(month) })),
	fact('due_on', 'Due on', 'Dyddiad cau', (source) => ({ day: source.due_on })),
];

/** The facts of a PMI. These can stand on a Mentee Tracker too. */
export const FACTS: readonly Figure<ReturnFacts>[] = [
	...COMMON_FACTS,
	fact('status', 'Status', 'Statws', ({ status }) => labelOf('return_status', status, 'en-GB')),
];
