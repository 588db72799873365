declare module '*.vue' {
	import type { Component } from 'vue';

	const component: Component;
	export default component;
}

/** The Studio provides vue-i18n to extensions; its types are not installed here. This is the part we use. */
declare module 'vue-i18n' {
	import type { Ref } from 'vue';

	export function useI18n(): { locale: Ref<string> };
}

/** The same for the Studio's router. */
declare module 'vue-router' {
	export interface Place {
		path: string;
		query: Readonly<Record<string, unknown>>;
	}
	export interface Router {
		options: { history: { base: string } };
		resolve(address: string): Place;
		push(path: string): Promise<unknown>;
		/** Answers with the address to go to instead, or with nothing. */
		beforeEach(guard: (to: Place, from: Place) => string | undefined): void;
	}
	export function useRouter(): Router;
	export function onBeforeRouteLeave(guard: () => boolean): void;
}
