import { useApi } from '@directus/extensions-sdk';
import { computed, ref, type Ref } from 'vue';
import type { Language } from '../../../domain/language/messages.ts';
import { requestError } from '../../shared/request-error.ts';
import type { useReturn } from '../../shared/use-return.ts';
import { isAnswered, sortLacking, type Check, type Lacking } from './lacking.ts';

/** What the form shows of a submission until it is read anew. */
export interface Submitted {
	submitted_at: string;
	late: boolean;
	sha256: string;
}

/** Checking and submitting the return of the form. */
export function useSubmission({ addressOf, contract }: ReturnType<typeof useReturn>, language: Ref<Language>) {
	const api = useApi();
	const check = ref<Check>();
	const reasons = ref<Record<string, string>>({});
	/** The reasons that the newest return of the contract was sent with. */
	const earlier = ref<Record<string, string>>({});
	const declared = ref<Record<string, boolean>>({});
	const correction = ref('');
	const busy = ref<'checking' | 'submitting'>();
	const error = ref<{ while: 'checking' | 'submitting'; message: string }>();
	const submitted = ref<Submitted>();

	async function work(what: 'checking' | 'submitting', task: (address: string) => Promise<void>): Promise<void> {
		busy.value = what;
		error.value = undefined;
		try {
			await task(await addressOf());
		} catch (problem) {
			error.value = { while: what, message: await requestError(problem, language.value) };
		} finally {
			busy.value = undefined;
		}
	}

	async function readEarlier(): Promise<void> {
		const { data } = await api.get<{ data: { acknowledged: { code: string; reason: string }[] | null }[] }>(
			'/items/mi_return_versions',
			{
				params: {
					fields: ['acknowledged'],
					filter: { contract: { _eq: contract.value } },
					sort: ['-month', '-version'],
					limit: 1,
				},
			},
		);
		const given = data.data[0]?.acknowledged ?? [];
		earlier.value = Object.fromEntries(given.map(({ code, reason }) => [code, reason]));
	}

	return {
		check,
		reasons,
		earlier,
		declared,
		correction,
		busy,
		error,
		submitted,
		ready: computed(() => check.value !== undefined && isAnswered(check.value, reasons.value, declared.value)),
		look: () =>
			work('checking', async (address) => {
				const { data } = await api.get<{ data: { missing: Lacking[] } }>(`${address}/completeness`);
				await readEarlier();
				check.value = sortLacking(data.data.missing);
			}),
		submit: () =>
			work('submitting', async (address) => {
				const kinds = (check.value?.exceptions ?? []).map(({ code }) => ({ code, reason: reasons.value[code] ?? '' }));
				const nil = (check.value?.nil ?? []).map(({ kind }) => kind).filter((kind) => declared.value[kind]);
				const body = { acknowledged: kinds, nil, reason: correction.value || null };
				const { data } = await api.post<{ data: Submitted }>(`${address}/submit`, body);
				submitted.value = data.data;
				check.value = undefined;
			}),
	};
}
