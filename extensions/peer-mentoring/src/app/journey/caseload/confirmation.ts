import { ref } from 'vue';

/** What was saved last, said on the page that one comes back to. */
export const confirmation = ref<string>();
