import { computed, ref } from 'vue';
import type { useReturn } from '../../shared/use-return.ts';
import { useServer } from '../../shared/use-server.ts';
import { useWork } from '../../shared/use-work.ts';
import { isAnswered, sortLacking, type Check, type Lacking } from './lacking.ts';

/** What the form shows of a submission until it is read anew. */
export interface Submitted {
	submitted_at: string;
	late: boolean;
	sha256: string;
}

/** Checking and submitting the return of the form. */
export function useSubmission({ addressOf, contract }: ReturnType<typeof useReturn>) {
	const server = useServer();
	const { busy, error, work } = useWork();
	/** What is being done, or was done last. */
	const step = ref<'checking' | 'submitting'>();
	const check = ref<Check>();
	const reasons = ref<Record<string, string>>({});
	/** The reasons that the newest return of the contract was sent with. */
	const earlier = ref<Record<string, string>>({});
	const declared = ref<Record<string, boolean>>({});
	const correction = ref('');
	const submitted = ref<Submitted>();

	function take(next: 'checking' | 'submitting', task: (address: string) => Promise<void>): Promise<void> {
		step.value = next;
		return work(async () => task(await addressOf()));
	}

	async function readEarlier(): Promise<void> {
		const [newest] = await server.get<{ acknowledged: { code: string; reason: string }[] | null }[]>(
			'/items/mi_return_versions',
			{
				fields: ['acknowledged'],
				filter: { contract: { _eq: contract.value } },
				sort: ['-month', '-version'],
				limit: 1,
			},
		);
		const given = newest?.acknowledged ?? [];
		earlier.value = Object.fromEntries(given.map(({ code, reason }) => [code, reason]));
	}

	return {
		check,
		reasons,
		earlier,
		declared,
		correction,
		step,
		busy,
		error,
		submitted,
		ready: computed(() => check.value !== undefined && isAnswered(check.value, reasons.value, declared.value)),
		look: () =>
			take('checking', async (address) => {
				const { missing } = await server.get<{ missing: Lacking[] }>(`${address}/completeness`);
				await readEarlier();
				check.value = sortLacking(missing);
			}),
		submit: () =>
			take('submitting', async (address) => {
				const kinds = (check.value?.exceptions ?? []).map(({ code }) => ({ code, reason: reasons.value[code] ?? '' }));
				const nil = (check.value?.nil ?? []).map(({ kind }) => kind).filter((kind) => declared.value[kind]);
				const body = { acknowledged: kinds, nil, reason: correction.value || null };
				submitted.value = await server.post<Submitted>(`${address}/submit`, body);
				check.value = undefined;
			}),
	};
}
