import type { EndpointExtensionContext } from '@directus/extensions';
import type { Response } from 'express';
import type { Knex } from 'knex';
import { documentType, type DocumentType } from '../../files/documents.ts';
import { uuidIn } from '../../storage/database/keys.ts';
import { keepDocument } from '../../storage/writer/records.ts';
import { NotYoursError } from './errors.ts';
import { mediaTypeOf } from '../../storage/platform/records.ts';
import { sendStream } from './send-stream.ts';
import { storedFiles } from './stored-files.ts';

const MEDIA_TYPES: Record<DocumentType, string> = {
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Context = Pick<EndpointExtensionContext, 'services' | 'getSchema' | 'database' | 'env'>;

/** A record with one document of its own. */
export interface Documented {
	table: string;
	id: string;
	document: unknown;
	/** The file's name without its ending, for whoever fetches it: nothing that its sender has called it. */
	stem: string;
}

/** Documents of records: kept apart from every other file, reached through their record alone. */
export function privateDocuments(context: Context) {
	const files = storedFiles(context);
	return {
		/** Stores a document in the place of the record's one before, and answers. */
		async replace(response: Response, { table, id, document, stem }: Documented, content: Buffer): Promise<void> {
			const type = documentType(content);
			const key = await files.store(content, { type: MEDIA_TYPES[type], name: `${stem}.${type}` });
			await keepDocument(context.database as unknown as Knex, table, id, key);
			const before = uuidIn(document);
			if (before !== undefined) await files.remove(before);
			response.json({ data: { document: key, bytes: content.length } });
		},
		/** Answers with the record's document, where it has one. */
		async send(response: Response, { document, stem }: Documented): Promise<void> {
			const key = uuidIn(document);
			if (key === undefined) throw new NotYoursError();
			const stored = await mediaTypeOf(context.database as unknown as Knex, key);
			const type = stored === MEDIA_TYPES.xlsx ? 'xlsx' : 'pdf';
			const content = await files.open(key);
			response.set('content-type', MEDIA_TYPES[type]);
			response.set('content-disposition', `attachment; filename="${stem}.${type}"`);
			response.set('x-content-type-options', 'nosniff');
			response.set('cache-control', 'private, no-store');
			await sendStream(response, content);
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
