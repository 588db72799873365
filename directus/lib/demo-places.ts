/** Gives the imported sessions of the demo what their file has no columns for: where they were held, and how agreed. */
import { randomUUID } from 'node:crypto';
import { addRecord, changeAlike } from '../../extensions/peer-mentoring/src/storage/writer/records.ts';
import { demoPlaces } from '../../seed/demo/places.ts';
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
	await changeAlike(knex, 'sessions', { mode: 'digital' }, { digital_agreed: true });
}
