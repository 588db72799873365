import { createHash, randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { nowColumn } from '../database/day-columns.ts';

/** A file that is kept as it was sent: in the database, so that it is written with its record and backed up with it. */
export interface KeptFile {
	id: string;
	name: string;
	media_type: string;
	bytes: number;
	sha256: string;
}

/** Keeps a file. Nothing changes or deletes it any more. */
export async function keepFile(knex: Knex, name: string, media_type: string, content: Buffer): Promise<KeptFile> {
	const file = { id: randomUUID(), name, media_type, bytes: content.length, sha256: sha256Of(content) };
	await knex('kept_files').insert({ ...file, content: content.toString('base64'), date_created: nowColumn(knex) });
	return file;
}

/** The bytes of a kept file. Throws where they are not the ones that were kept. */
export async function readKeptFile(knex: Knex, id: string): Promise<KeptFile & { content: Buffer }> {
	const row = await knex('kept_files').where({ id }).first();
	const content = Buffer.from(row.content as string, 'base64');
	if (sha256Of(content) !== row.sha256) throw new Error(`The kept file ${id} is not what it was when it was kept.`);
	return { ...row, bytes: Number(row.bytes), content };
}

export function sha256Of(content: Buffer): string {
	return createHash('sha256').update(content).digest('hex');
}
