import { defineOperationApi } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { codeLists } from '../../../domain/language/code-lists.ts';
import { today as dayNow } from '../../../clock/today.ts';
import { deadline } from '../../../domain/calendar/working-days.ts';
import { holidayReader } from '../../../storage/calendar/holidays.ts';
import { runningClocks } from '../../../storage/reminders/running-clocks.ts';
import { choiceOption, choicesOption, contractsOption, wholeNumberOption } from '../../shared/operation-options.ts';

interface Options {
	/** Due soon, or overdue. */
	which?: unknown;
	/** For what is due soon: within how many Working Days. */
	working_days?: unknown;
	/** The reference of a contract; all where left empty. */
	contract?: unknown;
	/** Which clocks; all where left empty. */
	clocks?: unknown;
}

const CLOCKS = codeLists.clock.map(({ value }) => value);

/**
 * The clocks that run out within so many Working Days, or have run out with nothing done, for what comes next in the
 * flow. By reference; no names.
 */
export default defineOperationApi<Options>({
	id: 'clocks-due',
	handler: async ({ which, working_days, contract, clocks }, { database }) => {
		const knex = database as unknown as Knex;
		const chosen = choicesOption('clocks', clocks, CLOCKS);
		const overdue = choiceOption('which', which, ['due_soon', 'overdue'], 'due_soon') === 'overdue';
		const within = wholeNumberOption('working_days', working_days, 0, 60, 3);
		const today = dayNow();
		const holidaysOf = holidayReader(knex);
		const found = [];
		for (const { id, reference, calendar } of await contractsOption(knex, 'contract', contract)) {
			const until = overdue ? today : deadline(today, within, await holidaysOf(calendar));
			const status = overdue ? 'missed' : 'pending';
			const running = await runningClocks(knex, { status, until, contracts: [id], clocks: chosen });
			found.push(
				...running.map((clock) => ({
					reference: clock.reference,
					clock: clock.service_level,
					due_on: clock.due_on,
					contract: reference,
					cpa: clock.cpa,
				})),
			);
		}
		return { count: found.length, clocks: found };
	},
});
