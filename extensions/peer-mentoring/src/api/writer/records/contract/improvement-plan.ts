import { improvementPlanProblems } from '../../../../domain/service-levels/improvement-plans.ts';
import { RecordRefused } from '../../../shared/errors.ts';
import { refuseChange, type WriteContext } from '../../../shared/ownership.ts';
import { plainRecord, type Payload } from '../../../shared/plain-record.ts';

const PLANS = 'performance_improvement_plans';

/** What was missed, and when, is what a plan answers; that it was submitted to the Buyer is not taken back (3.3). */
export async function refuseImprovementPlan(
	{ database }: WriteContext,
	record: Payload,
	written: Payload,
): Promise<void> {
	const stored = written === record ? undefined : await database(PLANS).where({ id: record.id }).first('submitted_on');
	if (stored) {
		const submitted = stored.submitted_on === null ? [] : ['submitted_on'];
		refuseChange(PLANS, written, ['service_level', 'month', 'opened_on', ...submitted]);
	}
	const problems = improvementPlanProblems(plainRecord(record));
	if (problems.length > 0) throw new RecordRefused(PLANS, problems);
}
