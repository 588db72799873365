import { defineModule } from '@directus/extensions-sdk';
import { getActivePinia, type PiniaPluginContext, type Store } from 'pinia';
import type { App } from 'vue';
import { askForProof } from './ask-for-proof.ts';
import { enrolFirst } from './enrol-first.ts';

interface UserStore extends Store {
	currentUser: object | null;
}

// An error here would take every extension of the bundle with it; the server refuses all the same without it.
try {
	const pinia = getActivePinia();
	const app = (pinia as unknown as { _a?: App } | undefined)?._a;
	pinia?.use(({ store }: PiniaPluginContext) => {
		if (store.$id !== 'userStore' || !app) return;
		store.$onAction(({ name, after }) => {
			if (name !== 'hydrate') return;
			after(async () => {
				if ((store as UserStore).currentUser === null) await enrolFirst(app);
				else askForProof(app);
			});
		});
	});
} catch (error) {
	console.warn('[second-factor] the Studio asks for nothing by itself:', error);
}

/** A module needs an entry; this one has no pages and does not show in the module bar. */
export default defineModule({ id: 'second-factor', name: 'Second factor', icon: 'key', routes: [], hidden: true });
