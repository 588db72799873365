import { prepareEnvironment } from './environment.ts';
import { whyNot } from './why.ts';

/**
 * Runs one command of the platform to its end. Whatever goes wrong is told in a sentence, and the process ends: an
 * open connection would hold it.
 * @param failed what to say first where it goes wrong
 */
export async function runCommand(failed: string, work: (data: string) => Promise<number>): Promise<never> {
	try {
		const { data } = prepareEnvironment();
		process.exit(await work(data));
	} catch (error) {
		console.error(`${failed}: ${whyNot(error)}`);
		if (process.env.LOG_LEVEL === 'debug') console.error(error);
		process.exit(1);
	}
}
