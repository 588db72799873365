import { defineHook } from '@directus/extensions-sdk';
import type { Application } from 'express';
import type { Knex } from 'knex';
import type { Language } from '../../../domain/language/messages.ts';
import { freePlace, FURTHEST, wrongSide, type Place } from '../../../domain/platform/panel-place.ts';
import { callerOf } from '../../shared/caller.ts';
import { BadRequestError, languageOf, NotYoursError } from '../../shared/errors.ts';
import { answerForDashboards } from './panels-of-a-dashboard.ts';
import { asStored, inWelsh, type Titled } from './titles.ts';
import { uuidIn } from '../../../storage/database/keys.ts';
import { placesOn, supplierOfDashboard } from '../../../storage/platform/records.ts';

const NO_PLACE: Record<Language, (side: string) => string> = {
	'en-GB': (side) => `${side} of a panel must be a whole number from 1 to ${FURTHEST}.`,
	'cy-GB': (side) => `Rhaid i ${side} panel fod yn rhif cyfan o 1 i ${FURTHEST}.`,
};
type NewPanel = Partial<Place> & { dashboard?: unknown };

/**
 * A panel goes onto a dashboard of one's own Supplier. Row rules hold for the panels that are there; where a new one is
 * put, only the server can check, and that it hides none. Whether the panels of a dashboard can be changed is answered
 * here as well, and whoever reads in Welsh is shown the titles in Welsh.
 */
export default defineHook(({ filter, init }, { services, getSchema }) => {
	init('middlewares.after', ({ app }) => (app as Application).use(answerForDashboards(services, getSchema)));

	const checkDashboard = async (payload: unknown, context: { database: unknown; accountability: unknown }) => {
		const { dashboard } = payload as { dashboard?: unknown };
		const knex = context.database as Knex;
		const caller = await callerOf(knex, context.accountability as Parameters<typeof callerOf>[1]);
		if (caller.unrestricted || dashboard === undefined) return payload;
		const key = uuidIn(dashboard);
		if (key === undefined) throw new NotYoursError();
		const supplier = await supplierOfDashboard(knex, key);
		if (supplier === null || supplier !== caller.supplier) throw new NotYoursError();
		return payload;
	};
	filter('panels.create', (payload, _meta, context) => checkDashboard(payload, context));
	const checkPlace = async (panel: NewPanel, context: { database: unknown; accountability: unknown }) => {
		const side = wrongSide(panel);
		if (side === undefined) return;
		const user = (context.accountability as { user?: string } | null)?.user;
		const language = await languageOf(context.database as Knex, user);
		throw new BadRequestError({ reason: NO_PLACE[language](side) });
	};
	filter<NewPanel>('panels.create', async (panel, _meta, context) => {
		await checkPlace(panel, context);
		const key = uuidIn(panel.dashboard);
		const isPlaced = panel.position_x && panel.position_y && panel.width && panel.height;
		if (key === undefined || !isPlaced) return panel;
		return { ...panel, ...freePlace(panel as Place, await placesOn(context.database as unknown as Knex, key)) };
	});
	filter<NewPanel>('panels.update', async (panel, _meta, context) => {
		await checkPlace(panel, context);
		return panel;
	});
	filter('panels.update', (payload, _meta, context) => checkDashboard(payload, context));

	const readsWelsh = async ({ database, accountability }: { database: unknown; accountability: unknown }) =>
		(await languageOf(database as Knex, (accountability as { user?: string } | null)?.user)) === 'cy-GB';
	for (const scope of ['dashboards', 'panels']) {
		filter<Titled[]>(`${scope}.read`, async (rows, _meta, context) =>
			(await readsWelsh(context)) ? inWelsh(context.database as Knex, rows) : rows,
		);
		for (const action of ['create', 'update']) {
			filter<Titled>(`${scope}.${action}`, async (change, _meta, context) =>
				(await readsWelsh(context)) ? asStored(context.database as Knex, change) : change,
			);
		}
	}
});
