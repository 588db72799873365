/** The key of the role `Supplier MI`, as its file has it: of a role, the Studio knows the key only. */
export const SUPPLIER_MI_ROLE = '8fb7d346-42c6-588c-a203-2c8e7aa6bf29';

/** Whether somebody sends the whole tracker of a Supplier (3.4): who else reads the return is not offered it. */
export function sendsTracker(user: { role?: unknown; admin_access?: boolean } | null | undefined): boolean {
	const role = user?.role as { id?: string } | null | undefined;
	return user?.admin_access === true || role?.id === SUPPLIER_MI_ROLE;
}
