import access_action from './lists/access_action.json' with { type: 'json' };
import action_status from './lists/action_status.json' with { type: 'json' };
import addiction_group from './lists/addiction_group.json' with { type: 'json' };
import approval_status from './lists/approval_status.json' with { type: 'json' };
import approved_document_kind from './lists/approved_document_kind.json' with { type: 'json' };
import attendance from './lists/attendance.json' with { type: 'json' };
import barrier from './lists/barrier.json' with { type: 'json' };
import benefit from './lists/benefit.json' with { type: 'json' };
import benefit_position from './lists/benefit_position.json' with { type: 'json' };
import claim_status from './lists/claim_status.json' with { type: 'json' };
import clock from './lists/clock.json' with { type: 'json' };
import clock_status from './lists/clock_status.json' with { type: 'json' };
import code_missing from './lists/code_missing.json' with { type: 'json' };
import complaint_stage from './lists/complaint_stage.json' with { type: 'json' };
import complaint_subject from './lists/complaint_subject.json' with { type: 'json' };
import configuration_choice from './lists/configuration_choice.json' with { type: 'json' };
import consent_decision from './lists/consent_decision.json' with { type: 'json' };
import contact_method from './lists/contact_method.json' with { type: 'json' };
import counted_event from './lists/counted_event.json' with { type: 'json' };
import destination from './lists/destination.json' with { type: 'json' };
import disclosure from './lists/disclosure.json' with { type: 'json' };
import education_type from './lists/education_type.json' with { type: 'json' };
import employment_basis from './lists/employment_basis.json' with { type: 'json' };
import employment_programme from './lists/employment_programme.json' with { type: 'json' };
import employment_status from './lists/employment_status.json' with { type: 'json' };
import end_reason from './lists/end_reason.json' with { type: 'json' };
import evaluation_kind from './lists/evaluation_kind.json' with { type: 'json' };
import evaluation_party from './lists/evaluation_party.json' with { type: 'json' };
import hand_over_cause from './lists/hand_over_cause.json' with { type: 'json' };
import health_need from './lists/health_need.json' with { type: 'json' };
import housing from './lists/housing.json' with { type: 'json' };
import improvement_status from './lists/improvement_status.json' with { type: 'json' };
import information_request_kind from './lists/information_request_kind.json' with { type: 'json' };
import initial_meeting_outcome from './lists/initial_meeting_outcome.json' with { type: 'json' };
import invoice_status from './lists/invoice_status.json' with { type: 'json' };
import job_hours from './lists/job_hours.json' with { type: 'json' };
import journey_stage from './lists/journey_stage.json' with { type: 'json' };
import language from './lists/language.json' with { type: 'json' };
import leaving_part from './lists/leaving_part.json' with { type: 'json' };
import level from './lists/level.json' with { type: 'json' };
import mail_outcome from './lists/mail_outcome.json' with { type: 'json' };
import marketing_kind from './lists/marketing_kind.json' with { type: 'json' };
import meeting_kind from './lists/meeting_kind.json' with { type: 'json' };
import meeting_place from './lists/meeting_place.json' with { type: 'json' };
import mentor_outstanding from './lists/mentor_outstanding.json' with { type: 'json' };
import milestone from './lists/milestone.json' with { type: 'json' };
import notification_subject from './lists/notification_subject.json' with { type: 'json' };
import notified_party from './lists/notified_party.json' with { type: 'json' };
import other_barrier from './lists/other_barrier.json' with { type: 'json' };
import outstanding from './lists/outstanding.json' with { type: 'json' };
import payment_line from './lists/payment_line.json' with { type: 'json' };
import payment_status from './lists/payment_status.json' with { type: 'json' };
import periodic_return from './lists/periodic_return.json' with { type: 'json' };
import periodic_status from './lists/periodic_status.json' with { type: 'json' };
import personnel_change from './lists/personnel_change.json' with { type: 'json' };
import pmi_exception from './lists/pmi_exception.json' with { type: 'json' };
import question_kind from './lists/question_kind.json' with { type: 'json' };
import recomputation_cause from './lists/recomputation_cause.json' with { type: 'json' };
import referral_result from './lists/referral_result.json' with { type: 'json' };
import referral_route from './lists/referral_route.json' with { type: 'json' };
import reminded_day from './lists/reminded_day.json' with { type: 'json' };
import reminder from './lists/reminder.json' with { type: 'json' };
import reminder_recipient from './lists/reminder_recipient.json' with { type: 'json' };
import reminder_timing from './lists/reminder_timing.json' with { type: 'json' };
import report_part from './lists/report_part.json' with { type: 'json' };
import return_kind from './lists/return_kind.json' with { type: 'json' };
import return_status from './lists/return_status.json' with { type: 'json' };
import risk_kind from './lists/risk_kind.json' with { type: 'json' };
import safeguarding_stage from './lists/safeguarding_stage.json' with { type: 'json' };
import safeguarding_subject from './lists/safeguarding_subject.json' with { type: 'json' };
import sample_activity from './lists/sample_activity.json' with { type: 'json' };
import sample_result from './lists/sample_result.json' with { type: 'json' };
import sector from './lists/sector.json' with { type: 'json' };
import sending_part from './lists/sending_part.json' with { type: 'json' };
import sensitivity from './lists/sensitivity.json' with { type: 'json' };
import service_kind from './lists/service_kind.json' with { type: 'json' };
import service_level from './lists/service_level.json' with { type: 'json' };
import session_attention from './lists/session_attention.json' with { type: 'json' };
import session_mode from './lists/session_mode.json' with { type: 'json' };
import spend_kind from './lists/spend_kind.json' with { type: 'json' };
import step_subject from './lists/step_subject.json' with { type: 'json' };
import substance from './lists/substance.json' with { type: 'json' };
import success_factor from './lists/success_factor.json' with { type: 'json' };
import support_kind from './lists/support_kind.json' with { type: 'json' };
import survey_return from './lists/survey_return.json' with { type: 'json' };
import third_party_type from './lists/third_party_type.json' with { type: 'json' };
import tracker_column from './lists/tracker_column.json' with { type: 'json' };
import training_topic from './lists/training_topic.json' with { type: 'json' };
import training_type from './lists/training_type.json' with { type: 'json' };
import travel_purpose from './lists/travel_purpose.json' with { type: 'json' };
import treatment_exit from './lists/treatment_exit.json' with { type: 'json' };
import treatment_status from './lists/treatment_status.json' with { type: 'json' };
import trust from './lists/trust.json' with { type: 'json' };
import unemployment_length from './lists/unemployment_length.json' with { type: 'json' };
import universal_credit_regime from './lists/universal_credit_regime.json' with { type: 'json' };
import unusual_reading from './lists/unusual_reading.json' with { type: 'json' };
import upskilling_direction from './lists/upskilling_direction.json' with { type: 'json' };
import vetting_status from './lists/vetting_status.json' with { type: 'json' };
import volunteering_type from './lists/volunteering_type.json' with { type: 'json' };
import weekday from './lists/weekday.json' with { type: 'json' };
import wish_side from './lists/wish_side.json' with { type: 'json' };
import work_readiness from './lists/work_readiness.json' with { type: 'json' };
import working_day_calendar from './lists/working_day_calendar.json' with { type: 'json' };
import yes_no_not_known from './lists/yes_no_not_known.json' with { type: 'json' };
import { PLAN_CHOICES } from './plan-choices.ts';
import type { Words } from './words.ts';

