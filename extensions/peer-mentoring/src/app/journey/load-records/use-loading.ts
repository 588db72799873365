import { computed, onBeforeUnmount, ref, shallowRef } from 'vue';
import { useLanguage, useTexts } from '../../shared/language.ts';
import { requestError } from '../../shared/request-error.ts';
import { useServer } from '../../shared/use-server.ts';
import { FORMS, type Form, type Job, type Loaded, type Tried } from './answer.ts';
import { TEXTS } from './texts.ts';

/** How often a job is asked how far it is. */
const EVERY = 700;

/** What somebody has said of the headings of a kind of file, and which cells they have corrected. */
export type Said = Partial<Record<Form, Record<string, string | null>>>;
export interface Correction {
	file: string;
	line: number;
	column: string;
	value: string;
}

export const cellKey = ({ file, line, column }: Omit<Correction, 'value'>) => [file, line, column].join('\n');

/** Files that are looked at, corrected and loaded: all of it through `POST /caseload/import`, as jobs. */
export function useLoading() {
	const server = useServer();
	const language = useLanguage();
	const texts = useTexts(TEXTS);

	const files = shallowRef<File[]>([]);
	const tried = shallowRef<Tried>();
	const loaded = shallowRef<Loaded>();
	const said = ref<Said>({});
	const corrections = ref(new Map<string, Correction>());
	const running = ref<'try' | 'load'>();
	const job = shallowRef<Job>();
	const cancelling = ref(false);
	const problem = ref<string>();
	let gone = false;
	onBeforeUnmount(() => {
		gone = true;
	});

	const rowsIn = (form: Form) => {
		const { created = 0, updated = 0, unchanged = 0 } = tried.value?.[form] ?? {};
		return created + updated + unchanged;
	};
	const rows = computed(() => FORMS.reduce((sum, form) => sum + rowsIn(form), 0));
	const faulty = computed(() => FORMS.reduce((sum, form) => sum + (tried.value?.[form]?.faulty ?? 0), 0));
	/** Faults of files that cannot be read as a whole: of which rows they have, nothing is known. */
	const ofFiles = computed(() => {
		const lines = new Set(
			FORMS.flatMap((form) => tried.value?.rows[form] ?? []).map(({ file, line }) => `${file}\n${line}`),
		);
		return (tried.value?.faults ?? []).filter(({ file, line }) => !lines.has(`${file}\n${line}`));
	});

	async function run(params: Record<string, unknown>): Promise<Job | undefined> {
		problem.value = job.value = undefined;
		cancelling.value = false;
		const form = new FormData();
		form.append('columns', JSON.stringify(said.value));
		form.append('corrections', JSON.stringify([...corrections.value.values()]));
		for (const file of files.value) form.append('file', file, file.name);
		try {
			const { id } = await server.send<{ id: string }>('/caseload/import', form, { ...params, job: true });
			for (;;) {
				job.value = await server.get<Job>(`/caseload/jobs/${id}`);
				if (job.value.state !== 'running') return job.value;
				await new Promise((resume) => setTimeout(resume, EVERY));
				// What is being loaded goes on; nobody sees how far it is.
				if (gone) return undefined;
			}
		} catch (error) {
			problem.value = requestError(error, language.value);
			return undefined;
		}
	}

	function problemOf({ state, answer }: Job): string | undefined {
		const errors = answer?.body.errors ?? [];
		if (state === 'done') return undefined;
		const said = errors.map(({ message }) => message).slice(0, 5);
		return [texts.value.ended[state], ...said].filter(Boolean).join(' ');
	}

	async function look(): Promise<void> {
		running.value = 'try';
		loaded.value = undefined;
		const ended = await run({ dry_run: true });
		if (ended) problem.value = problemOf(ended);
		tried.value = ended?.state === 'done' ? (ended.answer?.body.data as Tried) : undefined;
		running.value = undefined;
	}

	async function load(leaveOut: boolean): Promise<void> {
		running.value = 'load';
		const ended = await run(leaveOut ? { leave_out_faulty: true } : {});
		if (ended) problem.value = problemOf(ended);
		if (ended?.state === 'done') {
			loaded.value = ended.answer?.body.data as Loaded;
			tried.value = undefined;
		}
		running.value = undefined;
	}

	async function cancel(): Promise<void> {
		if (!job.value) return;
		cancelling.value = true;
		await server.remove(`/caseload/jobs/${job.value.id}`).catch(() => undefined);
	}

	function correct(correction: Correction): void {
		corrections.value.set(cellKey(correction), correction);
	}

	/** Other files: what was corrected in those of before does not stand for these. */
	async function choose(chosen: readonly File[]): Promise<void> {
		files.value = [...files.value, ...chosen];
		await look();
	}

	async function takeAway(file: File): Promise<void> {
		files.value = files.value.filter((each) => each !== file);
		corrections.value = new Map([...corrections.value].filter(([, each]) => !each.file.startsWith(file.name)));
		if (files.value.length > 0) await look();
		else startAnew();
	}

	function startAnew(): void {
		files.value = [];
		corrections.value = new Map();
		said.value = {};
		tried.value = loaded.value = problem.value = undefined;
	}

	return {
		...{ files, tried, loaded, said, corrections, running, job, cancelling, problem, rows, faulty, ofFiles },
		...{ look, load, cancel, correct, choose, takeAway, startAnew },
	};
}
