import { useApi } from '@directus/extensions-sdk';
import { computed, inject, ref, type ComputedRef, type Ref } from 'vue';

type Key = string | number;

/** The fields of a monthly return that its form works with; a relation is its key, or the item chosen in this form. */
export interface ReturnValues {
	contract?: Key | { id?: Key } | null;
	month?: string | null;
	status?: string | null;
	submitted_at?: string | null;
	late?: boolean | null;
	sha256?: string | null;
}

/** The monthly return of the form that this stands in, and its place on the server. */
export function useReturn(): {
	values: Ref<ReturnValues>;
	/** Whether the form knows yet which return it shows: before that, there is nothing to ask the server for. */
	known: ComputedRef<boolean>;
	/** The key of its contract. */
	contract: ComputedRef<Key | null | undefined>;
	addressOf: () => Promise<string>;
} {
	const api = useApi();
	const values = inject<Ref<ReturnValues>>('values', ref({}));
	const contract = computed(() => {
		const chosen = values.value.contract;
		return typeof chosen === 'object' ? chosen?.id : chosen;
	});
	return {
		values,
		contract,
		known: computed(() => Boolean(values.value.contract && values.value.month)),
		addressOf: async () => {
			const { data } = await api.get<{ data: { reference: string } }>(`/items/call_off_contracts/${contract.value}`, {
				params: { fields: ['reference'] },
			});
			return `/pmi/${encodeURIComponent(data.data.reference)}/${values.value.month}`;
		},
	};
}
