import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import { settleMovedByTime } from '../../../storage/writer/moved-by-time.ts';

interface Logger {
	info: (message: string) => void;
}

/** Settles whom time has moved, and says in the log how far it is and what has moved. */
export async function settleNight(knex: Knex, logger: Logger): Promise<void> {
	const began = performance.now();
	const { clocks, dropouts, areas } = await settleMovedByTime(knex, today(), (done, of) => {
		logger.info(`Moved by time alone: ${done} of ${of} people settled`);
	});
	const { met, missed } = clocks;
	const seconds = ((performance.now() - began) / 1000).toFixed(1);
	logger.info(
		`Moved by time alone: ${missed} clocks missed, ${met} met, ${dropouts} dropouts due, ${areas} Delivery Areas; settled with all contracts and Peer Mentors in ${seconds} s`,
	);
}
