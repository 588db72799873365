/** The key of the role `Referrer`, as its file has it: of a role, the Studio knows the key only. */
export const REFERRER_ROLE = '5fa532ae-47ee-591e-bb0c-b98db9d3dfea';

export function isReferrer(user: { role?: unknown }): boolean {
	return (user.role as { id?: string } | null | undefined)?.id === REFERRER_ROLE;
}
