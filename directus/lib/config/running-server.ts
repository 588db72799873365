import type { Difference } from './sync.ts';

const SECONDS_TO_WAIT = 10;

/**
 * Tells a server that runs on the same database to forget what it remembers of the configuration.
 * @returns whether it did
 */
export async function refreshRunningServer(changes: readonly Difference[]): Promise<boolean> {
	const { PUBLIC_URL: url, ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = process.env;
	try {
		const login = await ask(`${url}/auth/login`, 'POST', { email, password });
		const { data } = (await login.json()) as { data: { access_token: string } };
		await ask(`${url}/utils/cache/clear?system`, 'POST', {}, data.access_token);
		const flow = changes.find(({ collection }) => /_(flows|operations)$/.test(collection))?.data;
		// The server reads its flows again whenever one is saved, and only then.
		if (flow) await ask(`${url}/flows/${flow.flow ?? flow.id}`, 'PATCH', {}, data.access_token);
		return true;
	} catch {
		return false;
	}
}

async function ask(url: string, method: string, body: object, token?: string): Promise<Response> {
	const response = await fetch(url, {
		method,
		headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(SECONDS_TO_WAIT * 1000),
	});
	if (!response.ok) throw new Error(`${url} answered ${response.status}`);
	return response;
}
