import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import type { Item } from '../../directus.ts';
import { plain } from '../../plain.ts';
import { RETIRED } from '../checked-items.ts';
import type { Document } from './items.ts';
import { laidOut, type Layout } from './layout.ts';

/** A file of the repository and what it says. */
export interface Parsed {
	path: string;
	content: Item;
}

/** What a pull does with one file; the content is `null` where the file goes. */
export interface FileChange {
	path: string;
	content: Item | readonly Item[] | null;
	/** JSON, in which every value of a list has a line to begin with. */
	json?: boolean;
	/** Short lists on one line, as the role files have them. */
	inline?: boolean;
}

export function readFolder(folder: string): Parsed[] {
	return globSync('*.yaml', { cwd: folder })
		.sort()
		.map((name) => join(folder, name))
		.map((path) => ({ path, content: parse(readFileSync(path, 'utf8')) as Item }));
}

export function readFile(path: string): Item {
	return existsSync(path) ? (parse(readFileSync(path, 'utf8')) as Item) : {};
}

/** How the files of a folder are compared with the items of the database. */
export interface Folder {
	folder: string;
	identity: (content: Item) => string;
	layout: Layout;
	/** Items inside the item, whose order does not matter. */
	parts?: { key: string; layout: Layout };
	inline?: boolean;
}

/** The files to write, each where its item is already or under its name; and those whose item is no longer there. */
export function folderChanges(documents: readonly Document[], about: Folder): FileChange[] {
	const files = readFolder(about.folder);
	const byIdentity = new Map(files.map((file) => [about.identity(file.content), file]));
	const taken = new Set(files.map(({ path }) => path));
	const changes: FileChange[] = [];
	for (const { identity, name, content } of documents) {
		const file = byIdentity.get(identity);
		byIdentity.delete(identity);
		// What a file retires is taken away by the next push.
		if (file?.content[RETIRED]) continue;
		if (file && isDeepStrictEqual(comparable(file.content, about), comparable(content, about))) continue;
		const path = file?.path ?? freePath(about.folder, name, taken);
		taken.add(path);
		changes.push({ path, content: file ? asBrief(file.content, content, about) : content, inline: about.inline });
	}
	for (const { path, content } of byIdentity.values()) if (!content[RETIRED]) changes.push({ path, content: null });
	return changes;
}

/** An item with every field written out, and its parts in an order of their own. */
function comparable(content: Item, { layout, parts }: Folder): unknown {
	const all: Item = laidOut(layout, content);
	if (parts) {
		const own = ((content[parts.key] ?? []) as Item[]).map((part) => laidOut(parts.layout, part));
		all[parts.key] = own.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1));
	}
	return plain(all);
}

/** A file that leaves out what goes without saying goes on leaving it out. */
function asBrief(file: Item, content: Item, { layout, parts }: Folder): Item {
	const brief = said(file, content, layout);
	if (parts) {
		const known = new Map(((file[parts.key] ?? []) as Item[]).map((part) => [part.id, part]));
		brief[parts.key] = (content[parts.key] as Item[]).map((part) => {
			const before = known.get(part.id);
			return before ? said(before, part, parts.layout) : part;
		});
	}
	return brief;
}

function said(file: Item, content: Item, layout: Layout): Item {
	const worthALine = ([field, value]: [string, unknown]) => field in file || !isDeepStrictEqual(value, layout[field]);
	return Object.fromEntries(Object.entries(content).filter(worthALine));
}

function freePath(folder: string, name: string, taken: ReadonlySet<string>): string {
	const base = slug(name);
	for (let number = 1; ; number++) {
		const path = join(folder, `${base}${number === 1 ? '' : `-${number}`}.yaml`);
		if (!taken.has(path)) return path;
	}
}

/** `Contract performance` is `contract-performance`; letters with accents lose them. */
function slug(name: string): string {
	const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'unnamed';
}
