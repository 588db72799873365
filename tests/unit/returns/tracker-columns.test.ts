import { describe, expect, it, test } from 'vitest';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { codeLists } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { decidingPlan, firstOf, type Plan } from '../../../extensions/peer-mentoring/src/domain/journey/deciding.ts';
import {
	TRACKER_COLUMNS,
	trackerRow,
	type TrackerColumn,
} from '../../../extensions/peer-mentoring/src/domain/returns/tracker/columns.ts';
import type {
	Engagement,
	Interview,
	TrackerRecord,
} from '../../../extensions/peer-mentoring/src/domain/returns/tracker/record.ts';

const CUT_OFF = day('2024-06-30');
const MOMENT = { cutOff: CUT_OFF, minimumMinutes: 60 };
/** A day of June, or of July where it begins with `+`. */
const on = (text: string) => day(text.startsWith('+') ? `2024-07-${text.slice(1)}` : `2024-06-${text}`);

const MENTEE: TrackerRecord = {
	start_on: on('03'),
	route: 'jobcentre_plus',
	dwp_customer: 'yes',
	nino: 'QQ123456A',
	substances: [],
	employment_status: null,
	unemployment_length: null,
	benefits_at_start: [],
	benefits: [],
	disclosure: null,
	disclosed_on: null,
	diagnostic_interview_on: null,
	action_plan_agreed_on: null,
	action_plan_evidence: null,
	ended_on: null,
	end_reason: null,
	treatment_changes: [],
	interviews: [],
	sessions: [],
	engagements: [],
};

const interview = (held: string, more: Partial<Interview> = {}): Interview => ({
	held_on: on(held),
	barriers: [],
	health_needs: [],
	housing: null,
	other_barriers: [],
	barrier_detail: null,
	...more,
});

const engagement = (kind: Engagement['kind'], more: Partial<Engagement>): Engagement => ({
	kind,
	referred_on: null,
	entered_on: null,
	ended_on: null,
	programme: null,
	training_type: null,
	volunteering_type: null,
	education_type: null,
	sector: null,
	treatment_result: null,
	reason_left: null,
	...more,
});

type Session = TrackerRecord['sessions'][number];
const session = (
	held: string,
	attendance: Session['attendance'] = 'attended',
	more: Partial<Session> = {},
): Session => ({
	held_on: on(held),
	minutes: 60,
	mode: 'face_to_face',
	attendance,
	one_to_one: true,
	...more,
});

/** What is told of a Mentee in a case; which interview and which plan decide is left to the rule. */
type Told = Partial<TrackerRecord> & { plans?: Omit<Plan, 'id'>[] };

function recordOf({ plans = [], ...told }: Told): TrackerRecord {
	const numbered = <Row>(rows: readonly Row[]) => rows.map((row, index) => ({ ...row, id: String(index) }));
	const plan = decidingPlan(numbered(plans));
	return {
		...MENTEE,
		diagnostic_interview_on: firstOf(numbered(told.interviews ?? []), ({ held_on }) => held_on)?.held_on ?? null,
		action_plan_agreed_on: plan?.agreed_on ?? null,
		action_plan_evidence: plan?.evidence ?? null,
		...told,
	};
}

type Case = [what: string, record: Told, cell: string | number | null];

