/** One caseload with every case that both a form and a file can say. */
export type Line = Record<string, string | number | null>;

export interface Files {
	contracts: Line[];
	mentors: Line[];
	caseload: Line[];
	sessions: Line[];
}

const CONTRACTS: Line[] = [
	{
		reference: 'BOTH-45',
		supplier: 'Supplier of Both',
		cpas: '4;5',
		start_date: '2023-01-09',
		implementation_end_date: '2023-03-31',
		last_start_date: '2026-03-31',
		end_date: '2026-12-31',
		working_day_calendar: 'england-and-wales',
		total_value: '960000.00',
		implementation_costs: '96000.00',
	},
	{
		reference: 'BOTH-8',
		supplier: 'Another Supplier of Both',
		cpas: '8',
		start_date: '2023-02-06',
		implementation_end_date: '2023-04-28',
		last_start_date: null,
		end_date: '2027-01-29',
		working_day_calendar: 'scotland',
		total_value: null,
		implementation_costs: null,
	},
];

const mentor = (
	name: string,
	contract: string,
	delivery_area: string,
	weekly_hours: number,
	more: Line = {},
): Line => ({
	email: `${name.toLowerCase()}@example.org`,
	first_name: name,
	last_name: 'Both',
	contract,
	delivery_area,
	weekly_hours,
	from: '2023-04-03',
	to: null,
	...more,
});

const BLANK: Line = {
	mentor_email: null,
	phone: null,
	email: null,
	aged_18_or_over: null,
	dwp_customer: null,
	nino: null,
	benefit_type: null,
	initial_meeting_on: null,
	initial_meeting_outcome: null,
	start_on: null,
	diagnostic_interview_on: null,
	action_plan_agreed_on: null,
	action_plan_evidence: null,
	baseline_survey_on: null,
	consent_given_on: null,
	consent_withdrawn_on: null,
	ended_on: null,
	end_reason: null,
};

const person = (reference: string, more: Line): Line => ({
	...BLANK,
	reference,
	contract: 'BOTH-45',
	cpa: 4,
	route: 'jobcentre_plus',
	received_on: '2023-10-02',
	mentor_email: 'anwen@example.org',
	first_name: 'Test',
	last_name: `Both-${reference}`,
	preferred_language: 'en-GB',
	...more,
});

const MET = { initial_meeting_on: '2023-10-09', initial_meeting_outcome: 'start' };
const CUSTOMER = { dwp_customer: 'yes', nino: 'QQ123456C', benefit_type: 'universal_credit', aged_18_or_over: 'yes' };
const STARTED = { ...MET, ...CUSTOMER, start_on: '2023-10-16', diagnostic_interview_on: '2023-10-16' };
const PLANNED = { ...STARTED, action_plan_agreed_on: '2023-10-27', action_plan_evidence: 'wet' };
const FULL = { ...PLANNED, baseline_survey_on: '2023-10-16' };
const OTHER = { route: 'third_party', dwp_customer: 'no', consent_given_on: '2023-10-09' };

const session = (reference: string, held_on: string, more: Line = {}): Line => ({
	reference,
	held_on,
	minutes: 60,
	mode: 'face_to_face',
	attendance: 'attended',
	...more,
});
const weekly = (reference: string, days: readonly string[], more: Line = {}) =>
	days.map((day) => session(reference, day, more));

const EIGHT_WEEKS = ['16', '23', '30']
	.map((day) => `2023-10-${day}`)
	.concat(
		['06', '13', '20', '27'].map((day) => `2023-11-${day}`),
		'2023-12-04',
	);

/** A line with other values than before: what has happened since, and what was wrong. */
const now = (reference: string, more: Line): Line => {
	const line = CASELOAD.caseload.find((each) => each.reference === reference);
	return { ...line, ...more };
};

