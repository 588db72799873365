/** Rules for the records in which a Supplier looks after its own house: supervision, safeguarding, approved documents. */
import type { Problem as ContractProblem } from '../contract/messages.ts';
import type { Problem as JourneyProblem } from './messages.ts';
import { isEmpty, needed, type PlainRecord, type RecordRules } from './record-rule.ts';

type Problem = ContractProblem | JourneyProblem;

/** What is reviewed again and again while it is in use (5.4). */
const REVIEWED = ['privacy_impact_assessment', 'data_sharing_record'];

export const RULES_OF_THE_SUPPLIER: Readonly<Record<string, RecordRules>> = {
	supervisions: { past: ['held_on'], order: [['held_on', 'next_on']] },
	safeguarding_concerns: {
		past: ['raised_on', 'assessed_on', 'referred_on', 'reviewed_on', 'closed_on'],
		order: [
			['raised_on', 'assessed_on', 'closed_on'],
			['raised_on', 'referred_on'],
			['raised_on', 'reviewed_on'],
			['referred_on', 'closed_on'],
			['reviewed_on', 'closed_on'],
		],
		needed: [
			needed('mentee', 'about', 'mentee', 'safeguarding_subject', '2.25'),
			needed('assessed_on', 'stage', 'assessed', 'safeguarding_stage', '2.25'),
			needed('referred_on', 'stage', 'referred', 'safeguarding_stage', '2.25'),
			needed('referred_to', 'stage', 'referred', 'safeguarding_stage', '2.25'),
			needed('closed_on', 'stage', 'closed', 'safeguarding_stage', '2.25'),
			needed('outcome', 'stage', 'closed', 'safeguarding_stage', '2.25'),
		],
	},
	organisations: { order: [['from_on', 'until_on']] },
	outreach_contacts: { past: ['contacted_on'], least: { copies: 1 } },
	attendance_patterns: { order: [['from_on', 'until_on']] },
	approved_documents: {
		past: ['submitted_on', 'approved_on', 'reviewed_on'],
		order: [
			['submitted_on', 'approved_on'],
			['approved_on', 'reviewed_on', 'review_on'],
		],
		needed: [
			needed('submitted_on', 'status', 'submitted', 'plan_status', '2.25'),
			...['submitted_on', 'approved_on', 'approved_by'].map((field) =>
				needed(field, 'status', 'approved', 'plan_status', '2.25'),
			),
		],
	},
};

/** Rules of these records that no table can say. */
export const ONLY_OF_THE_SUPPLIER: Readonly<Record<string, (record: PlainRecord) => Problem[]>> = {
	// 2.25: a colleague who raises a concern may not find the mentor in a list; whoever handles it says who it is, so
	// that the mentor concerned is kept from it.
	safeguarding_concerns: ({ about, stage, peer_mentor }) =>
		about === 'peer_mentor' && !isEmpty(stage) && stage !== 'raised' && isEmpty(peer_mentor)
			? [
					{
						field: 'peer_mentor',
						code: 'required_when',
						params: { list: 'safeguarding_stage', because: String(stage) },
					},
				]
			: [],
	approved_documents: ({ kind, status, approved_on, in_use_on, review_on }) => {
		if (isEmpty(in_use_on)) return [];
		const problems: Problem[] = [];
		// 2.23, 2.25: what the Buyer approves is used once it is approved, and not before.
		if (status !== 'approved') problems.push({ field: 'in_use_on', code: 'document_not_approved' });
		else if (!isEmpty(approved_on) && String(in_use_on) < String(approved_on)) {
			const params = { day: String(in_use_on), earliest: String(approved_on) };
			problems.push({ field: 'in_use_on', code: 'out_of_order', params });
		}
		if (REVIEWED.includes(String(kind)) && isEmpty(review_on)) {
			problems.push({ field: 'review_on', code: 'review_missing' });
		}
		return problems;
	},
};
