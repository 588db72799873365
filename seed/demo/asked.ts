/** What the forms of an invented Mentee ask for and no import file has a column for (2.1 to 2.3, 2.26 to 2.28). */
import type { CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { DemoRow } from './records.ts';
import { Random } from './random.ts';

/** What is written on the rows that an import has made of somebody. */
export interface DemoAnswers {
	initial_meetings: DemoRow;
	diagnostic_interviews: DemoRow;
	action_plans: DemoRow;
	consents: DemoRow;
}

export interface DemoAsked {
	peer_mentor: string | null;
	preferred_language: string | null;
	dwp_customer: boolean;
	met_on: CalendarDay;
	interviewed_on: CalendarDay | null;
}

const ASSURANCES = [
	'Asked about benefits and work; saw the claim on their phone. (Invented.)',
	'Spoke about the week, the drink and where they live. (Invented.)',
	'The treatment service had written; asked the rest. (Invented.)',
] as const;
const ASPIRATIONS = ['Work with my hands again', 'See my children every week', 'A course, then a job'] as const;
const NEEDS = ['Somebody to go along to the first appointments', 'A settled address', 'A plan for each day'] as const;
const GOALS = ['A steady week without a drink', 'A job in a warehouse by the summer', 'A home of my own'] as const;

const BARRIERS: readonly [DemoRow, ...DemoRow[]] = [
	{ barriers: '["none"]' },
	{ barriers: '["offending"]' },
	{ barriers: '["other_health"]', health_needs: '["mental_health"]' },
	{ barriers: '["housing"]', housing: 'other_problem' },
	{ barriers: '["other"]', other_barriers: '["transport"]' },
];

/** The answers of one person; of about one in twenty something is still to be written down. */
export function demoAnswers(mentee: DemoAsked, number: number): DemoAnswers {
	const random = new Random(80, number);
	const answered = () => random.chance(0.98);
	return {
		initial_meetings: {
			dependency_is_a_barrier: true,
			aged_18_or_over: 'yes',
			lives_in_area: 'yes',
			benefit_position: mentee.dwp_customer ? 'claims_benefits' : 'unemployed_without_benefits',
			assurance: answered() ? random.pick(ASSURANCES) : null,
			decided_by: mentee.peer_mentor,
			voluntary_explained: true,
			voluntary_explained_on: mentee.met_on,
			data_use_explained: true,
			data_use_explained_on: mentee.met_on,
		},
		diagnostic_interviews: {
			aspirations: `${random.pick(ASPIRATIONS)} (invented)`,
			needs: `${random.pick(NEEDS)} (invented)`,
			...random.pick(BARRIERS),
			...(answered() ? { complaints_explained: true, complaints_explained_on: mentee.interviewed_on } : {}),
		},
		action_plans: { goal: answered() ? `${random.pick(GOALS)} (invented)` : null },
		consents: {
			statement_version: '1.0',
			language: mentee.preferred_language ?? 'en-GB',
			read_by: mentee.peer_mentor,
		},
	};
}
