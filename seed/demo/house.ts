/** How an invented Supplier looks after its people and its papers: training, supervision, offices, documents. */
import { randomUUID } from 'node:crypto';
import {
	addDays,
	day,
	parseDay,
	type CalendarDay,
} from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { mondayOf } from '../../extensions/peer-mentoring/src/domain/calendar/week.ts';
import type { CodeOf } from '../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import type { DemoRow } from './records.ts';

type Rows = [table: string, row: DemoRow][];

/** An imported Peer Mentor with their first post. */
export interface DemoMentorInPost {
	id: string;
	supplier: string;
	mentor_user: string | null;
	email: string;
	/** The first day in post. */
	from: CalendarDay;
}

const TRAINING: readonly CodeOf<'training_topic'>[] = [
	'encouraging_disclosure',
	'traumatic_experiences',
	'keeping_a_distance',
	'complex_needs',
	'safeguarding',
	'data_protection',
];

/** Who works in Welsh, and who had to put off a session of supervision. */
const WELSH = ['mentor2@example.org', 'mentor6@example.org'];
const PUT_OFF = 'mentor4@example.org';
const BETWEEN_SESSIONS = 28;

/** What is recorded of a Peer Mentor before their first day: attested, vetted, trained and paid (2.17, 2.25). */
export function demoFitness({ email, from }: DemoMentorInPost): DemoRow {
	return {
		lived_experience_attested_on: addDays(from, -21),
		vetting: 'cleared',
		vetted_on: addDays(from, -10),
		employment_basis: 'paid_employee',
		works_in_welsh: WELSH.includes(email) ? 'yes' : 'no',
	};
}

/** Training, four sessions of supervision with the next one agreed, and what was done for third parties. */
export function demoMentorRecords(mentor: DemoMentorInPost, today: CalendarDay): Rows {
	const { id: peer_mentor, supplier, mentor_user, email, from } = mentor;
	const own = { peer_mentor, supplier, mentor_user };
	const latest = addDays(mondayOf(today), email === PUT_OFF ? -40 : -12);
	const sessions = Array.from({ length: 4 }, (_, back) => addDays(latest, -BETWEEN_SESSIONS * back));
	const visited = addDays(mondayOf(today), -33);
	return [
		...TRAINING.map((topic, index): Rows[number] => [
			'training_records',
			{ ...own, topic, completed_on: addDays(from, index - 7), provider: 'Demo Training Co-operative' },
		]),
		...sessions
			.filter((held_on) => held_on > from)
			.map((held_on): Rows[number] => [
				'supervisions',
				{
					...{ ...own, held_on, next_on: addDays(held_on, BETWEEN_SESSIONS) },
					...{
						agreed: 'A day without appointments each week',
						notes: 'Invented note: coping well, says so themselves',
					},
				},
			]),
		...(visited > from
			? ([
					[
						'outreach_contacts',
						{
							...{ ...own, contacted_on: visited, organisation: 'Demo Harbour Recovery', organisation_type: 'charity' },
							...{ copies: 30, link_made: true, agreed: 'Referrals both ways, a call each month' },
						},
					],
				] satisfies Rows)
			: []),
	];
}

/** A Peer Mentor's Tuesdays at their office (2.29), with an hour for its staff, and one from them (2.16). */
export function demoOfficeRecords(
	{ id: peer_mentor, supplier, mentor_user, from }: DemoMentorInPost,
	jobcentre_office: string,
	today: CalendarDay,
): Rows {
	const own = { peer_mentor, supplier, mentor_user, jobcentre_office };
	const held_on = addDays(mondayOf(today), -55);
	const times = { arrives_at: '10:00:00', leaves_at: '15:00:00' };
	const sessions: Rows = [
		[
			'upskilling_sessions',
			{ ...own, held_on, direction: 'to_jobcentre', attendees: 6, topic: 'Talking about a suspected dependency' },
		],
		[
			'upskilling_sessions',
			{ ...own, held_on, direction: 'to_mentors', attendees: 1, topic: 'Support for people with complex needs' },
		],
	];
	return [
		['attendance_patterns', { ...own, ...times, weekday: 'tuesday', from_on: from }],
		...(held_on > from ? sessions : []),
	];
}

type Document = [kind: CodeOf<'approved_document_kind'>, language: CodeOf<'language'> | null];

