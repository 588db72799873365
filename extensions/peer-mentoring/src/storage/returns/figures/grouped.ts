/** Rows that count alike, found and counted by the database: its cost grows with the rows, ours with what differs. */
import type { Knex } from 'knex';
import type { Split } from '../../../domain/returns/figures/catalogue.ts';
import { isSqlite } from '../../database/day-columns.ts';
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

export interface Grouping {
	contract: string;
	source: RowSource;
	/** Columns of a person that the figure looks at, beside those that decide of every person. */
	person: Readonly<Record<string, readonly string[]>>;
	splits: readonly Split[];
	/** Told apart by referral, to name the records or because they have moved. */
	byReferral?: boolean;
	where?: (query: Knex.QueryBuilder) => Knex.QueryBuilder;
}

/** The groups of a contract's rows. */
export async function readGroups(knex: Knex, grouping: Grouping): Promise<Group[]> {
	const { source, contract, where = (query) => query } = grouping;
	const columns = columnsOf(knex, grouping);
	const { array, whole } = isSqlite(knex)
		? { array: 'json_array', whole: '' }
		: { array: 'json_build_array', whole: '::text' };
	const rows = where(source.from(knex).where(source.contract, contract)).select(
		knex.raw(`${array}(${columns.map(({ sql }) => sql).join(', ')})${whole} as text`),
	);
	const groups = (await knex.from(rows.as('found')).groupBy('text').select('text').count({ times: '*' })) as {
		text: string;
		times: number | string;
	}[];
	return groups.map(({ text, times }) => groupOf(JSON.parse(text) as unknown[], columns, Number(times)));
}

interface Column {
	/** `referrals`, `mentees`, `erasures`, or the row itself. */
	table: string;
	name: string;
	sql: string;
}

function columnsOf(knex: Knex, { source, person, splits, byReferral }: Grouping): Column[] {
	const facts = factColumns(splits);
	const ofPerson = Object.entries(PERSON).flatMap(([table, always]) => {
		const keys = table === 'referrals' && byReferral ? ['id', 'reference', 'route'] : [];
		const names = new Set([...always, ...keys, ...(person[table] ?? []), ...(facts[table] ?? [])]);
		return [...names].map((name) => ({ table, name, sql: sqlOf(knex, table, name) }));
	});
	const own = { ...source.columns, ...Object.fromEntries(splits.flatMap((split) => ownFact(source, split))) };
	return [...ofPerson, ...Object.entries(own).map(([name, sql]) => ({ table: 'row', name, sql }))];
}

function ownFact({ facts = {}, cpa }: RowSource, split: Split): [string, string][] {
	const column = split === 'cpa' ? cpa : facts[split];
	return column ? [[split, column]] : [];
}

/** PostgreSQL would build a list into the text; as text, it is the same on both. */
function sqlOf(knex: Knex, table: string, name: string): string {
	const column = `${ALIAS[table]}.${name}`;
	return LISTS.includes(`${table}.${name}`) && !isSqlite(knex) ? `${column}::text` : column;
}

function groupOf(values: unknown[], columns: readonly Column[], times: number): Group {
	const tables: Record<string, Record<string, unknown>> = {};
	for (const [index, { table, name }] of columns.entries()) (tables[table] ??= {})[name] = values[index];
	const { row = {}, ...person } = tables;
	return {
		person: Object.fromEntries(Object.entries(person).map(([table, own]) => [table, [own]])),
		row,
		times,
	};
}
