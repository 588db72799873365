/** Flows made through the API, as an Administrator makes them in the Studio. */
import type { Client } from './server.ts';

export interface Step {
	type: string;
	options?: object;
}

/** A flow of one operation that is run by calling it, and answers what the operation did. */
export async function flowOf(admin: Client, { type, options = {} }: Step): Promise<() => Promise<unknown>> {
	const made = await admin.post('/flows', {
		name: `Test of ${type}`,
		status: 'active',
		trigger: 'webhook',
		accountability: 'all',
		options: { method: 'POST', async: false, return: '$last' },
	});
	if (made.status !== 200) throw new Error(JSON.stringify(made.body));
	const flow = made.body.data.id;
	const step = { flow, name: type, key: 'step', type, position_x: 1, position_y: 1, options };
	const operation = await admin.post('/operations', step);
	await admin.patch(`/flows/${flow}`, { operation: operation.body.data.id });
	return async () => (await admin.post(`/flows/trigger/${flow}`)).body;
}