const DOCUMENTS: readonly Document[] = [
	['action_plan_template', null],
	['referral_process', null],
	['consent_statement', 'en-GB'],
	['consent_statement', 'cy-GB'],
];
const REVIEWED: readonly Document[] = [
	['privacy_impact_assessment', null],
	['data_sharing_record', null],
];
/** Invented: each Supplier agrees its own with the Buyer. */
const STATEMENT: Record<CodeOf<'language'>, string> = {
	'en-GB': [
		'A Peer Mentor can meet you for up to six months. It is your choice, and you can stop at any time.',
		'If you say yes, we write down how you get on. Only the people who support you read it, and numbers without names go to those who pay for this.',
		'You can ask to see what we hold, ask us to stop using it, or complain. None of that changes how you are treated elsewhere.',
		'Do you agree that we support you and keep these notes?',
	].join('\n\n'),
	'cy-GB': [
		'Gall mentor cymheiriaid gwrdd â chi am hyd at chwe mis. Eich dewis chi ydyw, a gallwch roi’r gorau iddi unrhyw bryd.',
		'Os dywedwch ie, byddwn yn nodi sut mae pethau’n mynd. Dim ond y bobl sy’n eich cefnogi sy’n darllen hynny, ac mae rhifau heb enwau yn mynd at y rhai sy’n talu amdano.',
		'Gallwch ofyn am weld yr hyn a gadwn, gofyn inni roi’r gorau i’w ddefnyddio, neu gwyno. Nid yw dim o hynny’n newid sut y cewch eich trin mewn mannau eraill.',
		'A ydych yn cytuno inni eich cefnogi a chadw’r nodiadau hyn?',
	].join('\n\n'),
};
const IN_USE = day('2024-02-05');

/** What the Buyer has approved for a contract, a sub-contractor, and the questionnaire it has answered. */
export function demoPapers(contract: string, supplier: string, today: CalendarDay): Rows {
	const own = { contract, supplier };
	const approved = {
		...{ ...own, version: '1', status: 'approved', submitted_on: day('2024-01-15'), approved_on: day('2024-01-29') },
		...{ approved_by: 'Demo Contract Manager', in_use_on: IN_USE },
	};
	const organisation = randomUUID();
	const work = { name: 'Demo Valley Services CIC', service: 'Sessions in two offices', small_or_medium: true };
	const asked = { kind: 'security_questionnaire', organisation, request: 'Information Security Questionnaire' };
	return [
		...DOCUMENTS.map(([kind, language]): Rows[number] => [
			'approved_documents',
			{ ...approved, kind, language, words: kind === 'consent_statement' && language ? STATEMENT[language] : null },
		]),
		...REVIEWED.map(([kind, language]): Rows[number] => [
			'approved_documents',
			{ ...approved, kind, language, ...yearlyReview(today) },
		]),
		['organisations', { id: organisation, ...own, ...work, from_on: day('2024-02-12') }],
		[
			'information_requests',
			{
				...{ ...own, ...asked, requested_on: day('2024-03-01'), due_on: day('2024-04-01') },
				...{ answered_on: day('2024-03-25'), answer: 'Questionnaire ISQ-2, returned to the Buyer’s security team' },
			},
		],
	];
}

/** Reviewed every year on the day, so that the next review always lies ahead (5.4). */
function yearlyReview(today: CalendarDay): DemoRow {
	const on = (year: number) => parseDay(`${year}${IN_USE.slice(4)}`) as CalendarDay;
	const year = Number(today.slice(0, 4));
	const last = on(year) <= today ? on(year) : on(year - 1);
	return { reviewed_on: last > IN_USE ? last : null, review_on: on(Number(last.slice(0, 4)) + 1) };
}

/** A worry about one Mentee in a hundred, dealt with in ten days (2.25). */
export function demoConcern(
	{ id: mentee, supplier, met_on }: { id: string; supplier: string; met_on: CalendarDay },
	number: number,
	today: CalendarDay,
): Rows {
	const raised_on = addDays(met_on, 20);
	if (number % 100 !== 5 || addDays(raised_on, 10) > today) return [];
	return [
		[
			'safeguarding_concerns',
			{
				...{ mentee, supplier, about: 'mentee', raised_on, stage: 'closed', closed_on: addDays(raised_on, 10) },
				...{ assessed_on: addDays(raised_on, 1), referred_on: addDays(raised_on, 2), referred_to: 'Adult social care' },
				...{ concern: 'Invented: has nowhere safe to sleep', handling: 'Invented: rang the council with them' },
				outcome: 'Invented: a room was found',
			},
		],
	];
}

/** What the managers of a Supplier have set up for their own people: a reminder and two help texts (2.25). */
export function demoOfOurOwn(supplier: string): Rows {
	return [
		[
			'own_reminders',
			{
				...{ supplier, name: 'Ring or text the day before', name_cy: 'Ffoniwch neu anfonwch neges y diwrnod cynt' },
				...{ about: 'next_appointment', timing: 'before', working_days: 1, active: true },
				recipients: JSON.stringify(['peer_mentor']),
			},
		],
		[
			'help_texts',
			{
				...{ supplier, place: 'sessions.minutes', text: 'Without the way there and back.' },
				text_cy: 'Heb y daith yno ac yn ôl.',
			},
		],
		[
			'help_texts',
			{
				...{
					supplier,
					place: 'action_plans.goal',
					text: 'In the Mentee’s own words, as they would say it to a friend.',
				},
				text_cy: 'Yng ngeiriau’r mentorai ei hun, fel y byddai’n ei ddweud wrth ffrind.',
			},
		],
	];
}
