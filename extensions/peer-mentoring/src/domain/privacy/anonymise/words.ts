/** Words of a text, to be compared with recorded names: without capitals, accents and the signs between them. */
export interface Word {
	start: number;
	end: number;
	/** As it is written. */
	written: string;
	folded: string;
}

/** Without capitals and accents: `Siân` is `sian`. */
export function fold(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a text: letters and digits in a row. */
export function wordsOf(text: string): Word[] {
	return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
		start: match.index,
		end: match.index + match[0].length,
		written: match[0],
		folded: fold(match[0]),
	}));
}

/** The words of a recorded name or place, folded. */
export function foldedWords(text: string): string[] {
	return wordsOf(text).map(({ folded }) => folded);
}

export function isCapital({ written }: Word): boolean {
	return /^\p{Lu}/u.test(written);
}

/** Whether a word stands where a capital says nothing: at the beginning of a text, a sentence or an item. */
export function beginsSentence({ start }: Word, before: Word | undefined, text: string): boolean {
	return before === undefined || /[.!?:\n•–-]\s*["'“‘(]*$/u.test(text.slice(before.end, start));
}
