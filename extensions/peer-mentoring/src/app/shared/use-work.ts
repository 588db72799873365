import { ref, type Ref } from 'vue';
import { useLanguage } from './language.ts';
import { requestError } from './request-error.ts';

/** Requests of a form: whether one is running, and what the server said of the last that failed. */
export function useWork(): {
	busy: Ref<boolean>;
	error: Ref<string | undefined>;
	work: (what: () => Promise<void>) => Promise<void>;
} {
	const language = useLanguage();
	const busy = ref(false);
	const error = ref<string>();
	return {
		busy,
		error,
		work: async (what) => {
			busy.value = true;
			error.value = undefined;
			try {
				await what();
			} catch (problem) {
				error.value = await requestError(problem, language.value);
			} finally {
				busy.value = false;
			}
		},
	};
}
