import { computed, ref } from 'vue';
import { REPORT_PARTS, type ReportPart } from '../../../domain/returns/pmi/report.ts';
import type { useReturn } from '../../shared/use-return.ts';
import { useServer } from '../../shared/use-server.ts';
import { useWork } from '../../shared/use-work.ts';
import { isAnswered, sortLacking, withTyped, type Check, type Lacking } from './lacking.ts';

/** What the form shows of a submission until it is read anew. */
export interface Submitted {
	submitted_at: string;
	late: boolean;
	sha256: string;
}

/** Checking and submitting the return of the form. */
export function useSubmission({ values, addressOf, contract }: ReturnType<typeof useReturn>) {
	const server = useServer();
	const { busy, error, work } = useWork();
	/** What is being done, or was done last. */
	const step = ref<'checking' | 'submitting'>();
	const checked = ref<Check>();
	/** What is typed of the narrative counts at once, saved or not. */
	const typed = () => Object.fromEntries(REPORT_PARTS.map((part) => [part, values.value[part]]));
	const check = computed(() => checked.value && withTyped(checked.value, typed()));
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
				checked.value = sortLacking(missing);
			}),
		submit: () =>
			take('submitting', async (address) => {
				const kinds = (check.value?.exceptions ?? []).map(({ code }) => ({ code, reason: reasons.value[code] ?? '' }));
				const { nil: kindsDue = [], report: unwritten = [] } = check.value ?? {};
				const asked = [...kindsDue.map(({ kind }) => kind), ...unwritten.map(({ part }) => part)];
				const onForm = ticked(values.value.nothing_to_report);
				const nil = [...onForm, ...asked.filter((part) => declared.value[part])];
				// What is typed on the form goes with the submission: it is what the person who submits has before them.
				const report = Object.fromEntries(Object.entries(typed()).filter(([, text]) => text !== undefined));
				const body = { acknowledged: kinds, nil: [...new Set(nil)], report, reason: correction.value || null };
				submitted.value = await server.post<Submitted>(`${address}/submit`, body);
				checked.value = undefined;
			}),
	};
}

/** The parts that are ticked on the form as nothing to report. */
function ticked(value: unknown): ReportPart[] {
	return Array.isArray(value) ? REPORT_PARTS.filter((part) => value.includes(part)) : [];
}
