/** Titles of dashboards and panels in the reader's language: the Studio shows them as they are stored. */
import type { Knex } from 'knex';
import { readTexts, type KeyedText } from '../../../storage/platform/data-model.ts';

const TITLED = /^(dashboard|panel)__/;
/** What people read of a dashboard, and of a panel that has a title of its own. */
const SHOWN = ['name', 'note'] as const;

export type Titled = Partial<Record<(typeof SHOWN)[number], unknown>>;

/** The same titles in Welsh, where the installation's translations have their English. */
export async function inWelsh<Row extends Titled>(knex: Knex, rows: readonly Row[]): Promise<Row[]> {
	const titles = await readTitles(knex, 'en-GB', 'cy-GB');
	return rows.map((row) => exchanged(row, titles));
}

/** What was read in Welsh and comes back unchanged, as it is stored. */
export async function asStored<Change extends Titled>(knex: Knex, change: Change): Promise<Change> {
	return exchanged(change, await readTitles(knex, 'cy-GB', 'en-GB'));
}

function exchanged<Row extends Titled>(row: Row, titles: ReadonlyMap<unknown, string>): Row {
	const other = SHOWN.filter((name) => titles.has(row[name])).map((name) => [name, titles.get(row[name])]);
	return other.length > 0 ? { ...row, ...Object.fromEntries(other) } : row;
}

async function readTitles(
	knex: Knex,
	from: KeyedText['language'],
	to: KeyedText['language'],
): Promise<Map<unknown, string>> {
	const texts = (await readTexts(knex)).filter(({ key }) => TITLED.test(key));
	const wanted = new Map(texts.filter(({ language }) => language === to).map(({ key, value }) => [key, value]));
	const known = texts.filter(({ language }) => language === from);
	return new Map(known.flatMap(({ key, value }) => [wanted.get(key) ?? []].flat().map((other) => [value, other])));
}
