/** *Peer Support Plus*: what an Order Form says that differs from the specification, and no line of code knows. */
import type { ListedMeasure } from '../../extensions/peer-mentoring/src/domain/returns/pmi/measure-list.ts';

/** First meeting in five Working Days, six sessions, three of them within twenty, returns on the third Working Day. */
export const PLUS_TERMS = {
	initial_meeting_days: 5,
	minimum_sessions: 6,
	first_sessions: 3,
	first_sessions_days: 20,
	return_working_day: 3,
};

/** The measures of its return in its own order, two of them its own, and what it calls those of 3.8. */
export const PLUS_MEASURES: ListedMeasure[] = [
	{ measure: 'personnel_changes' },
	{ measure: 'referrals_total', name_en: 'Referred to Peer Support Plus', name_cy: 'Atgyfeiriwyd i Peer Support Plus' },
	{ measure: 'referrals_new' },
	{ measure: 'starts_total', name_en: 'Joined Peer Support Plus', name_cy: 'Ymunodd â Peer Support Plus' },
	{ measure: 'starts_new' },
	{
		count: 'sessions_attended',
		where: [{ split: 'session_mode', values: ['digital'] }],
		name_en: 'Sessions held digitally',
		name_cy: 'Sesiynau a gynhaliwyd yn ddigidol',
	},
	{ measure: 'initial_meetings' },
	{ measure: 'initial_meetings_on_time' },
	{ count: 'days_to_start', name_en: 'Days from referral to joining', name_cy: 'Diwrnodau o’r atgyfeiriad i ymuno' },
	{ measure: 'diagnostic_interviews' },
	{ measure: 'diagnostic_interviews_on_time' },
	{ measure: 'action_plans' },
	{ measure: 'action_plans_on_time' },
	{ measure: 'four_sessions', name_en: 'Reached three sessions', name_cy: 'Wedi cyrraedd tair sesiwn' },
	{ measure: 'four_sessions_on_time', name_en: 'Three sessions in time', name_cy: 'Tair sesiwn mewn pryd' },
	{ measure: 'eight_sessions', name_en: 'Left after six sessions', name_cy: 'Wedi gadael ar ôl chwe sesiwn' },
	{ measure: 'completions_total' },
	{ measure: 'length_on_provision' },
	{ measure: 'subcontractor_spend' },
	{ measure: 'sme_spend' },
	{ measure: 'contract_cost_register' },
	{ measure: 'ipr_log' },
];
