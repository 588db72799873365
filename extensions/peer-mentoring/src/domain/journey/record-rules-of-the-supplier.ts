/** Rules for the records in which a Supplier looks after its own house: supervision and safeguarding (2.25). */
import type { Problem } from './messages.ts';
import { isEmpty, needed, type PlainRecord, type RecordRules } from './record-rule.ts';

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
};
