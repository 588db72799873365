import type { ReminderKind } from '../../domain/service-levels/reminders.ts';

/** The list that the Studio opens from a reminder of one kind. */
const COLLECTIONS: Partial<Record<ReminderKind, string>> = {
	return_not_sent: 'mi_returns',
	disengaged: 'mentees',
	dropout_proposed: 'mentees',
	consent_missing: 'mentees',
	office_visit_missing: 'office_visit_weeks',
	safeguarding_due: 'safeguarding_concerns',
	mentor_incomplete: 'peer_mentors',
	welsh_mentor_missing: 'mentees',
	fte_gap: 'fte_assignments',
	plan_opened: 'performance_improvement_plans',
	evidence_missing: 'milestones',
	returns_opened: 'mi_returns',
	returns_incomplete: 'mi_returns',
	returns_due: 'mi_returns',
	returns_late: 'mi_returns',
	quarterly_spend: 'periodic_returns',
	six_monthly_documents: 'periodic_returns',
	plan_sample: 'plan_samples',
	fte_gap_ahead: 'fte_assignments',
	tracker_late: 'mi_returns',
	unusual_reading: 'access_log',
	administrator_used: 'access_log',
	administration: 'access_log',
	nobody_to_tell: 'fte_assignments',
	mail_failed: 'reminders',
};

export function listOf(kind: ReminderKind): string {
	return COLLECTIONS[kind] ?? 'service_level_clocks';
}
