import type { Knex } from 'knex';
import { isDocument } from '../../../storage/platform/records.ts';

/** Directus takes the first 36 letters of what stands here, decoded, for the key. */
const CONTENT = /^\/assets\/([^/]+)/i;
const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/**
 * The key of the file whose content is asked for, where it is a document: an export, an invoice. Pictures are the Studio's.
 * @param path of the whole address
 */
export async function documentAsked(knex: Knex, path: string): Promise<string | undefined> {
	const [key] = KEY.exec(decoded(CONTENT.exec(path)?.[1] ?? '')) ?? [];
	return key !== undefined && (await isDocument(knex, key)) ? key.toLowerCase() : undefined;
}

/** As the router reads it, which refuses what cannot be decoded. */
function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return '';
	}
}
