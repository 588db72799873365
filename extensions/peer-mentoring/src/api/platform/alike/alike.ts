import type { Knex } from 'knex';

/** As much of a part of a query as decides what the two databases answer differently. */
export interface Statement {
	grouping: string;
	type: string;
	/** Of a part that puts rows in order. */
	value?: unknown;
	direction?: string;
	/** Empty, or not there, where nothing is said of them. */
	nulls?: 'first' | 'last' | '';
	/** Of a condition. */
	operator?: string;
}

/** Which database is asked, and what is known of it. */
export interface Asked {
	database: 'sqlite' | 'postgres';
	/** Columns that are never empty in whichever table they are: an index may go on to put them in order. */
	neverEmpty: ReadonlySet<string>;
	raw: Knex['raw'];
}

/**
 * Makes a part of a query ask both databases for the same: where one puts empty values first, they come last; where one
 * tells capital letters from small ones in looking for a part of a text, it does not. What already says what it wants,
 * or is written as SQL, stays as it is.
 */
export function alike(statement: Statement, { database, neverEmpty, raw }: Asked): void {
	if (statement.grouping === 'order') orderAlike(statement, { database, neverEmpty, raw });
	if (statement.grouping === 'where' && database === 'postgres' && statement.type === 'whereBasic') {
		if (statement.operator === 'like') statement.operator = 'ilike';
	}
}

/** A column as Directus names one in a query: its table and name in `ref`. */
interface ColumnReference {
	ref: string;
}
/** An order that Directus writes as SQL, with a binding for each column: where it pages through related records. */
interface WrittenOrder {
	sql: string;
	bindings: unknown[];
}
const WRITTEN_ORDER = /^\?\? (asc|desc)(, \?\? (asc|desc))*$/;

function orderAlike(statement: Statement, { database, neverEmpty, raw }: Asked): void {
	const { type, value, direction, nulls } = statement;
	// SQLite takes empty values for the smallest, PostgreSQL for the largest. knex knows no such order on SQLite, which does.
	const emptyFirst = (of: string) => (of === 'desc') === (database === 'postgres');
	const order = (column: unknown, of: string) =>
		emptyFirst(of) && !neverEmpty.has(nameOf(column) ?? '') ? `?? ${of} nulls last` : `?? ${of}`;
	if (type === 'orderByBasic' && !nulls && nameOf(value) !== undefined) {
		const sql = order(value, String(direction ?? '').toLowerCase() === 'desc' ? 'desc' : 'asc');
		if (sql.endsWith('last')) Object.assign(statement, { type: 'orderByRaw', value: raw(sql, [value as string]) });
	}
	if (type === 'orderByRaw' && isWrittenOrder(value)) {
		const directions = value.sql.split(', ').map((part) => part.slice('?? '.length));
		const sql = directions.map((of, index) => order(value.bindings[index], of)).join(', ');
		statement.value = raw(sql, value.bindings as string[]);
	}
}

/** The column's own name, without its table; `undefined` of what is no column. */
function nameOf(column: unknown): string | undefined {
	const path = typeof column === 'string' ? column : (column as Partial<ColumnReference> | undefined)?.ref;
	return path?.split('.').at(-1);
}

function isWrittenOrder(value: unknown): value is WrittenOrder {
	return WRITTEN_ORDER.test(String((value as Partial<WrittenOrder> | undefined)?.sql));
}
