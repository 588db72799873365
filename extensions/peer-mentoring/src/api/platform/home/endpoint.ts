import { defineEndpoint } from '@directus/extensions-sdk';
import type { Knex } from 'knex';
import { today } from '../../../clock/today.ts';
import type { RoleName } from '../../shared/caller.ts';
import { allowedTo, handler, visibleContracts } from '../../shared/http.ts';
import { accountsHome } from './accounts.ts';
import { managersHome } from './manager.ts';
import { performanceHome } from './performance.ts';
import { protectionHome } from './protection.ts';
import { readingAs } from './reading.ts';
import { returnsHome } from './returns.ts';

const ROLES = [
	'Supplier Manager',
	'Supplier MI',
	'Buyer',
	'Data Protection Officer',
	'Platform Administrator',
] as const satisfies RoleName[];

/** What the caller's first screen says, counted under their own rights; an Administrator reads everybody's. */
export default defineEndpoint({
	id: 'home',
	handler: (router, { database, services, getSchema }) => {
		const knex = database as unknown as Knex;
		router.get(
			'/',
			handler(async (request, response) => {
				const caller = await allowedTo(knex, request, ROLES);
				const accountability = request.accountability as never;
				const schema = await getSchema();
				const reading = readingAs(
					(collection) => new services.ItemsService(collection, { schema, accountability }) as never,
					today(),
				);
				const contracts = await visibleContracts(knex, caller);
				const as = <Section>(role: RoleName, section: () => Promise<Section>) =>
					caller.unrestricted || caller.role === role ? section() : Promise.resolve(null);
				response.json({
					data: {
						today: reading.today,
						manager: await as('Supplier Manager', () => managersHome(knex, reading, contracts)),
						returns: await as('Supplier MI', () => returnsHome(knex, reading, contracts)),
						performance: await as('Buyer', () => performanceHome(knex, reading, contracts)),
						protection: await as('Data Protection Officer', () => protectionHome(knex, reading)),
						accounts: await as('Platform Administrator', () => accountsHome(knex, reading)),
					},
				});
			}),
		);
	},
});
