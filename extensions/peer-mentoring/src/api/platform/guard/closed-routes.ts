/** Parts of Directus that nobody uses here, the Administrator included; each was the way in of a known attack. */
const CLOSED = [
	'/ai',
	'/deployments',
	'/files/tus',
	'/mcp',
	'/server/setup',
	'/server/specs',
	'/settings/owner',
	'/shares',
	'/users/register',
	'/versions',
	'/utils/hash',
	'/websocket',
];

/** What the Studio asks an Administrator's records for whenever it shows one: nobody can make any, so there are none. */
const ASKED_BY_THE_STUDIO = 'GET /versions';

/** Whether a normal path leads to a part that is switched off for everybody. */
export function isClosed(method: string, path: string): boolean {
	if (`${method} ${path}` === ASKED_BY_THE_STUDIO) return false;
	return CLOSED.some((closed) => path === closed || path.startsWith(`${closed}/`));
}
