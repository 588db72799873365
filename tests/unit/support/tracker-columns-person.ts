/** The columns of the tracker that say who a Mentee is and what stands in their way (3.5). */
import type { TrackerColumn } from '../../../extensions/peer-mentoring/src/domain/returns/tracker/columns.ts';
import { interview, on, type Case } from './tracker-records.ts';

export const OF_THE_PERSON = {
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
} satisfies Partial<Record<TrackerColumn, Case[]>>;