/** What people read where a value stands, and its short code in returns. */
export interface Choice extends Words {
	code: string;
	/** The first day on which it can be chosen; nothing where it always could. */
	from?: string | null;
	/** The last day on which it can be chosen; nothing where it still can. */
	until?: string | null;
}
type Choices = Readonly<Record<string, Choice>>;

/** A list within another: its values and codes behind a prefix, so that they stay apart. */
export function within<Prefix extends string, List extends Choices>(prefix: Prefix, list: List) {
	return Object.fromEntries(
		Object.entries(list).map(([value, choice]) => [
			`${prefix}_${value}`,
			{ ...choice, code: `${prefix[0]}${choice.code}` },
		]),
	) as Record<`${Prefix}_${keyof List & string}`, Choice>;
}

/** Every list by its name: each is a file of `lists`, by its stored values, in the order in which they are offered. */
export const CHOICES = {
	substance,
	addiction_group,
	employment_status,
	unemployment_length,
	benefit,
	treatment_status,
	referral_route,
	third_party_type,
	initial_meeting_outcome,
	disclosure,
	barrier,
	housing,
	end_reason,
	treatment_exit,
	employment_programme,
	training_type,
	education_type,
	volunteering_type,
	job_hours,
	sector,
	attendance,
	session_mode,
	/** What a session has to be looked at for. */
	session_attention,
	...PLAN_CHOICES,
	personnel_change,
	language,
	yes_no_not_known,
	working_day_calendar,
	service_level,
	/** Everything that runs to a due day: the service levels of Table A, the contract's own deadlines, and surveys. */
	clock: { ...clock, ...within('milestone', milestone), ...within('request', information_request_kind) },
	recomputation_cause,
	reminded_day,
	reminder,
	reminder_recipient,
	reminder_timing,
	mail_outcome,
	clock_status,
	journey_stage,
	meeting_place,
	benefit_position,
	action_status,
	return_status,
	/** The narrative of a return (2.25). */
	report_part,
	/** What is sent each month (3.4). */
	sending_part,
	/** What a record lacks that the PMI needs. */
	pmi_exception,
	/** What a return counts in the month of its day. */
	counted_event,
	spend_kind,
	step_subject,
	universal_credit_regime,
	unusual_reading,
	contact_method,
	configuration_choice,
	consent_decision,
	notified_party,
	notification_subject,
	referral_result,
	support_kind,
	/** What a local service does. */
	service_kind,
	travel_purpose,
	question_kind,
	survey_return,
	/** Why a Mentee is handed over. */
	hand_over_cause,
	/** Whose wish it is not to work together. */
	wish_side,
	claim_status,
	/** What a code of these lists lacks. */
	code_missing,
	complaint_stage,
	destination,
	outstanding,
	/** What belongs to leaving and can still be missing. */
	leaving_part,
	health_need,
	other_barrier,
	training_topic,
	vetting_status,
	employment_basis,
	evaluation_kind,
	evaluation_party,
	milestone,
	meeting_kind,
	risk_kind,
	level,
	improvement_status,
	marketing_kind,
	approval_status,
	information_request_kind,
	sample_activity,
	sample_result,
	return_kind: { ...return_kind, ...periodic_return },
	periodic_return,
	success_factor,
	periodic_status,
	/** What somebody did with the records of people that leaves no other trace (5.1). */
	access_action,
	/** The columns of the Mentee Tracker (3.5), by their number. */
	tracker_column,
	payment_line,
	payment_status,
	invoice_status,
	safeguarding_subject,
	safeguarding_stage,
	mentor_outstanding,
	approved_document_kind,
	complaint_subject,
	weekday,
	upskilling_direction,
	sensitivity,
	trust,
	work_readiness,
} as const satisfies Record<string, Choices>;
