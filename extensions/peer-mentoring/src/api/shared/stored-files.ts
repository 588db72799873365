import { Readable } from 'node:stream';
import { bytesOf } from '../../workbook/template/pack.ts';

/** What Directus gives an extension to reach its files with. */
export interface FileContext {
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Directus publishes its services without types
	services: any;
	getSchema: () => Promise<unknown>;
	database: unknown;
	env: Record<string, unknown>;
}

/** Files that belong to a record: kept apart from every other file, and reached through the record's endpoint alone. */
export interface StoredFiles {
	/** @param about with the key, where it has to be known before */
	store(content: Buffer, about: { type: string; name: string; id?: string }): Promise<string>;
	open(key: string): Promise<Readable>;
	read(key: string): Promise<Buffer>;
	remove(key: string): Promise<void>;
}

export function storedFiles({ services, getSchema, database, env }: FileContext): StoredFiles {
	const options = async () => ({ schema: await getSchema(), knex: database });
	const open = async (key: string): Promise<Readable> => {
		const assets = new services.AssetsService(await options());
		const { stream } = await assets.getAsset(key, { transformationParams: {} });
		return typeof stream === 'function' ? stream() : stream;
	};
	return {
		store: async (content, { type, name, id }) => {
			const files = new services.FilesService(await options());
			const key = id === undefined ? {} : { id };
			const about = { ...key, storage: storageOf(env), type, filename_download: name, title: null };
			return files.uploadOne(Readable.from([content]), about);
		},
		open,
		read: async (key) => bytesOf(await open(key)),
		remove: async (key) => {
			await new services.FilesService(await options()).deleteOne(key);
		},
	};
}

function storageOf(env: Record<string, unknown>): string {
	const [first] = String(env.STORAGE_LOCATIONS ?? 'local').split(',');
	return (first ?? 'local').trim();
}
