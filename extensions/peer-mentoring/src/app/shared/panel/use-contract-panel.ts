import { computed, ref, type ComputedRef, type ShallowRef } from 'vue';
import { useTexts } from '../language.ts';
import { useAnswer, type Question } from '../use-answer.ts';
import { TEXTS } from './texts.ts';

/** What the frame of a panel about one contract is told. */
export interface ContractFrame {
	references: string[];
	contract: string | undefined;
	loading: boolean;
	error: string | undefined;
	/** Said where the viewer has no contract to be shown. */
	empty: string | undefined;
	onChoose: (reference: string) => void;
}

/**
 * A panel about one contract: the one that it is set to, or one that the viewer chooses among those they may see. `ask`
 * says what to fetch of it.
 */
export function useContractPanel<Answer>(
	set: () => string | null | undefined,
	ask: (contract: string) => Question,
): { answer: ShallowRef<Answer | undefined>; frame: ComputedRef<ContractFrame> } {
	const texts = useTexts(TEXTS);
	const chosen = ref<string>();
	const contracts = useAnswer<{ reference: string }[]>(() =>
		set()
			? undefined
			: { address: '/items/call_off_contracts', params: { fields: ['reference'], sort: ['reference'], limit: -1 } },
	);
	const references = computed(() => contracts.answer.value?.map(({ reference }) => reference) ?? []);
	const contract = computed(() => set() || chosen.value || references.value[0]);
	const { answer, loading, error } = useAnswer<Answer>(() => (contract.value ? ask(contract.value) : undefined));
	const frame = computed(() => ({
		references: references.value,
		contract: contract.value,
		loading: loading.value,
		error: contracts.error.value ?? error.value,
		empty: !set() && contracts.answer.value?.length === 0 ? texts.value.no_contract : undefined,
		onChoose: (reference: string) => {
			chosen.value = reference;
		},
	}));
	return { answer, frame };
}