const CASES: Record<TrackerColumn, Case[]> = {
	nino: [
		['of a DWP customer', {}, 'QQ123456A'],
		['not known yet', { nino: null }, null],
		['not of somebody who is no DWP customer, even where it is on record', { dwp_customer: 'no' }, null],
		['not where nobody knows', { dwp_customer: 'not_known' }, null],
		['not where nobody asked', { dwp_customer: null }, null],
	],
	start_date: [['the first session', {}, '2024-06-03']],
	addiction_type: [
		['nothing recorded', {}, 'NK'],
		['not disclosed', { substances: ['not_disclosed'] }, 'NK: ND'],
		['alcohol alone', { substances: ['alcohol'] }, 'ALC: ALC'],
		['the group comes first', { substances: ['alcohol', 'heroin'] }, 'OPI: ALC, HER'],
		['without an opiate', { substances: ['cannabis', 'alcohol'] }, 'NOA: CAN, ALC'],
	],
	employment_history: [
		['nothing recorded', {}, null],
		['both parts', { employment_status: 'looking_for_work', unemployment_length: 'from_36_months' }, '11; 5'],
		['one part', { employment_status: 'in_paid_employment' }, '10'],
	],
	benefit_type: [
		['nothing recorded', {}, null],
		[
			'at the start and now',
			{ benefits_at_start: ['universal_credit'], benefits: ['universal_credit', 'personal_independence_payment'] },
			'start: UC; current: UC, PIP',
		],
		['now alone', { benefits: ['none'] }, 'current: NONE'],
	],
	treatment_status: [
		['no change recorded', {}, null],
		[
			'the latest by the cut-off, whatever the order of entry',
			{
				treatment_changes: [
					{ status: 'in_treatment', since_on: on('20') },
					{ status: 'referred', since_on: on('05') },
					{ status: 'completed', since_on: on('+01') },
				],
			},
			'IN',
		],
		['on the cut-off itself', { treatment_changes: [{ status: 'completed', since_on: on('30') }] }, 'COMP'],
		['later ones alone', { treatment_changes: [{ status: 'completed', since_on: on('+01') }] }, null],
		[
			'of two on one day, the one recorded last',
			{
				treatment_changes: [
					{ status: 'referred', since_on: on('05') },
					{ status: 'declined', since_on: on('05') },
				],
			},
			'DECL',
		],
	],
	referral_route: [
		['Jobcentre Plus', {}, 'JCP'],
		['a third party', { route: 'third_party' }, 'TP'],
	],
	diagnostic_interview: [
		['none', {}, 'N'],
		['the first of two', { interviews: [interview('20'), interview('10')] }, 'Y; 2024-06-10'],
		['after the cut-off', { interviews: [interview('+01')] }, 'N'],
		['without a day', { interviews: [{ ...interview('10'), held_on: null }] }, 'N'],
	],
	action_plan: [
		['none', {}, 'N'],
		['without evidence', { plans: [{ agreed_on: on('10'), evidence: null }] }, 'N'],
		['without a day', { plans: [{ agreed_on: null, evidence: 'wet' }] }, 'N'],
		[
			'the first with evidence',
			{
				plans: [
					{ agreed_on: on('20'), evidence: 'electronic' },
					{ agreed_on: on('15'), evidence: 'wet' },
					{ agreed_on: on('10'), evidence: null },
				],
			},
			'Y; 2024-06-15',
		],
		['after the cut-off', { plans: [{ agreed_on: on('+01'), evidence: 'wet' }] }, 'N'],
	],
	pre_disclosed: [
		['nothing recorded', {}, null],
		['before the Trial', { disclosure: 'pre_disclosed' }, 'Y'],
		['after joining', { disclosure: 'disclosed_after_joining', disclosed_on: on('10') }, 'N'],
		['not at all', { disclosure: 'not_disclosed' }, 'N'],
		['no DWP customer', { disclosure: 'not_a_dwp_customer' }, 'n/a'],
		['no DWP customer, whatever else', { disclosure: 'pre_disclosed', dwp_customer: 'no' }, 'n/a'],
	],
	disclosed_on: [
		['nothing recorded', {}, null],
		['after joining', { disclosure: 'disclosed_after_joining', disclosed_on: on('10') }, '2024-06-10'],
		['after the cut-off', { disclosure: 'disclosed_after_joining', disclosed_on: on('+01') }, null],
		['never beside a disclosure before the Trial', { disclosure: 'pre_disclosed', disclosed_on: on('10') }, null],
		['never beside n/a', { disclosure: 'disclosed_after_joining', disclosed_on: on('10'), dwp_customer: 'no' }, null],
	],
	barrier_health: [
		['no interview', {}, null],
		['not asked', { interviews: [interview('10', { barriers: null })] }, null],
		['no', { interviews: [interview('10')] }, 'N'],
		['yes', { interviews: [interview('10', { barriers: ['other_health'] })] }, 'Y'],
		[
			'and what',
			{
				interviews: [
					interview('10', { barriers: ['other_health'], health_needs: ['mental_health', 'physical_health'] }),
				],
			},
			'Y; MH; PHY',
		],
		['by an interview after the cut-off', { interviews: [interview('+01', { barriers: ['other_health'] })] }, null],
	],
	barrier_offending: [
		['no', { interviews: [interview('10', { barriers: ['housing'] })] }, 'N'],
		['yes', { interviews: [interview('10', { barriers: ['housing', 'offending'] })] }, 'Y'],
		['by the last interview', { interviews: [interview('20', { barriers: ['offending'] }), interview('10')] }, 'Y'],
	],
	barrier_housing: [
		['no', { interviews: [interview('10', { housing: 'no_problem' })] }, 'N'],
		[
			'and how urgent',
			{ interviews: [interview('10', { barriers: ['housing'], housing: 'urgent_problem' })] },
			'Y; URG',
		],
	],
	barrier_other: [
		['no, and nothing of what was noted', { interviews: [interview('10', { barrier_detail: 'Lives far out' })] }, 'N'],
		[
			'kinds and words, on one line',
			{
				interviews: [
					interview('10', {
						barriers: ['other'],
						other_barriers: ['debt', 'transport'],
						barrier_detail: 'No bus\n after six ',
					}),
				],
			},
			'Y; DEBT; TRA; No bus after six',
		],
	],
	appointments_attended: [
		['none', {}, 0],
		[
			'to the cut-off, the last day included',
			{ sessions: [session('03'), session('30', 'attended', { mode: 'digital' }), session('+01')] },
			2,
		],
		['a length not recorded counts', { sessions: [session('03', 'attended', { minutes: null })] }, 1],
		[
			'too short, or in a group, does not (1.15)',
			{
				sessions: [session('03', 'attended', { minutes: 59 }), session('04', 'attended', { one_to_one: false })],
			},
			0,
		],
		['missed does not', { sessions: [session('03', 'missed')] }, 0],
	],
	appointments_missed: [
		['none', { sessions: [session('03')] }, 0],
		[
			'without notice, and cancelled by the Mentee on the day',
			{
				sessions: [session('03', 'missed'), session('04', 'cancelled_on_the_day')],
			},
			2,
		],
		['not what the Mentee cancelled earlier', { sessions: [session('03', 'cancelled_earlier')] }, 0],
		['not what the mentor cancelled', { sessions: [session('03', 'cancelled_by_mentor')] }, 0],
		['not after the cut-off', { sessions: [session('+01', 'missed')] }, 0],
		['not of a group', { sessions: [session('03', 'missed', { one_to_one: false })] }, 0],
	],
	early_departure: [
		['still there', {}, null],
		['completed', { ended_on: on('20'), end_reason: 'completed' }, null],
		['left', { ended_on: on('20'), end_reason: 'moved_away' }, '2024-06-20 MOVE'],
		['left, nobody knows why', { ended_on: on('20'), end_reason: null }, '2024-06-20'],
		['left after the cut-off', { ended_on: on('+01'), end_reason: 'moved_away' }, null],
		[
			'a Dropout: five weeks after the last attended session',
			{
				start_on: day('2024-04-01'),
				ended_on: on('28'),
				end_reason: 'dropout',
				sessions: [
					{ ...session('03'), held_on: day('2024-04-01') },
					{ ...session('03'), held_on: day('2024-05-02') },
					session('10', 'missed'),
				],
			},
			'2024-06-06 DROP',
		],
		[
			'a Dropout without a session: five weeks after the start',
			{ start_on: day('2024-05-01'), ended_on: on('28'), end_reason: 'dropout' },
			'2024-06-05 DROP',
		],
	],
	referred_to_treatment: [
		['no', { engagements: [engagement('training', { referred_on: on('10') })] }, 'N'],
		['after the cut-off', { engagements: [engagement('treatment', { referred_on: on('+01') })] }, 'N'],
		[
			'twice, in order',
			{
				engagements: [
					engagement('treatment', { referred_on: on('20') }),
					engagement('treatment', { referred_on: on('10') }),
				],
			},
			'Y; 2024-06-10; 2024-06-20',
		],
	],
	entered_treatment: [
		['referred alone', { engagements: [engagement('treatment', { referred_on: on('10') })] }, 'N'],
		[
			'yes',
			{ engagements: [engagement('treatment', { referred_on: on('10'), entered_on: on('12') })] },
			'Y; 2024-06-12',
		],
	],
	completed_treatment: [
		['not yet', { engagements: [engagement('treatment', { entered_on: on('12') })] }, null],
		[
			'completed',
			{
				engagements: [engagement('treatment', { ended_on: on('28'), treatment_result: 'completed_drug_free' })],
			},
			'2024-06-28 80',
		],
		[
			'dropped out, and why',
			{
				engagements: [
					engagement('treatment', { ended_on: on('28'), treatment_result: 'dropped_out', reason_left: 'Moved\naway' }),
				],
			},
			'2024-06-28 85 (Moved away)',
		],
		[
			'after the cut-off',
			{ engagements: [engagement('treatment', { ended_on: on('+01'), treatment_result: 'died' })] },
			null,
		],
	],
	buyer_programme_referred: [
		['none', { engagements: [engagement('treatment', { referred_on: on('10') })] }, null],
		[
			'two',
			{
				engagements: [
					engagement('buyer_programme', { referred_on: on('20'), programme: 'restart_scheme' }),
					engagement('buyer_programme', { referred_on: on('10'), programme: 'work_and_health_programme' }),
				],
			},
			'2024-06-10 WHP; 2024-06-20 RST',
		],
	],
	buyer_programme_started: [
		[
			'referred alone',
			{ engagements: [engagement('buyer_programme', { referred_on: on('10'), programme: 'restart_scheme' })] },
			null,
		],
		[
			'yes',
			{ engagements: [engagement('buyer_programme', { entered_on: on('12'), programme: 'restart_scheme' })] },
			'2024-06-12 RST',
		],
	],
	buyer_programme_completed: [
		[
			'after the cut-off',
			{ engagements: [engagement('buyer_programme', { ended_on: on('+01'), programme: 'restart_scheme' })] },
			null,
		],
		[
			'yes',
			{ engagements: [engagement('buyer_programme', { ended_on: on('25'), programme: 'restart_scheme' })] },
			'2024-06-25 RST',
		],
	],
	training: [
		[
			'referred alone',
			{ engagements: [engagement('training', { referred_on: on('10'), training_type: 'vocational' })] },
			'N',
		],
		[
			'twice',
			{
				engagements: [
					engagement('training', { entered_on: on('20'), training_type: 'licence_or_card' }),
					engagement('training', { entered_on: on('10'), training_type: 'vocational' }),
				],
			},
			'Y; 2024-06-10 VOC; 2024-06-20 LIC',
		],
	],
	volunteering: [
		['no', {}, 'N'],
		[
			'yes',
			{ engagements: [engagement('volunteering', { entered_on: on('10'), volunteering_type: 'food_bank' })] },
			'Y; 2024-06-10 FOO',
		],
	],
	education: [
		['no', { engagements: [engagement('training', { entered_on: on('10') })] }, 'N'],
		[
			'yes',
			{ engagements: [engagement('education', { entered_on: on('10'), education_type: 'higher' })] },
			'Y; 2024-06-10 EDU6',
		],
	],
	employment: [
		[
			'after the cut-off',
			{ engagements: [engagement('employment', { entered_on: on('+01'), sector: 'construction' })] },
			'N',
		],
		[
			'yes, with its section',
			{ engagements: [engagement('employment', { entered_on: on('10'), sector: 'construction' })] },
			'Y; 2024-06-10 F',
		],
	],
};

describe('the columns of the Mentee Tracker (3.5)', () => {
	for (const [column, cases] of Object.entries(CASES) as [TrackerColumn, Case[]][]) {
		test.each(cases)(`${column}: %s`, (_, record, cell) => {
			expect(TRACKER_COLUMNS[column].read(recordOf(record), MOMENT)).toBe(cell);
		});
	}

	it('are 28, numbered in their order', () => {
		expect(codeLists.tracker_column.map(({ code }) => code)).toEqual(
			Array.from({ length: 28 }, (_, index) => `${index + 1}`),
		);
		expect(Object.keys(trackerRow(MENTEE, MOMENT))).toEqual(codeLists.tracker_column.map(({ value }) => value));
	});

	it('change nothing in the record that they read', () => {
		const record = {
			...MENTEE,
			interviews: [interview('20'), interview('10')],
			sessions: [session('20'), session('10')],
		};
		const before = structuredClone(record);
		trackerRow(record, MOMENT);
		expect(record).toEqual(before);
	});
});
