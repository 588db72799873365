import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import type { ReminderKind } from '../../../domain/service-levels/reminders.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { flowsThatTell, readFlows, readSettings } from '../../../storage/platform/administered.ts';
import { Misasked, NotYoursError } from '../../shared/errors.ts';
import { allowedTo, handler, type AuthenticatedRequest } from '../../shared/http.ts';
import { flowChangeIn, SETTINGS, settingsIn } from './body.ts';

/** What is told of those who read and administer. */
const WATCHING: readonly ReminderKind[] = ['administrator_used', 'administration', 'unusual_reading'];

interface Changing {
	updateOne(key: string, change: object): Promise<unknown>;
	upsertSingleton(change: object): Promise<unknown>;
}

/**
 * What a Platform Administrator keeps beside accounts: which flows run, and what the sign-in page says. What a flow does
 * is an Administrator's: it runs with every right, and could carry anybody's records anywhere.
 */
export default defineEndpoint({
	id: 'administration',
	handler: (router, { database, services, getSchema }) => {
		const knex = database as unknown as Knex;

		/** Directus's own services, which write what was done on record as theirs. */
		const asAdministering = async (request: AuthenticatedRequest) => {
			await allowedTo(knex, request, ['Platform Administrator']);
			const accountability = { ...request.accountability, admin: true } as never;
			const rights = { schema: await getSchema(), accountability };
			return {
				flows: new services.FlowsService(rights) as unknown as Changing,
				settings: new services.SettingsService(rights) as unknown as Changing,
			};
		};

		/** Flows, and whether one watches those who read and administer: only an Administrator switches such a one. */
		const flowsAsKept = async (key?: string) => {
			const [flows, watching] = await Promise.all([readFlows(knex, key), flowsThatTell(knex, WATCHING)]);
			return flows.map((flow) => ({ ...flow, watches: watching.has(flow.id) }));
		};

		router.get(
			'/',
			handler(async (request, response) => {
				await allowedTo(knex, request, ['Platform Administrator']);
				const [flows, settings] = await Promise.all([flowsAsKept(), readSettings(knex, SETTINGS)]);
				response.json({ data: { flows, settings } });
			}),
		);

		router.patch(
			'/flows/:id',
			handler(async (request, response) => {
				const { flows } = await asAdministering(request);
				const change = flowChangeIn(request.body);
				const key = uuidIn(request.params.id);
				const [flow] = key === undefined ? [] : await flowsAsKept(key);
				if (!flow) throw new NotYoursError();
				if (flow.watches) {
					throw new Misasked(
						'This flow tells the Data Protection Officer of what is read and administered: an Administrator switches it.',
						'Mae’r llif hwn yn dweud wrth y swyddog diogelu data beth a ddarllenir ac a weinyddir: gweinyddwr sy’n ei droi.',
					);
				}
				await flows.updateOne(flow.id, change);
				response.json({ data: (await flowsAsKept(flow.id))[0] });
			}),
		);

		router.patch(
			'/settings',
			handler(async (request, response) => {
				const { settings } = await asAdministering(request);
				await settings.upsertSingleton(settingsIn(request.body));
				response.json({ data: await readSettings(knex, SETTINGS) });
			}),
		);
	},
});
