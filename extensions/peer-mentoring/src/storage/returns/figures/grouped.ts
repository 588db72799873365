/** Rows that count alike, found and counted by the database: its cost grows with the rows, ours with what differs. */
import type { Knex } from 'knex';
import { firstDay, lastDay, type CalendarMonth } from '../../../domain/calendar/calendar-day.ts';
import type { Split } from '../../../domain/returns/figures/catalogue.ts';
import { dayColumn, isSqlite } from '../../database/day-columns.ts';
import type { PersonRows, Row } from '../../journey/reader/columns.ts';
import { factColumns, LISTS } from './facts.ts';
import type { RowSource } from './sources.ts';

/** One kind of row, how many there are of it, and the person whose it is. */
export interface Group {
	person: PersonRows;
	row: Row;
	times: number;
}

/** What decides of every person whether and when they count: consent, erasure, and the days of their support. */
const PERSON: Readonly<Record<string, readonly string[]>> = {
	referrals: ['consent_withdrawn_on'],
	mentees: ['consent_withdrawn_on'],
	erasures: ['erased_on'],
};
const ALIAS: Readonly<Record<string, string>> = { referrals: 'referral', mentees: 'mentee', erasures: 'erasure' };

/** Rows of people, or of the contract alone. */
export type Whose = 'people' | 'contract';

export interface Grouping {
	contract: string;
	source: RowSource;
	splits: readonly Split[];
	/** Columns of a person that the figure looks at, beside those that decide of every person. */
	person?: Readonly<Record<string, readonly string[]>>;
	/** Columns of the row that the figure looks at, beside those of its source. */
	row?: Readonly<Record<string, string>>;
	/** The months to which rows are narrowed, by the column of their day: nothing else of them can count. */
	within?: { day: string; from: CalendarMonth; to: CalendarMonth } | undefined;
	/** The rows of people, or those that belong to none, alone. */
	whose?: Whose | undefined;
	/** Told apart by referral, to name the records or because they have moved. */
	byReferral?: boolean;
	/** Referrals left out, or looked at alone. */
	without?: readonly string[];
	only?: readonly string[];
}

/** The groups of a contract's rows. */
export async function readGroups(knex: Knex, grouping: Grouping): Promise<Group[]> {
	const { source, contract, within, whose, without = [], only } = grouping;
	const columns = columnsOf(knex, grouping);
	const rows = source.from(knex).where(source.contract, contract);
	if (within) {
		const { day, from, to } = within;
		rows.whereBetween(day, [dayColumn(knex, firstDay(from)), dayColumn(knex, lastDay(to))]);
	}
	if (whose && source.person) {
		if (whose === 'people') rows.whereNotNull(source.person);
		else rows.whereNull(source.person);
	}
	if (without.length > 0) {
		rows.where((others) => others.whereNull('referral.id').orWhereNotIn('referral.id', [...without]));
	}
	if (only) rows.whereIn('referral.id', [...only]);
	const groups: Row[] = await rows
		.select(columns.map(({ sql }, index) => knex.raw(`${sql} as ${nameAt(index)}`)))
		.count({ times: '*' })
		.groupByRaw(columns.map((_, index) => index + 1).join(', '));
	return groups.map((group) => groupOf(group, columns));
}

const nameAt = (index: number) => `value_${index}`;

interface Column {
	/** `referrals`, `mentees`, `erasures`, or the row itself. */
	table: string;
	name: string;
	sql: string;
}

function columnsOf(knex: Knex, { source, person = {}, row, splits, byReferral }: Grouping): Column[] {
	const facts = factColumns(splits);
	const ofPerson = Object.entries(PERSON).flatMap(([table, always]) => {
		const keys = table === 'referrals' && byReferral ? ['id', 'reference', 'route'] : [];
		const names = new Set([...always, ...keys, ...(person[table] ?? []), ...(facts[table] ?? [])]);
		return [...names].map((name) => ({ table, name, sql: sqlOf(knex, table, name) }));
	});
	const own = { ...source.columns, ...row, ...Object.fromEntries(splits.flatMap((split) => ownFact(source, split))) };
	// What differs most first: the database compares the columns in this order.
	return [...Object.entries(own).map(([name, sql]) => ({ table: 'row', name, sql })), ...ofPerson];
}

function ownFact({ facts = {}, cpa }: RowSource, split: Split): [string, string][] {
	const column = split === 'cpa' ? cpa : facts[split];
	return column ? [[split, column]] : [];
}

/** PostgreSQL cannot tell lists apart; as text, they are the same on both. */
function sqlOf(knex: Knex, table: string, name: string): string {
	const column = `${ALIAS[table]}.${name}`;
	return LISTS.includes(`${table}.${name}`) && !isSqlite(knex) ? `${column}::text` : column;
}

function groupOf(group: Row, columns: readonly Column[]): Group {
	const tables: Record<string, Record<string, unknown>> = {};
	for (const [index, { table, name }] of columns.entries()) (tables[table] ??= {})[name] = group[nameAt(index)];
	const { row = {}, ...person } = tables;
	return {
		person: Object.fromEntries(Object.entries(person).map(([table, own]) => [table, [own]])),
		row,
		times: Number(group.times),
	};
}
