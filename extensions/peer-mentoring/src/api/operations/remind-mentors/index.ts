import { defineOperationApi } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { remindersDueIn } from '../../../storage/reminders.ts';
import { today } from '../../../domain/today.ts';

interface Options {
	/** How many Working Days before the due date. */
	working_days?: number;
}

/**
 * Tells every Peer Mentor, in their language, what is due in so many Working Days. A notification that a run before
 * has already sent is not sent again, so that a flow which failed half way can simply run once more.
 */
export default defineOperationApi<Options>({
	id: 'remind-mentors',
	handler: async ({ working_days = 3 }, { database, services, getSchema }) => {
		const knex = database as unknown as Knex;
		const notifications = new services.NotificationsService({ schema: await getSchema(), knex: database });
		let sent = 0;
		for (const { user, subject, message } of await remindersDueIn(knex, Number(working_days), today())) {
			const already = await knex('directus_notifications').where({ recipient: user, subject }).first('id');
			if (already) continue;
			await notifications.createOne({ recipient: user, subject, message, collection: 'service_level_clocks' });
			sent += 1;
		}
		return { sent };
	},
});
