/** Names with one letter wrong. */

const LEAST_LETTERS = 5;

/**
 * Whether a folded word is a name with one letter wrong: another, one too few, one too many, or two that changed places.
 * Names of fewer than five letters are too near to other words.
 */
export function isMisspelt(word: string, name: string): boolean {
	if (name.length < LEAST_LETTERS || word.length < LEAST_LETTERS - 1 || word === name) return false;
	if (Math.abs(word.length - name.length) > 1) return false;
	let start = 0;
	while (start < word.length && word[start] === name[start]) start++;
	const rest = word.slice(start);
	const wanted = name.slice(start);
	const isOther = rest.slice(1) === wanted.slice(1);
	const isFewer = rest === wanted.slice(1);
	const isMore = rest.slice(1) === wanted;
	const isSwapped =
		rest.length > 1 && rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2);
	return isOther || isFewer || isMore || isSwapped;
}
