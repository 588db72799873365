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

/** Whether a normal path leads to a part that is switched off for everybody. */
export function isClosed(path: string): boolean {
	return CLOSED.some((closed) => path === closed || path.startsWith(`${closed}/`));
}
