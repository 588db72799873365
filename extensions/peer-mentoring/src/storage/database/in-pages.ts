import type { Knex } from 'knex';
import { isSqlite } from './day-columns.ts';

/** Few enough for a page to stay small in memory, many enough for the way to the database not to count. */
const PAGE = 2000;

type Page = { text: string }[];

/** The texts of a long query, page after page: while one is worked on, the database finds the next. */
export async function* inPages(pages: AsyncGenerator<Page>): AsyncGenerator<string> {
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

/**
 * A query of `text` in the order of some columns, each page from where the last one ended.
 * @param query makes it anew for each page
 * @param keys never empty, and unique together
 * @param size how many rows a page has
 */
export async function* byKeys(
	knex: Knex,
	query: () => Knex.QueryBuilder,
	keys: readonly string[],
	size = PAGE,
): AsyncGenerator<Page> {
	// As text, PostgreSQL's driver makes nothing else of a day.
	const shown = keys.map((key, index) => `${key}${isSqlite(knex) ? '' : '::text'} as key_${index}`);
	let last: Record<string, string | number> | undefined;
	for (;;) {
		const page = query()
			.select(knex.raw(shown.join(', ')))
			.orderByRaw(keys.join(', '))
			.limit(size);
		if (last) {
			const values = keys.map((_, index) => (last as Record<string, string | number>)[`key_${index}`] as string);
			page.whereRaw(`(${keys.join(', ')}) > (${keys.map(() => '?').join(', ')})`, values);
		}
		const rows = (await page) as (Page[number] & Record<string, string | number>)[];
		yield rows;
		if (rows.length < size) return;
		last = rows.at(-1);
	}
}

/** A query of `text` that PostgreSQL answers once, and whose rows are fetched as they are needed. */
export async function* byCursor(knex: Knex, query: Knex.QueryBuilder): AsyncGenerator<Page> {
	const transaction = await knex.transaction(undefined, { readOnly: true });
	try {
		// All rows are wanted: the quickest plan for the first few would be the slowest for the rest.
		await transaction.raw('set local cursor_tuple_fraction = 1');
		await transaction.raw('set local jit = off');
		await transaction.raw("set local work_mem = '16MB'");
		await transaction.raw('declare long_query no scroll cursor for ?', [query]);
		for (;;) {
			const { rows: page } = (await transaction.raw(`fetch ${PAGE} from long_query`)) as { rows: Page };
			yield page;
			if (page.length < PAGE) return;
		}
	} finally {
		await transaction.rollback();
	}
}
