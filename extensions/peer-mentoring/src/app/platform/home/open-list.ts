import type { Place } from 'vue-router';
import { today } from '../../../clock/today.ts';
import { filterOf, listIn, queryOf } from '../../../domain/home/lists.ts';
import { pageLanguage } from '../../shared/language.ts';
import { bookmarkOf } from './link.ts';
import { LIST_TEXTS } from './list-texts.ts';
import type { Inside, Preset, PresetsStore } from './studio-router.ts';

/**
 * Lets the Studio's lists take their filter from the address. A list knows filters only from its bookmarks: the one that
 * an address names (`list=overdue`) is put among them before the list opens, under a key that no saved bookmark has, and
 * is stored nowhere.
 */
export function openListsFromAddresses({ router, presets, first }: Inside): void {
	open(presets, first);
	router.beforeEach((to) => open(presets, to));
}

function open(presets: PresetsStore, { path, query }: Place): string | undefined {
	const collection = /^\/content\/(\w+)$/.exec(path)?.[1];
	const asked = typeof query.bookmark === 'string' ? Number(query.bookmark) : 0;
	if (collection === undefined || !(asked < 0)) return undefined;
	const found = listIn(collection, query);
	if (!found) return presets.collectionPresets.some(({ id }) => id === asked) ? undefined : path;
	const { name, narrowing } = found;
	const id = bookmarkOf(queryOf(name, narrowing));
	const saved = presets.collectionPresets.filter((preset) => (preset.id ?? 0) >= 0);
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
	presets.collectionPresets = [...saved, { id, collection, bookmark, filter, role: null, user: null, ...look }];
	return undefined;
}
