/** The columns of the tracker that say what became of a Mentee: sessions, treatment, programmes, work (3.5). */
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { TrackerColumn } from '../../../extensions/peer-mentoring/src/domain/returns/tracker/columns.ts';
import { engagement, on, session, type Case } from './tracker-records.ts';

export const OF_THE_SUPPORT = {
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
} satisfies Partial<Record<TrackerColumn, Case[]>>;
