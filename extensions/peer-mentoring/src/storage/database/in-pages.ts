import type { Knex } from 'knex';
import { isSqlite } from './day-columns.ts';

/** Few enough for a page to stay small in memory, many enough for the way to the database not to count. */
const PAGE = 2000;

/**
 * A query of one text a row. SQLite's goes on from a row's place in its table; PostgreSQL's is answered once, and its
 * rows are fetched as they are needed.
 */
export interface PagedQuery {
	/** Answers `text`; and `place`, by which it is ordered, for SQLite, whose query is given `after` and `page`. */
	sql: string;
	bindings: Record<string, string | number>;
}

type Page = { text: string; place?: number }[];

/**
 * The texts of a long query, with no more of them in memory than two pages: while one is worked on, the database finds
 * the next.
 */
export async function* inPages(knex: Knex, query: PagedQuery): AsyncGenerator<string> {
	const pages = isSqlite(knex) ? sqlitePages(knex, query) : postgresPages(knex, query);
	let next = pages.next();
	try {
		for (;;) {
			const page = await next;
			if (page.done) return;
			next = pages.next();
			for (const { text } of page.value) yield text;
		}
	} finally {
		// Whoever stops early leaves no query behind.
		await next.catch(() => undefined);
		await pages.return(undefined);
	}
}

async function* sqlitePages(knex: Knex, { sql, bindings }: PagedQuery): AsyncGenerator<Page> {
	let after = 0;
	for (;;) {
		const page = (await knex.raw(sql, { ...bindings, after, page: PAGE })) as Page;
		yield page;
		if (page.length < PAGE) return;
		after = page.at(-1)?.place as number;
	}
}

async function* postgresPages(knex: Knex, { sql, bindings }: PagedQuery): AsyncGenerator<Page> {
	const transaction = await knex.transaction(undefined, { readOnly: true });
	try {
		// All rows are wanted: the quickest plan for the first few would be the slowest for the rest.
		await transaction.raw('set local cursor_tuple_fraction = 1');
		await transaction.raw('set local jit = off');
		await transaction.raw("set local work_mem = '16MB'");
		await transaction.raw(`declare long_query no scroll cursor for ${sql}`, bindings);
		for (;;) {
			const { rows: page } = (await transaction.raw(`fetch ${PAGE} from long_query`)) as { rows: Page };
			yield page;
			if (page.length < PAGE) return;
		}
	} finally {
		await transaction.rollback();
	}
}
