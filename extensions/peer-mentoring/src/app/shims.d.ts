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
	export function useRouter(): { push(path: string): Promise<unknown> };
	export function onBeforeRouteLeave(guard: () => boolean): void;
}
