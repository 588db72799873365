/** A plan whose agreement has a wet signature, and photos of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { SMART_ACTION } from '../complete-forms.ts';
import { databaseOf } from '../database.ts';
import { agreed, begin as beginSteps, opened, saved, send, server, type Row } from './mentor-steps.ts';

export let knex: ReturnType<typeof databaseOf>;

export async function begin(): Promise<void> {
	await beginSteps();
	knex = databaseOf(server);
}

export async function end(): Promise<void> {
	await knex.destroy();
	await server.stop();
}

/** A photo as a phone takes it, with where it was taken. @param background tells one from another */
export const photo = (background = '#f4f0e8') =>
	sharp({ create: { width: 640, height: 360, channels: 3, background } })
		.withExif({ IFD0: { Artist: 'Zebedee' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
		.jpeg()
		.toBuffer();

export const asAnswer = (content: Buffer, type = 'image/jpeg') => `data:${type};base64,${content.toString('base64')}`;

export const agreement = (signature_photo: string | null, more: Row = {}) => ({
	agreement: { evidence: 'wet', signature_photo, agreed_on: '2023-10-27', ...more },
});

const PLAN = { plan: { goal: 'A job' }, actions: [SMART_ACTION] };

/** The values of the step of a first plan. */
export const firstPlan = (signature_photo: string | null, more: Row = {}) => ({
	...PLAN,
	...agreement(signature_photo, more),
});

/** Somebody who has started, and has no plan. */
export async function started(): Promise<string> {
	const about = await agreed();
	await saved('start', about, { start: { start_on: '2023-10-16' } });
	return about;
}

/** A person with a plan, and the photo of its signature where there is one. */
export async function signed(content?: Buffer): Promise<{ about: string; plan: string }> {
	const about = await started();
	const { plan } = await saved('plan', about, firstPlan(content ? asAnswer(content) : null));
	return { about, plan: plan as string };
}

export const photoOf = async (plan: string): Promise<string | null> =>
	(await knex('action_plans').where({ id: plan }).first('signature_photo')).signature_photo;

/** The files that the database names, and those that lie on the disk. */
export async function files(): Promise<{ rows: string[]; disk: string[] }> {
	const rows = await knex('directus_files').orderBy('id').pluck('filename_disk');
	return { rows, disk: readdirSync(join(server.data, 'uploads')).sort() };
}

export const bytesOf = (file: string): Buffer => readFileSync(join(server.data, 'uploads', `${file}.jpg`));

/** The step of a plan that is there, as the app sends it. */
export async function sendAgreement(about: string, signature_photo: string | null, more: Row = {}) {
	const { values } = await opened('plan', about);
	return send('plan', about, {
		actions: values.actions.map(({ id }: Row) => ({ id })),
		...agreement(signature_photo, more),
	});
}
