import { inLanguage, text, type Language } from '../../language/text.ts';
import { SPLIT_TEXTS, type Split } from './catalogue.ts';

/** What stands for a value that nobody has recorded. */
export const NOT_RECORDED = text('Not recorded', 'Heb ei gofnodi');

/** Of whom or of what alone a figure counts, in words: without them a number says more than was counted. */
export function filterTexts(
	where: Readonly<Partial<Record<Split, readonly string[]>>>,
	labels: Readonly<Partial<Record<Split, Readonly<Record<string, string>>>>> | undefined,
	language: Language,
): string[] {
	return (Object.entries(where) as [Split, readonly string[]][]).map(([split, values]) => {
		const words = values.map((value) => (value === '' ? NOT_RECORDED[language] : (labels?.[split]?.[value] ?? value)));
		return `${inLanguage(SPLIT_TEXTS[split], language)}: ${words.join(', ')}`;
	});
}
