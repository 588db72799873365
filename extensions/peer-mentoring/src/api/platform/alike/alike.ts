import type { Knex } from 'knex';

/** As much of a part of a query as decides what the two databases answer differently. */
export interface Statement {
	grouping: string;
	type: string;
	/** Of a part that puts rows in order. */
	value?: unknown;
	direction?: string;
	nulls?: 'first' | 'last';
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

function orderAlike(statement: Statement, { database, neverEmpty, raw }: Asked): void {
	const { type, value, direction, nulls } = statement;
	if (type !== 'orderByBasic' || typeof value !== 'string' || nulls !== undefined) return;
	const descending = String(direction ?? '').toLowerCase() === 'desc';
	// SQLite takes empty values for the smallest, PostgreSQL for the largest.
	if (descending !== (database === 'postgres')) return;
	if (neverEmpty.has(value.split('.').at(-1) as string)) return;
	// knex knows no such order on SQLite, which does.
	const order = raw(`?? ${descending ? 'desc' : 'asc'} nulls last`, [value]);
	Object.assign(statement, { type: 'orderByRaw', value: order });
}
