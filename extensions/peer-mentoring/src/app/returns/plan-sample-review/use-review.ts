import { useApi } from '@directus/extensions-sdk';
import { computed, ref, watch, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import type { Passage } from '../../../domain/privacy/anonymise/plan.ts';
import type { CodeOf } from '../../../domain/language/code-lists.ts';
import { useLanguage } from '../../shared/language.ts';
import { requestError } from '../../shared/request-error.ts';

interface Review {
	draw: string;
	status: CodeOf<'plan_sample_status'>;
	redactions: string[];
	passages_read: string[];
	passages: Passage[];
}

/** The review of one sampled plan: as the server has it, and what a reviewer can do to it. */
export function useReview(key: Ref<string | number | undefined>) {
	const api = useApi();
	const router = useRouter();
	const language = useLanguage();
	const review = ref<Review>();
	const busy = ref(false);
	const error = ref<string>();
	/** Whoever may see that there is a sample, and does not review it. */
	const closed = ref(false);

	async function work(what: () => Promise<void>): Promise<void> {
		busy.value = true;
		error.value = undefined;
		try {
			await what();
		} catch (problem) {
			closed.value = (problem as { response?: { status?: number } }).response?.status === 403;
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
	/** Once a plan is decided, the others of the draw are what comes next. */
	const decide = (how: 'release' | 'reject', body: object = {}) =>
		work(async () => {
			await api.post(`/plan-samples/${key.value}/${how}`, body);
			await router.push(`/content/plan_sample_draws/${review.value?.draw}`);
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
	return { review, busy, error, closed, unread, keep, decide };
}
