/** Who signs in with what (5.1). */

/** What Directus calls the sign-in of the platform itself; an organisation's directory has a name of its own. */
export const OWN_SIGN_IN = 'default';

/** The one role that reaches no person and no return. */
const WITHOUT_FACTOR = 'Referrer';

export interface SignsIn {
	/** {@link OWN_SIGN_IN}, or the name of a directory. */
	provider: string | null;
	role_name: string | null;
	/** What tells the second factor from others; `null` without any. */
	factor: string | null;
}

export function isOfDirectory(provider: unknown): boolean {
	return typeof provider === 'string' && provider !== OWN_SIGN_IN;
}

/** Whether somebody has to set up a second factor before anything else. */
export function mustEnrol({ role_name, factor }: SignsIn, required: boolean): boolean {
	return required && role_name !== WITHOUT_FACTOR && factor === null;
}

/**
 * Whether somebody still has to give the code of their second factor: whoever signs in here has given it with the
 * password, and a directory asks for none of ours.
 * @param code_at when it was given in this session
 */
export function owesCode({ provider, factor }: SignsIn, code_at: number | null | undefined): boolean {
	return isOfDirectory(provider) && factor !== null && typeof code_at !== 'number';
}
