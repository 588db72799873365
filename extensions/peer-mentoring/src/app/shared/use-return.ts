import { computed, type ComputedRef, type Ref } from 'vue';
import type { ReportPart } from '../../domain/returns/pmi/report.ts';
import { useFormContract, type ContractValues } from './use-form-contract.ts';

/** The fields of a monthly return that its form works with. */
export interface ReturnValues extends ContractValues, Partial<Record<ReportPart, string | null>> {
	month?: string | null;
	status?: string | null;
	submitted_at?: string | null;
	late?: boolean | null;
	sha256?: string | null;
	id?: string | null;
	awaits_sending?: boolean | null;
	nothing_to_report?: unknown;
}

/** The monthly return of the form that this stands in, and its place on the server. */
export function useReturn(): {
	values: Ref<ReturnValues>;
	/** Whether the form knows yet which return it shows: before that, there is nothing to ask the server for. */
	known: ComputedRef<boolean>;
	/** The key of its contract. */
	contract: ReturnType<typeof useFormContract>['contract'];
	/** Where the server has it: as a PMI, or its Mentee Tracker. */
	addressOf: (root?: 'pmi' | 'mentee-tracker') => Promise<string>;
} {
	const { values, contract, readReference } = useFormContract<ReturnValues>();
	return {
		values,
		contract,
		known: computed(() => Boolean(values.value.contract && values.value.month)),
		addressOf: async (root = 'pmi') => `/${root}/${encodeURIComponent(await readReference())}/${values.value.month}`,
	};
}
