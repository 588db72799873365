import type { Knex } from 'knex';
import { consentWithdrawnOn, isRestricted } from '../../domain/privacy/consent.ts';
import { dayOf } from '../database/day-columns.ts';
import { childrenOf } from '../journey/journey-tree.ts';
import { dropRestricted } from '../returns/plan-samples.ts';

type Row = Record<string, unknown>;

/** Whose a row of a person is: the Supplier, the Peer Mentor's account, and whether it is theirs alone. */
const OWNER = ['supplier', 'mentor_user', 'restricted'] as const;

/**
 * The records of a person belong to whoever is their Peer Mentor now: the Mentee record decides once it is there. They
 * are restricted to that mentor once consent is withdrawn, and stay so when they are erased (2.25). One statement for
 * each table, whatever the number of people and mentors, and only rows that differ are written.
 */
export async function settleOwners(knex: Knex, referrals: readonly string[]): Promise<void> {
	await ownPeople(knex, referrals);
	const mentees = knex('mentees').whereIn('referral', referrals).select('id');
	const plans = knex('action_plans').whereIn('mentee', mentees.clone()).select('id');
	const keys = { referrals, mentees, action_plans: plans };
	for (const [parent, ids] of Object.entries(keys)) {
		for (const { table, field } of childrenOf(parent)) {
			if (table !== 'mentees') await settleFromParent(knex, { table, field, parent }, ids, OWNER);
		}
	}
	// What the Buyer samples is nobody's to own, but no sample shows whoever has withdrawn (2.25).
	await settleFromParent(knex, { table: 'sample_items', field: 'referral', parent: 'referrals' }, referrals, [
		'restricted',
	]);
	await settleFromParent(knex, { table: 'safeguarding_concerns', field: 'mentee', parent: 'mentees' }, mentees, [
		'restricted',
	]);
	await settleFromParent(knex, { table: 'plan_samples', field: 'action_plan', parent: 'action_plans' }, plans, [
		'restricted',
	]);
	await dropRestricted(knex, referrals);
}

/** Gives the columns of its parent to each row that has others. */
async function settleFromParent(
	knex: Knex,
	{ table, field, parent }: { table: string; field: string; parent: string },
	ids: readonly string[] | Knex.QueryBuilder,
	columns: readonly string[],
): Promise<void> {
	const own = (column: string) =>
		knex(`${parent} as parent`)
			.where('parent.id', knex.ref(`${table}.${field}`))
			.select(`parent.${column}`);
	await knex(table)
		.whereIn(field, ids as string[])
		.whereExists(
			knex(`${parent} as parent`)
				.where('parent.id', knex.ref(`${table}.${field}`))
				.where((differs) => {
					for (const column of columns) {
						differs.orWhereRaw('?? is distinct from ??', [`parent.${column}`, `${table}.${column}`]);
					}
				}),
		)
		.update(Object.fromEntries(columns.map((column) => [column, own(column)])));
}

/** The referrals and the Mentee records themselves, those alike in one statement. */
async function ownPeople(knex: Knex, referrals: readonly string[]): Promise<void> {
	const present = (table: string) =>
		['peer_mentor', ...OWNER].map((column) => `${table}.${column} as ${table}_${column}`);
	const people: Row[] = await knex('referrals as referral')
		.join('call_off_contracts as contract', 'contract.id', 'referral.contract')
		.leftJoin('mentees as mentee', 'mentee.referral', 'referral.id')
		.leftJoin('erasures as erasure', 'erasure.referral', 'referral.id')
		.leftJoin('peer_mentors as mentor', 'mentor.id', knex.raw('coalesce(mentee.peer_mentor, referral.peer_mentor)'))
		.whereIn('referral.id', referrals)
		.select(
			'referral.id as referral',
			'mentee.id as mentee',
			// A Mentee who moves to another Supplier's area is theirs; the referral still counts where it was made (2.6).
			knex.raw('coalesce(mentor.supplier, contract.supplier) as supplier'),
			'mentor.user as mentor_user',
			'mentor.id as peer_mentor',
			'mentee.consent_withdrawn_on as withdrawn_on',
			'referral.consent_withdrawn_on as withdrawn_before',
			'erasure.id as erasure',
			...present('referral'),
			...present('mentee'),
		);
	const changed = people.flatMap((person) => {
		const { supplier, mentor_user, peer_mentor } = person;
		const withdrawn = consentWithdrawnOn(dayOf(person.withdrawn_before), dayOf(person.withdrawn_on));
		const restricted = isRestricted(withdrawn, person.erasure !== null);
		const owner: Row = { supplier, mentor_user, peer_mentor, restricted };
		return (['referral', 'mentee'] as const)
			.filter((table) => person[table] !== null && differs(owner, person, table))
			.map((table) => ({ table: `${table}s`, id: person[table] as string, owner }));
	});
	for (const alike of Map.groupBy(changed, ({ table, owner }) => table + JSON.stringify(owner)).values()) {
		const [{ table, owner } = { table: '', owner: {} }] = alike;
		await knex(table)
			.whereIn(
				'id',
				alike.map(({ id }) => id),
			)
			.update(owner);
	}
}

/** SQLite has numbers for booleans. */
function differs(owner: Row, person: Row, table: string): boolean {
	return Object.entries(owner).some(([column, value]) => {
		const there = person[`${table}_${column}`];
		return typeof value === 'boolean' ? Boolean(there) !== value : there !== value;
	});
}
