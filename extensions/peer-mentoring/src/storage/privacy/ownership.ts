import type { Knex } from 'knex';
import { consentWithdrawnOn, isRestricted } from '../../domain/privacy/consent.ts';
import { dayOf } from '../database/day-columns.ts';
import { childrenOf } from '../journey/journey-tree.ts';
import { dropRestricted } from '../returns/plan-samples.ts';

type Row = Record<string, unknown>;

/** Whose a row of a person is: the Supplier, the Peer Mentor's account, and whether it is theirs alone. */
const OWNER = ['supplier', 'mentor_user', 'restricted'] as const;

/** Of more people at once, as a load writes them, a row differs in nearly every table: looking first would cost more. */
const FEW = 20;

/** A table whose rows take columns of the row that they hang on. */
interface Owned {
	table: string;
	field: string;
	parent: string;
	/** Of the parents. */
	ids: readonly string[] | Knex.QueryBuilder;
	columns: readonly string[];
}

/**
 * The records of a person belong to whoever is their Peer Mentor now: the Mentee record decides once it is there. They
 * are restricted to that mentor once consent is withdrawn, and stay so when they are erased (2.25). Of a few
 * people, two statements find the tables in which rows differ; one writes each, whatever the number of people and mentors.
 */
export async function settleOwners(knex: Knex, referrals: readonly string[]): Promise<void> {
	await ownPeople(knex, referrals);
	const mentees = knex('mentees').whereIn('referral', referrals).select('id');
	const plans = knex('action_plans').whereIn('mentee', mentees.clone()).select('id');
	const ofPeople = { ids: referrals, parent: 'referrals' };
	const ofMentees = { ids: mentees, parent: 'mentees' };
	const ofPlans = { ids: plans, parent: 'action_plans' };
	// What the Buyer samples is nobody's to own, but no sample shows whoever has withdrawn (2.25).
	const columns = ['restricted'];
	const shown = [
		{ ...ofPeople, table: 'sample_items', field: 'referral', columns },
		{ ...ofMentees, table: 'safeguarding_concerns', field: 'mentee', columns },
	];
	const ofPlan = { ...ofPlans, table: 'plan_samples', field: 'action_plan', columns };
	// A plan takes from its Mentee what its actions take from the plan.
	for (const owned of [
		[...childrenIn(ofPeople), ...childrenIn(ofMentees), ...shown],
		[...childrenIn(ofPlans), ofPlan],
	]) {
		const changing = referrals.length > FEW ? owned : await thatDiffer(knex, owned);
		for (const each of changing) await takeFromParent(knex, each);
	}
	await dropRestricted(knex, referrals);
}

function childrenIn(by: Pick<Owned, 'parent' | 'ids'>): Owned[] {
	return childrenOf(by.parent)
		.filter(({ table }) => table !== 'mentees')
		.map((child) => ({ ...by, ...child, columns: OWNER }));
}

/** Those that hold a row that has not what its parent has. */
async function thatDiffer(knex: Knex, owned: readonly Owned[]): Promise<Owned[]> {
	const asked = owned.map((each, index) =>
		knex.raw('select cast(? as integer) as place where exists ?', [index, differing(knex, each).select('id')]),
	);
	const rows: { place: number }[] = await knex
		.from(knex.raw(`(${asked.map(() => '?').join(' union all ')}) as found`, asked))
		.select('place');
	return rows.map(({ place }) => owned[place] as Owned);
}

function differing(knex: Knex, { table, field, parent, ids, columns }: Owned): Knex.QueryBuilder {
	const parents = knex(`${parent} as parent`)
		.where('parent.id', knex.ref(`${table}.${field}`))
		.where((differs) => {
			for (const column of columns) {
				differs.orWhereRaw('?? is distinct from ??', [`parent.${column}`, `${table}.${column}`]);
			}
		});
	return knex(table)
		.whereIn(field, ids as string[])
		.whereExists(parents);
}

/** Gives the columns of its parent to each row that has others. */
async function takeFromParent(knex: Knex, owned: Owned): Promise<void> {
	const { table, field, parent, columns } = owned;
	const own = (column: string) =>
		knex(`${parent} as parent`)
			.where('parent.id', knex.ref(`${table}.${field}`))
			.select(`parent.${column}`);
	await differing(knex, owned).update(Object.fromEntries(columns.map((column) => [column, own(column)])));
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
