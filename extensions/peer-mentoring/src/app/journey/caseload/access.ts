/** What the Studio knows of somebody's permissions: collection, action, how far it goes. */
export type Permissions = Record<string, Record<string, { access?: string } | undefined> | undefined>;

/**
 * Whether somebody works a caseload of their own. Peer Mentors record sessions and take no Peer Mentor on; a manager may
 * do both, everybody else records nothing.
 */
export function hasOwnCaseload(user: { admin_access?: boolean }, permissions: Permissions): boolean {
	const may = (collection: string, action: string) => (permissions[collection]?.[action]?.access ?? 'none') !== 'none';
	return user.admin_access !== true && may('sessions', 'create') && !may('peer_mentors', 'create');
}