export const CASELOAD: Files = {
	contracts: CONTRACTS,
	mentors: [
		mentor('Anwen', 'BOTH-45', 'Portsmouth', 40),
		mentor('Bryn', 'BOTH-45', 'Bristol Central', 20, { to: '2024-06-28' }),
		mentor('Cerys', 'BOTH-45', 'Gosport', 15.5, { from: '2024-07-01' }),
		mentor('Dafydd', 'BOTH-8', 'Partick', 37),
		mentor('Elin', 'BOTH-45', 'Bristol Central', 10),
	],
	caseload: [
		person('R-referred', {}),
		person('R-nobody-yet', { mentor_email: null, phone: '07700900001' }),
		person('R-third-party', {
			route: 'third_party',
			dwp_customer: 'no',
			phone: '07700900002',
			email: 'both@example.org',
		}),
		person('R-declined', { initial_meeting_on: '2023-10-12', initial_meeting_outcome: 'declined' }),
		person('R-missed', { initial_meeting_on: '2023-10-12', initial_meeting_outcome: 'did_not_attend' }),
		person('R-agreed', { ...MET, preferred_language: 'cy-GB' }),
		person('R-started', STARTED),
		person('R-planned', { ...PLANNED, action_plan_evidence: null }),
		person('R-full', FULL),
		person('R-completed', { ...FULL, ended_on: '2023-12-11', end_reason: 'completed' }),
		person('R-dropout', { ...FULL, ended_on: '2024-01-15', end_reason: 'dropout' }),
		person('R-moved-away', { ...STARTED, ended_on: '2023-11-06', end_reason: 'moved_away' }),
		person('R-other', { ...FULL, ...OTHER, nino: null, benefit_type: null, start_on: '2023-10-16' }),
		person('R-withdrawn', { ...FULL, ...OTHER, nino: null, benefit_type: null, consent_withdrawn_on: '2023-12-20' }),
		person('R-late', { ...FULL, received_on: '2023-09-01', mentor_email: 'bryn@example.org', cpa: 5 }),
		person('R-recent', {
			received_on: '2026-09-07',
			mentor_email: 'cerys@example.org',
			initial_meeting_on: '2026-09-14',
			initial_meeting_outcome: 'start',
		}),
		person('S-scotland', { ...FULL, contract: 'BOTH-8', cpa: 8, mentor_email: 'dafydd@example.org' }),
	],
	sessions: [
		...weekly('R-started', EIGHT_WEEKS.slice(0, 2)),
		...weekly('R-full', EIGHT_WEEKS),
		session('R-full', '2023-11-08', { attendance: 'missed', minutes: null }),
		...weekly('R-completed', EIGHT_WEEKS),
		...weekly('R-dropout', EIGHT_WEEKS.slice(0, 5)),
		...weekly('R-other', EIGHT_WEEKS.slice(0, 4), { mode: 'digital' }),
		session('R-other', '2023-11-15', { minutes: 45 }),
		...weekly('R-withdrawn', EIGHT_WEEKS.slice(0, 6)),
		...weekly('R-late', EIGHT_WEEKS.slice(0, 3)),
		...weekly('S-scotland', EIGHT_WEEKS.slice(0, 4)),
	],
};

/** What has changed of it since: every kind of change that a file can say. */
export const CHANGES: Files = {
	contracts: [
		{ ...CONTRACTS[0], total_value: '900000.00', implementation_costs: '90000.00' },
		{ ...CONTRACTS[1], working_day_calendar: 'england-and-wales' },
	] as Line[],
	mentors: [
		mentor('Anwen', 'BOTH-45', 'Portsmouth', 35, { last_name: 'Both-Married' }),
		mentor('Bryn', 'BOTH-45', 'Bristol Central', 20, { to: '2024-05-31' }),
	],
	caseload: [
		now('R-third-party', { ...MET, consent_given_on: '2023-10-05' }),
		now('R-declined', { initial_meeting_outcome: 'start' }),
		now('R-agreed', { ...CUSTOMER, start_on: '2023-10-18', diagnostic_interview_on: '2023-10-20' }),
		now('R-started', { mentor_email: 'cerys@example.org', phone: '07700900003' }),
		now('R-planned', { cpa: 5, mentor_email: 'elin@example.org', action_plan_evidence: 'electronic' }),
		now('R-full', { first_name: 'Corrected', ended_on: '2023-12-15', end_reason: 'moved_away' }),
		now('R-other', { consent_withdrawn_on: '2024-02-01' }),
		now('R-withdrawn', { baseline_survey_on: '2023-10-20' }),
		now('S-scotland', { received_on: '2023-09-28' }),
	],
	sessions: [
		session('R-full', '2023-11-06', { attendance: 'missed' }),
		session('R-planned', '2023-11-06'),
		session('R-other', '2023-11-15', { minutes: 75 }),
	],
};
