import { attendanceAtOffice } from '../../../shared/attendance.ts';
import { RecordRefused, refusal } from '../../../shared/errors.ts';
import { keyIn, uuidIn } from '../../../../storage/database/keys.ts';
import { mentorProblems } from '../../../shared/named-mentor.ts';
import type { WriteContext } from '../../../shared/ownership.ts';
import type { Payload } from '../../../shared/plain-record.ts';
import { isAnswered } from '../../../../storage/journey/questionnaires.ts';
import { refuseOtherWords } from './approved-document.ts';
import { refuseAssignment } from './assignment.ts';
import { refusePattern } from './attendance-pattern.ts';
import { refuseImplementationCosts } from './implementation-costs.ts';
import { refuseImprovementPlan } from './improvement-plan.ts';
import { answerWithFigures, refuseRequest } from './information-request.ts';
import { refuseInvoice, fillInvoice } from './invoice.ts';
import { refuseTrackerDay } from './monthly-return.ts';
import { refuseHelpText, refuseOwnReminder } from './of-our-own.ts';
import { prepareDraw } from './plan-sample-draw.ts';
import { refuseConcern } from './safeguarding-concern.ts';
import { prepareSample, refuseOtherRequest } from './sample-request.ts';
import { refuseMaterial } from './third-parties.ts';

/** What a collection's records are held against beside the rules of a single record, and what only an adapter can add. */
export interface Demands {
	/** Fields that nobody writes but the platform. */
	fixed?: readonly string[];
	/** What is filled in where it was left empty, before any rule is asked. */
	prepare?: (context: WriteContext, record: Payload) => Promise<Payload>;
	/**
	 * Refuses what cannot be.
	 * @param record as it would become
	 * @param written what is being written of it
	 * @param several whether the same is being written of other records as well
	 */
	refuse?: (context: WriteContext, record: Payload, written: Payload, several?: boolean) => Promise<void>;
	/** What a request for a sample draws, which is drawn once and kept. */
	draw?: (context: WriteContext, record: Payload, written: Payload) => Promise<Payload>;
}

const RECORDED = ['date_created', 'date_updated'];

export const DEMANDS: Readonly<Record<string, Demands>> = {
	approved_documents: { refuse: refuseOtherWords },
	fte_assignments: { fixed: ['cpa', 'fte'], refuse: refuseAssignment },
	peer_mentors: {
		fixed: [
			'name',
			'outstanding',
			'mentees_in_12_months',
			'mentees_per_fte',
			'mentees_now',
			'leaves_on',
			'fte_gap_after',
			'evaluation_interviews',
			'evaluation_interviews_missing',
		],
	},
	evaluation_participation: {
		refuse: async ({ database }, record) => {
			const problems = await mentorProblems(database, record, 'peer_mentor');
			if (problems.length > 0) throw new RecordRefused('evaluation_participation', problems);
		},
	},
	safeguarding_concerns: { fixed: ['reference', 'due_on', 'supplier', 'restricted'], refuse: refuseConcern },
	fte_assignments_offices: { refuse: refuseOffice },
	attendance_patterns: { refuse: refusePattern },
	office_visits: { refuse: refuseVisit },
	implementation_plans: { fixed: ['version', 'due_on', 'working_days_due_on', 'amendment_due_on'] },
	implementation_costs: { fixed: ['advise_by'], refuse: refuseImplementationCosts },
	information_requests: {
		fixed: ['due_given', 'answered_figures', 'answered_file', 'answered_sha256'],
		refuse: refuseRequest,
		draw: answerWithFigures,
	},
	outreach_contacts: { refuse: refuseMaterial },
	milestones: { fixed: ['milestone', 'due_on', 'status'] },
	// When an entry was recorded decides which return reports it.
	spend_entries: { fixed: RECORDED },
	cost_register_entries: { fixed: ['document', ...RECORDED] },
	ipr_log_entries: { fixed: ['document', ...RECORDED] },
	invoices: { fixed: ['document', 'late'], prepare: fillInvoice, refuse: refuseInvoice },
	mi_returns: {
		fixed: [
			...['month', 'due_on', 'status', 'submitted_at', 'submitted_by', 'sha256', 'figures', 'late'],
			...['sent_on', 'sent_reference', 'awaits_sending', 'sendings'],
		],
		refuse: refuseTrackerDay,
	},
	performance_improvement_plans: {
		fixed: ['critical', 'missed_again', 'status'],
		refuse: refuseImprovementPlan,
	},
	plan_sample_draws: {
		fixed: ['drawn_on', 'sample_size', 'drawn_from', 'seed', 'areas', 'plan_samples'],
		draw: prepareDraw,
	},
	survey_questions: { refuse: refuseAnswered },
	own_reminders: { refuse: refuseOwnReminder },
	help_texts: { refuse: refuseHelpText },
	sample_requests: { fixed: ['number', 'seed', 'drawn_from'], refuse: refuseOtherRequest, draw: prepareSample },
};

/** The questions of a questionnaire that somebody has answered stay as they were (1.27). */
async function refuseAnswered({ database }: WriteContext, record: Payload): Promise<void> {
	const questionnaire = uuidIn(record.questionnaire) as string;
	if (await isAnswered(database, questionnaire)) throw refusal('survey_questions', 'text_en', 'questionnaire_answered');
}

/** A dedicated office is one of the assignment's delivery area (1.20, 2.11). */
async function refuseOffice({ database }: WriteContext, record: Payload): Promise<void> {
	const office = keyIn(record.jobcentre_office) ?? '';
	const fitting = await database('jobcentre_offices as office')
		.join('fte_assignments as assignment', 'assignment.delivery_area', 'office.delivery_area')
		.where({ 'office.id': office, 'assignment.id': uuidIn(record.fte_assignment) ?? null })
		.first('office.id');
	if (!fitting) throw refusal('fte_assignments_offices', 'jobcentre_office', 'office_not_in_area');
}

/** 1.11: a visit lies within the opening hours of the office. */
async function refuseVisit({ database }: WriteContext, record: Payload): Promise<void> {
	const fields = { day: 'visited_on', from: 'arrived_at', to: 'left_at' };
	const problems = await attendanceAtOffice(database, record, 'jobcentre_office', fields);
	if (problems.length > 0) throw new RecordRefused('office_visits', problems);
}
