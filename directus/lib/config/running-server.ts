import { authentication, createDirectus, customEndpoint, rest, updateFlow } from '@directus/sdk';
import type { Difference } from './sync.ts';

const SECONDS_TO_WAIT = 10;

const impatient = (url: string, options: RequestInit) =>
	fetch(url, { ...options, signal: AbortSignal.timeout(SECONDS_TO_WAIT * 1000) });

/**
 * Tells a server that runs on the same database to forget what it remembers of the configuration.
 * @returns whether it did
 */
export async function refreshRunningServer(changes: readonly Difference[]): Promise<boolean> {
	const { PUBLIC_URL: url = '', ADMIN_EMAIL: email = '', ADMIN_PASSWORD: password = '' } = process.env;
	try {
		const server = createDirectus(url, { globals: { fetch: impatient } })
			.with(authentication('json', { autoRefresh: false }))
			.with(rest());
		await server.login({ email, password });
		// The command of the SDK leaves the system's own cache as it is.
		await server.request(customEndpoint({ path: '/utils/cache/clear?system', method: 'POST' }));
		const flow = changes.find(({ collection }) => /_(flows|operations)$/.test(collection))?.data;
		// The server reads its flows again whenever one is saved, and only then.
		if (flow) await server.request(updateFlow(String(flow.flow ?? flow.id), {}));
		return true;
	} catch {
		return false;
	}
}
