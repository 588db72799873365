import { useApi } from '@directus/extensions-sdk';
import { computed, ref, watch, type Ref } from 'vue';
import type { Passage } from '../../../domain/anonymise/plan.ts';
import type { CodeOf } from '../../../domain/code-lists.ts';
import { useLanguage } from '../../shared/language.ts';
import { requestError } from '../../shared/request-error.ts';

interface Review {
	status: CodeOf<'plan_sample_status'>;
	redactions: string[];
	passages_read: string[];
	passages: Passage[];
}

/** The review of one sampled plan: as the server has it, and what a reviewer can do to it. */
export function useReview(key: Ref<string | number | undefined>) {
	const api = useApi();
	const language = useLanguage();
	const review = ref<Review>();
	const busy = ref(false);
	const error = ref<string>();
	/** Whether another plan took the place of a rejected one; unknown where it was rejected before. */
	const another = ref<boolean>();

	async function work(what: () => Promise<void>): Promise<void> {
		busy.value = true;
		error.value = undefined;
		try {
			await what();
		} catch (problem) {
			error.value = await requestError(problem, language.value);
		} finally {
			busy.value = false;
		}
	}

	const load = () =>
		work(async () => {
			const { data } = await api.get<{ data: Review }>(`/plan-samples/${key.value}/review`);
			review.value = data.data;
		});
	const keep = (change: Partial<Pick<Review, 'redactions' | 'passages_read'>>) =>
		work(async () => {
			const { data } = await api.patch<{ data: Review }>(`/plan-samples/${key.value}`, change);
			review.value = data.data;
		});
	const decide = (how: 'release' | 'reject', body: object = {}) =>
		work(async () => {
			const address = `/plan-samples/${key.value}/${how}`;
			const { data } = await api.post<{ data: { status: Review['status']; another?: boolean } }>(address, body);
			another.value = data.data.another;
			if (review.value) review.value = { ...review.value, status: data.data.status, passages: [] };
		});

	const unread = computed(() => {
		const { passages = [], passages_read: read = [] } = review.value ?? {};
		return passages.filter(({ fingerprint }) => !read.includes(fingerprint)).length;
	});

	watch(
		key,
		(now) => {
			review.value = undefined;
			if (now !== undefined && now !== '+') void load();
		},
		{ immediate: true },
	);
	return { review, busy, error, another, unread, keep, decide };
}
