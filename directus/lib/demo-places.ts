/** Gives the imported sessions of the demo what their file has no columns for: where they were held, and how agreed. */
import { randomUUID } from 'node:crypto';
import { addRecord, changeAlike } from '../../extensions/peer-mentoring/src/storage/writer/records.ts';
import { demoPlaces, demoServices } from '../../seed/demo/places.ts';
import { columnsOf, WRITER } from './demo-records.ts';
import type { Knex } from './directus.ts';

/** One Mentee in so many is met at the place that the Buyer has not answered about. */
const ONE_IN = 40;

export async function loadDemoPlaces(knex: Knex): Promise<void> {
	for (const { id: contract, supplier } of await knex('call_off_contracts').orderBy('reference').select()) {
		const places = demoPlaces({ contract, supplier }).map((row) => ({ ...row, id: randomUUID() }));
		for (const place of places) await addRecord(knex, 'session_places', columnsOf(knex, place), WRITER);
		const [centre, library, cafe] = places.map(({ id }) => id);
		const mentees = await knex('mentees').where({ contract }).orderBy('reference').select('id');
		for (const [number, { id: mentee }] of mentees.entries()) {
			const place = number % ONE_IN === ONE_IN - 1 ? cafe : number % 2 ? library : centre;
			await changeAlike(knex, 'sessions', { mentee, mode: 'face_to_face', attendance: 'attended' }, { place });
		}
	}
	await loadDemoServices(knex);
	await changeAlike(knex, 'sessions', { mode: 'digital' }, { digital_agreed: true });
}

/** The directory of each area that somebody works in; the first service of it is where people are supported (2.15). */
async function loadDemoServices(knex: Knex): Promise<void> {
	const areas = await knex('fte_assignments as assignment')
		.join('contract_package_areas as cpa', 'cpa.id', 'assignment.cpa')
		.distinct('assignment.supplier', 'assignment.delivery_area', 'cpa.bilingual as welsh')
		.orderBy(['assignment.supplier', 'assignment.delivery_area']);
	const firstOf = new Map<string, string>();
	for (const area of areas) {
		for (const row of demoServices({ ...area, welsh: Boolean(area.welsh) })) {
			const id = randomUUID();
			await addRecord(knex, 'local_services', columnsOf(knex, { id, ...row }), WRITER);
			if (!firstOf.has(area.supplier)) firstOf.set(area.supplier, id);
		}
	}
	for (const [supplier, local_service] of firstOf) {
		await changeAlike(knex, 'support_engagements', { supplier, kind: 'other_service' }, { local_service });
	}
}
