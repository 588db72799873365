import type { CodeOf } from '../language/code-lists.ts';

/** The area in which the Trial is to be had in Welsh by whoever asks for it (2.25). */
export const WELSH_CPA = 9;

/** Whether somebody who asked for Welsh, in the area where they may, has nobody who says that they work in it (2.25). */
export function lacksWelshMentor({
	cpa,
	preferred_language,
	works_in_welsh,
}: {
	cpa: number | null;
	preferred_language: string | null;
	/** What their Peer Mentor says; `null` where there is none, or nobody has asked. */
	works_in_welsh: CodeOf<'yes_no_not_known'> | null;
}): boolean {
	return cpa === WELSH_CPA && preferred_language === 'cy-GB' && works_in_welsh !== 'yes';
}
