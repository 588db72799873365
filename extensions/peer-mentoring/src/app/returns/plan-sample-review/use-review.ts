import { useStores } from '@directus/extensions-sdk';
import { computed, ref, watch, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import type { Passage } from '../../../domain/privacy/anonymise/plan.ts';
import type { CodeOf } from '../../../domain/language/code-lists.ts';
import { useServer } from '../../shared/use-server.ts';
import { useWork } from '../../shared/use-work.ts';

interface Review {
	draw: string;
	status: CodeOf<'plan_sample_status'>;
	redactions: string[];
	passages_read: string[];
	passages: Passage[];
}

/** The review of one sampled plan: as the server has it, and what a reviewer can do to it. */
export function useReview(key: Ref<string | number | undefined>) {
	const server = useServer();
	const router = useRouter();
	const notifications = useStores().useNotificationsStore();
	const review = ref<Review>();
	const { busy, error, status, work } = useWork();
	/** Whoever may see that there is a sample, and does not review it. */
	const closed = computed(() => status.value === 403);

	const load = () =>
		work(async () => {
			review.value = await server.get<Review>(`/plan-samples/${key.value}/review`);
		});
	const keep = (change: Partial<Pick<Review, 'redactions' | 'passages_read'>>) =>
		work(async () => {
			review.value = await server.patch<Review>(`/plan-samples/${key.value}`, change);
		});
	/** Once a plan is decided, the others of the draw are what comes next. @param done what is said of it there */
	const decide = (how: 'release' | 'reject', done: string, body: object = {}) =>
		work(async () => {
			await server.post(`/plan-samples/${key.value}/${how}`, body);
			notifications.add({ title: done, persist: true });
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
