/** The code lists between the database and their files: what was changed in the Studio stays. */
import { randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { today } from '../../extensions/peer-mentoring/src/clock/today.ts';
import type { CalendarDay } from '../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import type { Choice } from '../../extensions/peer-mentoring/src/domain/language/choices.ts';
import { codeLists, type Lists } from '../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { isOpen, isRuled } from '../../extensions/peer-mentoring/src/domain/language/open-lists.ts';
import { dayColumn } from '../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { usesOf } from '../../extensions/peer-mentoring/src/storage/language/code-uses.ts';
import { listsOf, readCodes } from '../../extensions/peer-mentoring/src/storage/language/lists.ts';
import { keepListsInStep } from '../../extensions/peer-mentoring/src/storage/language/lists-in-step.ts';
import { adoptAdded, adoptChangedWords } from '../../extensions/peer-mentoring/src/storage/language/own-choices.ts';
import type { KeyedText } from '../../extensions/peer-mentoring/src/storage/platform/data-model.ts';
import type { Item, Knex } from './directus.ts';
import { root } from './environment.ts';
import { reconcile, type Chosen, type Entry, type Settled } from './three-ways/entries.ts';
import { alike } from './three-ways/merge.ts';
import type { Pushed } from './three-ways/pushed.ts';

/** One file a list, its values in the order in which they are offered. */
export const LISTS_FOLDER = join(root, 'extensions/peer-mentoring/src/domain/language/lists');
/** What the lists are called. */
export const NAMES_PATH = join(root, 'seed/reference/code-lists.json');

export type Names = Record<string, { en: string; cy: string }>;
export type ListFile = Record<string, Choice>;

export function readListFile(list: string): ListFile {
	return JSON.parse(readFileSync(join(LISTS_FOLDER, `${list}.json`), 'utf8')) as ListFile;
}

export function readNames(): Names {
	return JSON.parse(readFileSync(NAMES_PATH, 'utf8')) as Names;
}

const LIST = 'code list ';
const CODE = 'code ';

/** The lists of the database; those of the files where it has none yet. */
export async function knownLists(knex: Knex): Promise<Lists> {
	const codes = (await knex.schema.hasTable('codes')) ? await readCodes(knex) : [];
	return codes.length > 0 ? listsOf(codes) : codeLists;
}

interface ListPlan {
	settled: Settled;
	/** The rows that are there, by the name of their entry. */
	there: ReadonlyMap<string, string>;
	entries: readonly Entry[];
}

/** Compares the lists of the files with those of the database and with what the last push wrote. Changes nothing. */
export async function planLists(knex: Knex, before: Pushed, choiceOf: Chosen): Promise<ListPlan> {
	const files = filesEntries();
	const studio = await studioEntries(knex);
	const gone = [...studio.keys()].filter((id) => !files.has(id) && before.has(id));
	const entries = [...files.keys(), ...gone].map((id) => ({
		id,
		label: id,
		files: files.get(id),
		studio: studio.get(id)?.values,
	}));
	const there = new Map([...studio].map(([id, row]) => [id, row.key]));
	return { settled: reconcile(entries, before, choiceOf), there, entries };
}

/** What a push does to the lists, for people. */
export function listLines({ settled, there, entries }: ListPlan): string[] {
	return entries.flatMap(({ id, studio }) => {
		const value = settled.values.get(id);
		if (value === undefined) return there.has(id) ? [`  remove  ${id}`] : [];
		if (!studio) return [`  create  ${id}`];
		const changed = Object.keys(value).filter((name) => !alike(value[name], studio[name]));
		return changed.length > 0 ? [`  update  ${id}: ${changed.join(', ')}`] : [];
	});
}

/** Carries a plan out, takes in what the Studio added or called otherwise before lists were data, and brings the fields that offer the lists to them. */
export async function writeLists(knex: Knex, { settled, there, entries }: ListPlan, before: Pushed): Promise<void> {
	await knex.transaction(async (transaction) => {
		const added: Record<string, Item[]> = { code_lists: [], codes: [] };
		for (const { id, studio } of entries) {
			const value = settled.values.get(id);
			const [table, key] = id.startsWith(LIST) ? ['code_lists', id.slice(LIST.length)] : ['codes', randomUUID()];
			const known = there.get(id);
			if (value === undefined) {
				if (known !== undefined) await letGo(transaction, known, id);
				continue;
			}
			const row = asRow(transaction, value);
			if (known === undefined) added[table as string]?.push({ id: key, ...namedBy(id), ...row });
			else if (!alike(value, studio))
				await transaction(table as string)
					.where({ id: known })
					.update(row);
		}
		for (const [table, rows] of Object.entries(added)) {
			if (rows.length > 0) await transaction.batchInsert(table, rows, AT_ONCE);
		}
	});
	if (![...before.keys()].some((id) => id.startsWith(LIST))) {
		await adoptAdded(knex);
		await adoptChangedWords(knex, wordsIn(before));
	}
	await keepListsInStep(knex, today());
}

/** What earlier versions pushed of the words of lists. */
function wordsIn(before: Pushed): KeyedText[] {
	return [...before].flatMap(([id, value]) => (id.startsWith('directus_translations ') ? [value as KeyedText] : []));
}

/** A value that the files have no more goes, unless a record has it. */
async function letGo(knex: Knex, key: string, id: string): Promise<void> {
	const { list, value } = namedBy(id);
	if (id.startsWith(LIST) || (await usesOf(knex, String(list), String(value))) > 0) return;
	await knex('codes').where({ id: key }).delete();
}

/** Few enough for SQLite's number of parameters. */
const AT_ONCE = 50;

function filesEntries(): Map<string, Item> {
	const names = readNames();
	const entries = new Map<string, Item>();
	const lists = globSync('*.json', { cwd: LISTS_FOLDER })
		.map((path) => basename(path, '.json'))
		.sort();
	for (const list of lists) {
		const { en, cy } = names[list] ?? { en: list, cy: null };
		entries.set(LIST + list, { english: en, welsh: cy, open: isOpen(list) });
		Object.entries(readListFile(list)).forEach(([value, { code, en, cy, from, until }], index) => {
			const days = { in_use_from: from ?? null, in_use_until: until ?? null };
			const texts = { english: en, welsh: cy || null, missing: cy ? null : 'welsh' };
			const ruled = isRuled(list, value);
			entries.set(`${CODE}${list} ${value}`, { code, ...texts, order: index + 1, ...days, ruled });
		});
	}
	return entries;
}

async function studioEntries(knex: Knex): Promise<Map<string, { key: string; values: Item }>> {
	const entries = new Map<string, { key: string; values: Item }>();
	if (!(await knex.schema.hasTable('codes'))) return entries;
	for (const { id, english, welsh, open } of await knex('code_lists').select('*')) {
		entries.set(LIST + id, { key: id, values: { english, welsh, open: Boolean(open) } });
	}
	for (const { id, list, value, code, en, welsh, order, from, until, ruled } of await readCodes(knex)) {
		const texts = { english: en, welsh, missing: welsh ? null : 'welsh' };
		const days = { in_use_from: from ?? null, in_use_until: until ?? null };
		entries.set(`${CODE}${list} ${value}`, { key: id, values: { code, ...texts, order, ...days, ruled } });
	}
	return entries;
}

function namedBy(id: string): Item {
	if (id.startsWith(LIST)) return {};
	const [list, ...value] = id.slice(CODE.length).split(' ');
	return { list, value: value.join(' ') };
}

function asRow(knex: Knex, values: Item): Item {
	const days = ['in_use_from', 'in_use_until'].filter((name) => name in values);
	const written = days.map((name) => [name, dayColumn(knex, (values[name] ?? null) as CalendarDay | null)]);
	return { ...values, ...Object.fromEntries(written) };
}
