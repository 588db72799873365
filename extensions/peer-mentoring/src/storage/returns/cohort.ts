import type { Knex } from 'knex';
import type { Period } from '../../domain/returns/periodic/periodic.ts';
import type { Counted, FigureKey, Tally } from '../../domain/returns/success-factors/success-factors.ts';
import type { StoredContract } from '../contract/contracts.ts';
import { dayColumn } from '../database/day-columns.ts';

/** What is work-related activity (2.13). */
const WORK_RELATED = ['training', 'volunteering', 'education', 'employment', 'buyer_programme'];

/**
 * The Mentees who started within some days, by area, and how many of them had what by the last of those days (SF3, SF4,
 * SF5, SF8, SF10). They count where they were referred, as in the PMI; restricted records do not (2.25).
 */
export async function readCohort(knex: Knex, contract: StoredContract, period: Period): Promise<Counted['tables']> {
	const facts = factsOf(knex, contract, dayColumn(knex, period.to));
	const keys = Object.keys(facts) as (keyof typeof facts)[];
	const rows = (await knex('mentees as mentee')
		.join('referrals as referral', 'referral.id', 'mentee.referral')
		.where({ 'referral.contract': contract.id, 'mentee.restricted': false })
		.whereBetween('mentee.start_on', [dayColumn(knex, period.from), dayColumn(knex, period.to)])
		.groupBy('referral.cpa')
		.select('referral.cpa')
		.count({ starts: '*' })
		.select(keys.map((key) => knex.raw('count(case when ? then 1 end) as ??', [facts[key], key])))) as Record<
		string,
		unknown
	>[];
	const found = new Map(rows.map((row) => [Number(row.cpa), row]));
	const tally = (cpa: number, key: string): Tally & { of: number } => ({
		number: Number(found.get(cpa)?.[key] ?? 0),
		of: Number(found.get(cpa)?.starts ?? 0),
	});
	const table = (key: FigureKey) => {
		const cpas = contract.cpas.map((cpa) => ({ cpa, ...tally(cpa, key) }));
		const total = cpas.reduce((sum, { number, of }) => ({ number: sum.number + number, of: sum.of + of }), {
			number: 0,
			of: 0,
		});
		return { total, cpas };
	};
	return Object.fromEntries(keys.map((key) => [key, table(key)]));
}

/** Each fact as a condition on `mentee`. */
function factsOf(knex: Knex, contract: StoredContract, to: string | number) {
	const own = (table: string) => knex(table).select(knex.raw('1')).whereRaw('??.mentee = mentee.id', [table]);
	const exists = (query: Knex.QueryBuilder) => knex.raw('exists ?', [query]);
	const interview = () => own('diagnostic_interviews').where('held_on', '<=', to);
	const plan = () => own('action_plans').where('agreed_on', '<=', to).whereNotNull('evidence');
	const entered = (kinds: string[]) => own('support_engagements').whereIn('kind', kinds).where('entered_on', '<=', to);
	/** Sessions that count: attended, one to one, and long enough as far as is known (1.15). */
	const sessions = (least: number) =>
		knex.raw('? >= ?', [
			knex('sessions')
				.whereRaw('sessions.mentee = mentee.id')
				.where({ attendance: 'attended', one_to_one: true })
				.where('held_on', '<=', to)
				.where((long) => long.whereNull('minutes').orWhere('minutes', '>=', contract.minimum_session_minutes))
				.count('*'),
			least,
		]);
	return {
		diagnostic_interviews: exists(interview()),
		action_plans: exists(plan()),
		interview_and_plan: knex.raw('exists ? and exists ?', [interview(), plan()]),
		four_sessions: sessions(4),
		eight_sessions: sessions(8),
		treatment: exists(entered(['treatment'])),
		work_related: exists(entered(WORK_RELATED)),
		other_services: exists(entered(['other_service'])),
		disclosed_after_joining: knex.raw('mentee.disclosure = ? and mentee.disclosed_on <= ?', [
			'disclosed_after_joining',
			to,
		]),
		baseline_surveys: exists(own('baseline_surveys').where('completed_on', '<=', to)),
	} satisfies Partial<Record<FigureKey, Knex.Raw>>;
}
