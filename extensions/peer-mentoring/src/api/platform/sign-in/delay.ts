/** How failures to sign in slow down what comes after them. */
export interface Slowing {
	/** So many failures cost nothing: people mistype. */
	free: number;
	/** The delay after them, in seconds; each further failure doubles it. */
	first: number;
	/** No delay is longer, in seconds, so that it always ends soon. */
	longest: number;
}

/**
 * How long to wait after so many failures in a row.
 *
 * @example delayAfter(6, { free: 5, first: 15, longest: 900 }) // 30
 */
export function delayAfter(failures: number, { free, first, longest }: Slowing): number {
	return failures < free ? 0 : Math.min(longest, first * 2 ** (failures - free));
}
