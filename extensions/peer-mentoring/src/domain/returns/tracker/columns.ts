import { codeLists, type CodeList, type CodeOf } from '../../language/code-lists.ts';
import * as journey from './journey-columns.ts';
import * as person from './person-columns.ts';
import type { TrackerMoment, TrackerReader, TrackerRecord, TrackerValue } from './record.ts';
import * as support from './support-columns.ts';

export type TrackerColumn = CodeOf<'tracker_column'>;
export type TrackerRow = Record<TrackerColumn, TrackerValue>;

interface ColumnDefinition {
	read: TrackerReader;
	/** What stands in its cells; a day alone can be a date of the spreadsheet. */
	kind: 'text' | 'day' | 'count';
	/** For whoever reads the workbook. */
	definition: string;
	/** The lists whose short codes it uses. */
	codes?: readonly CodeList[];
}

const MANY = 'Each occurrence by the cut-off, separated by semicolons.';

/** The columns of the Mentee Tracker (3.5): one reader each. */
export const TRACKER_COLUMNS: Readonly<Record<TrackerColumn, ColumnDefinition>> = {
	nino: {
		read: person.nino,
		kind: 'text',
		definition: 'National Insurance number of existing DWP customers; empty for everybody else.',
	},
	start_date: { read: person.startDate, kind: 'day', definition: 'The day of the first session.' },
	addiction_type: {
		read: person.addictionType,
		kind: 'text',
		definition: 'The group, then every substance named.',
		codes: ['addiction_group', 'substance'],
	},
	employment_history: {
		read: person.employmentHistory,
		kind: 'text',
		definition: 'At the start, not updated: status; length of unemployment.',
		codes: ['employment_status', 'unemployment_length'],
	},
	benefit_type: {
		read: person.benefitType,
		kind: 'text',
		definition: 'Benefits at the start; benefits as last recorded.',
		codes: ['benefit'],
	},
	treatment_status: {
		read: person.treatmentStatus,
		kind: 'text',
		definition: 'The latest dated change by the cut-off.',
		codes: ['treatment_status'],
	},
	referral_route: {
		read: person.referralRoute,
		kind: 'text',
		definition: 'Who referred the Mentee.',
		codes: ['referral_route'],
	},
	diagnostic_interview: {
		read: journey.diagnosticInterview,
		kind: 'text',
		definition: 'Y and the day of the first Diagnostic Interview, or N.',
	},
	action_plan: {
		read: journey.actionPlan,
		kind: 'text',
		definition: 'Y and the day the first SMART Action Plan was agreed with evidence, or N.',
	},
	pre_disclosed: {
		read: journey.preDisclosed,
		kind: 'text',
		definition: 'Whether Jobcentre Plus knew of the dependency before the Trial; n/a where not a DWP customer.',
	},
	disclosed_on: {
		read: journey.disclosedOn,
		kind: 'day',
		definition: 'The day of a disclosure to Jobcentre Plus after joining.',
	},
	barrier_health: {
		read: journey.barrierHealth,
		kind: 'text',
		definition: 'Y and the kind, or N, by the last Diagnostic Interview.',
		codes: ['health_need'],
	},
	barrier_offending: { read: journey.barrierOffending, kind: 'text', definition: 'Y or N.' },
	barrier_housing: {
		read: journey.barrierHousing,
		kind: 'text',
		definition: 'Y and the kind, or N.',
		codes: ['housing'],
	},
	barrier_other: {
		read: journey.barrierOther,
		kind: 'text',
		definition: 'Y, the kinds and what was noted, or N.',
		codes: ['other_barrier'],
	},
	appointments_attended: {
		read: journey.appointmentsAttended,
		kind: 'count',
		definition:
			'One-to-one sessions attended from the start to the cut-off, of the least length; those without a recorded length count.',
	},
	appointments_missed: {
		read: journey.appointmentsMissed,
		kind: 'count',
		definition:
			'One-to-one sessions missed without notice or cancelled by the Mentee on the day; cancellations by the Peer Mentor do not count.',
	},
	early_departure: {
		read: journey.earlyDeparture,
		kind: 'text',
		definition:
			'The day and the reason, where the Mentee left before completing. Of a Dropout, the day is the earliest Dropout Date after the last engagement.',
		codes: ['end_reason'],
	},
	referred_to_treatment: {
		read: support.referredToTreatment,
		kind: 'text',
		definition: `Y and the day, or N. ${MANY}`,
	},
	entered_treatment: { read: support.enteredTreatment, kind: 'text', definition: `Y and the day, or N. ${MANY}` },
	completed_treatment: {
		read: support.completedTreatment,
		kind: 'text',
		definition: `The day, the result, and the reason in brackets. ${MANY}`,
		codes: ['treatment_exit'],
	},
	buyer_programme_referred: {
		read: support.buyerProgrammeReferred,
		kind: 'text',
		definition: `The day, and the programme. ${MANY}`,
		codes: ['employment_programme'],
	},
	buyer_programme_started: {
		read: support.buyerProgrammeStarted,
		kind: 'text',
		definition: `The day, and the programme. ${MANY}`,
		codes: ['employment_programme'],
	},
	buyer_programme_completed: {
		read: support.buyerProgrammeCompleted,
		kind: 'text',
		definition: `The day, and the programme. ${MANY}`,
		codes: ['employment_programme'],
	},
	training: {
		read: support.training,
		kind: 'text',
		definition: `Y, the day and the type, or N. ${MANY}`,
		codes: ['training_type'],
	},
	volunteering: {
		read: support.volunteering,
		kind: 'text',
		definition: `Y, the day and the type, or N. ${MANY}`,
		codes: ['volunteering_type'],
	},
	education: {
		read: support.education,
		kind: 'text',
		definition: `Y, the day and the type, or N. ${MANY}`,
		codes: ['education_type'],
	},
	employment: {
		read: support.employment,
		kind: 'text',
		definition: `Y, the day and the section of the Standard Industrial Classification, or N. ${MANY}`,
		codes: ['sector'],
	},
};

/** The keys of the columns, in the order of the tracker. */
export const TRACKER_KEYS: readonly TrackerColumn[] = codeLists.tracker_column.map(({ value }) => value);

/** One Mentee's row of the tracker. */
export function trackerRow(record: TrackerRecord, moment: TrackerMoment): TrackerRow {
	return Object.fromEntries(
		TRACKER_KEYS.map((column) => [column, TRACKER_COLUMNS[column].read(record, moment)]),
	) as TrackerRow;
}
