import { join } from 'node:path';
import { codeLists, type CodeList } from '../../../extensions/peer-mentoring/src/domain/language/code-lists.ts';
import { root } from '../environment.ts';
import type { CollectionEntry, FieldEntry, Words } from './entries.ts';

export const DICTIONARY_PATH = join(root, 'directus', 'data-dictionary.md');

const INTRODUCTION = `# Data dictionary

Every collection and field of the platform: what it is called, what it means, the paragraphs of the Call-Off
Specification it comes from, and how sensitive it is. Written by \`npm run data-dictionary\` from
\`schema-snapshot.yaml\`; change that file, not this one.

The class of a field decides what is done with it. The Buyer's roles read no field that is \`personal\` or
\`special_category\`; an erasure empties them, and a person who asks for their data gets them.`;

/** The published dictionary: a table for each collection, the code lists, and where each paragraph is. */
export function dictionaryMarkdown(entries: readonly CollectionEntry[]): string {
	const fields = entries.flatMap((entry) => entry.fields);
	return `${[
		INTRODUCTION,
		'## Collections',
		...entries.flatMap(collectionSection),
		'## Code lists',
		...(Object.keys(codeLists) as CodeList[])
			.filter((list) => fields.some(({ choices }) => choices === list))
			.sort()
			.flatMap(codeListSection),
		'## Paragraphs of the Call-Off Specification',
		paragraphIndex(fields),
	].join('\n\n')}\n`;
}

function collectionSection({ collection, name, purpose, fields }: CollectionEntry): string[] {
	const columns = ['field', 'label', 'meaning', 'type', 'choices', 'filled in', 'paragraphs', 'sensitivity'];
	const rows = fields.map((field) => [
		`\`${field.field}\``,
		inBoth(field.label),
		field.meaning,
		field.type,
		field.choices ? `[${field.choices}](#${field.choices})` : '',
		field.filled,
		paragraphsIn(field.paragraph).join(', '),
		field.sensitivity,
	]);
	return [`### ${collection}`, [`**${inBoth(name)}.**`, purpose].filter(Boolean).join(' '), table(columns, rows)];
}

function codeListSection(list: CodeList): string[] {
	const rows = codeLists[list].map(({ value, code, en, cy }) => [`\`${value}\``, code, en, cy]);
	return [`### ${list}`, table(['value', 'code', 'English', 'Cymraeg'], rows)];
}

function paragraphIndex(fields: readonly FieldEntry[]): string {
	const places = fields.flatMap(({ collection, field, paragraph }) =>
		paragraphsIn(paragraph).map((each) => ({ paragraph: each, place: `\`${collection}.${field}\`` })),
	);
	const rows = [...Map.groupBy(places, ({ paragraph }) => paragraph)]
		.sort(([a], [b]) => IN_ORDER.compare(a, b))
		.map(([paragraph, found]) => [paragraph, found.map(({ place }) => place).join(', ')]);
	return table(['paragraph', 'fields'], rows);
}

/** 2.6 before 2.20, the annexes last. */
const IN_ORDER = new Intl.Collator('en', { numeric: true });

/** The paragraphs that a field names: `2.7 Annex E` are two. */
export function paragraphsIn(text: string | undefined): string[] {
	return text?.match(/Annex [A-Z]|\S+/g) ?? [];
}

function inBoth({ en, cy }: Words): string {
	return en === cy ? en : `${en}; ${cy}`;
}

function table(columns: string[], rows: string[][]): string {
	const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`;
	return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
}
