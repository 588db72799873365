import type { Pinia } from 'pinia';
import { inject, type App } from 'vue';

/** What we use of vue-i18n's composer, which holds the locale and the messages of the whole Studio. */
export interface Composer {
	locale: { value: string };
	getLocaleMessage(locale: string): object;
	mergeLocaleMessage(locale: string, messages: object): void;
}

/** The Studio's composer, or `undefined` in a Studio built differently: neither property is public API. */
export function studioComposer(pinia: Pinia): Composer | undefined {
	const app = (pinia as { _a?: App & { __VUE_I18N_SYMBOL__?: symbol } })._a;
	const key = app?.__VUE_I18N_SYMBOL__;
	if (!app || !key) return undefined;
	return app.runWithContext(() => inject<{ global: Composer } | undefined>(key, undefined))?.global;
}
