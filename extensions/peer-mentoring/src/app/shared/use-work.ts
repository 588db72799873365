import { ref, type Ref } from 'vue';
import { useLanguage } from './language.ts';
import { requestError, statusOf } from './request-error.ts';

/** Requests that somebody asks for: whether one is running, and what the server said of the last that failed. */
export interface Work {
	busy: Ref<boolean>;
	error: Ref<string | undefined>;
	/** The status that the last one failed with. */
	status: Ref<number | undefined>;
	work: (what: () => Promise<void>) => Promise<void>;
}

export function useWork(): Work {
	const language = useLanguage();
	const busy = ref(false);
	const error = ref<string>();
	const status = ref<number>();
	return {
		busy,
		error,
		status,
		work: async (what) => {
			busy.value = true;
			error.value = status.value = undefined;
			try {
				await what();
			} catch (problem) {
				error.value = requestError(problem, language.value);
				status.value = statusOf(problem);
			} finally {
				busy.value = false;
			}
		},
	};
}
