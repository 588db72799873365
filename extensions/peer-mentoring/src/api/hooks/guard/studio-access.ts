/** One permission that Directus gives, unasked, to everybody who may use the Studio. */
interface Granted {
	collection: string;
}

/** Notes and links beside the records would be kept, found and deleted by nobody's rules. */
const TAKEN_BACK = new Set(['directus_comments', 'directus_shares']);

/**
 * Takes permissions back from the list that Directus adds to every policy with app access, so that the Studio does not
 * offer what the gates refuse. The list is Directus's own and must not be a bundled copy: hence the import by name.
 */
export async function takeBackStudioAccess(packageName = '@directus/system-data'): Promise<void> {
	const { appAccessMinimalPermissions: granted } = (await import(packageName)) as {
		appAccessMinimalPermissions: Granted[];
	};
	const kept = granted.filter(({ collection }) => !TAKEN_BACK.has(collection));
	granted.splice(0, granted.length, ...kept);
}
