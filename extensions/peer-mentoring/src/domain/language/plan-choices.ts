import plan_answer from './lists/plan_answer.json' with { type: 'json' };
import plan_evidence from './lists/plan_evidence.json' with { type: 'json' };
import plan_review_result from './lists/plan_review_result.json' with { type: 'json' };
import plan_sample_status from './lists/plan_sample_status.json' with { type: 'json' };
import plan_status from './lists/plan_status.json' with { type: 'json' };

/** The lists about SMART Action Plans, and about plans that the Buyer approves. */
export const PLAN_CHOICES = {
	plan_evidence,
	/** What a Mentee answers by a link (Table A). */
	plan_answer,
	plan_review_result,
	plan_sample_status,
	plan_status,
} as const;
