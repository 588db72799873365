import { getActivePinia, type PiniaPluginContext, type Store } from 'pinia';
import type { App } from 'vue';
import type { Place, Router } from 'vue-router';
import { today } from '../../../clock/today.ts';
import { filterOf, listIn, queryOf } from '../../../domain/home/lists.ts';
import { pageLanguage } from '../../shared/language.ts';
import { bookmarkOf } from './link.ts';
import { LIST_TEXTS } from './list-texts.ts';

interface Preset {
	id?: number;
	collection: string;
	bookmark: string | null;
	[more: string]: unknown;
}
interface PresetsStore extends Store {
	collectionPresets: Preset[];
	getPresetForCollection(collection: string): Preset | null;
}

/**
 * Lets the Studio's lists take their filter from the address. A list knows filters only from its bookmarks: the one that
 * an address names (`list=overdue`) is put among them before the list opens, under a key that no saved bookmark has, and
 * is stored nowhere. None of it is public API; where the Studio is built differently, lists open as they always do.
 */
export function openListsFromAddresses(): void {
	const pinia = getActivePinia();
	const app = (pinia as unknown as { _a?: App } | undefined)?._a;
	pinia?.use(({ store }: PiniaPluginContext) => {
		if (store.$id !== 'presetsStore') return;
		const presets = store as unknown as PresetsStore;
		let follows = false;
		store.$onAction(({ name, after }) => {
			if (name !== 'hydrate') return;
			after(() => {
				const router = app?.config.globalProperties.$router as Router | undefined;
				if (!router) return;
				if (!follows) router.beforeEach((to) => open(presets, to));
				follows = true;
				// The first page is on its way already.
				const base = router.options.history.base;
				open(presets, router.resolve(location.pathname.slice(base.length) + location.search));
			});
		});
	});
}

function open(presets: PresetsStore, { path, query }: Place): string | undefined {
	const collection = /^\/content\/(\w+)$/.exec(path)?.[1];
	const asked = typeof query.bookmark === 'string' ? Number(query.bookmark) : 0;
	if (collection === undefined || !(asked < 0)) return undefined;
	const found = listIn(collection, query);
	if (!found) return presets.collectionPresets.some(({ id }) => id === asked) ? undefined : path;
	const { name, narrowing } = found;
	const id = bookmarkOf(queryOf(name, narrowing));
	const there = presets.collectionPresets.filter((preset) => (preset.id ?? 0) >= 0);
	const { layout, layout_query, layout_options } =
		presets.getPresetForCollection(collection) ?? ({} as Partial<Preset>);
	const bookmark = LIST_TEXTS[pageLanguage()][name];
	const filter = filterOf(name, today(), narrowing);
	const look = {
		layout,
		layout_query,
		layout_options,
		search: null,
		refresh_interval: null,
		icon: 'home',
		color: null,
	};
	presets.collectionPresets = [...there, { id, collection, bookmark, filter, role: null, user: null, ...look }];
	return undefined;
}
