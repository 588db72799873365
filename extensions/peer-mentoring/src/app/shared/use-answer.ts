import { ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { useLanguage } from './language.ts';
import { requestError } from './request-error.ts';
import { useServer } from './use-server.ts';

/** What the server is asked for: an address and its parameters; nothing while that is not known yet. */
export type Question = { address: string; params?: Record<string, unknown> } | undefined;

export interface Asked<Answer> {
	answer: ShallowRef<Answer | undefined>;
	loading: Ref<boolean>;
	error: Ref<string | undefined>;
}

/** The answer to a question, asked as the viewer and again whenever the question changes. */
export function useAnswer<Answer>(question: () => Question): Asked<Answer> {
	const server = useServer();
	const language = useLanguage();
	const answer = shallowRef<Answer>();
	const loading = ref(true);
	const error = ref<string>();

	watch(
		question,
		async (asked, before, onCleanup) => {
			// What was answered of something else does not stand for this, nor while this is being fetched.
			if (asked?.address !== before?.address) answer.value = undefined;
			if (!asked) return;
			const overtaken = new AbortController();
			onCleanup(() => overtaken.abort());
			loading.value = true;
			try {
				answer.value = await server.get<Answer>(asked.address, asked.params, overtaken.signal);
				error.value = undefined;
			} catch (problem) {
				if (overtaken.signal.aborted) return;
				error.value = requestError(problem, language.value);
			}
			loading.value = false;
		},
		{ immediate: true },
	);

	return { answer, loading, error };
}
