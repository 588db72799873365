/** What is read of a person's records, by table. */
export type Columns = Readonly<Record<string, readonly string[]>>;

export type Row = Readonly<Record<string, unknown>>;

/** The rows of one person, by table: always a referral, a Mentee record once there is one, and whatever hangs on them. */
export type PersonRows = Readonly<Record<string, readonly Row[]>>;

/** The tables of which a person has one row at most. The others hold the rows that hang on these. */
export const SINGLE: Readonly<Record<string, string>> = {
	referrals: 'referral',
	mentees: 'mentee',
	erasures: 'erasure',
};

/**
 * What decides a journey: no more than the figures need, and no word that tells who the person is. Whoever needs more of
 * a person adds it with {@link withMore}. Of sessions, exactly what the index `sessions_counted` holds.
 */
export const JOURNEY = {
	referrals: ['id', 'reference', 'cpa', 'route', 'received_on', 'consent_withdrawn_on'],
	mentees: [
		'id',
		'start_on',
		'ended_on',
		'end_reason',
		'consent_withdrawn_on',
		'dwp_customer',
		'customer_since_on',
		'consent_given_on',
	],
	erasures: ['id', 'erased_on'],
	initial_meetings: ['id', 'held_on', 'outcome', 'eligibility_complete'],
	diagnostic_interviews: ['id', 'held_on', 'complete', 'imported'],
	action_plans: ['id', 'agreed_on', 'evidence', 'on_record'],
	baseline_surveys: ['id', 'completed_on'],
	sessions: ['held_on', 'minutes', 'attendance', 'one_to_one'],
} as const satisfies Columns;

/** The columns of a journey, and more of the same tables or of others. */
export function withMore(more: Columns): Columns {
	const journey: Columns = JOURNEY;
	return {
		...journey,
		...Object.fromEntries(Object.entries(more).map(([table, own]) => [table, [...(journey[table] ?? []), ...own]])),
	};
}
