const ACCENTS = /[\u0300-\u036f]/g;
const CIRCUMFLEX = '\u0302';

/** Text as it is compared: accents, case and spare spaces make no difference. */
function plain(text: string): string {
	return text.normalize('NFD').replace(ACCENTS, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Those whose full name has the text anywhere in it: `sian` finds Siân, `gwen ev` finds Gwen Evans. */
export function named<Person extends { name: string }>(people: readonly Person[], text: string): Person[] {
	const wanted = plain(text);
	return people.filter(({ name }) => plain(name).includes(wanted));
}

/**
 * The spellings to ask the server for, which takes accents literally: as typed, without accents, and with a circumflex
 * on each vowel in turn, as Welsh names have it.
 */
export function spellings(text: string): string[] {
	const bare = plain(text);
	const accented = [...bare].flatMap((letter, index) =>
		/[aeiouwy]/.test(letter) ? [(bare.slice(0, index + 1) + CIRCUMFLEX + bare.slice(index + 1)).normalize('NFC')] : [],
	);
	return [...new Set([text.trim(), bare, ...accented])];
}
