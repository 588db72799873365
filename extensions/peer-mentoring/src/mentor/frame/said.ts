import { ref } from 'vue';

/** What has just been done, for the page that comes after it. */
export const said = ref<string>();

export function say(what: string): void {
	said.value = what;
}
