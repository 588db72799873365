/** Flows made through the API, as an Administrator makes them in the Studio. */
import type { Client } from './server.ts';

export interface Step {
	type: string;
	options?: object;
}

/** A flow of one operation that is run by calling it, and answers what the operation did. */
export async function flowOf(admin: Client, step: Step): Promise<() => Promise<unknown>> {
	const called = { trigger: 'webhook', options: { method: 'POST', async: false, return: '$last' } };
	const flow = await makeFlow(admin, called, step);
	return async () => (await admin.post(`/flows/trigger/${flow}`)).body;
}

/** A flow of one operation, started by what the trigger says. @returns its key */
export async function makeFlow(admin: Client, trigger: object, { type, options = {} }: Step): Promise<string> {
	const flow = { name: `Test of ${type}`, status: 'active', accountability: 'all', ...trigger };
	const made = await admin.post('/flows', flow);
	if (made.status !== 200) throw new Error(JSON.stringify(made.body));
	const { id } = made.body.data;
	const step = { flow: id, name: type, key: 'step', type, position_x: 1, position_y: 1, options };
	const operation = await admin.post('/operations', step);
	await admin.patch(`/flows/${id}`, { operation: operation.body.data.id });
	return id;
}
