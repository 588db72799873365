import type { ToDo } from '../../domain/home/caseload/to-dos.ts';
import { model } from '../server/session.ts';

/** The step that answers something to do. */
const ANSWERED_BY: Partial<Record<ToDo['what'], string>> = {
	initial_meeting: 'initial-meeting',
	meeting_incomplete: 'initial-meeting',
	diagnostic_interview: 'diagnostic-interview',
	interview_incomplete: 'diagnostic-interview',
	smart_action_plan: 'plan',
	plan_not_on_record: 'plan',
	review_not_documented: 'review',
	plan_change_asked: 'plan',
	four_sessions: 'session',
	digital_share_reached: 'session',
	baseline_survey: 'start',
	consent_missing: 'start',
	nino_missing: 'start',
	disclosure_missing: 'start',
	result_not_told: 'notify-jobcentre',
	jobcentre_not_told_of_start: 'notify-jobcentre',
	jobcentre_not_told_of_end: 'notify-jobcentre',
	analysts_not_told_of_contact: 'notify-jobcentre',
	dropout_due: 'leaving',
	leaving_unfinished: 'leaving',
};

/** What stands on the person's page, and is read there before it is answered. */
const READ_FIRST: readonly ToDo['what'][] = ['plan_change_asked'];

/** Whom a step can be about, and where they stand. */
export interface Subject {
	referral: string;
	mentee: string | null;
	stage: string;
}

/** The page of a step for somebody; nothing where it is not for them, or not now. */
export function pageOfStep(key: string, subject: Subject): string | undefined {
	const step = model.value?.steps.find((each) => each.key === key);
	if (!step || step.about === 'none') return undefined;
	if (step.stages && !(step.stages as readonly string[]).includes(subject.stage)) return undefined;
	const about = step.about === 'mentee' ? subject.mentee : subject.referral;
	return about ? `steps/${key}/${about}` : undefined;
}

/**
 * Where something to do is answered: its step, or else the page of the person.
 * @param isRead whether that page is where one is
 */
export function pageOfToDo(toDo: ToDo, stage: string, isRead = false): string {
	const key = isRead || !READ_FIRST.includes(toDo.what) ? ANSWERED_BY[toDo.what] : undefined;
	const person = `people/${toDo.mentee ?? toDo.referral}`;
	return (key && pageOfStep(key, { ...toDo, stage })) || person;
}
