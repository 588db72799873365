import { ref, type Ref } from 'vue';
import { saveFile } from './save-file.ts';
import { useServer, type Server } from './use-server.ts';
import { useWork, type Work } from './use-work.ts';

type Options = Parameters<Server['download']>[1] & {
	/** The name to save it by, where that is not the one it comes with. */
	as?: string;
};

/** Files fetched for whoever asks, and the name of the last. */
export function useDownload(): Work & {
	downloaded: Ref<string | undefined>;
	/** Takes an address, or what finds it out. */
	download: (path: string | (() => Promise<string>), options?: Options) => Promise<void>;
} {
	const server = useServer();
	const { work, ...state } = useWork();
	const downloaded = ref<string>();
	return {
		...state,
		work,
		downloaded,
		download: (path, { as, ...options } = {}) => {
			downloaded.value = undefined;
			return work(async () => {
				const { content, name } = await server.download(typeof path === 'string' ? path : await path(), options);
				saveFile({ content, name: as ?? name });
				downloaded.value = as ?? name;
			});
		},
	};
}
