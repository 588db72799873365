import { dateNames } from '../language/date-names.ts';
import type { Language } from '../language/messages.ts';
import type { Words } from '../language/words.ts';
import sentences from './said.json' with { type: 'json' };

/**
 * What a load says of a file: sentences with what was found put into them, in both languages. They are made in English
 * where they are found out, and go to the reader in theirs; what stands in them may be a sentence of its own.
 */
export const SENTENCES: readonly Words[] = sentences;

const NAME = /\{(\w+)\}/g;

const compiled = SENTENCES.map(({ en, cy }) => {
	const names = [...en.matchAll(NAME)].map(([, name]) => name as string);
	const pattern = en.split(NAME).map((piece, index) => (index % 2 === 1 ? '(.+?)' : escaped(piece)));
	return { names, pattern: new RegExp(`^${pattern.join('')}$`, 'su'), cy };
});

/** What is said again and again need not be looked for again. */
const known = new Map<string, string>();
const MOST_KNOWN = 10_000;

/** A sentence of a load in the reader's language; what is not known stays as it is. */
export function saidIn(language: Language, sentence: string): string {
	if (language === 'en-GB') return sentence;
	const before = known.get(sentence);
	if (before !== undefined) return before;
	const said = inWelsh(sentence);
	if (known.size >= MOST_KNOWN) known.clear();
	known.set(sentence, said);
	return said;
}

function inWelsh(sentence: string): string {
	for (const { names, pattern, cy } of compiled) {
		const found = pattern.exec(sentence);
		if (!found) continue;
		const values = new Map(names.map((name, index) => [name, valueOf(name, found[index + 1] ?? '')]));
		return cy.replace(NAME, (_, name: string) => values.get(name) ?? '');
	}
	return sentence;
}

/** Names and values of a file stay as they are; what is said about them is said in Welsh. */
function valueOf(name: string, text: string): string {
	if (name === 'days')
		return text.replace(
			DAY,
			(_, date: string, month: string, year: string) => ` fel ${date} ${welshMonth(month)} ${year}`,
		);
	if (name === 'right') return inWelsh(text.replace(/^(\w+) or (\w+)$/, '$1 neu $2'));
	return ['what', 'where', 'advice', 'message'].includes(name) ? inWelsh(text) : text;
}

const DAY = / as (\d{1,2}) (\p{L}+) (\d{4})/gu;

function welshMonth(month: string): string {
	return dateNames['cy-GB'].months[dateNames['en-GB'].months.indexOf(month)] ?? month;
}

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
