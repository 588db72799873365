import { Readable } from 'node:stream';
import type { EndpointExtensionContext } from '@directus/extensions';
import type { Response } from 'express';
import { documentType, type DocumentType } from '../../domain/documents.ts';

const MEDIA_TYPES: Record<DocumentType, string> = {
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Context = Pick<EndpointExtensionContext, 'services' | 'getSchema' | 'database' | 'env'>;

/** Documents of records: kept apart from every other file, reached through their record alone. */
export function privateDocuments({ services, getSchema, database, env }: Context) {
	const files = async () => new services.FilesService({ schema: await getSchema(), knex: database });
	const remove = async (key: string) => {
		await (await files()).deleteOne(key);
	};
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
			const named = { filename_download: `${stem}.${type}`, title: null };
			const about = { storage: storageOf(env), type: MEDIA_TYPES[type], ...named };
			const key = String(await (await files()).uploadOne(Readable.from([content]) as never, about as never));
			await keep(key);
			if (before !== undefined) await remove(before);
			return key;
		},
		async send(response: Response, key: string, stem: string): Promise<void> {
			const assets = new services.AssetsService({ schema: await getSchema(), knex: database });
			const { stream, file } = await assets.getAsset(key, { transformationParams: {} } as never);
			const type = file.type === MEDIA_TYPES.xlsx ? 'xlsx' : 'pdf';
			response.set('content-type', MEDIA_TYPES[type]);
			response.set('content-disposition', `attachment; filename="${stem}.${type}"`);
			response.set('x-content-type-options', 'nosniff');
			response.set('cache-control', 'private, no-store');
			const source = typeof stream === 'function' ? await (stream as () => Promise<Readable>)() : stream;
			(source as Readable).pipe(response);
		},
		remove,
	};
}

/** A part of a file's name that somebody has typed: letters, digits and hyphens. */
export function safeName(text: unknown): string {
	return String(text ?? '')
		.replace(/[^A-Za-z0-9-]+/g, '-')
		.slice(0, 60);
}

function storageOf(env: Record<string, unknown>): string {
	const [first] = String(env.STORAGE_LOCATIONS ?? 'local').split(',');
	return (first ?? 'local').trim();
}
