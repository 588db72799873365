import { computed, inject, ref, type ComputedRef, type Ref } from 'vue';
import { useServer } from './use-server.ts';

type Key = string | number;

/** What a form holds of a record with a contract; a relation is its key, or the item chosen in this form. */
export interface ContractValues {
	contract?: Key | { id?: Key } | null;
}

/** The record of the form that this stands in, and its contract. */
export function useFormContract<Values extends ContractValues>(): {
	values: Ref<Partial<Values>>;
	/** The key of the contract. */
	contract: ComputedRef<Key | null | undefined>;
	/** Looks up its reference, which addresses are made of. */
	readReference: () => Promise<string>;
} {
	const server = useServer();
	const values = inject<Ref<Partial<Values>>>('values', ref({}) as Ref<Partial<Values>>);
	const contract = computed(() => {
		const { contract: chosen }: ContractValues = values.value;
		return typeof chosen === 'object' ? chosen?.id : chosen;
	});
	return {
		values,
		contract,
		readReference: async () => {
			const address = `/items/call_off_contracts/${contract.value}`;
			const { reference } = await server.get<{ reference: string }>(address, { fields: ['reference'] });
			return reference;
		},
	};
}
