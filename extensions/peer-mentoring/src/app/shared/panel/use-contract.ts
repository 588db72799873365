import { computed, ref, type Ref } from 'vue';
import type { Language } from '../../../domain/language/messages.ts';
import { useAnswer } from './use-answer.ts';

/** The contract that a panel shows: the one it is set to, or one that the viewer chooses among those they may see. */
export function useContract(set: () => string | null | undefined, language: Readonly<Ref<Language>>) {
	const chosen = ref<string>();
	const { answer, error } = useAnswer<{ reference: string }[]>(
		() =>
			set()
				? undefined
				: { address: '/items/call_off_contracts', params: { fields: ['reference'], sort: ['reference'], limit: -1 } },
		language,
	);
	const references = computed(() => answer.value?.map(({ reference }) => reference) ?? []);
	const contract = computed(() => set() || chosen.value || references.value[0]);
	/** There is none, as far as the viewer can see. */
	const none = computed(() => !set() && answer.value?.length === 0);
	const choose = (reference: string) => {
		chosen.value = reference;
	};
	return { contract, references, choose, none, error };
}
