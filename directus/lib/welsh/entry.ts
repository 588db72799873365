/** A text of the platform in both languages, and where its Welsh stands. */
export interface Entry {
	/** The file and the place in it: the same for as long as neither moves. */
	key: string;
	/** Below the root of the project. */
	file: string;
	english: string;
	welsh: string;
	/** Where the Welsh begins and ends in the file; nowhere where code puts it together. */
	at: readonly [number, number] | null;
	/** The Welsh as the file writes it. */
	write(welsh: string): string;
}

/** What stands in braces is filled in when the text is shown, and is the same in every language. */
export const filledIn = (text: string): string[] => [...text.matchAll(/\{[^{}]*\}/g)].map(([found]) => found).sort();

/** Why a text cannot stand in the place of the Welsh of an entry, or undefined. */
export function faultInWelsh({ at, welsh }: Entry, changed: string): string | undefined {
	if (changed.trim() === '') return 'there is no Welsh any more: give the text, or leave the cell as it was.';
	if (at === null) return 'this text is put together by code: say in a note what it should be.';
	const [before, after] = [filledIn(welsh), filledIn(changed)];
	if (before.join() === after.join()) return undefined;
	return `what stands in braces is filled in later and has to stay: ${before.join(', ') || 'none here'}.`;
}
