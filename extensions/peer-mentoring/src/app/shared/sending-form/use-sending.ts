import { computed, ref } from 'vue';
import { today } from '../../../clock/today.ts';
import type { SendingPart } from '../../../domain/returns/submission/sending.ts';
import { useAnswer } from '../use-answer.ts';
import { useDownload } from '../use-download.ts';
import type { useReturn } from '../use-return.ts';
import { useServer } from '../use-server.ts';

/** What is on record of a sending. */
export interface Recorded {
	sent_on: string;
	reference: string | null;
	receipt: string | null;
}

/** Recording that the return of the form was sent, with its receipt; what is on record is corrected with a reason. */
export function useSending(part: SendingPart, { values, addressOf }: ReturnType<typeof useReturn>) {
	const server = useServer();
	const { busy, error, work, download } = useDownload();
	const root = part === 'pmi' ? 'pmi' : 'mentee-tracker';
	const day = ref<string | null>(today());
	const reference = ref<string | null>('');
	const reason = ref<string | null>('');
	const receipt = ref<File>();
	const id = computed(() => values.value.id);
	/** What has just been recorded, before the page is read anew. */
	const now = ref<Recorded>();
	const { answer } = useAnswer<Recorded[]>(() =>
		id.value
			? {
					address: '/items/return_sendings',
					params: {
						fields: ['sent_on', 'reference', 'receipt'],
						filter: { mi_return: { _eq: id.value }, part: { _eq: part } },
						sort: ['-recorded_at'],
						limit: 1,
					},
				}
			: undefined,
	);
	return {
		...{ day, reference, reason, receipt, busy, error },
		/** `undefined` until it is known whether there is one. */
		recorded: computed(() => now.value ?? (answer.value && (answer.value[0] ?? null))),
		now,
		record: () =>
			work(async () => {
				const address = await addressOf(root);
				const body = { sent_on: day.value, reference: reference.value || null, reason: reason.value || null };
				const sent = await server.post<Recorded>(`${address}/sent`, body);
				now.value = { ...sent, receipt: null };
				if (receipt.value) await server.upload(`${address}/receipt`, 'document', receipt.value);
				// Day, clock and payments stand in fields of their own, which only a new look at the record brings up to date.
				location.reload();
			}),
		addReceipt: (file: File) =>
			work(async () => {
				await server.upload(`${await addressOf(root)}/receipt`, 'document', file);
				location.reload();
			}),
		archive: () =>
			download(async () => {
				const [, , contract, month] = (await addressOf()).split('/');
				return `/archive/${contract}.zip?month=${month}`;
			}),
		openReceipt: () => download(async () => `${await addressOf(root)}/receipt`),
	};
}
