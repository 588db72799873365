import { ref } from 'vue';

/** Whether the language was chosen by its button before signing in: the account follows it. */
export const chosen = ref(false);
