/** A contract of two areas whose people are counted in the success factors. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { expect } from 'vitest';
import type {
	ShownFactor,
	ShownFigure,
	ShownTable,
} from '../../../extensions/peer-mentoring/src/domain/returns/success-factors/success-factors.ts';
import { day } from '../../../extensions/peer-mentoring/src/domain/calendar/calendar-day.ts';
import { dayColumn } from '../../../extensions/peer-mentoring/src/storage/database/day-columns.ts';
import { peopleOfTwoAreas } from '../caseloads/two-areas.ts';
import { databaseOf } from '../database.ts';
import { startTestServer, type Client, type TestServer } from '../server.ts';
import { worldOf, type World } from '../world.ts';

export const REFERENCE = 'TEST-45';
const START = day('2024-01-08');
/** So many people of each area: the first `treated` of them entered treatment. */
const AREAS = [
	{ cpa: 4, people: 20, treated: 3, disclosed: 6 },
	{ cpa: 5, people: 14, treated: 8, disclosed: 5 },
];
export const HALF_YEAR = '?from=2023-12-04&to=2024-06-30';

export let server: TestServer;
export let world: World;
export let knex: Knex;
export let mi: Client;

export async function begin(): Promise<void> {
	server = await startTestServer({ seed: 'world' });
	world = await worldOf(server);
	knex = databaseOf(server);
	({ mi } = world.north);
	const areas = await knex('delivery_areas').whereIn('cpa', [4, 5]).orderBy('id').select('id', 'cpa', 'name');
	const areaOf = (cpa: number) => areas.find((area) => Number(area.cpa) === cpa);
	const files = peopleOfTwoAreas(REFERENCE, AREAS, (cpa) => areaOf(cpa).name, START);
	const { status, body } = await world.admin.upload('/caseload/import', files);
	expect([status, body.errors]).toEqual([200, undefined]);

	const entered_on = dayColumn(knex, day('2024-02-01'));
	for (const { cpa, treated, disclosed } of AREAS) {
		const mentees = await knex('mentees')
			.where('reference', 'like', `SF-${cpa}-%`)
			.select('id', 'reference', 'supplier');
		const upTo = (count: number) => mentees.filter(({ reference }) => Number(reference.split('-')[2]) < count);
		const support = { kind: 'treatment', entered_on, restricted: false };
		await knex('support_engagements').insert(
			upTo(treated).map(({ id, supplier }) => ({ ...support, id: randomUUID(), mentee: id, supplier })),
		);
		const told = upTo(disclosed).map(({ id }) => id);
		const change = { disclosure: 'disclosed_after_joining', disclosed_on: entered_on };
		await knex('mentees').whereIn('id', told).update(change);
	}
}

export async function end(): Promise<void> {
	await knex.destroy();
	await server.stop();
}

export async function factors(client: Client, query = HALF_YEAR): Promise<ShownFactor[]> {
	const { status, body } = await client.get(`/success-factors/${REFERENCE}${query}`);
	expect([status, body.errors]).toEqual([200, undefined]);
	return body.data.factors;
}

export async function figure(client: Client, key: string, query = HALF_YEAR): Promise<ShownTable> {
	const found = (await factors(client, query)).flatMap(({ figures }) => figures).find((each) => each.figure === key);
	return found as ShownTable;
}

const counts = ({ number, of }: ShownFigure) => [number, of];
export const ofAreas = ({ cpas, total }: ShownTable) => [...cpas.map(counts), counts(total)];
