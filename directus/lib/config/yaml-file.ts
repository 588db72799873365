import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { Item } from '../directus.ts';
import { root } from '../environment.ts';

/** Where something stands in a file: keys and positions, from the outside in. */
export type Place = readonly (string | number)[];

/** A file that can say on which of its lines something is wrong. */
export interface YamlFile {
	content: Item;
	/** The error that names file and line; what is said should be what would be right. */
	fault(place: Place, what: string): Error;
}

export function readYaml(path: string): YamlFile {
	return parseYaml(readFileSync(path, 'utf8'), relative(root, path));
}

/** What was said by the text that was read last under a name: the model file takes a second to read, and many ask it. */
const readLast = new Map<string, { text: string; content: Item }>();

export function parseYaml(text: string, name: string): YamlFile {
	const before = readLast.get(name);
	const content = before?.text === text ? before.content : parsed(text, name).content;
	readLast.set(name, { text, content });
	return { content: structuredClone(content), fault: (place, what) => parsed(text, name).fault(place, what) };
}

function parsed(text: string, name: string): YamlFile {
	const lines = new LineCounter();
	const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
	const at = (offset: number, what: string) => new Error(`${name}, line ${lines.linePos(offset).line}: ${what}`);
	const [broken] = document.errors;
	if (broken) throw at(broken.pos[0], broken.message);
	if (!isMap(document.contents)) throw at(0, 'the file must be keys with values.');
	return {
		content: document.toJS() as Item,
		fault: (place, what) => at(offsetOf(document, place), what),
	};
}

/** Where a value stands, or the key that it has. */
function offsetOf(document: Document, place: Place): number {
	const parent = place.length > 1 ? document.getIn(place.slice(0, -1), true) : document.contents;
	const last = place.at(-1);
	const key = isMap(parent) && parent.items.find((pair) => isScalar(pair.key) && pair.key.value === last)?.key;
	const node = isNode(key) ? key : document.getIn(place, true);
	if (isNode(node) && node.range) return node.range[0];
	return place.length > 0 ? offsetOf(document, place.slice(0, -1)) : 0;
}
