/** The keys of roles, as their files have them: of a role, the Studio knows the key only. */
export const ROLES = {
	referrer: '5fa532ae-47ee-591e-bb0c-b98db9d3dfea',
	supplier_manager: '2257d4d3-1266-5270-868f-084da649b901',
	supplier_mi: '8fb7d346-42c6-588c-a203-2c8e7aa6bf29',
	buyer: 'e016b4e4-e8b7-5d06-bc31-9f621dc6fbfe',
	data_protection_officer: '639e5365-4e55-5ddf-94a0-f0a1ac8d9a05',
	platform_administrator: '4d1e633d-f7e2-59ee-bbed-bfcc6f35b29b',
} as const;

export function hasRole(user: { role?: unknown } | null | undefined, role: keyof typeof ROLES): boolean {
	return (user?.role as { id?: string } | null | undefined)?.id === ROLES[role];
}

/** Whether somebody sends the returns of a Supplier (3.4): who else reads them is not offered to. */
export function sendsReturns(user: { role?: unknown; admin_access?: boolean } | null | undefined): boolean {
	return user?.admin_access === true || hasRole(user, 'supplier_mi');
}

/** Whether somebody may have the archive of what was sent (3.4). */
export function keepsReturns(user: Parameters<typeof sendsReturns>[0]): boolean {
	return sendsReturns(user) || hasRole(user, 'supplier_manager');
}

/** Whether somebody begins on *Home*: a Peer Mentor has the caseload, a Referrer the form, an analyst what was released. */
export function beginsOnHome(user: Parameters<typeof sendsReturns>[0]): boolean {
	const roles = [
		'supplier_manager',
		'supplier_mi',
		'buyer',
		'data_protection_officer',
		'platform_administrator',
	] as const;
	return user?.admin_access === true || roles.some((role) => hasRole(user, role));
}
