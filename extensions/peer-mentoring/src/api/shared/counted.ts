/** What this instance has counted since it started, for `/metrics`. */
export const counted = {
	/** Wrong passwords and codes. */
	failures: 0,
	/** Requests of somebody signed in that were not theirs to make. */
	refusals: 0,
};
