import { defineOperationApi } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { REMINDER_KINDS } from '../../../domain/service-levels/reminders.ts';
import { hourNow } from '../../../clock/today.ts';
import { DUE_SOON_STAGES } from '../../../storage/reminders/matters.ts';
import { remind } from '../../../storage/reminders/remind.ts';
import { choicesOption, OperationError, wholeNumberOption } from '../../shared/operation-options.ts';
import { remindingNow } from '../../shared/reminding.ts';

interface Options {
	/** What to remind of; everything where left empty. */
	kinds?: unknown;
	/** For what is due soon: how many Working Days before. */
	working_days?: unknown;
	/** The hour by the clock on the wall before which nobody is told anything; any hour where left empty. */
	not_before?: unknown;
}

/**
 * Tells everybody, in their language, what concerns them and they have not been told before, in the Studio and, where a
 * mail server is set, by an e-mail without details. Safe to run again at any time. Answers how many people were told of
 * how many matters, and how many e-mails went out.
 */
export default defineOperationApi<Options>({
	id: 'remind',
	handler: async ({ kinds, working_days, not_before }, context) => {
		const now = new Date();
		if (hourNow(now) < hourIn(not_before)) return { people: 0, matters: 0, mailed: 0, mail_failed: 0 };
		const { failures, ...reminded } = await remind(
			context.database as unknown as Knex,
			choicesOption('kinds', kinds, REMINDER_KINDS),
			{ ...(await remindingNow(context, now)), stages: stagesIn(working_days) },
		);
		if (failures.length === 0) return reminded;
		const reason = `Some reminders were not sent (${failures.join('; ')}). Run this again: nobody is told twice.`;
		context.logger.error(reason);
		throw new OperationError(reason);
	},
});

function hourIn(value: unknown): number {
	return value === undefined || value === null || value === '' ? 0 : wholeNumberOption('not_before', value, 0, 23, 0);
}

function stagesIn(value: unknown): readonly number[] {
	const given = Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value];
	if (given.length === 0) return DUE_SOON_STAGES;
	return given.map((each) => wholeNumberOption('working_days', each, 0, 60, 0));
}
