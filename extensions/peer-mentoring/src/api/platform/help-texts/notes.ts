import type { Language } from '../../../domain/language/messages.ts';
import { inMarkdown } from '../../../domain/language/plain-text.ts';

/** A field as the Studio is told of it. */
export interface ToldField {
	collection: string;
	field: string;
	meta: { note?: string | null } | null;
}

const YOUR_SUPPLIER: Record<Language, string> = { 'en-GB': 'Your Supplier', 'cy-GB': 'Eich cyflenwr' };
const KEYED = /^\$t:(.+)$/;

/** The keys of the words that stand under the fields with a text of a Supplier's own. */
export function keysOfNotes(fields: readonly ToldField[], texts: ReadonlyMap<string, string>): string[] {
	return fields.flatMap(({ collection, field, meta }) => {
		const [, key] = KEYED.exec(texts.has(`${collection}.${field}`) ? (meta?.note ?? '') : '') ?? [];
		return key ? [key] : [];
	});
}

/**
 * The fields with what the reader's Supplier says under them, after what stands there for everybody. The Studio reads
 * notes as Markdown; what a Supplier writes is its words, as in the mentors' app.
 * @param words what stands there, by its key: the Studio puts no key into words that stands among others
 */
export function withHelpTexts(
	fields: readonly ToldField[],
	texts: ReadonlyMap<string, string>,
	words: ReadonlyMap<string, string>,
	language: Language,
): ToldField[] {
	return fields.map((told) => {
		const text = texts.get(`${told.collection}.${told.field}`);
		if (text === undefined || told.meta === null) return told;
		const note = told.meta.note ?? '';
		const [, key] = KEYED.exec(note) ?? [];
		const own = `**${YOUR_SUPPLIER[language]}:** ${inMarkdown(text)}`;
		return { ...told, meta: { ...told.meta, note: [key ? words.get(key) : note, own].filter(Boolean).join('\n\n') } };
	});
}
