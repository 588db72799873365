import { useStores } from '@directus/extensions-sdk';

interface PermissionsStore {
	hasPermission(collection: string, action: string): boolean;
}

/** Whether whoever is signed in may add to a collection; only the server decides, this is what to offer. */
export const mayCreate = () => may('create');
/** The same of reading what is there. */
export const mayRead = () => may('read');
/** The same of changing what is there. */
export const mayUpdate = () => may('update');

function may(action: string): (collection: string) => boolean {
	const { usePermissionsStore } = useStores();
	const permissions = usePermissionsStore() as PermissionsStore;
	return (collection) => permissions.hasPermission(collection, action);
}
