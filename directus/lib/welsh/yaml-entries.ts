import {
	isMap,
	isPair,
	isScalar,
	isSeq,
	parseDocument,
	stringify,
	visit,
	type Pair,
	type Scalar,
	type YAMLMap,
} from 'yaml';
import type { Entry } from './entry.ts';

type Words = { english: Scalar; welsh: Scalar; name: string };

/** How files that hold data name the two languages side by side. */
const NAMES = [
	['en-GB', 'cy-GB'],
	['en', 'cy'],
] as const;

/** The texts of a file of data, YAML or JSON: two languages in one map, in a list of translations, or by their endings. */
export function yamlEntries(file: string, source: string): Entry[] {
	const json = file.endsWith('.json');
	const entries: Entry[] = [];
	visit(parseDocument(source), {
		Map: (_, map, path) => {
			const words = wordsOf(map);
			if (words.length === 0) return;
			const place = [...placeOf(path.filter(isPair)), ...ownersOf([...path.filter(isMap), map])];
			for (const { english, welsh, name } of words) {
				const [from, to] = welsh.range ?? [0, 0];
				entries.push({
					key: `${file}#${[...place, name].filter(Boolean).join('.')}`,
					file,
					english: String(english.value),
					welsh: String(welsh.value),
					at: [from, to],
					write: (text) => (json ? JSON.stringify(text) : stringify(text, { singleQuote: true, lineWidth: 0 }).trim()),
				});
			}
		},
	});
	return numbered(entries);
}

function wordsOf(map: YAMLMap): Words[] {
	const found = NAMES.flatMap(([en, cy]) => pairOf(map, en, cy, ''));
	for (const { key } of map.items) {
		const name = isScalar(key) ? String(key.value) : '';
		if (name.endsWith('_en')) found.push(...pairOf(map, name, name.replace(/_en$/, '_cy'), name.slice(0, -3)));
		if (name === 'translations') found.push(...translationsOf(map.get(key, true)));
	}
	return found;
}

function pairOf(map: YAMLMap, en: string, cy: string, name: string): Words[] {
	const [english, welsh] = [map.get(en, true), map.get(cy, true)];
	return isText(english) && isText(welsh) ? [{ english, welsh, name }] : [];
}

/** `translations` as Directus has them: a list of `{language, translation}`. */
function translationsOf(list: unknown): Words[] {
	if (!isSeq(list)) return [];
	const of = (language: string) => {
		const item = list.items.find((each) => isMap(each) && each.get('language') === language);
		return isMap(item) ? item.get('translation', true) : undefined;
	};
	const [english, welsh] = [of('en-GB'), of('cy-GB')];
	return isText(english) && isText(welsh) ? [{ english, welsh, name: 'translations' }] : [];
}

const isText = (node: unknown): node is Scalar => isScalar(node) && typeof node.value === 'string';

const placeOf = (pairs: readonly Pair[]): string[] =>
	pairs.map(({ key }) => (isScalar(key) ? String(key.value) : '')).filter(Boolean);

/** Items of a list have no names of their own; those of the data model say which collection and field they are. */
const ownersOf = (maps: readonly YAMLMap[]): string[] =>
	maps
		.flatMap((map) => ['collection', 'field'].map((name) => map.get(name)))
		.filter((name) => typeof name === 'string');

/** What has the same name in one file is told apart by its number. */
function numbered(entries: readonly Entry[]): Entry[] {
	const seen = new Map<string, number>();
	return entries.map((entry) => {
		const count = (seen.get(entry.key) ?? 0) + 1;
		seen.set(entry.key, count);
		return count === 1 ? entry : { ...entry, key: `${entry.key}[${count}]` };
	});
}
