import { getActivePinia, type PiniaPluginContext, type Store } from 'pinia';
import type { App } from 'vue';
import type { Place, Router } from 'vue-router';

/** A saved bookmark, or how somebody left a list, as the Studio keeps it. */
export interface Preset {
	id?: number;
	collection: string;
	bookmark: string | null;
	[more: string]: unknown;
}

export interface PresetsStore extends Store {
	collectionPresets: Preset[];
	getPresetForCollection(collection: string): Preset | null;
}

export interface Inside {
	app: App;
	router: Router;
	presets: PresetsStore;
	/** The page that is on its way already. */
	first: Place;
}

/**
 * Calls once with the Studio's router, as soon as somebody is signed in and their bookmarks are there. None of it is public
 * API; where the Studio is built differently nothing is called, and everything works as the Studio has it.
 */
export function onceSignedIn(work: (inside: Inside) => void): void {
	const pinia = getActivePinia();
	const app = (pinia as unknown as { _a?: App } | undefined)?._a;
	let done = false;
	pinia?.use(({ store }: PiniaPluginContext) => {
		if (store.$id !== 'presetsStore') return;
		store.$onAction(({ name, after }) => {
			if (name !== 'hydrate') return;
			after(() => {
				const router = app?.config.globalProperties.$router as Router | undefined;
				if (done || !app || !router) return;
				done = true;
				const address = location.pathname.slice(router.options.history.base.length) + location.search;
				work({ app, router, presets: store as unknown as PresetsStore, first: router.resolve(address) });
			});
		});
	});
}
