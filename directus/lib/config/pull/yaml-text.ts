import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { Document, isMap, isScalar, isSeq, parseDocument, visit, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Item } from '../../directus.ts';
import { plain } from '../../plain.ts';

/**
 * A file brought to a new content: what has not changed stays as it is, comments and all, so that a review sees
 * nothing but the change. Formatted as the repository is.
 */
export async function yamlText(path: string, content: Item, inline = false): Promise<string> {
	const document = existsSync(path) ? parseDocument(readFileSync(path, 'utf8')) : new Document({});
	bring(document, document.contents as YAMLMap, content);
	visit(document, {
		Seq: (_, list) => {
			list.flow = inline && list.items.every((item) => isScalar(item));
		},
	});
	const text = document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
	return formatted(path, text, 'yaml');
}

/** A file of one entry after another, each on a line of its own where it fits; a list has every value on its own. */
export function jsonText(path: string, content: Item | readonly Item[]): Promise<string> {
	if (Array.isArray(content)) return formatted(path, JSON.stringify(content, null, '\t'), 'json');
	const entries = Object.entries(content).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
	return formatted(path, `{\n${entries.join(',\n')}\n}`, 'json');
}

/** Formatted as the repository is: known to whoever develops here; a running platform does not need it. */
async function formatted(path: string, text: string, parser: 'yaml' | 'json'): Promise<string> {
	const { format, resolveConfig } = await import('prettier');
	return format(text, { ...(await resolveConfig(path)), parser });
}

/** Takes away what is gone, changes what differs, and puts what is new after the key that it follows. */
export function bring(document: Document, map: YAMLMap, content: Item): void {
	const keyOf = (pair: YAMLMap['items'][number]) => String(isScalar(pair.key) ? pair.key.value : pair.key);
	map.items = map.items.filter((pair) => keyOf(pair) in content);
	let place = 0;
	for (const [key, value] of Object.entries(content)) {
		const at = map.items.findIndex((pair) => keyOf(pair) === key);
		if (at === -1) map.items.splice(place, 0, document.createPair(key, value));
		else bringValue(document, map, key, value);
		place = (at === -1 ? place : at) + 1;
	}
}

function bringValue(document: Document, map: YAMLMap, key: string, value: unknown): void {
	const node = map.get(key, true);
	if (isDeepStrictEqual(plain(node), plain(value))) return;
	if (isMap(node) && isItem(value) && node.items.length > 0) bring(document, node, value);
	else if (isSeq(node) && Array.isArray(value) && value.every((each) => isItem(each) && namesOf(each).length > 0)) {
		bringParts(document, node, value);
	} else map.set(key, document.createNode(value));
}

/** What tells an item of a list from the others: its id, its name, or the collections that it alone is about. */
function namesOf({ id, name, collections }: Item): unknown[] {
	const own = id ?? name;
	return own === undefined ? ((collections ?? []) as unknown[]) : [own];
}

/** A list of items with names: each keeps the words that it had. */
function bringParts(document: Document, list: YAMLSeq, parts: Item[]): void {
	const known = new Set(list.items.filter((item) => isMap(item)));
	list.items = parts.map((part) => {
		const names = namesOf(part);
		const node = [...known].find((each) => namesOf(plain(each) as Item).some((name) => names.includes(name)));
		if (!node) return document.createNode(part);
		known.delete(node);
		bring(document, node, part);
		return node;
	});
}

function isItem(value: unknown): value is Item {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
