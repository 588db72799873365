// Made by `npm run types` from schema-snapshot.yaml: change that, and make this anew.
import type { DirectusFile, DirectusUser } from '@directus/sdk';

export interface AccessLog {
	id: string;
	at: string;
	user: DirectusUser<Collections> | string | null;
	action: 'read' | 'export' | 'export_mentee_tracker' | 'left_out' | 'export_list';
	subject: string;
	records: number | null;
	supplier: Suppliers | string | null;
	through: string | null;
	keys: unknown | null;
}

export interface ActionPlans {
	id: string;
	mentee: Mentees | string;
	agreed_on: string | null;
	evidence: 'electronic' | 'wet' | 'other' | null;
	signature_photo: DirectusFile<Collections> | string | null;
	on_record: boolean | null;
	goal: string | null;
	buyer_programmes: ('restart_scheme' | 'work_and_health_programme' | 'intensive_personalised_employment_support' | 'access_to_work' | 'local_supported_employment' | 'connect_to_work' | 'sector_based_work_academy' | 'individual_placement_and_support' | 'other' | (string & {}))[] | null;
	actions: Actions[] | string[];
	plan_reviews: PlanReviews[] | string[];
	plan_confirmations: PlanConfirmations[] | string[];
	restricted: boolean;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Actions {
	id: string;
	action_plan: ActionPlans | string;
	what: string | null;
	measure: string | null;
	achievable: string | null;
	relevance: string | null;
	due_on: string | null;
	local_service: LocalServices | string | null;
	status: 'open' | 'in_progress' | 'done' | 'handed_on' | 'dropped' | null;
	restricted: boolean;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Allocations {
	id: string;
	mentee: Mentees | string;
	peer_mentor: PeerMentors | string | null;
	cpa: ContractPackageAreas | string | null;
	delivery_area: DeliveryAreas | string | null;
	from_on: string | null;
	until_on: string | null;
	because: 'first' | 'moved_area' | 'mentor_leaves' | 'caseload' | 'language' | 'mentee_wish' | 'mentor_wish' | 'other' | (string & {}) | null;
	reason: string | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	restricted: boolean;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface ApprovedDocuments {
	id: string;
	contract: CallOffContracts | string;
	kind: 'action_plan_template' | 'referral_process' | 'consent_statement' | 'privacy_impact_assessment' | 'data_sharing_record' | (string & {});
	version: string | null;
	language: 'en-GB' | 'cy-GB' | null;
	document: string | null;
	words: string | null;
	status: 'draft' | 'submitted' | 'amendment_requested' | 'approved' | null;
	submitted_on: string | null;
	approved_on: string | null;
	approved_by: string | null;
	in_use_on: string | null;
	review_on: string | null;
	reviewed_on: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface AttendancePatterns {
	id: string;
	peer_mentor: PeerMentors | string;
	jobcentre_office: JobcentreOffices | string;
	weekday: 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday';
	arrives_at: string | null;
	leaves_at: string | null;
	from_on: string;
	until_on: string | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface BankHolidays {
	id: string;
	calendar: 'england-and-wales' | 'scotland' | 'northern-ireland';
	day: string;
}

export interface BaselineSurveys {
	id: string;
	mentee: Mentees | string;
	completed_on: string | null;
	first_session: Sessions | string | null;
	questionnaire: Questionnaires | string | null;
	answers: unknown | null;
	six_months_due_on: string | null;
	twelve_months_due_on: string | null;
	six_months_completed_on: string | null;
	twelve_months_completed_on: string | null;
	returned_on: string | null;
	returned_by: 'here' | 'online' | 'paper' | 'email' | null;
	notes: string | null;
	restricted: boolean;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface CallOffContracts {
	id: string;
	reference: string;
	supplier: Suppliers | string;
	cpas: ContractCpas[] | string[];
	start_date: string;
	implementation_end_date: string | null;
	last_start_date: string | null;
	end_date: string | null;
	working_day_calendar: 'england-and-wales' | 'scotland' | 'northern-ireland';
	minimum_session_minutes: number;
	maximum_digital_percent: number | null;
	service_level_percent: number | null;
	consent_required_to_start: boolean | null;
	total_value_pence: number | string | null;
	implementation_costs_pence: number | string | null;
	invoices_by: string | null;
	purchase_order: string | null;
	implementation_costs_line: string | null;
	delivery_fee_80_line: string | null;
	delivery_fee_20_line: string | null;
	milestones: Milestones[] | string[];
	restriction_periods: RestrictionPeriods[] | string[];
	initial_meeting_days: number | null;
	diagnostic_interview_days: number | null;
	action_plan_days: number | null;
	first_sessions: number | null;
	first_sessions_days: number | null;
	minimum_sessions: number | null;
	return_working_day: number | null;
	dropout_days: number | null;
	fte_weekly_hours: number | null;
	mentees_per_fte: number | null;
	first_survey_months: number | null;
	second_survey_months: number | null;
	implementation_weeks: number | null;
	start_up_meeting_days: number | null;
	implementation_plan_days: number | null;
	pmi_fee_percent: number | null;
	implementation_costs_percent: number | null;
	freedom_of_information_days: number | null;
	return_measures: unknown | null;
	representative_interviews_missing: number | null;
	focus_group_due_on: string | null;
	location_change_clause: string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface ClockRecomputations {
	id: string;
	cause: 'bank_holiday' | 'contract_terms';
	contract: CallOffContracts | string | null;
	calendar: 'england-and-wales' | 'scotland' | 'northern-ireland' | null;
	referrals_total: number;
	referrals_done: number;
	due_dates_moved: number;
	now_met: number;
	now_missed: number;
	frozen: number;
	finished_at: string | null;
	supplier: Suppliers | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
}

export interface CodeLists {
	id: string;
	open: boolean;
	english: string;
	welsh: string | null;
	codes: Codes[] | string[];
}

export interface Codes {
	id: string;
	list: CodeLists | string;
	ruled: boolean;
	english: string;
	welsh: string | null;
	value: string | null;
	code: string | null;
	in_use_from: string | null;
	in_use_until: string | null;
	order: number | null;
	missing: 'welsh' | null;
}

export interface Complaints {
	id: string;
	mentee: Mentees | string;
	about: 'peer_mentor' | 'manager' | 'service' | null;
	complained_of: PeerMentors | string | null;
	manager_email: string | null;
	received_on: string;
	complaint: string | null;
	stage: 'received' | 'investigating' | 'resolved' | 'independent_case_examiner' | 'closed' | null;
	acknowledged_on: string | null;
	resolved_on: string | null;
	outcome: string | null;
	escalated_on: string | null;
	examiner_outcome: string | null;
	complained_of_user: DirectusUser<Collections> | string | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	restricted: boolean;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface ConfigurationConflicts {
	id: string;
	what: string;
	in_studio: string | null;
	in_files: string | null;
	choice: 'studio' | 'files' | null;
}

export interface Consents {
	id: string;
	referral: Referrals | string;
	mentee: Mentees | string | null;
	decision: 'given' | 'refused' | 'withdrawn';
	decided_on: string;
	statement_version: string | null;
	language: 'en-GB' | 'cy-GB' | null;
	read_by: PeerMentors | string | null;
	imported: boolean;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	restricted: boolean;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface ContractCpas {
	id: string;
	contract: CallOffContracts | string;
	contract_package_area: ContractPackageAreas | string;
}

export interface ContractPackageAreas {
	id: number;
	name: string;
	district: string;
	minimum_fte: number;
	maximum_fte: number;
	bilingual: boolean | null;
	note: string | null;
	delivery_areas: DeliveryAreas[] | string[];
	contracts: ContractCpas[] | string[];
}

export interface CostRegisterEntries {
	id: string;
	contract: CallOffContracts | string;
	title: string;
	version: string;
	dated_on: string;
	document: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface DataDictionary {
	id: string;
	collection: string;
	field: string;
	sensitivity: 'none' | 'personal' | 'special_category';
	paragraph: string | null;
	meaning: string | null;
}

export interface DeliveryAreas {
	id: string;
	name: string;
	name_cy: string | null;
	cpa: ContractPackageAreas | string;
	fte_allocation: string | null;
	jobcentre_offices: JobcentreOffices[] | string[];
}

export interface DiagnosticInterviews {
	id: string;
	mentee: Mentees | string;
	held_on: string | null;
	aspirations: string | null;
	needs: string | null;
	barriers: ('other_health' | 'offending' | 'housing' | 'other' | 'none' | (string & {}))[] | null;
	health_needs: ('physical_health' | 'mental_health' | 'learning_or_neurodivergence' | (string & {}))[] | null;
	housing: 'urgent_problem' | 'at_risk_of_homelessness' | 'other_problem' | 'no_problem' | 'not_known' | (string & {}) | null;
	other_barriers: ('debt' | 'childcare' | 'transport' | 'digital' | 'basic_skills' | 'domestic_abuse' | 'language' | 'other' | (string & {}))[] | null;
	work_readiness: 'not_ready' | 'thinking' | 'preparing' | 'nearly_ready' | 'ready' | null;
	barrier_detail: string | null;
	complete: boolean | null;
	complaints_explained: boolean | null;
	complaints_explained_on: string | null;
	imported: boolean | null;
	restricted: boolean;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Erasures {
	id: string;
	referral: Referrals | string;
	requested_on: string;
	reason: string;
	erased_on: string | null;
	records: number | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface EvaluationParticipation {
	id: string;
	contract: CallOffContracts | string;
	kind: 'interview' | 'focus_group';
	taken_by: 'peer_mentor' | 'supplier_representative';
	peer_mentor: PeerMentors | string | null;
	held_on: string;
	minutes: number | null;
	online: boolean | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface ExitPlans {
	id: string;
	contract: CallOffContracts | string;
	version: string;
	dated_on: string;
	status: 'draft' | 'submitted' | 'amendment_requested' | 'approved' | null;
	document: string | null;
	approved_on: string | null;
	approved_by: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface FteAssignments {
	id: string;
	peer_mentor: PeerMentors | string;
	contract: CallOffContracts | string;
	delivery_area: DeliveryAreas | string;
	offices: FteAssignmentsOffices[] | string[];
	weekly_hours: number | string;
	fte: number | string | null;
	starts_on: string;
	ends_on: string | null;
	cpa: ContractPackageAreas | string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface FteAssignmentsOffices {
	id: string;
	fte_assignment: FteAssignments | string;
	jobcentre_office: JobcentreOffices | string;
	supplier: Suppliers | string;
}

export interface ImplementationCosts {
	id: string;
	contract: CallOffContracts | string;
	month: string;
	amount_pence: number | string | null;
	deferred_pence: number | string | null;
	deferral_reason: string | null;
	advise_by: string | null;
	advised_on: string | null;
	activity_completed_on: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface ImplementationPlans {
	id: string;
	contract: CallOffContracts | string;
	version: number | null;
	due_on: string | null;
	working_days_due_on: string | null;
	submitted_on: string | null;
	status: 'draft' | 'submitted' | 'amendment_requested' | 'approved' | null;
	amendment_requested_on: string | null;
	amendment_due_on: string | null;
	approved_on: string | null;
	approved_by: string | null;
	document: string | null;
	requests: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface ImportRuns {
	id: string;
	loaded_at: string;
	loaded_by: DirectusUser<Collections> | string | null;
	created: number;
	updated: number;
	unchanged: number;
	left_out: number;
	files: unknown;
	supplier: Suppliers | string | null;
	left_out_rows: string | null;
}

export interface InformationRequests {
	id: string;
	contract: CallOffContracts | string;
	kind: 'security_questionnaire' | 'freedom_of_information' | 'data_protection_rights' | 'ad_hoc_mi' | 'other';
	organisation: Organisations | string | null;
	requested_on: string;
	due_on: string | null;
	due_given: boolean | null;
	request: string | null;
	figures: unknown | null;
	answered_on: string | null;
	answer: string | null;
	answered_figures: unknown | null;
	answered_file: KeptFiles | string | null;
	answered_sha256: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface InitialMeetings {
	id: string;
	referral: Referrals | string;
	held_on: string | null;
	place: 'jobcentre_plus' | 'supplier_premises' | 'elsewhere' | 'digital' | null;
	jobcentre_office: JobcentreOffices | string | null;
	started_at: string | null;
	finished_at: string | null;
	elsewhere_reason: string | null;
	outcome: 'start' | 'declined' | 'not_eligible' | 'not_suitable' | 'did_not_attend' | null;
	dependency_is_a_barrier: boolean | null;
	aged_18_or_over: 'yes' | 'no' | 'not_known' | null;
	lives_in_area: 'yes' | 'no' | 'not_known' | null;
	benefit_position: 'claims_benefits' | 'unemployed_without_benefits' | 'neither' | null;
	assurance: string | null;
	decided_by: PeerMentors | string | null;
	decided_on: string | null;
	eligibility_complete: boolean | null;
	voluntary_explained: boolean | null;
	voluntary_explained_on: string | null;
	data_use_explained: boolean | null;
	data_use_explained_on: string | null;
	claim_encouraged: boolean | null;
	result_told_on: string | null;
	notes: string | null;
	restricted: boolean;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Invoices {
	id: string;
	contract: CallOffContracts | string;
	payment: Payments | string | null;
	amount_pence: number | string | null;
	number: string;
	cost_centre: string | null;
	account_code: string | null;
	purchase_order: string | null;
	purchase_order_line: string | null;
	document: string | null;
	sent_on: string | null;
	late: boolean | null;
	status: 'draft' | 'ready' | 'sent' | 'paid' | 'rejected' | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface IprLogEntries {
	id: string;
	contract: CallOffContracts | string;
	title: string;
	version: string;
	dated_on: string;
	document: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface JobcentreOffices {
	id: string;
	name: string;
	name_cy: string | null;
	name_printed: string | null;
	delivery_area: DeliveryAreas | string;
	calendar: 'england-and-wales' | 'scotland' | 'northern-ireland';
}

export interface LocalServices {
	id: string;
	name: string;
	kind: 'treatment' | 'mutual_aid' | 'mental_health' | 'health' | 'housing' | 'money' | 'safety' | 'justice' | 'employment' | 'volunteering' | 'education' | 'community' | 'other' | (string & {});
	delivery_area: DeliveryAreas | string;
	languages: ('en-GB' | 'cy-GB')[] | null;
	contact: string | null;
	checked_on: string | null;
	offers: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface OwnReminders {
	id: string;
	name: string;
	name_cy: string | null;
	about: 'due_date' | 'meeting_arranged' | 'next_appointment' | 'action' | 'received' | 'start';
	clocks: ('initial_meeting' | 'diagnostic_interview' | 'smart_action_plan' | 'four_sessions' | 'eight_sessions' | 'baseline_survey' | 'survey_six_months' | 'survey_twelve_months' | 'pmi' | 'mentee_tracker' | 'implementation_plan' | 'plan_amendment' | 'document_review' | 'improvement_plan' | 'improvement_actions' | 'invoices' | 'milestone_start_up_meeting' | 'milestone_implementation_plan' | 'milestone_implementation_period' | 'milestone_support_starts' | 'milestone_baseline_survey' | 'milestone_last_start_date' | 'milestone_support_ends' | 'request_security_questionnaire' | 'request_freedom_of_information' | 'request_data_protection_rights' | 'request_ad_hoc_mi' | 'request_other')[] | null;
	timing: 'before' | 'on' | 'after';
	working_days: number | null;
	recipients: ('peer_mentor' | 'supplier_manager' | 'supplier_mi')[] | null;
	contract: CallOffContracts | string | null;
	active: boolean;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface HelpTexts {
	id: string;
	place: string;
	text: string;
	text_cy: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface KeptFiles {
	id: string;
	name: string;
	media_type: string;
	bytes: number;
	sha256: string;
	content: string;
	date_created: string | null;
}

export interface MarketingProducts {
	id: string;
	contract: CallOffContracts | string;
	name: string;
	kind: 'leaflet' | 'poster' | 'online' | 'branding' | 'other' | (string & {});
	language: 'en-GB' | 'cy-GB' | null;
	status: 'draft' | 'submitted' | 'approved' | 'rejected' | null;
	submitted_on: string | null;
	approved_on: string | null;
	approved_by: string | null;
	in_use: boolean | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface MeetingActions {
	id: string;
	meeting: Meetings | string;
	what: string;
	owner: string | null;
	due_on: string | null;
	done_on: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Meetings {
	id: string;
	contract: CallOffContracts | string;
	kind: 'start_up' | 'weekly' | 'monthly' | 'other' | (string & {});
	planned_on: string;
	held_on: string | null;
	notes: string | null;
	meeting_actions: MeetingActions[] | string[];
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Mentees {
	id: string;
	stage: 'referred' | 'met' | 'not_starting' | 'started' | 'planned' | 'in_support' | 'left' | null;
	next_due_on: string | null;
	outstanding: ('nino_missing' | 'customer_notice_missing' | 'consent_missing' | 'result_not_told' | 'jobcentre_not_told_of_start' | 'jobcentre_not_told_of_end' | 'analysts_not_told_of_contact' | 'meeting_incomplete' | 'interview_incomplete' | 'plan_not_on_record' | 'review_not_documented' | 'plan_change_asked' | 'disclosure_missing' | 'digital_share_reached' | 'dropout_due' | 'leaving_unfinished')[] | null;
	first_name: string | null;
	last_name: string | null;
	phone: string | null;
	email: string | null;
	preferred_language: 'en-GB' | 'cy-GB' | null;
	dwp_customer: 'yes' | 'no' | 'not_known' | null;
	customer_since_on: string | null;
	customer_notice_on: string | null;
	nino: string | null;
	benefits: ('universal_credit' | 'jsa_income_based' | 'jsa_new_style' | 'esa_income_related' | 'esa_new_style' | 'income_support' | 'working_tax_credit' | 'personal_independence_payment' | 'carers_allowance' | 'housing_benefit' | 'other_benefit' | 'none' | 'not_known' | (string & {}))[] | null;
	universal_credit_regime: 'intensive_work_search' | 'light_touch' | 'working_enough' | 'work_preparation' | 'work_focused_interview' | 'no_work_related_requirements' | 'not_known' | (string & {}) | null;
	disclosure: 'pre_disclosed' | 'disclosed_after_joining' | 'not_disclosed' | 'not_a_dwp_customer' | null;
	disclosed_on: string | null;
	next_appointment_on: string | null;
	next_appointment_at: string | null;
	next_appointment_place: string | null;
	next_appointment_confirmed_by: 'phone' | 'text_message' | 'email' | 'letter' | 'in_person' | 'through_referrer' | (string & {}) | null;
	referral: Referrals | string;
	peer_mentor: PeerMentors | string | null;
	start_on: string | null;
	consents: Consents[] | string[];
	consent_given_on: string | null;
	consent_withdrawn_on: string | null;
	baseline_surveys: BaselineSurveys[] | string[];
	employment_status: 'in_paid_employment' | 'looking_for_work' | 'not_looking_for_work' | 'not_known' | (string & {}) | null;
	unemployment_length: 'under_6_months' | 'from_6_to_11_months' | 'from_12_to_23_months' | 'from_24_to_35_months' | 'from_36_months' | 'never_worked' | 'working_now' | 'not_known' | (string & {}) | null;
	benefits_at_start: ('universal_credit' | 'jsa_income_based' | 'jsa_new_style' | 'esa_income_related' | 'esa_new_style' | 'income_support' | 'working_tax_credit' | 'personal_independence_payment' | 'carers_allowance' | 'housing_benefit' | 'other_benefit' | 'none' | 'not_known' | (string & {}))[] | null;
	diagnostic_interviews: DiagnosticInterviews[] | string[];
	substances: ('alcohol' | 'heroin' | 'prescription_opioids' | 'crack_cocaine' | 'powder_cocaine' | 'amphetamines' | 'cannabis' | 'synthetic_cannabinoids' | 'benzodiazepines' | 'gabapentinoids' | 'ketamine' | 'ecstasy' | 'hallucinogens' | 'solvents' | 'over_the_counter_medicine' | 'other_drug' | 'not_disclosed' | (string & {}))[] | null;
	main_substance: 'alcohol' | 'heroin' | 'prescription_opioids' | 'crack_cocaine' | 'powder_cocaine' | 'amphetamines' | 'cannabis' | 'synthetic_cannabinoids' | 'benzodiazepines' | 'gabapentinoids' | 'ketamine' | 'ecstasy' | 'hallucinogens' | 'solvents' | 'over_the_counter_medicine' | 'other_drug' | 'not_disclosed' | (string & {}) | null;
	addiction_group: 'opiate' | 'non_opiate' | 'non_opiate_and_alcohol' | 'alcohol' | 'not_known' | null;
	action_plans: ActionPlans[] | string[];
	sessions_counted: number | null;
	face_to_face_sessions: number | null;
	digital_percent: number | string | null;
	sessions: Sessions[] | string[];
	travel_claims: TravelClaims[] | string[];
	treatment_statuses: TreatmentStatuses[] | string[];
	support_engagements: SupportEngagements[] | string[];
	ended_on: string | null;
	end_reason: 'completed' | 'dropout' | 'started_work' | 'entered_treatment' | 'moved_away' | 'in_custody' | 'health' | 'chose_to_leave' | 'ended_by_supplier' | 'not_eligible' | 'died' | 'trial_ended' | 'other' | (string & {}) | null;
	end_reason_detail: string | null;
	final_review_on: string | null;
	shorter_support_reason: string | null;
	destination: 'employment' | 'education_or_training' | 'volunteering' | 'treatment' | 'other_support' | 'no_further_support' | 'not_known' | (string & {}) | null;
	onward_service: LocalServices | string | null;
	sharing_encouraged: boolean | null;
	claim_encouraged: boolean | null;
	next_steps: string | null;
	leaving_missing: ('reason' | 'reason_in_words' | 'destination' | 'next_steps' | 'sharing_encouraged' | 'claim_encouraged' | 'jobcentre_told' | 'actions_settled')[] | null;
	notifications_to_jobcentre: NotificationsToJobcentre[] | string[];
	allocations: Allocations[] | string[];
	service_level_clocks: ServiceLevelClocks[] | string[];
	name: string | null;
	reference: string | null;
	contract: CallOffContracts | string | null;
	cpa: ContractPackageAreas | string | null;
	delivery_area: DeliveryAreas | string | null;
	dropout_due_on: string | null;
	contact_changed_on: string | null;
	restricted: boolean;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
	digital_limit_reached: boolean;
}

export interface MentorSteps {
	id: string;
	sort: number | null;
	about: 'mentee' | 'referral' | 'none';
	stages: ('referred' | 'met' | 'not_starting' | 'started' | 'planned' | 'in_support' | 'left')[] | null;
	title_en: string;
	title_cy: string;
	button_en: string;
	button_cy: string;
	intro_en: string | null;
	intro_cy: string | null;
	said_en: string;
	said_cy: string;
	parts: unknown;
}

export interface MiReturnVersions {
	id: string;
	mi_return: MiReturns | string;
	contract: CallOffContracts | string;
	month: string;
	version: number;
	submitted_at: string;
	submitted_by: DirectusUser<Collections> | string | null;
	submitted_by_name: string | null;
	submitted_by_email: string | null;
	sha256: string;
	definitions: string;
	template: string | null;
	reason: string | null;
	differences: unknown | null;
	acknowledged: unknown | null;
	figures: unknown;
	file: KeptFiles | string;
	records: KeptFiles | string;
	supplier: Suppliers | string;
}

export interface MiReturns {
	id: string;
	contract: CallOffContracts | string;
	month: string;
	due_on: string | null;
	status: 'draft' | 'submitted';
	sent_on: string | null;
	sent_reference: string | null;
	awaits_sending: boolean;
	periodic_returns: PeriodicReturns[] | string[];
	spend_against_profile: string | null;
	recruitment: string | null;
	mitigations: string | null;
	results_achieved: string | null;
	remedial_plans: string | null;
	nothing_to_report: ('spend_against_profile' | 'recruitment' | 'mitigations' | 'results_achieved' | 'remedial_plans')[] | null;
	submitted_at: string | null;
	submitted_by: DirectusUser<Collections> | string | null;
	sha256: string | null;
	figures: unknown | null;
	late: boolean | null;
	tracker_sent_on: string | null;
	versions: MiReturnVersions[] | string[];
	sendings: ReturnSendings[] | string[];
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Milestones {
	id: string;
	contract: CallOffContracts | string;
	milestone: 'start_up_meeting' | 'implementation_plan' | 'implementation_period' | 'support_starts' | 'baseline_survey' | 'last_start_date' | 'support_ends';
	due_on: string | null;
	met_on: string | null;
	status: 'pending' | 'met' | 'missed' | null;
	evidence: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface NotificationsToJobcentre {
	id: string;
	referral: Referrals | string;
	mentee: Mentees | string | null;
	told_to: 'work_coach' | 'single_point_of_contact' | 'third_party' | 'analysts';
	about: 'referral_result' | 'taking_part' | 'contact_details' | 'completed' | 'left_early';
	result: 'will_start' | 'will_not_start' | 'not_eligible' | 'not_reached' | null;
	told_on: string;
	method: 'phone' | 'text_message' | 'email' | 'letter' | 'in_person' | 'through_referrer' | (string & {}) | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	restricted: boolean;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface OfficeVisitWeeks {
	id: string;
	peer_mentor: PeerMentors | string;
	jobcentre_office: JobcentreOffices | string;
	week_starts_on: string;
	visits: number;
	planned: number;
	missed: number;
	gap: boolean;
	contract: CallOffContracts | string;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
}

export interface OfficeVisits {
	id: string;
	peer_mentor: PeerMentors | string;
	jobcentre_office: JobcentreOffices | string;
	visited_on: string;
	arrived_at: string | null;
	left_at: string | null;
	note: string | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Organisations {
	id: string;
	contract: CallOffContracts | string;
	name: string;
	service: string;
	small_or_medium: boolean | null;
	contact: string | null;
	from_on: string;
	until_on: string | null;
	information_requests: InformationRequests[] | string[];
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface OutreachContacts {
	id: string;
	peer_mentor: PeerMentors | string;
	contacted_on: string;
	organisation: string;
	organisation_type: 'treatment_service' | 'charity' | 'health_service' | 'mental_health_service' | 'criminal_justice' | 'housing_service' | 'local_authority' | 'employment_provider' | 'self_family_or_friend' | 'other' | (string & {}) | null;
	material: MarketingProducts | string | null;
	copies: number | null;
	link_made: boolean | null;
	contact: string | null;
	agreed: string | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Payments {
	id: string;
	contract: CallOffContracts | string;
	month: string;
	line: 'implementation_costs' | 'delivery_fee_80' | 'delivery_fee_20';
	amount_pence: number | string;
	deferred_pence: number | string | null;
	deferral_reason: string | null;
	status: 'planned' | 'due' | 'deferred' | 'claimed' | 'paid' | 'forfeited' | null;
	claimable_from: string | null;
	waits_for: ('start_up_meeting' | 'implementation_plan' | 'implementation_period' | 'support_starts' | 'baseline_survey' | 'last_start_date' | 'support_ends')[] | null;
	invoiced_pence: number | string | null;
	at_risk: boolean | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface PeerMentors {
	id: string;
	first_name: string | null;
	last_name: string | null;
	reference: string | null;
	user: DirectusUser<Collections> | string | null;
	outstanding: ('lived_experience_missing' | 'vetting_missing' | 'training_missing' | 'pay_missing' | 'supervision_missing' | 'welsh_missing' | 'moved_across_districts' | 'mentees_to_hand_over' | 'fte_gap_ahead')[] | null;
	works_in_welsh: 'yes' | 'no' | 'not_known' | null;
	away_from_on: string | null;
	away_until_on: string | null;
	lived_experience_attested_on: string | null;
	vetting: 'not_started' | 'in_progress' | 'cleared' | 'not_cleared' | null;
	vetted_on: string | null;
	employment_basis: 'paid_employee' | 'paid_otherwise' | 'unpaid' | null;
	fte_assignments: FteAssignments[] | string[];
	training_records: TrainingRecords[] | string[];
	office_visits: OfficeVisits[] | string[];
	mentees_now: number;
	leaves_on: string | null;
	fte_gap_after: number | string | null;
	mentees_in_12_months: number | null;
	mentees_per_fte: number | string | null;
	evaluation_interviews: number | null;
	evaluation_interviews_missing: number | null;
	name: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface PerformanceImprovementPlans {
	id: string;
	contract: CallOffContracts | string;
	service_level: 'pmi' | 'mentee_tracker' | 'initial_meeting' | 'diagnostic_interview' | 'smart_action_plan' | 'interventions' | 'baseline_survey' | 'fte';
	month: string;
	opened_on: string | null;
	status: 'to_be_written' | 'submitted' | 'being_carried_out' | 'completed' | 'poor_performance_continues' | 'not_needed' | null;
	critical: boolean | null;
	missed_again: string | null;
	cause: string | null;
	actions: string | null;
	responsible: string | null;
	due_on: string | null;
	submitted_on: string | null;
	begun_on: string | null;
	closed_on: string | null;
	decision: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Questionnaires {
	id: string;
	contract: CallOffContracts | string;
	name: string;
	version: string | null;
	in_use_from: string | null;
	questions: SurveyQuestions[] | string[];
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface PeriodicReturns {
	id: string;
	kind: 'subcontractor_spend' | 'sme_spend' | 'contract_cost_register' | 'ipr_log';
	status: 'to_prepare' | 'ready' | 'submitted' | 'sent';
	due_on: string;
	month: string;
	nil_declared: boolean;
	declared_by: DirectusUser<Collections> | string | null;
	declared_on: string | null;
	contract: CallOffContracts | string;
	mi_return: MiReturns | string;
	starts_on: string;
	ends_on: string;
	file: KeptFiles | string | null;
	template: string | null;
	figures: unknown | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface PlanReviews {
	id: string;
	action_plan: ActionPlans | string;
	reviewed_on: string;
	summary: string | null;
	result: 'unchanged' | 'updated' | 'achieved' | null;
	work_readiness: 'not_ready' | 'thinking' | 'preparing' | 'nearly_ready' | 'ready' | null;
	trusts_jobcentre: 'yes' | 'partly' | 'no' | null;
	trusts_mentor: 'yes' | 'partly' | 'no' | null;
	plan_then: unknown | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	restricted: boolean;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface PlanConfirmations {
	id: string;
	action_plan: ActionPlans | string;
	answer: 'agreed' | 'change_asked' | null;
	answered_at: string | null;
	asked_change: string | null;
	wording: string | null;
	read_in: 'en-GB' | 'cy-GB' | null;
	expires_on: string;
	plan_then: unknown | null;
	version: string | null;
	token_hash: string | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	restricted: boolean;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
}

export interface PlanSampleDraws {
	id: string;
	contract: CallOffContracts | string;
	quarter: string;
	plan_samples: PlanSamples[] | string[];
	drawn_on: string | null;
	sample_size: number | null;
	drawn_from: number | null;
	seed: string | null;
	areas: unknown | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface PlanSamples {
	id: string;
	status: 'drawn' | 'in_review' | 'rejected' | 'released' | 'removed';
	position: number | null;
	draw: PlanSampleDraws | string | null;
	contract: CallOffContracts | string;
	quarter: string;
	cpa: ContractPackageAreas | string | null;
	reviewed_on: string | null;
	reviewed_by: DirectusUser<Collections> | string | null;
	released_on: string | null;
	reject_reason: string | null;
	action_plan: ActionPlans | string | null;
	redactions: unknown | null;
	passages_read: unknown | null;
	anonymised: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
	restricted: boolean;
}

export interface ReferralLinks {
	id: string;
	contract: CallOffContracts | string;
	cpa: ContractPackageAreas | string | null;
	route: 'jobcentre_plus' | 'third_party';
	organisation: string;
	jobcentre_office: JobcentreOffices | string | null;
	expires_on: string;
	withdrawn_on: string | null;
	token_hash: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Referrals {
	id: string;
	first_name: string | null;
	last_name: string | null;
	phone: string | null;
	email: string | null;
	preferred_language: 'en-GB' | 'cy-GB' | null;
	aged_18_or_over: 'yes' | 'no' | 'not_known' | null;
	dwp_customer: 'yes' | 'no' | 'not_known' | null;
	benefits: ('universal_credit' | 'jsa_income_based' | 'jsa_new_style' | 'esa_income_related' | 'esa_new_style' | 'income_support' | 'working_tax_credit' | 'personal_independence_payment' | 'carers_allowance' | 'housing_benefit' | 'other_benefit' | 'none' | 'not_known' | (string & {}))[] | null;
	reference: string | null;
	received_on: string | null;
	route: 'jobcentre_plus' | 'third_party';
	jobcentre_office: JobcentreOffices | string | null;
	work_coach: string | null;
	third_party_organisation: string | null;
	third_party_type: 'treatment_service' | 'charity' | 'health_service' | 'mental_health_service' | 'criminal_justice' | 'housing_service' | 'local_authority' | 'employment_provider' | 'self_family_or_friend' | 'other' | (string & {}) | null;
	third_party_contact: string | null;
	referrer_phone: string | null;
	referrer_email: string | null;
	permission_obtained: boolean | null;
	cpa: ContractPackageAreas | string;
	delivery_area: DeliveryAreas | string | null;
	contract: CallOffContracts | string;
	peer_mentor: PeerMentors | string | null;
	meeting_arranged_on: string | null;
	meeting_arranged_at: string | null;
	meeting_arranged_place: 'jobcentre_plus' | 'supplier_premises' | 'elsewhere' | 'digital' | null;
	meeting_arranged_office: JobcentreOffices | string | null;
	confirmed_by: 'phone' | 'text_message' | 'email' | 'letter' | 'in_person' | 'through_referrer' | (string & {}) | null;
	initial_meetings: InitialMeetings[] | string[];
	consents: Consents[] | string[];
	notifications_to_jobcentre: NotificationsToJobcentre[] | string[];
	consent_given_on: string | null;
	consent_withdrawn_on: string | null;
	mentees: Mentees[] | string[];
	service_level_clocks: ServiceLevelClocks[] | string[];
	name: string | null;
	stage: 'referred' | 'met' | 'not_starting' | 'started' | 'planned' | 'in_support' | 'left' | null;
	next_due_on: string | null;
	referral_link: ReferralLinks | string | null;
	referred_by: DirectusUser<Collections> | string | null;
	restricted: boolean;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface ReleasedFigures {
	id: string;
	contract: CallOffContracts | string;
	name: string;
	released_on: string;
	counts: string;
}

export interface RemindedMatters {
	id: string;
	key: string;
	reminder: Reminders | string;
}

export interface Reminders {
	id: string;
	recipient: DirectusUser<Collections> | string;
	told_at: string;
	kinds: ('return_not_sent' | 'due_soon' | 'overdue' | 'surveys_due' | 'own' | 'disengaged' | 'dropout_proposed' | 'consent_missing' | 'office_visit_missing' | 'safeguarding_due' | 'mentor_incomplete' | 'welsh_mentor_missing' | 'fte_gap' | 'fte_gap_ahead' | 'plan_opened' | 'evidence_missing' | 'contract_due_soon' | 'contract_overdue' | 'returns_opened' | 'returns_incomplete' | 'returns_due' | 'returns_late' | 'tracker_late' | 'quarterly_spend' | 'six_monthly_documents' | 'plan_sample' | 'unusual_reading' | 'administrator_used' | 'administration' | 'nobody_to_tell' | 'mail_failed')[];
	matters: number;
	mail: 'none' | 'waiting' | 'sending' | 'sent' | 'failed' | 'refused';
	mail_tries: number;
	mail_tried_at: string | null;
	mail_error: string | null;
}

export interface RestrictionPeriods {
	id: string;
	contract: CallOffContracts | string;
	from_on: string;
	until_on: string | null;
	reason: string;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface ReturnSendings {
	id: string;
	mi_return: MiReturns | string;
	contract: CallOffContracts | string;
	month: string;
	part: 'pmi' | 'mentee_tracker';
	version: number | null;
	sent_on: string;
	reference: string | null;
	reason: string | null;
	receipt: KeptFiles | string | null;
	recorded_at: string;
	recorded_by: DirectusUser<Collections> | string | null;
	supplier: Suppliers | string;
}

export interface ReturnTemplates {
	id: string;
	kind: 'pmi' | 'mentee_tracker' | 'subcontractor_spend' | 'sme_spend' | 'contract_cost_register' | 'ipr_log';
	version: string;
	received_on: string | null;
	in_use_from: string | null;
	file: DirectusFile<Collections> | string | null;
	mapping: unknown | null;
	structure: unknown | null;
	supplier: Suppliers | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface RisksAndIssues {
	id: string;
	contract: CallOffContracts | string;
	kind: 'risk' | 'issue';
	title: string;
	description: string | null;
	likelihood: 'low' | 'medium' | 'high' | null;
	impact: 'low' | 'medium' | 'high' | null;
	mitigation: string | null;
	raised_on: string;
	closed_on: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface SafeguardingConcerns {
	id: string;
	reference: string | null;
	about: 'mentee' | 'peer_mentor';
	mentee: Mentees | string | null;
	peer_mentor: PeerMentors | string | null;
	raised_on: string;
	concern: string | null;
	stage: 'raised' | 'assessed' | 'referred' | 'closed' | null;
	due_on: string | null;
	assessed_on: string | null;
	referred_on: string | null;
	referred_to: string | null;
	reviewed_on: string | null;
	handling: string | null;
	closed_on: string | null;
	outcome: string | null;
	supplier: Suppliers | string;
	restricted: boolean;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface SampleItems {
	id: string;
	sample: SampleRequests | string;
	position: number;
	number: string | null;
	referral: Referrals | string | null;
	reference: string | null;
	activity_on: string | null;
	result: 'not_checked' | 'valid' | 'not_valid' | null;
	response: string | null;
	buyer_response: string | null;
	supplier: Suppliers | string;
	restricted: boolean;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface SampleRequests {
	id: string;
	contract: CallOffContracts | string;
	number: string | null;
	requested_on: string;
	activity: 'initial_meeting' | 'diagnostic_interview' | 'smart_action_plan' | 'session' | 'baseline_survey';
	from_on: string | null;
	until_on: string | null;
	size: number;
	redraw_reason: string | null;
	drawn_from: number | null;
	seed: string | null;
	sample_items: SampleItems[] | string[];
	answered_on: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface SecondFactorResets {
	id: string;
	email: string;
	checked_how: string;
	reset: boolean;
	reset_at: string | null;
	reset_by: DirectusUser<Collections> | string | null;
	account: DirectusUser<Collections> | string | null;
	supplier: Suppliers | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface ServiceLevelClocks {
	id: string;
	service_level: 'initial_meeting' | 'diagnostic_interview' | 'smart_action_plan' | 'four_sessions' | 'eight_sessions' | 'baseline_survey' | 'survey_six_months' | 'survey_twelve_months' | 'pmi' | 'mentee_tracker' | 'implementation_plan' | 'plan_amendment' | 'document_review' | 'improvement_plan' | 'improvement_actions' | 'invoices' | 'milestone_start_up_meeting' | 'milestone_implementation_plan' | 'milestone_implementation_period' | 'milestone_support_starts' | 'milestone_baseline_survey' | 'milestone_last_start_date' | 'milestone_support_ends' | 'request_security_questionnaire' | 'request_freedom_of_information' | 'request_data_protection_rights' | 'request_ad_hoc_mi' | 'request_other';
	badge: string | null;
	referral: Referrals | string | null;
	mentee: Mentees | string | null;
	subject: string | null;
	started_on: string;
	due_on: string;
	met_on: string | null;
	status: 'pending' | 'met' | 'missed';
	month: string | null;
	session_minutes: number | null;
	session_count: number | null;
	contract: CallOffContracts | string | null;
	cpa: ContractPackageAreas | string | null;
	restricted: boolean;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
}

export interface ServiceLevelResults {
	id: string;
	contract: CallOffContracts | string;
	cpa: ContractPackageAreas | string | null;
	month: string;
	service_level: 'pmi' | 'mentee_tracker' | 'initial_meeting' | 'diagnostic_interview' | 'smart_action_plan' | 'interventions' | 'baseline_survey' | 'fte';
	status: 'pending' | 'met' | 'missed';
	met: number;
	missed: number;
	pending: number;
	percent: number | string | null;
	lowest_fte: number | string | null;
	minimum_fte: number | string | null;
	fte_gap: number | string | null;
	days_below: number | null;
	supplier: Suppliers | string;
	released: boolean;
}

export interface ServiceLevels {
	id: string;
	name_en: string;
	name_cy: string;
	critical: boolean | null;
	working_days: number | null;
	paragraph: string | null;
	requirement: string | null;
	requirement_cy: string | null;
}

export interface SessionPlaces {
	id: string;
	contract: CallOffContracts | string;
	name: string;
	address: string | null;
	approved_by: string | null;
	approved_on: string | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Sessions {
	id: string;
	mentee: Mentees | string;
	held_on: string;
	attendance: 'attended' | 'missed' | 'cancelled_on_the_day' | 'cancelled_earlier' | 'cancelled_by_mentor';
	mode: 'face_to_face' | 'digital';
	digital_agreed: boolean | null;
	under_restriction: boolean;
	place: SessionPlaces | string | null;
	place_other: string | null;
	minutes: number | null;
	one_to_one: boolean | null;
	note: string | null;
	attention: ('first_digital' | 'agreement_missing' | 'place_not_approved' | 'place_missing')[] | null;
	restricted: boolean;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface SpendEntries {
	id: string;
	contract: CallOffContracts | string;
	kind: 'subcontractor' | 'sme';
	organisation: string;
	spent_on: string;
	amount_pence: number;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Supervisions {
	id: string;
	peer_mentor: PeerMentors | string;
	held_on: string;
	next_on: string | null;
	agreed: string | null;
	notes: string | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface Suppliers {
	id: string;
	name: string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
	import_columns: unknown | null;
}

export interface SurveyQuestions {
	id: string;
	questionnaire: Questionnaires | string;
	sort: number;
	kind: 'text' | 'number' | 'yes_no' | 'scale' | 'choice';
	text_en: string;
	text_cy: string;
	choices: unknown | null;
	must_answer: boolean | null;
	supplier: Suppliers | string;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface SupportEngagements {
	id: string;
	mentee: Mentees | string;
	kind: 'treatment' | 'buyer_programme' | 'training' | 'volunteering' | 'education' | 'employment' | 'other_service';
	local_service: LocalServices | string | null;
	programme: 'restart_scheme' | 'work_and_health_programme' | 'intensive_personalised_employment_support' | 'access_to_work' | 'local_supported_employment' | 'connect_to_work' | 'sector_based_work_academy' | 'individual_placement_and_support' | 'other' | (string & {}) | null;
	training_type: 'basic_skills' | 'english_for_other_languages' | 'employability' | 'vocational' | 'licence_or_card' | 'traineeship' | 'apprenticeship' | 'supported_internship' | 'recovery_or_wellbeing' | 'other' | (string & {}) | null;
	volunteering_type: 'recovery_service' | 'charity' | 'food_bank' | 'environment' | 'sport_youth_or_arts' | 'other' | (string & {}) | null;
	education_type: 'further_full_time' | 'further_part_time' | 'higher' | 'adult_or_community' | 'other' | (string & {}) | null;
	sector: 'agriculture' | 'mining' | 'manufacturing' | 'energy' | 'water_and_waste' | 'construction' | 'retail_and_wholesale' | 'transport' | 'accommodation_and_food' | 'information_and_communication' | 'finance' | 'real_estate' | 'professional' | 'administrative' | 'public_administration' | 'education' | 'health_and_social_work' | 'arts_and_recreation' | 'other_services' | 'households' | 'extraterritorial' | 'not_known' | (string & {}) | null;
	job_hours: 'employed_16_hours_or_more' | 'employed_under_16_hours' | 'self_employed_16_hours_or_more' | 'self_employed_under_16_hours' | (string & {}) | null;
	referred_on: string | null;
	entered_on: string | null;
	ended_on: string | null;
	treatment_result: 'completed_drug_free' | 'completed_alcohol_free' | 'completed_occasional_user' | 'transferred' | 'transferred_in_custody' | 'dropped_out' | 'withdrawn_by_provider' | 'retained_in_custody' | 'declined_to_start' | 'died' | (string & {}) | null;
	reason_left: string | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	restricted: boolean;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface TrainingRecords {
	id: string;
	peer_mentor: PeerMentors | string;
	topic: 'encouraging_disclosure' | 'traumatic_experiences' | 'keeping_a_distance' | 'complex_needs' | 'safeguarding' | 'data_protection' | 'jobcentre_support_offer' | 'other' | (string & {});
	completed_on: string;
	provider: string | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface TravelClaims {
	id: string;
	mentee: Mentees | string;
	travelled_to: 'session' | 'interview';
	session: Sessions | string | null;
	interview: string | null;
	travelled_on: string;
	amount_pence: number;
	status: 'claimed' | 'approved' | 'paid' | 'refused' | null;
	paid_on: string | null;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	restricted: boolean;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface TreatmentStatuses {
	id: string;
	mentee: Mentees | string;
	status: 'not_in_treatment' | 'referred' | 'in_treatment' | 'recovery_support_only' | 'completed' | 'left_before_completing' | 'declined' | 'not_known' | (string & {});
	since_on: string;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	restricted: boolean;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface UpskillingSessions {
	id: string;
	peer_mentor: PeerMentors | string;
	jobcentre_office: JobcentreOffices | string;
	direction: 'to_jobcentre' | 'to_mentors' | null;
	held_on: string;
	attendees: number;
	topic: string;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface WorkingWishes {
	id: string;
	mentee: Mentees | string;
	peer_mentor: PeerMentors | string;
	side: 'mentee' | 'mentor';
	since_on: string | null;
	until_on: string | null;
	reason: string | null;
	restricted: boolean;
	supplier: Suppliers | string;
	mentor_user: DirectusUser<Collections> | string | null;
	date_created: string | null;
	user_created: DirectusUser<Collections> | string | null;
	date_updated: string | null;
	user_updated: DirectusUser<Collections> | string | null;
}

export interface DirectusUsers {
	supplier: Suppliers | string | null;
}

/** What `createDirectus<Collections>` takes. */
export interface Collections {
	access_log: AccessLog[];
	action_plans: ActionPlans[];
	actions: Actions[];
	allocations: Allocations[];
	approved_documents: ApprovedDocuments[];
	attendance_patterns: AttendancePatterns[];
	bank_holidays: BankHolidays[];
	baseline_surveys: BaselineSurveys[];
	call_off_contracts: CallOffContracts[];
	clock_recomputations: ClockRecomputations[];
	code_lists: CodeLists[];
	codes: Codes[];
	complaints: Complaints[];
	configuration_conflicts: ConfigurationConflicts[];
	consents: Consents[];
	contract_cpas: ContractCpas[];
	contract_package_areas: ContractPackageAreas[];
	cost_register_entries: CostRegisterEntries[];
	data_dictionary: DataDictionary[];
	delivery_areas: DeliveryAreas[];
	diagnostic_interviews: DiagnosticInterviews[];
	erasures: Erasures[];
	evaluation_participation: EvaluationParticipation[];
	exit_plans: ExitPlans[];
	fte_assignments: FteAssignments[];
	fte_assignments_offices: FteAssignmentsOffices[];
	implementation_costs: ImplementationCosts[];
	implementation_plans: ImplementationPlans[];
	import_runs: ImportRuns[];
	information_requests: InformationRequests[];
	initial_meetings: InitialMeetings[];
	invoices: Invoices[];
	ipr_log_entries: IprLogEntries[];
	jobcentre_offices: JobcentreOffices[];
	local_services: LocalServices[];
	own_reminders: OwnReminders[];
	help_texts: HelpTexts[];
	kept_files: KeptFiles[];
	marketing_products: MarketingProducts[];
	meeting_actions: MeetingActions[];
	meetings: Meetings[];
	mentees: Mentees[];
	mentor_steps: MentorSteps[];
	mi_return_versions: MiReturnVersions[];
	mi_returns: MiReturns[];
	milestones: Milestones[];
	notifications_to_jobcentre: NotificationsToJobcentre[];
	office_visit_weeks: OfficeVisitWeeks[];
	office_visits: OfficeVisits[];
	organisations: Organisations[];
	outreach_contacts: OutreachContacts[];
	payments: Payments[];
	peer_mentors: PeerMentors[];
	performance_improvement_plans: PerformanceImprovementPlans[];
	questionnaires: Questionnaires[];
	periodic_returns: PeriodicReturns[];
	plan_reviews: PlanReviews[];
	plan_confirmations: PlanConfirmations[];
	plan_sample_draws: PlanSampleDraws[];
	plan_samples: PlanSamples[];
	referral_links: ReferralLinks[];
	referrals: Referrals[];
	released_figures: ReleasedFigures[];
	reminded_matters: RemindedMatters[];
	reminders: Reminders[];
	restriction_periods: RestrictionPeriods[];
	return_sendings: ReturnSendings[];
	return_templates: ReturnTemplates[];
	risks_and_issues: RisksAndIssues[];
	safeguarding_concerns: SafeguardingConcerns[];
	sample_items: SampleItems[];
	sample_requests: SampleRequests[];
	second_factor_resets: SecondFactorResets[];
	service_level_clocks: ServiceLevelClocks[];
	service_level_results: ServiceLevelResults[];
	service_levels: ServiceLevels[];
	session_places: SessionPlaces[];
	sessions: Sessions[];
	spend_entries: SpendEntries[];
	supervisions: Supervisions[];
	suppliers: Suppliers[];
	survey_questions: SurveyQuestions[];
	support_engagements: SupportEngagements[];
	training_records: TrainingRecords[];
	travel_claims: TravelClaims[];
	treatment_statuses: TreatmentStatuses[];
	upskilling_sessions: UpskillingSessions[];
	working_wishes: WorkingWishes[];
	directus_users: DirectusUsers;
}
