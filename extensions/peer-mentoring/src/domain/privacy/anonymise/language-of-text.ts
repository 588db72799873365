import type { Language } from '../../language/messages.ts';

const WELSH =
	/(?<!\p{L})(?:yr?|yn|ym|yng|mae|oes|wedi|ei|eu|fy|dy|ein|i’r|i'r|o’r|o'r|a’r|a'r|gyda|gan|wrth|ac|ar|bydd|byddaf|dw|rwy|rydw|mynd|gwneud|cael|bod|pob|bob|mis|dydd|wythnos|gwaith|heb|neu|hefyd|eisiau|ddim|sydd|fel|erbyn|nos|hi|fo|ffonio|cwrdd|siarad|gweld)(?!\p{L})/giu;
const ENGLISH =
	/(?<!\p{L})(?:the|and|to|of|my|is|in|for|with|will|has|have|was|be|by|on|it|her|his|she|he|they|that|each|week|day|work|call|meet|not|from|we|want|go|see|talk)(?!\p{L})/giu;

/** The language a text is written in, by its little words; English where they say nothing. */
export function languageOfText(text: string): Language {
	const count = (words: RegExp) => text.match(words)?.length ?? 0;
	return count(WELSH) > count(ENGLISH) ? 'cy-GB' : 'en-GB';
}
