import type { Knex } from 'knex';
import { isSignaturePhoto } from '../../../storage/journey/signature-photos.ts';
import { isDocument } from '../../../storage/platform/records.ts';

/** Directus takes the first 36 letters of what stands here, decoded, for the key. */
const CONTENT = /^\/assets\/([^/]+)/i;
const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/**
 * The key of the file whose content is asked for, where it is a document, an export or an invoice, or the photo of a
 * signature. Other pictures are the Studio's.
 * @param path of the whole address
 */
export async function documentAsked(knex: Knex, path: string): Promise<string | undefined> {
	const [key] = KEY.exec(decoded(CONTENT.exec(path)?.[1] ?? '')) ?? [];
	if (key === undefined) return undefined;
	const file = key.toLowerCase();
	return (await isDocument(knex, file)) || (await isSignaturePhoto(knex, file)) ? file : undefined;
}

/** As the router reads it, which refuses what cannot be decoded. */
function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return '';
	}
}
