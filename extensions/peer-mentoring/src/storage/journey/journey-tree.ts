/** How the records of one person hang together, from the referral down. */
export interface Parent {
	/** The field that names the parent. */
	field: string;
	/** The parent's collection. */
	collection: string;
}

const REFERRAL: Parent = { field: 'referral', collection: 'referrals' };
const MENTEE: Parent = { field: 'mentee', collection: 'mentees' };
const PLAN: Parent = { field: 'action_plan', collection: 'action_plans' };

/**
 * The parents that each collection of the journey may name, the nearest first; a referral has none. What can be
 * recorded before there is a Mentee as well as after names both: the referral always, the Mentee once there is one.
 */
export const JOURNEY_TREE: Readonly<Record<string, readonly Parent[]>> = {
	referrals: [],
	initial_meetings: [REFERRAL],
	mentees: [REFERRAL],
	consents: [MENTEE, REFERRAL],
	notifications_to_jobcentre: [MENTEE, REFERRAL],
	diagnostic_interviews: [MENTEE],
	action_plans: [MENTEE],
	actions: [PLAN],
	plan_reviews: [PLAN],
	plan_confirmations: [PLAN],
	sessions: [MENTEE],
	baseline_surveys: [MENTEE],
	treatment_statuses: [MENTEE],
	support_engagements: [MENTEE],
	travel_claims: [MENTEE],
	complaints: [MENTEE],
	allocations: [MENTEE],
	working_wishes: [MENTEE],
};

/** The collections with a parent of this collection whose rows are found by it, whatever else they name. */
export function childrenOf(collection: string): { table: string; field: string }[] {
	return Object.entries(JOURNEY_TREE).flatMap(([table, parents]) => {
		const always = parents.at(-1);
		return always?.collection === collection ? [{ table, field: always.field }] : [];
	});
}

/** Collections whose rows may come before the Mentee record, and are given it once it is there. */
export const BEFORE_THE_MENTEE = Object.entries(JOURNEY_TREE)
	.filter(([, parents]) => parents.length > 1)
	.map(([table]) => table);
