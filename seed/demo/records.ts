/** What the import files have no columns for: the rest of an invented person's record, and of a contract. */
import { addDays, day, type CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { SPECIFIED } from '../../extensions/peer-mentoring/src/domain/contract/terms.ts';
import { mondayOf } from '../../extensions/peer-mentoring/src/domain/calendar/week.ts';
import type { CodeOf } from '../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { surveysAfter } from '../../extensions/peer-mentoring/src/domain/journey/survey-schedule.ts';
import { Random } from './random.ts';

/** An imported Mentee, as far as the rest of the record follows from it. */
export interface DemoMentee {
	id: string;
	referral: string;
	supplier: string;
	mentor_user: string | null;
	route: CodeOf<'referral_route'>;
	dwp_customer: boolean;
	met_on: CalendarDay;
	start_on: CalendarDay | null;
	ended_on: CalendarDay | null;
	end_reason: CodeOf<'end_reason'> | null;
	plan: string | null;
	plan_agreed_on: CalendarDay | null;
}

export type DemoRow = Record<string, unknown>;

/** Rows to add by table, and what to write on the Mentee record itself. */
export interface DemoRecord {
	rows: [table: string, row: DemoRow][];
	mentee: DemoRow;
}

type Action = readonly [what: string, measure: string, achievable: string, relevance: string];

const ACTIONS: readonly [Action, ...Action[]] = [
	['Ring the treatment service', 'An appointment in the diary', 'The mentor sits beside them', 'Recovery comes first'],
	['Sort out the housing form', 'The form is handed in', 'The council helps on Tuesdays', 'A settled home'],
	['Write a CV', 'A page that both are happy with', 'The library has computers', 'The wish to work again'],
	['Join the walking group', 'Three walks in a month', 'It is free and near', 'Company without drink'],
];

/** The days of the later surveys of one person (2.16); a tenth could not be reached. */
export function demoLaterSurveys(
	completed_on: CalendarDay | null,
	number: number,
	today: CalendarDay,
): DemoRow | undefined {
	const random = new Random(78, number);
	if (completed_on === null) return undefined;
	const due = surveysAfter(completed_on, SPECIFIED);
	const done = (on: CalendarDay) => (on <= today && random.chance(0.9) ? addDays(on, -random.between(0, 14)) : null);
	return { six_months_completed_on: done(due.six_months), twelve_months_completed_on: done(due.twelve_months) };
}

/** The rest of one person's record. About one in six has something left to do, as in life. */
export function demoRecord(mentee: DemoMentee, number: number, today: CalendarDay): DemoRecord {
	const random = new Random(77, number);
	const own = { supplier: mentee.supplier, mentor_user: mentee.mentor_user };
	const about = { ...own, referral: mentee.referral, mentee: mentee.id };
	const rows: DemoRecord['rows'] = [];
	const past = (on: CalendarDay) => (on > today ? today : on);
	const told = (told_to: string, subject: string, on: CalendarDay, more: DemoRow = {}) =>
		rows.push(['notifications_to_jobcentre', { ...about, told_to, about: subject, told_on: past(on), ...more }]);

	const thirdParty = mentee.route === 'third_party';
	if (random.chance(0.94)) {
		told(thirdParty ? 'third_party' : 'work_coach', 'referral_result', addDays(mentee.met_on, 1), {
			result: 'will_start',
			method: 'phone',
		});
	}
	if (mentee.start_on === null) return { rows, mentee: {} };

	const customer = mentee.dwp_customer;
	if (thirdParty && customer && random.chance(0.9)) {
		told('single_point_of_contact', 'taking_part', addDays(mentee.start_on, 2));
	}
	if (mentee.plan !== null && mentee.plan_agreed_on !== null) {
		for (let count = random.between(1, 3); count > 0; count--) {
			const [what, measure, achievable, relevance] = random.pick(ACTIONS);
			const left = mentee.ended_on !== null;
			rows.push([
				'actions',
				{
					...own,
					action_plan: mentee.plan,
					what,
					measure,
					achievable,
					relevance,
					due_on: addDays(mentee.plan_agreed_on, random.between(14, 90)),
					status: left ? 'done' : random.pick(['open', 'in_progress', 'done']),
				},
			]);
		}
	}
	const treated = past(addDays(mentee.start_on, random.between(5, 40)));
	const status = random.pick(['not_in_treatment', 'referred', 'in_treatment', 'recovery_support_only']);
	rows.push(['treatment_statuses', { ...own, mentee: mentee.id, status, since_on: treated }]);
	if (random.chance(0.3)) {
		const training = { kind: 'training', training_type: 'employability', entered_on: treated };
		rows.push(['support_engagements', { ...own, mentee: mentee.id, ...training }]);
	}
	if (new Random(79, number).chance(0.15)) {
		rows.push(['support_engagements', { ...own, mentee: mentee.id, kind: 'other_service', entered_on: treated }]);
	}
	if (mentee.ended_on !== null && customer && random.chance(0.95)) {
		const subject = mentee.end_reason === 'completed' ? 'completed' : 'left_early';
		told('single_point_of_contact', subject, addDays(mentee.ended_on, 1));
	}
	const main = random.pick(['alcohol', 'heroin', 'cannabis', 'crack_cocaine']);
	const substances = random.chance(0.4) ? [...new Set([main, 'alcohol'] as const)] : [main];
	return {
		rows,
		mentee: {
			...(random.chance(0.95) ? { disclosure: customer ? 'pre_disclosed' : 'not_a_dwp_customer' } : {}),
			substances: JSON.stringify(substances),
			main_substance: main,
			employment_status: random.pick(['looking_for_work', 'not_looking_for_work']),
			unemployment_length: random.pick(['under_6_months', 'from_6_to_11_months', 'from_12_to_23_months']),
			...demoLeaving(mentee, number),
		},
	};
}

const DESTINATIONS = ['employment', 'education_or_training', 'volunteering', 'treatment', 'other_support'] as const;
const NEXT_STEPS: readonly [string, string] = [
	'A weekly group, and a course in the autumn',
	'The recovery café, and the housing officer in May',
];
const NO_ANSWER: readonly [string, string] = [
	'No answer to calls and letters since the last session',
	'Said by text that they want to go on alone',
];

/** What the form says of an end: of nearly everybody all of it, as where a contract is well run. */
function demoLeaving({ ended_on, end_reason, dwp_customer }: DemoMentee, number: number): DemoRow {
	const random = new Random(80, number);
	if (ended_on === null) return {};
	if (random.chance(0.03)) return end_reason === 'completed' ? demoFinalMeeting(ended_on) : {};
	const destination = random.pick(DESTINATIONS);
	if (end_reason === 'dropout') return { destination: 'not_known', end_reason_detail: random.pick(NO_ANSWER) };
	if (end_reason === 'died') return {};
	return {
		destination: end_reason === 'started_work' ? 'employment' : destination,
		...(end_reason === 'other' ? { end_reason_detail: 'Looks after a relative for the time being' } : {}),
		...(end_reason === 'completed' ? demoFinalMeeting(ended_on) : { next_steps: random.pick(NEXT_STEPS) }),
		...(dwp_customer ? { sharing_encouraged: true } : { claim_encouraged: true }),
	};
}

/** What a completion has even where the rest is still to do (1.16). */
function demoFinalMeeting(ended_on: CalendarDay | null): DemoRow {
	return { final_review_on: ended_on, next_steps: NEXT_STEPS[0] };
}

/** The Tuesdays of the last quarter, this week's with them, on which a mentor was at their Jobcentre: nearly all. */
export function demoVisitDays(number: number, today: CalendarDay): CalendarDay[] {
	const random = new Random(78, number);
	const weeks = Array.from({ length: 13 }, (_, back) => addDays(mondayOf(today), 1 - 7 * back));
	return weeks.filter((on) => on < today && random.chance(0.94));
}

/** A contract with something in each of its lists. Its milestones and meetings make themselves. */
export function demoContractRecords(contract: string, supplier: string): [table: string, row: DemoRow][] {
	const own = { contract, supplier };
	return [
		[
			'implementation_plans',
			{
				...own,
				version: 1,
				submitted_on: day('2023-12-12'),
				status: 'amendment_requested',
				amendment_requested_on: day('2023-12-14'),
			},
		],
		[
			'implementation_plans',
			{ ...own, version: 2, submitted_on: day('2023-12-18'), status: 'approved', approved_on: day('2023-12-19') },
		],
		[
			'marketing_products',
			{
				...own,
				name: 'Leaflet for Jobcentres',
				kind: 'leaflet',
				language: 'en-GB',
				status: 'approved',
				submitted_on: day('2024-01-08'),
				approved_on: day('2024-01-22'),
				in_use: true,
			},
		],
		[
			'marketing_products',
			{
				...own,
				name: 'Poster for pharmacies',
				kind: 'poster',
				language: 'en-GB',
				status: 'submitted',
				submitted_on: day('2024-09-02'),
				in_use: false,
			},
		],
		[
			'risks_and_issues',
			{
				...own,
				kind: 'risk',
				title: 'Fewer referrals in the summer holidays',
				likelihood: 'medium',
				impact: 'medium',
				mitigation: 'More visits to treatment services in June',
				raised_on: day('2024-06-03'),
			},
		],
		[
			'information_requests',
			{
				...own,
				kind: 'security_questionnaire',
				requested_on: day('2024-03-01'),
				due_on: day('2024-04-01'),
				request: 'Information Security Questionnaire',
				answered_on: day('2024-03-22'),
			},
		],
	];
}
