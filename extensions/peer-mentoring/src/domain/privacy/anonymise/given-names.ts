/** First names as they are shortened, and those that tell that a word is a name although nobody recorded it. */
import givenNames from './given-names.json' with { type: 'json' };

const GROUPS: readonly (readonly string[])[] = givenNames.shortForms.map((forms) => forms.split(' '));

/** First names in use in Wales and England that are no other word, folded. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(givenNames.firstNames.flatMap((line) => line.split(' ')));

/** What somebody of this first name is called as well: `mike` and `mick` for `michael`, and the other way round. */
export function otherFormsOf(name: string): string[] {
	const forms = GROUPS.flatMap(([whole, ...short]) => {
		if (whole === name) return short;
		return short.includes(name) ? [whole as string] : [];
	});
	return [...new Set(forms)].filter((form) => form !== name);
}

/** Endings that make a pet name of the beginning of a name: `Gwenno`, `Gazza`, `Shazzy`. */
const PET_ENDING = /^(?:y|ie|i|o|no|ni|nie|ers|z|za|zza|zzy|zer|s|sy|kins)$/;
const LEAST_BEGINNING = 3;

/** Whether a word is the beginning of a first name of at least five letters, as it stands or with a pet ending. */
export function isPetFormOf(word: string, name: string): boolean {
	if (name.length < 5 || word.length < LEAST_BEGINNING + 1 || word === name) return false;
	let same = 0;
	while (same < word.length && word[same] === name[same]) same++;
	if (same < LEAST_BEGINNING) return false;
	const rest = word.slice(same);
	const doubled = rest.startsWith(name[same - 1] as string) ? rest.slice(1) : rest;
	return rest === '' || PET_ENDING.test(rest) || PET_ENDING.test(doubled);
}
