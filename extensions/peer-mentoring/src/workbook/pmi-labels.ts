import type { Worksheet } from 'exceljs';
import type { FigureKey, FigureRow, ScopeFigures } from '../domain/returns/pmi/breakdown.ts';
import type { Terms } from '../domain/contract/terms.ts';
import { numberInWords } from '../domain/language/in-words.ts';
import { namesOfMeasures, type MeasureLine } from '../domain/returns/pmi/measure-list.ts';
import { addRow, type Value } from './sheet.ts';

/** How each of the twenty measures is counted, in their order (3.8). */
const countedAs = (terms: Terms): readonly string[] => [
	`Peer Mentors who joined, left, or changed hours or location in the month. FTE is weekly hours divided by ${terms.fte_weekly_hours} (2.26). Someone who left is in post up to and including the date shown.`,
	'Referrals received up to the cut-off, by route. A referral counts from the day the Supplier first held name and contact details or, where that is not recorded, from its earliest dated event.',
	'As measure 2, received in the month.',
	'Mentees whose first session was held up to the cut-off (Annex E, Start), by the route of the referral.',
	'As measure 4, first session in the month.',
	`Mentees whose support ended as completed: a final meeting with a review of the SMART Action Plan. ${capital(numberInWords(terms.minimum_sessions))} sessions are not required for it (2.20, 2.26); those with fewer are shown.`,
	'Calendar days from start to end for those who have left by the cut-off, and from start to cut-off for those still on provision.',
	'First initial meeting held for a referral, whatever its outcome. A meeting nobody came to is not held.',
	`Percentage of measure 8. Service level: of the referrals whose meeting was held or whose ${ordinal(terms.initial_meeting_days)} Working Day has passed.`,
	'Diagnostic Interviews held up to the cut-off.',
	`Percentage of measure 10. Service level: of the people who agreed to start, and whose interview was held or whose ${ordinal(terms.diagnostic_interview_days)} Working Day has passed.`,
	'Plans agreed with the Mentee, with electronic, wet or other agreed evidence (Table A).',
	`Percentage of measure 12. Service level: of the Diagnostic Interviews held, whose plan was agreed or whose ${ordinal(terms.action_plan_days)} Working Day has passed.`,
	'A session counts if it was attended, one to one, and not recorded as shorter than the contract’s minimum (1.15: one hour). The session of the Diagnostic Interview is the first. The initial meeting is not a session.',
	`Percentage of the Mentees whose result is certain: the ${ordinal(terms.first_sessions)} session was held or the ${ordinal(terms.first_sessions_days)} Working Day has passed. The others are pending.`,
	'Percentage of all starts (measure 4). A second figure shows those who have left.',
	'Spend in the financial quarter, due with the PMI of its last month.',
	'As measure 17, with Small and Medium Enterprises.',
	'Due with the PMI of every sixth month from the Call-Off Start Date.',
	'As measure 19.',
];

/** The twenty measures by number (3.8), as the return calls them, and how each is counted. */
export function measuresUnder(
	terms: Terms,
	lines?: readonly MeasureLine[],
): readonly { name: string; definition: string }[] {
	const names = namesOfMeasures(lines, terms);
	return countedAs(terms).map((definition, index) => ({ name: names[index]?.['en-GB'] ?? '', definition }));
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** 3 is '3rd', 11 is '11th'. */
function ordinal(number: number): string {
	const tail = number % 100 > 10 && number % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
	return `${number}${tail}`;
}

/** What holds for all measures. */
export const GENERAL_DEFINITIONS: readonly (readonly [term: string, definition: string])[] = [
	[
		'Cut-off',
		'The last calendar day of the reporting month, to its end. An event counts in the month in which it happened.',
	],
	['As known at', 'The return uses what was recorded by then. What is entered later appears in later returns.'],
	['Consent', 'Records of people who have withdrawn consent are in no figure (2.25).'],
	[
		'Within N Working Days',
		'On or before the Nth Working Day after the day counted from. That day is day 0; it may be a weekend or bank holiday.',
	],
	[
		'Missing dates',
		'A record without the day a deadline counts from stays among those completed, is never on time, and is listed under Exceptions. Something without a date of its own has not happened.',
	],
	['Percentages', 'Rounded half up to one decimal. Where there is nothing to divide, n/a.'],
	['Nil return', 'Every measure is always present. 0 means that there was none.'],
];

/** The names of the figures under the terms of a contract. */
export function figureNames(terms: Terms): Record<FigureKey, string> {
	const first = numberInWords(terms.first_sessions);
	const least = numberInWords(terms.minimum_sessions);
	return {
		referrals: 'Referrals',
		starts: 'Starts',
		completions: 'Completions',
		completions_fewer_than_eight: `of which with fewer than ${least} sessions`,
		initial_meetings: 'Initial meetings',
		initial_meetings_on_time: `within ${terms.initial_meeting_days} Working Days of the referral`,
		diagnostic_interviews: 'Diagnostic Interviews',
		diagnostic_interviews_on_time: `within ${terms.diagnostic_interview_days} Working Days of the initial meeting`,
		action_plans: 'SMART Action Plans agreed',
		action_plans_on_time: `within ${terms.action_plan_days} Working Days of the Diagnostic Interview`,
		four_sessions: `Mentees with ${first} sessions`,
		four_sessions_on_time: `within ${terms.first_sessions_days} Working Days of the start`,
		four_sessions_pending: `pending: ${ordinal(terms.first_sessions_days)} Working Day not passed`,
		eight_sessions: `Mentees with at least ${least} sessions`,
		eight_sessions_of_left: 'of those who have left',
	};
}

/** Figures that explain the one above them. */
const DETAILS: ReadonlySet<FigureKey> = new Set<FigureKey>([
	'completions_fewer_than_eight',
	'initial_meetings_on_time',
	'diagnostic_interviews_on_time',
	'action_plans_on_time',
	'four_sessions_on_time',
	'four_sessions_pending',
	'eight_sessions_of_left',
]);

export const LENGTHS: readonly (readonly [group: keyof ScopeFigures['lengths'], label: string])[] = [
	['left', 'Left'],
	['completed', 'of which completed'],
	['early', 'of which left early'],
	['current', 'Still on provision at the cut-off'],
];

/** A figure's row: its number and name, then what is said of it. */
export function addFigure(
	sheet: Worksheet,
	{ key, measure }: FigureRow,
	names: Record<FigureKey, string>,
	cells: readonly Value[],
): void {
	addRow(sheet, [measureNumbers(measure), names[key], ...cells], DETAILS.has(key) ? 'detail' : 'normal');
}

/** The number that the return gives a figure: a total has one number, its month's part the next (2 and 3, 4 and 5). */
function measureNumbers(measure: number): string {
	return measure === 2 || measure === 4 ? `${measure}, ${measure + 1}` : String(measure);
}
