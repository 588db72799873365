import { useApi } from '@directus/extensions-sdk';
import { ref, shallowRef, watch, type Ref } from 'vue';
import type { Language } from '../../../domain/language/messages.ts';
import { requestError } from '../request-error.ts';

/** What a panel asks the server for: an address and its parameters; nothing while it does not know yet. */
export type Question = { address: string; params?: object } | undefined;

/** The answer to a question, asked as the viewer and again whenever the question changes. */
export function useAnswer<Answer>(question: () => Question, language: Readonly<Ref<Language>>) {
	const api = useApi();
	const answer = shallowRef<Answer>();
	const loading = ref(true);
	const error = ref<string>();

	watch(
		question,
		async (asked, _before, onCleanup) => {
			if (!asked) return;
			const overtaken = new AbortController();
			onCleanup(() => overtaken.abort());
			loading.value = true;
			try {
				const { address, params } = asked;
				const { data } = await api.get<{ data: Answer }>(address, { params, signal: overtaken.signal });
				answer.value = data.data;
				error.value = undefined;
			} catch (problem) {
				if (overtaken.signal.aborted) return;
				error.value = await requestError(problem, language.value);
			}
			loading.value = false;
		},
		{ immediate: true },
	);

	return { answer, loading, error };
}
