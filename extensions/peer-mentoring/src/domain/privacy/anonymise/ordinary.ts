/** Words of everyday use, as a dictionary has them. */
import { unmutated } from './mutations.ts';

/** Whether a word in small letters is in a dictionary of English or Welsh. */
export type IsWord = (word: string) => boolean;

/** Whether a word is one of everyday use, mutated or not. */
export function isOrdinary(written: string, isWord: IsWord): boolean {
	const word = written.toLowerCase();
	return isWord(word) || unmutated(word).some(isWord);
}
