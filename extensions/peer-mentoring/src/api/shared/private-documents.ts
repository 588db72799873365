import type { EndpointExtensionContext } from '@directus/extensions';
import type { Response } from 'express';
import type { Knex } from 'knex';
import { documentType, type DocumentType } from '../../files/documents.ts';
import { mediaTypeOf } from '../../storage/platform/records.ts';
import { storedFiles } from './stored-files.ts';

const MEDIA_TYPES: Record<DocumentType, string> = {
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Context = Pick<EndpointExtensionContext, 'services' | 'getSchema' | 'database' | 'env'>;

/** Documents of records: kept apart from every other file, reached through their record alone. */
export function privateDocuments(context: Context) {
	const files = storedFiles(context);
	return {
		/**
		 * Stores a document in the place of the one before.
		 * @param stem the file's name without its ending, for whoever fetches it: nothing that its sender has called it
		 * @param keep writes the key of the file on its record
		 */
		async store(
			content: Buffer,
			stem: string,
			before: string | undefined,
			keep: (key: string) => PromiseLike<unknown>,
		): Promise<string> {
			const type = documentType(content);
			const key = await files.store(content, { type: MEDIA_TYPES[type], name: `${stem}.${type}` });
			await keep(key);
			if (before !== undefined) await files.remove(before);
			return key;
		},
		async send(response: Response, key: string, stem: string): Promise<void> {
			const stored = await mediaTypeOf(context.database as unknown as Knex, key);
			const type = stored === MEDIA_TYPES.xlsx ? 'xlsx' : 'pdf';
			const content = await files.open(key);
			response.set('content-type', MEDIA_TYPES[type]);
			response.set('content-disposition', `attachment; filename="${stem}.${type}"`);
			response.set('x-content-type-options', 'nosniff');
			response.set('cache-control', 'private, no-store');
			content.pipe(response);
		},
		remove: files.remove,
	};
}

/** A part of a file's name that somebody has typed: letters, digits and hyphens. */
export function safeName(text: unknown): string {
	return String(text ?? '')
		.replace(/[^A-Za-z0-9-]+/g, '-')
		.slice(0, 60);
}
