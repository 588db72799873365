import { prepareTemplate } from './platform.ts';

/** Before the first test of a lane: one database with the reference data, one with the demo data as well. */
export default async function setup(): Promise<void> {
	await prepareTemplate('reference');
	if (!process.env.NO_DEMO) await prepareTemplate('demo');
}
